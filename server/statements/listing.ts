import { chineseAt } from "../figures/chinese.ts";
import type { Paragraph } from "../report/paragraph.ts";
import { memo } from "../text/memo.ts";
import { span } from "../text/span.ts";
import { type Count, countAt, countsOf, mayCount, sumsUp } from "./counting.ts";
import { holdsMark, type Item, isOpen, itemsOf, judged, type Listing, lengthOf, set, split } from "./items.ts";
import { type Piece, piecesOf } from "./pieces.ts";
import { beginsPoints } from "./promise.ts";

/** The lists of a paragraph whose length is told: behind the number, in brackets or quotes, or between 、 before it. */
export const listingsOf = memo((paragraph: Paragraph): readonly Listing[] => {
  if (!mayCount(paragraph) && !mayRefrain(paragraph)) return NONE;
  const pieces = piecesOf(paragraph);
  const counts = countsOf(paragraph);
  const found: Listing[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const count = counts.get(at);
    const listing = count
      ? beside(paragraph, pieces, at, count)
      : (named(paragraph, pieces, at) ?? refrain(pieces, at));
    if (listing) found.push(listing);
  }
  return found;
});

const NONE: readonly Listing[] = [];

/** Whether a number in 汉字 begins what stands in some quotes: “三进”. */
function mayRefrain({ folded }: Paragraph): boolean {
  for (let at = folded.indexOf("“"); at >= 0; at = folded.indexOf("“", at + 1))
    if (chineseAt(folded, at + 1) !== null) return true;
  return false;
}

const beside = (paragraph: Paragraph, pieces: readonly Piece[], at: number, count: Count): Listing | null =>
  behind(paragraph, pieces, count, count.next) ??
  bracketed(pieces, count) ??
  quoted(pieces, at, count) ??
  row(pieces, at, count) ??
  before(pieces, at, count);

/** No name of a few things in quotes has more words than this. */
const LONGEST_NAME = 6;

/** “三大工程”：A、B、C: a name in quotes whose things are told right behind it. */
function named(paragraph: Paragraph, pieces: readonly Piece[], at: number): Listing | null {
  const { kind, inside } = pieces[at]!;
  if (kind !== "quotation" || inside.length > LONGEST_NAME) return null;
  const count = [...inside.keys()].map((i) => countAt(paragraph, inside, i)).find((found) => found !== null);
  return count ? behind(paragraph, pieces, count, at + 1) : null;
}

/** Words that lead from a number to its list; of a list that 包括 leads into others may be left out. */
const LEADS = "分别是 分别为 依次为 依次是 具体为 具体是 指的是 也就是 具体包括 包括 即".split(" ");
const LOOSE = "包括";
const STOPS = set("。 ! ? ; \n");
const NAME = 12;
const LONGEST_LIST = 400;

interface Start {
  readonly at: number;
  /** Whether all things must follow. */
  readonly closed: boolean;
}

/** Where the list begins that a colon or words lead into: 五大功能：…, 五大功能，即…. */
function listBehind({ folded }: Paragraph, pieces: readonly Piece[], count: Count, from: number): Start | null {
  for (let at = from; at < pieces.length; at++) {
    const piece = pieces[at]!;
    if (piece.text === ":") return { at: at + 1, closed: true };
    let next = piece.text === "," ? at + 1 : at;
    const start = pieces[next]?.start ?? folded.length;
    const lead = LEADS.find((word) => folded.startsWith(word, start));
    if (lead) {
      while (next < pieces.length && pieces[next]!.start < start + lead.length) next++;
      return { at: pieces[next]?.text === ":" ? next + 1 : next, closed: !lead.endsWith(LOOSE) };
    }
    if (piece.kind !== "word" || piece.figure >= 0 || piece.end - count.span.end > NAME) return null;
  }
  return null;
}

function behind(paragraph: Paragraph, pieces: readonly Piece[], count: Count, from: number): Listing | null {
  const start = listBehind(paragraph, pieces, count, from);
  const first = start && pieces[start.at];
  if (!first || beginsPoints(paragraph.folded, first.start)) return null;
  let end = start.at;
  while (end < pieces.length && !STOPS.has(pieces[end]!.text) && pieces[end]!.end - first.start < LONGEST_LIST) end++;
  const sentence = pieces.slice(start.at, end);
  // What goes on after ； or with 、 behind a comma has items of its own.
  if (pieces[end]?.text === ";") return null;
  const [body = [], ...rest] = split(sentence, ",");
  if (rest.length > 0 && !holdsMark(body)) return phrases([body, ...rest], count);
  if (rest.some(holdsMark)) return null;
  const items = itemsOf(body);
  return items && judged(count, items, start.closed && rest.length === 0 ? 2 : 1, sharedBy(items));
}

const opensWithVerb = ([first, ...rest]: readonly Piece[]): boolean =>
  rest.length > 0 && (first!.pos === "v" || first!.pos === "p" || TAKES.has(first!.text));

/** How many items may be the objects of one verb, and so one thing: 三项任务：抓好教育、医疗、养老建设，…. */
const sharedBy = (items: readonly Item[]): number =>
  opensWithVerb(items[0]!) && !items.slice(1).some(opensWithVerb) ? items.length - 1 : 0;

/** 七项举措：延时服务，上门服务，…: short phrases of one length between commas. */
function phrases(items: readonly Item[], count: Count): Listing | null {
  const lengths = items.map(lengthOf);
  const even = lengths.every((length) => length === lengths[0] && length >= 2 && length <= 8);
  const plain = items.every((item) =>
    item.every((piece) => piece.kind === "word" && piece.figure < 0 && !isOpen(piece)),
  );
  return even && plain ? judged(count, items, 1, 0) : null;
}

const DIVISIONS = set("县 区 市 镇 乡 村 省 州 街道 社区");

/** 建立4项制度（首问负责制、限时办结制、…）; of 12个县（市、区） the bracket says what else is counted. */
function bracketed(pieces: readonly Piece[], count: Count): Listing | null {
  if (!sumsUp(count)) return null;
  for (let at = count.next; at < pieces.length; at++) {
    const piece = pieces[at]!;
    if (piece.kind === "bracket") {
      const name = pieces[at - 1]!.text;
      if (DIVISIONS.has(name) || DIVISIONS.has(name.slice(-1)) || (at === count.next && count.measure.length < 2))
        return null;
      const items = itemsOf(piece.inside);
      return items && judged(count, items, 1, 0);
    }
    if (piece.kind !== "word" || piece.figure >= 0 || piece.end - count.span.end > NAME) return null;
  }
  return null;
}

/** “专、精、特、新”四个字: the things in one pair of quotes. */
function quoted(pieces: readonly Piece[], at: number, count: Count): Listing | null {
  const last = pieces[at - 1]?.text === "这" ? pieces[at - 2] : pieces[at - 1];
  if (last?.kind !== "quotation" || !holdsMark(last.inside) || !(sumsUp(count) || count.measure === "字")) return null;
  const items = itemsOf(last.inside, 1);
  return items && !countsOnly(pieces, count) ? judged(count, items, 1, 0) : null;
}

/** 进企业、进农村、进校园“三进”; “三进”，即进企业、进农村、进校园: what is counted in quotes is the word that every item begins with. */
function refrain(pieces: readonly Piece[], at: number): Listing | null {
  const { kind, inside, start, end } = pieces[at]!;
  if (kind !== "quotation" || inside.length === 0 || inside.length > 2) return null;
  const said = inside.map(({ text }) => text).join("");
  const numeral = chineseAt(said, 0);
  const counted = numeral ? said.slice(numeral.end) : "";
  // 五个亲自
  const word = counted.startsWith("个") ? counted.slice(1) : counted;
  if (!numeral?.value || numeral.value < 2 || word.length === 0 || word.length > 2) return null;
  const items =
    refrained(clauseBefore(pieces, at), word, "includes") ??
    refrainedWithin(clauseBefore(pieces, at), word) ??
    refrained(namedBehind(pieces, at, word), word, "startsWith");
  return items && Math.abs(numeral.value - items.length) === 1
    ? {
        span: span(start, end),
        count: numeral.value,
        items: items.map((item) => span(item[0]!.start, item.at(-1)!.end)),
        holds: false,
      }
    : null;
}

/** The items that each begin with a word; the first may have others before it. */
function refrained(body: readonly Piece[], word: string, first: "includes" | "startsWith"): readonly Item[] | null {
  const items = itemsOf(body);
  const begins = items?.every((item, i) => {
    const text = item.map((piece) => piece.text).join("");
    return text[i === 0 ? first : "startsWith"](word);
  });
  return items && items.length > 1 && begins ? items : null;
}

/** 重要工作亲自部署、重大问题亲自过问“两个亲自”: each item holds the word, and behind it no more than two characters. */
function refrainedWithin(body: readonly Piece[], word: string): readonly Item[] | null {
  const items = itemsOf(body);
  const holds = items?.every((item) => {
    const text = item.map((piece) => piece.text).join("");
    const at = text.lastIndexOf(word);
    return at > 0 && text.length - at - word.length <= 2;
  });
  return word.length > 1 && items && items.length > 1 && holds ? items : null;
}

function clauseBefore(pieces: readonly Piece[], at: number): readonly Piece[] {
  let from = at;
  while (from > 0 && at - from < REACH && !BORDERS.has(pieces[from - 1]!.text)) from--;
  return pieces.slice(from, at);
}

/** What 即 or a colon behind a name in quotes says that it is. */
function namedBehind(pieces: readonly Piece[], at: number, word: string): readonly Piece[] {
  const from = pieces[at + 1]?.text === "," ? at + 2 : at + 1;
  if (pieces[from]?.text !== "即" && pieces[from]?.text !== ":") return [];
  let to = from + 1;
  while (to < pieces.length && to - from < REACH && !BORDERS.has(pieces[to]!.text)) to++;
  // 送文化、送科技，送温暖; 进企业和进农村: what goes on behind a comma, or joins two by 和, is not told apart.
  const goesOn = pieces[to]?.text === "," && (pieces[to + 1]?.text.startsWith(word) ?? false);
  const body = pieces.slice(from + 1, to);
  return goesOn || body.some(({ text }) => text === "和" || text === "及") ? [] : body;
}

/** “日巡查”“周调度”两项机制, 《A》《B》两项制度: things in quotes, one after another. */
function row(pieces: readonly Piece[], at: number, count: Count): Listing | null {
  const kind = pieces[at - 1]?.kind;
  if ((kind !== "quotation" && kind !== "title") || !sumsUp(count) || countsOnly(pieces, count)) return null;
  let from = at - 1;
  while (from > 0 && at - from < REACH && pieces[from - 1]!.kind === kind) from--;
  if (at - from < 2 || pieces[from - 1]?.text === "、") return null;
  return judged(
    count,
    pieces.slice(from, at).map((piece) => [piece]),
    1,
    0,
  );
}

const BORDERS = set("。 , ; : ! ? \n");
const REACH = 80;
/** They take a number for their object, so that what stands before them is no list of it: 健全体系、落实三项制度. */
const TAKES = set(
  "落实 推行 实施 实行 开展 完成 推进 建立 健全 完善 做到 做好 抓好 抓 提出 制定 出台 实现 突出 聚焦 围绕 强化 加强 深化 优化 把握 " +
    "坚持 执行 贯彻 遵守 狠抓 紧盯 统筹 新增 增加 增设 建 建成 打造 形成 设立 设置 组建 成立 整合 构建 培育 创建 获 获得 荣获 涉及 涵盖 " +
    "包括 分为 分成 按 按照 从 以 在 用 有 共有 达 是 为 的 了 着 过 和 与 及 及其 以及",
);
/** They make one thing out of a list: 由A、B、C等六部分组成. */
const MAKES = set("组成 构成");
/** 铁人三项 */
const NAMES = set("铁人 现代");

/** Whether the number is that of things with a name, behind it or in its measure: 四大功能, 五个方面. */
const isThing = (next: Piece | undefined, { measure, hanzi }: Count): boolean =>
  next?.text !== "等" &&
  (measure.endsWith("方面") ||
    measure.endsWith("环节") ||
    measure.endsWith("层面") ||
    // 自行返乡、亲属领回、护送返乡三种
    (hanzi && (measure === "种" || measure === "类")) ||
    measure.endsWith("部分") ||
    next?.kind === "word" ||
    next?.kind === "quotation" ||
    next?.kind === "title");

/** 法治教育、法律咨询、法律援助三大功能. */
function before(pieces: readonly Piece[], at: number, count: Count): Listing | null {
  const next = pieces[count.next];
  const last = pieces[at - 1];
  if (!sumsUp(count) || !last || !isThing(next, count)) return null;
  let from = at;
  while (from > 0 && at - from < REACH && !BORDERS.has(pieces[from - 1]!.text)) from--;
  if (at - from === REACH) return null;
  // A name cut wrong may hold the word: 平等.
  const open = last.text.endsWith("等");
  const body = pieces.slice(from, last.text === "等" ? at - 1 : at);
  const items = itemsOf(body, count.measure === "级" || isLettered(body) ? 1 : 2);
  if (!items || !isNamed(items, count)) return null;
  // 道路、管网12项工程; of 供水、供气、保教、停车、客运6个项目 one is missing.
  const oneOff = items.length >= MANY && Math.abs(items.length - count.value) <= 1;
  if (!oneOff && countsOnly(pieces, count)) return null;
  const others = goesOn(pieces, from) || (open && !MAKES.has(next?.text ?? ""));
  return others && count.value > items.length ? null : judged(count, items, 1, restartOf(items));
}

/** A、B、C三个等级 */
const isLettered = (body: readonly Piece[]): boolean =>
  body.every(({ text }) => text === "、" || (text.length === 1 && text >= "A" && text <= "Z")) ||
  // 粮、油、肉、蛋、菜、奶六大类
  (body.length > 6 && body.every(({ text }) => text.length === 1));

/** Whether the clause before holds part of the list: A、B，C、D四大重点. */
function goesOn(pieces: readonly Piece[], from: number): boolean {
  if (pieces[from - 1]?.text !== ",") return false;
  for (let i = from - 2; i >= 0 && from - i < REACH && !BORDERS.has(pieces[i]!.text); i--)
    if (pieces[i]!.text === "、") return pieces[from]!.pos !== "v" && pieces[from]!.pos !== "p";
  return false;
}

/** Whether the last item names a thing and does not govern the number; of grades, whether it names a level: 县、乡、村三级. */
function isNamed(items: readonly Item[], { measure, idiom, hanzi }: Count): boolean {
  const last = items.at(-1)!;
  const end = last.at(-1)!;
  if (measure === "级") return [...LEVELS].some((level) => end.text.endsWith(level)) || end.kind === "bracket";
  if (TAKES.has(end.text) || NAMES.has(end.text)) return false;
  if (end.pos !== "v") return true;
  // 员工录用五个, 春运、“五一”、高考四项: a deed by name, or one of several things.
  if (hanzi && end.text.length > 1 && items.length > 2 && (last.length === 1 || last.at(-2)!.pos?.[0] === "n"))
    return true;
  // 公众参与、专家论证、风险评估、合法性审查、集体讨论决定五道程序
  if (hanzi && items.length >= MANY && lengthOf(last) >= MANY) return true;
  const alike = items.length > 2 && lengthOf(items.at(-2)!) === lengthOf(last);
  return alike || idiom
    ? alike
    : items.slice(0, -1).every((item) => item.at(-1)!.pos === "v" || item.at(-1)!.pos === "vn");
}

/** So many items of so many characters are names. */
const MANY = 4;

const LEVELS = set("省 市 州 盟 县 旗 区 镇 乡 村 街道 街 社区 居 组 户 园区 网格 局 所 站 队 室 级");

/** Nouns of which a number before them tells how many there are, and not how many were named: 道路、管网4项工程. */
const COUNTED = set("项目 工程 问题 隐患 事项 案件 点 点位 课题 标段 任务 活动 岗位");

/** Whether digits count what only such a noun names. */
function countsOnly(pieces: readonly Piece[], { hanzi, next }: Count): boolean {
  if (hanzi) return false;
  let at = next;
  while (pieces[at]?.kind === "word" && pieces[at]!.figure < 0 && at - next < LONGEST_NAME) at++;
  return pieces.slice(next, at).some(({ text }) => COUNTED.has(text));
}

/** How many items may be no part of the list: it begins at the latest with the last item that a verb opens. */
function restartOf(items: readonly Item[]): number {
  if (items[0]!.some(({ text }) => BEGINS.has(text))) return 0;
  if (
    items.slice(1).every((item) => lengthOf(item) === lengthOf(items.at(-1)!)) &&
    lengthOf(items[0]!) >= lengthOf(items.at(-1)!)
  )
    return 0;
  const verbal = items.findLastIndex(opensWithVerb);
  const titled = items.findLastIndex((item, i) => i > 0 && OFFICES.has(item[0]!.text));
  return Math.max(0, verbal, titled);
}

/** A list begins behind them and nowhere later. */
const BEGINS = set("由 分为 分成 包括 涵盖");

/** 按照省委、省政府…: two offices are no items. */
const OFFICES = set("省政府 市政府 县政府 区政府 政府 国务院 自治区政府 行政公署");
