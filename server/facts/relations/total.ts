import { memo } from "../../text/memo.ts";
import { deedOf, wordsOf } from "../indicator.ts";
import type { Mention } from "../mention.ts";
import type { Paragraph } from "../../report/paragraph.ts";
import { closed } from "./closing.ts";
import { NESTED, OPEN_END, RESET, REST } from "./list-words.ts";
import { groupsOf, MOST, preceding, sameUnit } from "./neighbours.ts";
import { named, type Opening, openingOf } from "./opening.ts";
import { addsUp, holding, judged, type Total } from "./sum.ts";

export type { Total } from "./sum.ts";

/** The wholes and parts of a paragraph. */
export const totalsOf = memo((paragraph: Paragraph): readonly Total[] => {
  const found: Total[] = [];
  for (const group of groupsOf(paragraph)) {
    const told = new Set<Mention>();
    group.forEach((_, at) => {
      for (const total of opened(group, at)) {
        found.push(overlaps(paragraph, total) ? { ...total, verdict: "unknown" } : total);
        if (total.verdict === "holds") for (const part of total.parts) told.add(part);
      }
      const total = closed(group, at);
      if (total && !(total.verdict !== "holds" && isStock(total.whole) && total.parts.every((part) => told.has(part))))
        found.push(total);
    });
  }
  return found;
});

/** 部分学校同时获得多项称号: the sentence itself says that its parts overlap. */
function overlaps({ folded }: Paragraph, { verdict, parts }: Total): boolean {
  if (verdict !== "exceeds") return false;
  const { end } = parts.at(-1)!.figure.span;
  return /^[^。;!?\n]{0,20}(?:同时(?:获|具|属|享|符合)|有重复|有交叉|重复计|交叉计)/.test(folded.slice(end, end + 40));
}

/** 新增3200户，其中企业620户、个体户2580户，总量达2.6万户: what there is in all is no sum of parts that make up another whole. */
const isStock = ({ before }: Mention): boolean => /总量|总数|累计/.test(before);

/** 920件，其中民事437件、刑事483件: the whole comes first. Each part may count in two units: 1210户1860人. */
function opened(group: readonly Mention[], at: number): Total[] {
  const first = group[at]!;
  const opening = first.standing === "level" && openingOf(group, at);
  if (!opening) return [];
  const second = group[at + 1];
  const paired = second?.standing === "level" && second.mark === "" && second.gap.length < 2;
  const firsts = paired && !sameUnit(first.figure, second.figure) ? [at, at + 1] : [at];
  return firsts.flatMap((from) => partition(group, from, first, opening) ?? []);
}

function partition(group: readonly Mention[], at: number, anchor: Mention, opening: Opening): Total | null {
  const first = group[at]!;
  const wholes = [...preceding(anchor)].filter(
    (m) => m.standing === "level" && sameUnit(m.figure, first.figure) && near(m, anchor),
  );
  const nearest = wholes[0];
  if (!nearest) return null;
  const { sure, further, open, rest } = collect(group, at, deedOf(nearest), opening.proven ?? 0);
  if (!sure.length) return null;
  // Of two counts before 其中, a single part may be of either.
  const single = sure.length === 1 && wholes.find((m) => m.figure.value! >= first.figure.value!);
  const whole = named(first) ?? (single || nearest);
  const list = rest && !open ? "closed" : open ? "open" : opening.list;
  const parts = [...sure, ...further];
  for (const candidate of wholes) {
    for (let count = 2; count <= parts.length; count++) {
      const taken = parts.slice(0, count);
      if (addsUp(candidate, taken) && !(count < sure.length && goesOn(sure, count)))
        return holding(candidate, taken, list);
    }
  }
  const total = judged(whole, sure, list);
  const all = whole.figure.value!;
  return opening.near && (total.sum > all * opening.near || total.sum * opening.near < all) ? null : total;
}

/**
 * A row of 、 or of names with one ending goes on, though the first of it may make up the whole by chance: 5A级、4A级、3A级.
 * 民事案件、刑事案件、涉外案件 does not: the last lies across the others.
 */
function goesOn(parts: readonly Mention[], taken: number): boolean {
  if (parts.slice(taken).some(({ before }) => /涉|新[增办收]|重点|重大|疑难|群体/.test(before))) return false;
  const endings = new Set(parts.map(wordsOf).map((words) => /[类型级]$/.exec(words)?.[0] ?? words.slice(-2)));
  return (
    parts.slice(1).every(({ mark }) => mark === "、") ||
    (endings.size === 1 && !/案件|纠纷|人员/.test([...endings][0]!))
  );
}

const near = (whole: Mention, first: Mention): boolean =>
  whole.sentence === (first.previous ?? first.owner)?.sentence || whole === first.owner;

/** 自建房16003栋，经营性自建房4978栋: the later is a kind of the earlier. */
function narrows(later: Mention, earlier: Mention): boolean {
  const name = earlier.before.replace(/^其中/, "");
  const kind = later.before.slice(0, -name.length);
  return (
    name.length > 1 &&
    kind.length > 1 &&
    later.before.endsWith(name) &&
    !/[非不未无他它]|基本|特别|较|非常|十分|亚/.test(kind)
  );
}

interface Parts {
  /** What is surely in the list. */
  readonly sure: readonly Mention[];
  /** What may still belong to it. */
  readonly further: readonly Mention[];
  readonly open: boolean;
  readonly rest: boolean;
}

function collect(group: readonly Mention[], at: number, doing: string, proven: number): Parts {
  const first = group[at]!;
  const sure: Mention[] = [];
  const further: Mention[] = [];
  const verb = deedOf(first);
  let open = OPEN_END.test(first.before);
  let rest = false;
  let ended = false;
  let nested = false;
  let marks = "";
  let since = "";
  for (let i = at; i < group.length && i < at + MOST; i++) {
    const mention = group[i]!;
    if (i > at) {
      if (mention.sentence !== first.sentence || RESET.test(mention.gap)) break;
      since += mention.gap;
      if (NESTED.test(mention.gap) || (sure.length > 0 && narrows(mention, sure.at(-1)!))) nested = true;
      else if (nested && /;/.test(mention.gap)) nested = false;
    }
    if (!ended && sure.length && OPEN_END.test(group[i - 1]!.after + mention.gap.replace(/.*[,;:]/, ""))) open = true;
    if (nested || mention.standing !== "level" || !sameUnit(mention.figure, first.figure)) continue;
    const isRest = REST.test(mention.before);
    if (sure.length && !ended && !isRest) {
      const own = deedOf(mention);
      const mark = /;/.test(since) ? ";" : /[,:]/.test(since) ? "," : "、";
      const widens =
        (mark === "," && marks.includes("、")) || (mark === ";" && sure.length > 1 && !marks.includes(";"));
      const turns = mark !== "、" && own !== "" && own !== verb && (verb === "" || own === doing);
      if ((widens || turns) && sure.length >= proven) ended = true;
      else marks += mark;
    }
    if (isRest && !ended) rest = true;
    (ended ? further : sure).push(mention);
    since = "";
  }
  if (at + MOST < group.length && sure.length + further.length === MOST) open = true;
  const last = sure.at(-1);
  if (last && OPEN_END.test(last.after)) open = true;
  return { sure, further, open, rest };
}
