import { memo } from "../text/memo.ts";
import type { Token } from "../words/lexer.ts";
import { does, type Statement, statementsOf } from "./statement.ts";
import { alike } from "./unit.ts";

/** How many items back the word is looked for that opens their list. */
const FAR = 14;

/** Whether the words before an item open a list: 其中, 包括, 按类型分, 从等级看. */
export function opens(s: Statement): boolean {
  let at: Statement = s;
  for (let steps = 0; steps < FAR; steps++) {
    if (does(at.gapClasses, "of") || byKindOf(at) || isFormer(at) || isBehindColon(at)) return true;
    const goesOn = at.own.length === 0 && (at.mark === "" || at.mark === "、") && at.previous?.clause === at.clause;
    if (!goesOn) return false;
    at = at.previous!;
  }
  return false;
}

/** 考核7000人：主要负责人1126人、安全员2084人 */
function isBehindColon({ mark, previous, sentence, figure, paragraph, index }: Statement): boolean {
  if (mark !== ":" || previous?.sentence !== sentence || previous.standing !== "level") return false;
  // 受理120件：办结108件，其中按期办结102件
  const next = statementsOf(paragraph)[index + 1];
  return (
    previous.tail.length === 0 &&
    alike(previous.figure.unit, figure.unit) &&
    !(next?.sentence === sentence && does(next.gapClasses, "of"))
  );
}

/** 两项补贴1662.62万元，前者598.27万元，后者1064.35万元 */
const isFormer = ({ own, mark }: Statement): boolean =>
  mark === "," && own.length === 1 && does(own[0]!.classes, "first");

/** 其余由三级财政负担，其中: what 其中 opens is part of a rest that no figure tells. */
export function isOfUntold({ gap, own }: Statement): boolean {
  const lead = gap.slice(0, gap.length - own.length);
  const at = lead.findLastIndex(({ classes }) => does(classes, "rest", "left"));
  return at >= 0 && lead.slice(at).every(({ figure }) => figure < 0);
}

/** 四个季度依次为, 1至6月各月分别为: shared out over the parts of a time. */
export const byTime = ({ gap, gapClasses, previous }: Statement): boolean =>
  does(gapClasses, "each") &&
  [...gap.map(({ text }) => text), previous?.figure.unit ?? ""].some(
    (word) => word.includes("季度") || word === "各月" || word === "逐月" || word.endsWith("月"),
  );

export const byKindOf = memo((s: Statement): boolean => byTime(s) || byNames(s));

const byNames = ({ gap, own, label }: Statement): boolean =>
  bySource(gap.slice(0, gap.length - own.length).map(({ text }) => text)) ||
  byKind(gap.map(({ text }) => text)) ||
  byKind(label.map(({ text }) => text)) ||
  isInside(gap, gap.length - own.length);

/** 办结案件中，一般程序40件; 立项项目中工业类29项: of things, and not while something is done: 审核中提出意见. */
const isInside = (gap: readonly Token[], lead: number): boolean =>
  gap.some(({ text }, i) => INSIDE.has(text) && i > 0 && (i === lead - 1 || isThing(gap[i - 1]!)));

const NOUN = new Set(["n", "q", "r", "m"]);
/** Things, and deeds that stand for what was done: 支出中. */
const isThing = ({ pos, classes }: Token): boolean =>
  NOUN.has(pos[0]!) || does(classes, "inflow", "outflow", "closing");

/** 按来源， */
const bySource = (lead: readonly string[]): boolean => {
  const by = lead.findLastIndex((word) => word === "按" || word === "按照");
  return by >= 0 && by < lead.length - 1 && by >= lead.length - 4;
};

function byKind(words: readonly string[]): boolean {
  const by = words.findIndex(
    (word) => word === "按" || word === "从" || word[0] === "分" || word === "就" || word === "按照" || word === "论",
  );
  const end = words.findLastIndex(
    (word) =>
      word === "看" ||
      word === "说" ||
      word === "而言" ||
      word === "来说" ||
      word === "来讲" ||
      word === "来看" ||
      word === "分" ||
      word === "划分" ||
      word === "统计",
  );
  return (
    (by >= 0 && end > by) ||
    words.includes("具体来看") ||
    (by >= 0 && words[by] === "论") ||
    (words.includes("具体") && end > 0) ||
    INSIDE.has(words.at(-1) ?? "") ||
    words.some((word, i) => DIMENSIONS.has(word) && ALONG.has(words[i + 1] ?? "")) ||
    DIVIDED.has(words[0] ?? "") ||
    words.slice(0, -1).some((word, i) => i > 0 && DIVIDED.has(word))
  );
}

export const INSIDE = new Set(["中", "当中", "里", "之中"]);
/** What things are told apart by, and the words behind it that say so: 门类上, 岗位构成为, 来源有. */
const DIMENSIONS = new Set(
  "类型 门类 类别 种类 手段 方式 渠道 来源 构成 组成 结构 性质 用途 等级 级别 档次 行业 领域 区域 地域 年龄 学历 性别 岗位 方向 投向 去向 层次 规模 程度 结果 分布 主体 形式 原因".split(
    " ",
  ),
);
const ALONG = new Set(["上", "为", "是", "看", "方面", "构成", "分布", "出来", "显示"]);
/** 又分饮酒驾驶和醉酒驾驶, 分高中61人 */
const DIVIDED = new Set(["分", "又分", "分为", "又分为", "分作"]);
