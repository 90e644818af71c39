import { memo } from "../../text/memo.ts";
import { type Span, span } from "../../text/span.ts";
import type { Paragraph } from "../../report/paragraph.ts";

/** A number of things and the things themselves, named beside it: 五大功能：A、B、C、D、E. */
export interface Listing {
  readonly kind: "listing";
  /** The number with its measure word: 五大. */
  readonly span: Span;
  readonly count: number;
  readonly items: readonly Span[];
  readonly verdict: "holds" | "fails";
}

/** Numbers of things, names such as 三项制度 among them. */
const COUNTED =
  /(?<![\d.第前近约余上零〇一二三四五六七八九十百千万亿两几数])(\d{1,2}|[两二三四五六七八九]|十[一二三四五六七八九]?)(个方面|方面|位一体|大|个|项|类|种|条|点|级|字|款|档|步|环节|家|处|名|位|所|场|部|件|座|批|支)/g;
const NUMERALS = "一二三四五六七八九十";

/** 五大功能：…, and 五大功能，即… */
const AFTER =
  /^[\u4e00-\u9fff“”]{0,12}?(?:(?:,)?(?:即|分别是|分别为|包括|依次为|依次是|具体为|具体是|具体包括|指的是|也就是)[:]?|:)/;
/** An item with a count of its own: 机关支部九个. */
const OWN_COUNT = /[两二三四五六七八九十百千]{1,8}[个项类种条点款家处名位所场部件座批支人户次]$/;
const ENDING = /[。;!?\n]/;
const OPEN = /等|……|主要|如|例如/;
const JOINING = /^(.{2,}?)(以及|和|及|与)(.{2,})$/;

/** The counted lists of a paragraph: a list after its number, or, between 、 marks, before it. */
export const listingsOf = memo(({ folded }: Paragraph): readonly Listing[] =>
  [...folded.matchAll(COUNTED)].flatMap((found) => {
    const at = span(found.index, found.index + found[0].length);
    const count = countOf(found[1]!);
    if (count < 2 || count > 20) return [];
    const items =
      after(folded, at, count) ??
      bracketed(folded, at, count, found[2]!) ??
      quoted(folded, at, count) ??
      before(folded, at, count, found[2]!);
    if (!items) return [];
    return [{ kind: "listing", span: at, count, items, verdict: items.length === count ? "holds" : "fails" } as const];
  }),
);

const countOf = (written: string): number => {
  if (/\d/.test(written)) return Number(written);
  if (written === "两") return 2;
  const last = NUMERALS.indexOf(written.at(-1)!) + 1;
  return written.length > 1 ? 10 + last : last;
};

function after(text: string, at: Span, count: number): readonly Span[] | null {
  const from = at.end;
  const lead = AFTER.exec(text.slice(from, from + 40));
  if (!lead) return null;
  const start = from + lead[0].length;
  const rest = text.slice(start, start + 400);
  if (rest.startsWith("一是")) return points(text, start);
  const end = rest.search(ENDING);
  if (end < 0 && text.length > start + 400) return null;
  const sentence = end < 0 ? rest : rest.slice(0, end);
  if (!sentence.includes("、")) return clauses(sentence, start, count);
  const body = sentence.replace(/,.*$/s, "");
  return split(body, start, count, { goesOn: sentence.length > body.length });
}

/** 一是…；二是…；三是…: points that all stand in one paragraph. Those of the next one may follow a mark that leaves it open. */
function points(text: string, start: number): readonly Span[] | null {
  const line = text.slice(start, start + LONGEST).replace(/\n.*$/s, "");
  const items: Span[] = [];
  for (let at = 0; items.length < NUMERALS.length; ) {
    const next = line.indexOf(`${NUMERALS[items.length]}是`, at);
    if (next < 0 || (next > 0 && !/[,;。]/.test(line[next - 1]!))) break;
    items.push(span(start + next, start + next + 2));
    at = next + 2;
  }
  const whole = /[。!.]\s*$/.test(line) || /[。!]/.test(line.slice(items.at(-1)!.end - start));
  return items.length > 1 && whole ? items : null;
}

/** How far the points of a list are followed. */
const LONGEST = 2000;

/** 七项举措：延时服务，上门服务，…: short phrases of one length between commas. */
function clauses(sentence: string, start: number, count: number): readonly Span[] | null {
  const parts = sentence.split(",");
  const length = parts[0]!.length;
  if (parts.length < 2 || Math.abs(parts.length - count) > 1 || length < 2 || length > 8 || OPEN.test(sentence))
    return null;
  return parts.every((part) => part.length === length && !/[\d()]/.test(part)) ? spread(parts, start) : null;
}

/** 建立了4项制度（首问负责制、限时办结制）. A bracket behind a place names what else it is: 12个县（市、区）. */
function bracketed(text: string, at: Span, count: number, unit: string): readonly Span[] | null {
  if (!/^(?:大|个|项|个?方面|类|种)$/.test(unit)) return null;
  const found = /^([\u4e00-\u9fff]{0,12})\(([^()]{5,200})\)/.exec(text.slice(at.end, at.end + 240));
  // 六个方面（教育、住房、…） tells the things; of three 类 it must be said what is of three kinds.
  if (found && !unit.endsWith("方面") && found[1]!.length < 2) return null;
  if (!found || /[县区市镇乡村省州街道社区]$/.test(found[1]!) || /[,;:。]/.test(found[2]!)) return null;
  return split(found[2]!, at.end + found[1]!.length + 1, count, { leads: true });
}

/** “专、精、特、新”四个字 and “日巡查”“周调度”两项机制. */
function quoted(text: string, { start }: Span, count: number): readonly Span[] | null {
  const head = text.slice(Math.max(0, start - 120), start);
  const found = /“([^“”、]{1,12}(?:、[^“”、]{1,12}){1,12})”$/.exec(head);
  if (found) return OPEN.test(found[1]!) ? null : spread(found[1]!.split("、"), start - found[0].length + 1);
  const row = /(?:“[^“”]{1,12}”){2,12}$/.exec(head)?.[0];
  if (!row || head[head.length - row.length - 1] === "、") return null;
  const items = [...row.matchAll(/“[^“”]*”/g)].map(({ 0: item, index }) =>
    span(start - row.length + index, start - row.length + index + item.length),
  );
  return Math.abs(items.length - count) > 1 ? null : items;
}

/** 法治教育、法律咨询、法律援助三大功能. */
function before(text: string, { start: end, end: after }: Span, count: number, unit: string): readonly Span[] | null {
  if (!/^(?:大|个|项|个?方面|类|种|级|位一体)$/.test(unit)) return null;
  const head = text.slice(Math.max(0, end - 200), end);
  const from = Math.max(...["。", ",", ";", ":", "!", "?", "\n", ")"].map((mark) => head.lastIndexOf(mark))) + 1;
  const body = head.slice(from);
  if (!body.includes("、") || (from === 0 && end > 200)) return null;
  if (/(?:的|共|各|这|以上|上述|有|了|为|及其|用|过|在|到|第)$/.test(body)) return null;
  // 支部四个、小组三个、…: counts in a row are not counts of the row.
  if (!/[\u4e00-\u9fff“]/.test(text[after] ?? "")) return null;
  const start = end - head.length + from;
  return split(body.replace(/等$/, ""), start, count, { leads: true, open: body.endsWith("等") });
}

/** Where parts joined by 、 stand. */
function spread(parts: readonly string[], start: number): Span[] {
  let at = start;
  return parts.map((part) => {
    const item = span(at, at + part.length);
    at = item.end + 1;
    return item;
  });
}

/** How surely a list shows its length: it goes on after a comma, words lead into it, or 等 leaves it open. */
interface Doubt {
  readonly goesOn?: boolean;
  readonly leads?: boolean;
  readonly open?: boolean;
}

function split(body: string, start: number, count: number, { goesOn, leads, open }: Doubt): readonly Span[] | null {
  const plain = body.replace(/“[^“”]{1,20}”|《[^《》]{1,40}》/g, "");
  if (OPEN.test(body) || /[()《》“”0-9]/.test(plain) || !body.includes("、")) return null;
  const parts = body.split("、");
  if (parts.some((part) => OWN_COUNT.test(part))) return null;
  const items = spread(parts, start);
  const halves = joined(parts, count);
  if (halves) {
    const { start: s, end: e } = items.pop()!;
    items.push(span(s, s + halves[0].length), span(e - halves[1].length, e));
  }
  if (items.some(({ start: s, end: e }) => e - s < 2)) return null;
  if (open && items.length <= count) return null;
  if (items.length !== count && (goesOn || leads) && Math.abs(items.length - count) > 1) return null;
  return items;
}

/** 和 may join the last two items or stand within one: it joins two that are as long as the others, or make the count right. */
function joined(parts: readonly string[], count: number): [string, string] | null {
  const found = JOINING.exec(parts.at(-1)!);
  if (!found || parts.slice(0, -1).some((part) => JOINING.test(part))) return null;
  const lengths = parts.slice(0, -1).map((part) => part.length);
  const [least, most] = [Math.min(...lengths) - 1, Math.max(...lengths) + 1];
  const even = [found[1]!, found[3]!].every(({ length }) => length >= least && length <= most);
  const right = parts.length + 1 === count || (parts.length !== count && even);
  return found[2] === "以及" || right || (even && least === most - 2) ? [found[1]!, found[3]!] : null;
}
