import type { Paragraph } from "../report/paragraph.ts";
import { memo } from "../text/memo.ts";
import { bit, light } from "../words/classes.ts";
import type { Token } from "../words/lexer.ts";
import { isReached } from "./standing.ts";
import { does, type Statement } from "./statement.ts";
import { isTimeWord } from "./time.ts";
import { tokensOf } from "./tokens.ts";
import { alike } from "./unit.ts";

/**
 * What a statement counts. `thing` are the words of its name, the head noun last; `deeds` what was done with it. `taken` tells how
 * far back the name was looked for where it has none of its own: 0 its own, 1 its sentence, 2 its paragraph.
 */
export interface Subject {
  readonly thing: readonly string[];
  readonly deeds: readonly string[];
  readonly taken: 0 | 1 | 2;
  /** The words of its own, whether they name the thing or the deed. */
  readonly own: readonly string[];
  /** What is left of a whole (剩余, 其余), or a part that 其中 opens. */
  readonly left: boolean;
  readonly part: boolean;
  /** The last of the words that say how wide it reaches: 县 of 全县. */
  readonly scope: string | null;
  readonly definite: Definite | null;
  readonly quoted: readonly string[];
  /** Places and bodies among its words. */
  readonly places: readonly string[];
}

/** Words that writers use for one another; the first of a row stands for all. */
const SYNONYMS = [
  "案件 案 办案 个案",
  "纠纷 矛盾纠纷 矛盾",
  "人员 人",
  "群众 居民 村民 百姓",
  "企业 公司",
  "经营主体 市场主体",
  "隐患 问题隐患 安全隐患 风险隐患",
  "投诉 投诉举报",
  "出庭 到庭 出庭应诉",
  "持证 领证",
  "参保 参保人",
  "调解 调处",
  "培训 参训 受训",
  "检查 抽查",
  "设立 建立 成立 组建 设",
  "建成 建设 新建 建",
  "提供 推出",
  "收到 接到 接收",
  "配备 配有 配",
  "制定 出台 印发 制发",
  "举办 召开 开展 组织 组织开展",
  "发放 发出",
  "个体工商户 个体户",
  "网格员 网格人员",
  "志愿者 志愿人员",
  "党员 党员干部",
].map((row) => row.split(" "));

const CANON = new Map(SYNONYMS.flatMap(([first, ...others]) => others.map((word) => [word, first!] as const)));

export const canonical = (word: string): string => CANON.get(word) ?? word;

/** Words of a class that yet name a thing or a deed, and do nothing to the figures beside them. */
const FIGURES = new Set(
  "收入 支出 余额 库存 结余 总收入 总支出 任务 指标 标准 预算 计划 存量 贷款余额 存款余额".split(" "),
);
const DEED = bit("inflow") | bit("outflow") | bit("opening") | bit("closing");

/** What only says that something was done, or how: it tells no two statements apart. */
const VAIN = new Set(
  "举办 组织 召开 帮助 协助 引导 指导 完成 实现 开展 进行 达成 取得 获得 新增加 做好 持续 推进 推动 加强 落实 涉及 达到 位于 现有 共有 拥有 设有 分解 参加 参与 是 有 来 看 使 到 经 以 按 于 所 等 好 抓好 突出 坚持 共 已有".split(
    " ",
  ),
);

/** Words that measure and name nothing: 受理量 is what was 受理. */
const MEASURES = new Set("量 数 额 值 规模 数目 人次".split(" "));

/** A verb that begins so tells which things are meant and not what was done: 在编, 涉企, 持证. */
const STATES = new Set("在 涉 持 入 非 未 无 跨 驻 留 失 已 应 特".split(""));

const SCOPES = new Set(
  "全国 全省 全市 全县 全区 全镇 全乡 全街道 全州 全旗 全局 全系统 全院 全村 全域 我国 我省 我市 我县 我区 我镇 我乡 我局 我院 我街道 本市 本县 本区 本局 本镇 本省".split(
    " ",
  ),
);

/** What the dictionary calls nouns as often as deeds, and reports count by. */
const DEEDS = new Set(
  (
    "整治 整改 检查 抽查 巡查 排查 检测 监测 审查 审核 评查 调解 化解 培训 处罚 查处 登记 备案 审批 救助 资助 改造 治理 清理 受理 办理 修复 移送 答复 回复 处置 " +
    "复查 验收 督查 督察 走访 回访 采纳 抽检 送检 参保人 接种 筛查 签约 征收 拨付 发放 回收 建设"
  ).split(" "),
);

/** Verbs that name a thing where nothing follows them: 接听来电320通. */
const NOMINAL = new Set(
  "就业 来电 来访 来信 来函 投诉 举报 咨询 求助 报警 诉求 建议 提案 贷款 捐款 补助 补贴 申请 留言 处罚 诉讼".split(" "),
);

/** Verbs that tell the kind of the noun behind them: 示范合作社, 联合执法. */
const KINDS = new Set(
  "示范 试点 帮扶 监测 合作 联合 专项 重点 养老 创业 流动 救助 服务 培训 就业 安置 定点 综合 编制 互助 规划".split(" "),
);

const AREAS = new Set("国 省 市 县 区 镇 乡 村 州 旗".split(" "));

/** Whether a word tells a kind of what it stands before, so that those with it are some of those without. */
export const isKind = (word: string): boolean => KINDS.has(word) || AREAS.has(word);

const NEGATIVE = bit("negative");

/** What ends the name of a place of work, whatever the dictionary takes it for: 互助站. */
const HOUSES = new Set("站 所 室 点 院 校 队 社 园 厅 库 馆 店 厂 岗 亭".split(" "));
const DIRECTIONS = new Set("东西南北");

const NOUNS = new Set(["n", "vn", "nt", "ns", "nr", "b", "l", "x", "a"]);
const PLACES = new Set(["ns", "nr", "nt"]);
const PERSONS = new Set(["人", "名", "位", "口", "员"]);

type Kind = "thing" | "deed";

function kindOf({ figure, pos, text, classes }: Token): Kind | null {
  if (figure >= 0 || pos === "mark" || light.has(text) || VAIN.has(text) || isTimeWord(text) || SCOPES.has(text))
    return null;
  if (pos === "f") return text.length > 1 && DIRECTIONS.has(text[0]!) ? "thing" : null;
  if (classes !== 0) return FIGURES.has(text) ? "thing" : (classes & DEED) !== 0 ? "deed" : null;
  if (HOUSES.has(text)) return "thing";
  if (pos === "v" || DEEDS.has(text)) return "deed";
  return NOUNS.has(pos) && !(pos === "a" && text.length === 1) ? "thing" : null;
}

/** A name is at most as many words as this, so that the time taken is linear. */
const LONGEST = 24;

/** The noun phrase that some words begin with: 入河 排污口 of 入河排污口. */
function phrase(tokens: readonly Token[]): readonly Token[] {
  const found: Token[] = [];
  for (const [i, token] of tokens.slice(0, LONGEST).entries()) {
    const kind = kindOf(token);
    const next = tokens[i + 1];
    const leads =
      kind === "deed" &&
      (found.length === 0 || KINDS.has(token.text)) &&
      next !== undefined &&
      kindOf(next) === "thing";
    if (kind !== "thing" && !leads && !(token.classes !== 0 && FIGURES.has(token.text))) break;
    found.push(token);
  }
  return found;
}

/** 省级, 民办: which things are meant, of a noun told before. */
const qualifies = ({ pos, text }: Token): boolean => pos === "b" || QUALIFYING.has(text.at(-1)!);
const QUALIFYING = new Set(["级", "类"]);

/** As `phrase`, with what a clause before it tells: 入住养老机构的老年人. */
function clause(tokens: readonly Token[]): readonly Token[] {
  const first = phrase(tokens);
  if (first.length < 2 || kindOf(first[0]!) !== "deed" || tokens[first.length]?.text !== "的") return first;
  return [...first, tokens[first.length]!, ...phrase(tokens.slice(first.length + 1, first.length + 1 + LONGEST))];
}

interface Name {
  /** Whether it only tells which of the things told before are meant. */
  readonly partial: boolean;
  readonly thing: readonly string[];
  readonly deeds: readonly string[];
  readonly places: readonly string[];
}

const NAMELESS: Name = { partial: false, thing: [], deeds: [], places: [] };

/** What a word begins with that is denied: 非合格 for 不合格. */
export const NOT = "非";

/** Reads words into the thing that they name and what is done with it. A verb right before a thing may tell which is meant. */
function read(tokens: readonly Token[], head: readonly Token[]): Name {
  const thing: string[] = [];
  const deeds: string[] = [];
  const places: string[] = [];
  const all = [...tokens, ...head];
  const last = all.findLastIndex((token) => kindOf(token) !== null);
  const leads = (token: Token, i: number): boolean =>
    i < last &&
    (KINDS.has(token.text) || STATES.has(token.text[0]!)) &&
    all.slice(i + 1).some((other) => kindOf(other) === "thing");
  for (const [i, token] of all.entries()) {
    const kind = kindOf(token);
    if (kind === null) continue;
    if (PLACES.has(token.pos)) places.push(token.text);
    const negated = i > 0 && (all[i - 1]!.classes & NEGATIVE) !== 0;
    const word = (negated ? NOT : "") + canonical(token.text);
    if (MEASURES.has(word) && thing.length + deeds.length > 0) continue;
    const names =
      kind === "thing" || (token.classes === 0 && leads(token, i)) || (i === last && NOMINAL.has(token.text));
    (names ? thing : deeds).push(word);
  }
  const partial = all.every((token) => kindOf(token) !== "thing" || qualifies(token));
  return { partial, thing, deeds, places };
}

/** Whether the words before a figure leave the thing to the words behind it: 反馈的117个问题, 全区12个乡镇. */
function leavesOpen(own: readonly Token[], { figure }: Statement, tail: readonly Token[]): boolean {
  const last = own.at(-1);
  if (last === undefined || tail.length === 0) return true;
  return (
    last.pos === "u" ||
    last.pos === "f" ||
    (last.pos === "p" && last.text !== "在") ||
    last.text === "对" ||
    last.text === "将" ||
    PERSONS.has(figure.unit ?? "")
  );
}

const WITHIN = new Set(["中", "里", "当中", "之中"]);

/** The name that the words on both sides of a figure give it. */
const named = memo((statement: Statement): Name => {
  const { own, tail, previous, mark } = statement;
  const borrowed =
    mark === "" && previous?.clause === statement.clause && !previous.own.some((token) => kindOf(token) === "thing")
      ? clause(previous.tail).length
      : 0;
  const words = own.slice(Math.max(borrowed, own.length - LONGEST));
  const behind = clause(tail);
  if (behind.length > 0 && WITHIN.has(tail[behind.length]?.text ?? "") && words.at(-1)?.text !== "的")
    return read([], behind);
  if (behind.length > 0 && (leavesOpen(words, statement, behind) || !words.some((token) => kindOf(token) === "thing")))
    return read(words, behind);
  return read(words, []);
});

const STATING = new Set(["level", "base", "target"]);
const STEPS = 12;

/** The words of earlier clauses in its sentence, up to what is no name: 复议案件受理 of 复议案件受理量逐年走高，为124件. */
function ahead({ gap, own }: Statement): Name {
  const words = gap.slice(0, gap.length - own.length);
  const from = words.findIndex((token) => kindOf(token) !== null);
  if (from < 0) return NAMELESS;
  let to = from;
  while (to < words.length && to - from < LONGEST && kindOf(words[to]!) !== null) to++;
  return read(words.slice(from, to), []);
}

interface Loan extends Name {
  readonly taken: Subject["taken"];
}

/** 由7家增至9家: both ends of a change are of what stands before the first. */
const goesOnFrom = (statement: Statement): Statement | null => {
  const { previous, clause, mark } = statement;
  return previous !== null &&
    previous.clause === clause &&
    mark === "" &&
    previous.standing === "base" &&
    isReached(statement)
    ? previous
    : null;
};

/** The name that a statement without a thing of its own takes over: from a bracket's label, the clauses before it or a statement before it. */
function lent(statement: Statement): Loan | null {
  const fits = (s: Statement): boolean =>
    STATING.has(s.standing) &&
    s.depth <= statement.depth &&
    (s.clause === statement.clause || alike(s.figure.unit, statement.figure.unit));
  const label =
    statement.depth > 0 && statement.previous === null ? read(statement.label.slice(-LONGEST), []) : NAMELESS;
  if (label.thing.length > 0) return { ...label, taken: 1 };
  let at: Statement | null = statement;
  for (let step = 0; at && step <= STEPS; step++) {
    const taken = at.sentence === statement.sentence ? 1 : 2;
    const own = at !== statement && fits(at) ? named(at) : NAMELESS;
    if (own.thing.length > 0 && !own.partial) return { ...own, deeds: [], taken };
    const before = taken === 1 || fits(at) ? ahead(at) : NAMELESS;
    if (before.thing.length > 0) return { ...before, taken };
    at = at.previous ?? at.owner;
  }
  return null;
}

/** The deeds that go on through a list: of 新增A 5户、B 8户 both are new. */
function coordinate({ mark, previous, clause, own }: Statement): readonly string[] {
  if (mark !== "、" || own.length === 0) return [];
  let first = previous;
  for (let step = 0; first && step < STEPS && first.clause === clause && first.mark === "、"; step++)
    first = first.previous;
  if (!first || first.clause !== clause) return [];
  const leading = first.own.filter((token) => kindOf(token) !== null);
  return leading.length > 1 && kindOf(leading[0]!) === "deed" ? [canonical(leading[0]!.text)] : [];
}

const LEFT = ["left", "rest"] as const;

/** What a statement counts, in its own words or those that it goes on from. */
export const subjectOf = memo((statement: Statement): Subject => {
  const own = named(goesOnFrom(statement) ?? statement);
  const scope = statement.gap.findLast(({ text }) => SCOPES.has(text))?.text.slice(1) ?? null;
  const left = does(statement.ownClasses, ...LEFT);
  const definite = definitenessOf(statement);
  const part = definite !== "within" && does(statement.gapClasses, "of");
  const shared = {
    left,
    part,
    scope,
    definite,
    quoted: quotedIn(statement),
    own: [...own.thing, ...own.deeds],
    deeds: own.deeds.length > 0 ? own.deeds : coordinate(statement),
  };
  if (own.thing.length > 0 && !own.partial) return { ...shared, thing: own.thing, places: own.places, taken: 0 };
  const { thing, places, taken, deeds } = lent(statement) ?? { ...NAMELESS, taken: 2 as const };
  if (own.thing.length > 0)
    return {
      ...shared,
      thing: [...own.thing, ...thing.filter((word) => !QUALIFYING.has(word.at(-1)!))],
      places,
      taken: 1,
    };
  return { ...shared, thing, places, taken, deeds: shared.deeds.length > 0 ? shared.deeds : deeds };
});

/** The words of a paragraph that name things or deeds: what a reader of one of its figures has in mind. */
export const contextOf = memo(
  (paragraph: Paragraph): ReadonlySet<string> =>
    new Set(
      tokensOf(paragraph)
        .filter((token) => kindOf(token) !== null)
        .map(({ text }) => canonical(text)),
    ),
);

/** The names in quotes that the words before a figure hold: 清风 of 开展“清风”行动，检查商户317家. */
const quotedIn = ({ gap, paragraph }: Statement): readonly string[] =>
  gap
    .slice(-LONGEST)
    .filter(({ start }) => paragraph.folded[start - 1] === "“")
    .map(({ text }) => text);

const ALL = new Set("全部 均 都 皆 全 已全部".split(" "));
const POINTING = new Set("对 把 将 全部 上述 余下 剩余 剩下 其余 现有 已有 这".split(" "));

/** How a statement speaks of things that the reader knows already: some `within` them (9家企业中), or they are pointed at (剩余12个). */
export type Definite = "within" | "pointed";

export function definitenessOf({ own, tail }: Statement): Definite | null {
  const named = clause(tail);
  const last = own.at(-1)?.text ?? "";
  if (named.length > 0 && WITHIN.has(tail[named.length]?.text ?? "")) return "within";
  if (named.length > 0 && ALL.has(tail[named.length]?.text ?? "")) return "pointed";
  return POINTING.has(last) || (named.length > 0 && last === "的") ? "pointed" : null;
}
