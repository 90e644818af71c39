import type { Direction } from "../figures/figure.ts";
import { against, bit, light } from "../words/classes.ts";
import type { Token } from "../words/lexer.ts";
import type { Statement } from "./statement.ts";
import { isMeasured } from "./unit.ts";

/**
 * What a figure states of its indicator. Now: `level`, or before: `base`; what it should be: `target`; by how much it changed:
 * `delta` in its own unit, `growth` as a part of the base, `points` in percentage points. A part of a whole: `rate` with a
 * name of its own (办结率), `share` (占). How many `multiple`s of another it is, a mean of many (`average`), or a place in an
 * order (`rank`); `proportion` sets two numbers side by side (3:2, 180/200). `tally` counts the things just named (三类); `threshold` is part of a name (50万元以上的村), no operand.
 */
export type Standing =
  | "level"
  | "base"
  | "target"
  | "delta"
  | "growth"
  | "points"
  | "rate"
  | "share"
  | "multiple"
  | "average"
  | "rank"
  | "tally"
  | "threshold"
  | "proportion";

const UP = bit("up");
const DOWN = bit("down");
const REACH = bit("reach");
const FROM = bit("from");
const COMPARE = bit("compare");
const COMPARED = bit("compared");
const EARLIER = bit("earlier");
const PLAN = bit("plan");
const SHARE = bit("share");
const AVERAGE = bit("average");
const YEARLY = bit("yearly");
const SUM = bit("sum");
const NOW = bit("now");
const RANK = bit("rank");
const OPENING = bit("opening");
const MOVE = UP | DOWN;

type Words = Pick<
  Statement,
  "figure" | "own" | "ownClasses" | "tail" | "mark" | "previous" | "label" | "owner" | "segment" | "standing"
>;

const PERCENT = new Set(["%", "‰", "成", "‱"]);
const KINDS = new Set(["类", "大", "方面", "环节", "个方面", "种", "项", "个", "部分", "级", "者"]);

const lastIndex = (tokens: readonly Token[], bits: number): number =>
  tokens.findLastIndex(({ classes }, i) => (classes & bits) !== 0 && !isAsMuchAs(tokens, i));

/** 占比高达70%, 多达46个: how much, and no change. */
const isAsMuchAs = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at]!.text === "高" || tokens[at]!.text === "多") && (tokens[at + 1]?.text.startsWith("达") ?? false);

const VOLUMES = new Set(["立方米", "升", "公斤", "千克", "立方"]);
/** 每立方米37微克: how much there is in it, and no mean of many. */
const isConcentration = (own: readonly Token[], at: number): boolean =>
  VOLUMES.has(own[at]!.text.slice(1)) || (own[at]!.text === "每" && VOLUMES.has(own[at + 1]?.text ?? ""));

/** Whether nothing but light words stands behind a place. */
const onlyLight = (tokens: readonly Token[], after: number): boolean => {
  for (let i = after + 1; i < tokens.length; i++)
    if (!light.has(tokens[i]!.text) && !isAsMuchAs(tokens, i)) return false;
  return true;
};

/** Names of a change: 降幅为5% reaches nothing. */
const NOUNS = new Set(["幅度", "增幅", "降幅", "涨幅", "跌幅", "增速", "增长率", "下降率", "减幅", "升幅"]);
/** 高于全市82%: held against another's rate. */
const OTHERS = new Set(["全省", "全市", "全国", "全县", "平均"]);

/** Whether the words say that the figure was reached by a change: 增至, 提高到. */
export function isReached({ own, figure }: Pick<Statement, "own" | "figure">): boolean {
  const at = lastIndex(own, MOVE);
  if (at < 0) return false;
  const word = own[at]!;
  if ((word.classes & REACH) !== 0) return onlyLight(own, at);
  const next = own[at + 1]?.text ?? "";
  if (NOUNS.has(word.text)) return false;
  return (next === "到" || next === "至" || next === "为") && onlyLight(own, at + 1) && figure.value !== null;
}

/** What goes on from the figure before without words of its own is said as that one is: 由3人、5人; 分别增加2315人、1904人. */
const goesOn = ({ own, mark, previous, figure }: Words): boolean =>
  previous !== null &&
  (own.length === 0 ? mark === "、" : own.length === 1 && mark === "" && JOINT.has(own[0]!.text)) &&
  PERCENT.has(previous.figure.unit ?? "") === PERCENT.has(figure.unit ?? "");

const JOINT = new Set(["和", "及", "与", "以及", "或"]);
const CONTINUED = new Set<Standing>(["base", "target", "delta", "growth", "share", "rate"]);

export function standingOf(statement: Words, next: Words | null): Standing {
  const { figure, previous } = statement;
  const { unit, kind } = figure;
  if (kind === "ordinal") return "rank";
  if (
    goesOn(statement) &&
    unit !== "个百分点" &&
    (unit === "倍") === (previous!.figure.unit === "倍") &&
    CONTINUED.has(previous!.standing)
  )
    return previous!.standing;
  if (unit === "个百分点" || unit === "百分点") return "points";
  if (unit === "番") return "growth";
  if (unit === "倍") return multiple(statement);
  if (kind === "ratio" && figure.digits.end < figure.span.end && unit === null)
    return figure.hanzi ? part(statement) : "proportion";
  if (unit !== null && PERCENT.has(unit)) return part(statement);
  return count(statement, next);
}

const TO = new Set(["到", "至", "为", "达"]);
/** 增长1倍 is a growth, 扩大到2.6倍 is what it came to. */
const multiple = ({ own }: Words): Standing => {
  const at = lastIndex(own, MOVE);
  return at >= 0 && onlyLight(own, at) && !own.slice(at).some(({ text }) => TO.has(text.at(-1)!))
    ? "growth"
    : "multiple";
};

/** Whether the words end in a change, and not in what it came to. */
function moves(own: readonly Token[]): boolean {
  const at = lastIndex(own, MOVE);
  return at >= 0 && onlyLight(own, at);
}

const SURPLUS = new Set(["超额", "超", "超出", "超过"]);
/** 超额15%, 超出任务10.5%: by how much more was done than should be. */
export const isSurplus = ({ own }: Pick<Words, "own">): boolean =>
  SURPLUS.has(own[0]?.text ?? "") &&
  (own.length === 1 ? own[0]!.text === "超额" : own.slice(1).every(({ classes }) => (classes & PLAN) !== 0));

function part(statement: Words): Standing {
  const { tail, own, ownClasses, figure, previous, owner } = statement;
  if (isReached(statement)) return "rate";
  if (isSurplus(statement)) return "growth";
  if (isFrom(own)) return "base";
  if (own.at(-1)?.text === "的" && own.some(({ text }) => against.has(text))) return "base";
  if (own.at(-1)?.text === "的" && lastIndex(own, COMPARE) < 0) return "share";
  if ((ownClasses & YEARLY) !== 0 && moves(own)) return "growth";
  if (own.length === 0 && owner?.standing === "delta" && previous === null) return "growth";
  const move = lastIndex(own, MOVE);
  const earlier = ((own.at(-1)?.classes ?? 0) & EARLIER) !== 0;
  if (move >= 0 && tail[0]?.text === "的" && against.has(own[move]!.text)) return "base";
  if (
    move >= 0 &&
    !earlier &&
    (against.has(own[move]!.text) || own.slice(move + 1).some(({ text }) => OTHERS.has(text)))
  )
    return "base";
  if (move >= 0 && move > lastIndex(own, SHARE) && (onlyLight(own, move) || figure.kind === "change")) return "growth";
  if (isEarlier(statement) || isStillEarlier(statement)) return "base";
  if (isGoal(statement)) return "target";
  // 上年末这一比例是86.1%: of a rate there is but one at a time.
  if (own.some(({ text }) => ENDS_BEFORE.has(text))) return "base";
  if (figure.kind === "change") return "growth";
  return (ownClasses & SHARE) !== 0 ? "share" : "rate";
}

/** 由20天: the figure that a change begins with. */
const isFrom = (own: readonly Token[]): boolean => {
  const at = lastIndex(own, FROM);
  return (
    at >= 0 &&
    own
      .slice(at + 1)
      .every(
        ({ text, classes }, i, behind) =>
          light.has(text) ||
          text === "每" ||
          behind[i - 1]?.text === "每" ||
          (classes & (EARLIER | AVERAGE)) !== 0 ||
          text.includes("年") ||
          text.includes("月") ||
          VOLUMES.has(text),
      )
  );
};

function count(statement: Words, next: Words | null): Standing {
  const { figure, own, ownClasses, previous } = statement;
  if (isTally(statement, next)) return "tally";
  if (isThreshold(statement, next) || isDivisor(statement, next)) return "threshold";
  if (previous !== null && isPerMany(statement)) return "average";
  if (isReached(statement)) return "level";
  if (
    ((ownClasses & (AVERAGE | YEARLY)) !== 0 ||
      own.some(({ text }, i) => text.startsWith("每") && !isConcentration(own, i))) &&
    !isRowOfTimes(own, next)
  )
    return isFrom(own) || isEarlier(statement) ? "base" : isGain(own) ? "delta" : "average";
  if (stepOf(statement) || own.at(-1)?.text === "相差") return "delta";
  if ((ownClasses & RANK) !== 0 && (figure.unit === "位" || figure.unit === "名")) return "rank";
  if (own.some(({ text }) => against.has(text)) && isNamedGoal(statement)) return "target";
  if (own.at(-1)?.text === "的" && own.some(({ text }) => against.has(text))) return "base";
  if (isOverGoal(statement)) return "delta";
  // 路面改善27.1公里: what was made better, and no change of it.
  if (
    own.at(-1)?.text !== "改善" &&
    !isBeside(statement) &&
    !isOfThose(statement) &&
    (figure.kind === "change" || changes(statement))
  )
    return "delta";
  if (isFrom(own) && leadsOn(statement, next)) return "base";
  if (isEarlier(statement) || isStillEarlier(statement)) return "base";
  if (isGoal(statement)) return "target";
  return "level";
}

/** 每年开展38场、45场、51场: one for each year, and no mean. */
const isRowOfTimes = (own: readonly Token[], next: Words | null): boolean =>
  next?.mark === "、" && next.own.length === 0 && own.some(({ text }) => TIMES.has(text));
const TIMES = new Set(["每年", "每季度", "每月", "每季"]);

/** 每10万人30台: of how many the next figure is told. */
const isDivisor = ({ own, figure }: Words, next: Words | null): boolean =>
  own.at(-1)?.text === "每" &&
  next?.mark === "" &&
  // 每1元财政资金撬动消费6元: one of a thing is no mean.
  (figure.value === 1 || (next.own.length === 0 && next.figure.unit !== figure.unit));

/** Whether a figure is told of as many as the one right before it says: 30台 of 每10万人30台. */
export const isPerMany = ({ own, mark, previous }: Pick<Words, "own" | "mark" | "previous">): boolean =>
  own.length === 0 && mark === "" && previous?.standing === "threshold" && previous.own.at(-1)?.text === "每";

const STEPS: ReadonlyMap<string, Direction> = new Map([
  ["进", "up"],
  ["退", "down"],
]);
/** 进了3位: by how many places, and which way. */
const stepOf = ({ own, figure: { unit } }: Pick<Words, "own" | "figure">): Direction | undefined =>
  unit === "位" ? STEPS.get(own.findLast(({ text }) => text !== "了")?.text ?? "") : undefined;

/** 人均可支配收入同比增加629元: the mean grew by it. */
const isGain = (own: readonly Token[]): boolean =>
  ["增加", "减少", "净增"].includes(own.at(-1)?.text ?? "") ||
  // 由97天压到62天，每人少等35天
  (own.length > 2 && isMoreOrLess(own.at(-2)!) && own.at(-1)!.pos === "v" && own.at(-1)!.classes === 0);

/** 由20天压缩至10天; 由5名律师、12名调解员组成 leads nowhere. */
const leadsOn = ({ tail }: Words, next: Words | null): boolean =>
  tail.some(({ classes }) => (classes & (MOVE | REACH)) !== 0) ||
  (next !== null && (next.ownClasses & (MOVE | REACH)) !== 0);

const isMoreOrLess = ({ text }: Token): boolean => text === "多" || text === "少";

/** Whether the words right before it say by how much: 净增57人, 多了9天, 比上年少办28件. */
function changes({ own, ownClasses, previous, segment, mark, figure }: Words): boolean {
  if (own.at(-1)?.text === "新增" && (ownClasses & COMPARE) !== 0) return true;
  const first = own[0]?.text;
  if (
    own.length === 2 &&
    (first === "多" || first === "少") &&
    (own[1]!.classes === 0 || (previous?.standing === "base" && previous.segment === segment))
  )
    return true;
  // 实训2568人，超了168人
  if (own.length === 2 && own[0]!.text === "超" && own[1]!.text === "了" && previous?.segment === segment) return true;
  const said = own.at(-1)?.text === "了" ? own.slice(0, -1) : own;
  if (said.length > 0 && isMore(said.at(-2), said.at(-1)!)) return true;
  // 上年为26起，少5起; 与去年同期800套相比，销售套数多200套; 比社会办的两倍还多1家
  if (
    own.length > 0 &&
    isMoreOrLess(own.at(-1)!) &&
    previous?.segment === segment &&
    (previous.standing === "base" || isReached(previous) || own.at(-2)?.text === "还")
  )
    return true;
  // 两相比较，上线人数多180人
  if (own.length > 1 && isMoreOrLess(own.at(-1)!) && own.at(-2)!.text.endsWith("数")) return true;
  const at = lastIndex(own, MOVE);
  if (at < 0 || !onlyLight(own, at) || own[at - 1]?.text === "新") return false;
  // 预警平台1670万元、避难场所提升1260万元: a project by name, as those beside it.
  if (mark === "、" && at > 0 && previous?.standing === "level" && previous.figure.unit === figure.unit) return false;
  return (
    own[at]!.text.length > 1 ||
    own[at + 1]?.text === "了" ||
    (ownClasses & (COMPARE | EARLIER)) !== 0 ||
    // 去年7920件，增844件; 比全省的3.2万元低2000元
    (own.length === 1 && previous?.standing === "base" && previous.segment === segment)
  );
}

/** 产值增长的823户: those that grew, and no growth. */
const isOfThose = ({ own, ownClasses }: Words): boolean =>
  own.at(-1)?.text === "的" && (ownClasses & (COMPARE | EARLIER | FROM)) === 0;

/** 未缴41件、少缴22件: a kind beside another. */
const isBeside = ({ mark, own, previous, figure }: Words): boolean =>
  mark === "、" &&
  own.length < 3 &&
  previous?.standing === "level" &&
  previous.figure.unit === figure.unit &&
  !own.some(({ classes, text }) => (classes & MOVE) !== 0 && text.length > 1);

/** 多拿6枚, 少办28件: by how much, in two words or in one; 多达46个 and 多为3人 are what there is. */
const isMore = (before: Token | undefined, last: Token): boolean =>
  ((before?.text === "多" || before?.text === "少") &&
    (last.pos === "v" || last.text.length === 1) &&
    last.classes === 0) ||
  (last.text.length === 2 &&
    (last.text[0] === "多" || last.text[0] === "少") &&
    !"达为于数则有是见半重样".includes(last.text[1]!));

/** A count of the things just named: 三类合计, 五大类. */
function isTally({ figure, tail, own }: Words, next: Words | null): boolean {
  const { hanzi, value, unit, approximate } = figure;
  if (value === null || value > 20 || approximate || unit === null) return false;
  const first = tail[0]?.classes ?? 0;
  if (!hanzi) return unit === "大";
  return (
    (first & SUM) !== 0 ||
    unit === "类" ||
    unit === "大" ||
    unit === "方面" ||
    (KINDS.has(unit) && own.length === 0 && next?.mark === "" && isTotal(next.own)) ||
    ((next === null || next.own.some(({ text }) => text === "分别")) && KINDS.has(unit) && own.length === 0)
  );
}

/** 两个平台共410条: what the things just named come to. */
const isTotal = (own: readonly Token[]): boolean =>
  own.length > 1 && own.length <= 3 && (own.at(-1)!.classes & SUM) !== 0;

/** 50万元以上的村9个: a bound that names what is counted next. */
function isThreshold({ figure, tail }: Words, next: Words | null): boolean {
  if (figure.unit === "岁" || figure.unit === "周岁") return figure.bound !== null || figure.upper !== null;
  const bounded = figure.bound !== null || figure.upper !== null || isMeasured(figure.unit) || figure.unit === "元";
  const measured =
    next !== null &&
    (PERCENT.has(next.figure.unit ?? "") || next.figure.unit === "倍" || next.figure.unit === "个百分点");
  return (
    bounded &&
    next !== null &&
    !measured &&
    next.mark === "" &&
    tail[0]?.text === "的" &&
    figure.unit !== next.figure.unit &&
    !next.own.some(({ classes }) => (classes & (SHARE | MOVE | PLAN)) !== 0)
  );
}

/** Whether the words say that it is of the time before; what was carried over is of now. */
function isEarlier({ own, tail, label, mark }: Words): boolean {
  const at = lastIndex(own, EARLIER);
  const compare = lastIndex(own, COMPARE & ~COMPARED);
  const dated = own.findLastIndex(({ text, figure }) => figure >= 0 && text.includes("年"));
  const move = lastIndex(own, MOVE);
  const held = compare >= 0 && move < compare;
  if (
    held &&
    (own[compare]!.text === "比" ||
      own[compare]!.text === "较" ||
      own[compare]!.text === "相较于" ||
      own[compare]!.text === "较之")
  )
    return true;
  const beside = tail.some(({ text }) => text === "相比" || text === "相较" || text === "持平");
  // 与第二名的41枚相差7枚
  if (compare >= 0 && tail[0]?.text === "相差") return true;
  if (held && beside && (at > compare || dated > compare)) return true;
  if (tail[0]?.text === "的" && tail.some(({ text }) => text === "基础" || text === "基础上")) return true;
  if (at >= 0) {
    const after = own.slice(at);
    if (INSTANTS.has(own[at]!.text) && !onlyLight(own, at) && compare < 0) return false;
    // 当年新增2.41亿元，同期处置2.52亿元: in the same time.
    if (own[at]!.text === "同期" && at === 0 && mark === "," && own[1]?.pos === "v" && compare < 0) return false;
    if (
      after.some(
        ({ classes, text }) => (classes & (NOW | OPENING)) !== 0 && (classes & EARLIER) === 0 && text !== "期末",
      )
    )
      return false;
    if (move > at || after.some(({ text }) => text === "以来" || text === "预算" || text === "计划" || text === "目标"))
      return false;
    return true;
  }
  const named = label.at(-1);
  return (
    own.length === 0 &&
    named !== undefined &&
    ((named.classes & EARLIER) !== 0 || (named.figure >= 0 && named.text.endsWith("年")))
  );
}

/** Ends and beginnings of a period: what was done then is of now, only a stock is of before. */
const INSTANTS = new Set(["年初", "期初", "上年末", "上年底", "去年底", "去年末"]);
const ENDS_BEFORE = new Set(["上年末", "上年底", "去年底", "去年末"]);
const PERIODS = new Set(["上年", "去年", "上年同期", "去年同期", "上年度", "上一年", "上一年度", "同期", "前年"]);

/** 上年同期60场中满座45场，比例为75.0%: a time before goes on to the end of its segment, or to another time. */
function isStillEarlier({ own, ownClasses, previous, segment }: Words): boolean {
  if (
    previous?.segment !== segment ||
    previous.standing !== "base" ||
    previous.tail.some(({ text }) => text === "基础" || text === "基础上") ||
    (ownClasses & (NOW | MOVE | COMPARE | EARLIER | SUM)) !== 0 ||
    own[0]?.text[0] === "新"
  )
    return false;
  if (own.some(({ figure, text }) => figure >= 0 && text.includes("年"))) return false;
  for (let s: Words | null = previous; s?.segment === segment && s.standing === "base"; s = s.previous) {
    const word = s.own.findLast(({ classes }) => (classes & EARLIER) !== 0);
    if (word) return PERIODS.has(word.text) && (s.ownClasses & (COMPARE | FROM)) === 0;
  }
  return false;
}

/** 15600人的目标 */
const isNamedGoal = ({ tail }: Words): boolean =>
  tail[0]?.text === "的" && tail.slice(1, 3).some(({ text }) => GOALS.has(text));

/** 超出15600人的目标272人, 超出任务（52.2万亩）0.16万亩: by how much. */
function isOverGoal({ own, mark, previous, segment }: Words): boolean {
  const over = own.findIndex(({ text }) => against.has(text));
  if (over >= 0 && over < own.length - 1 && (own.at(-1)!.classes & PLAN) !== 0) return true;
  if (previous?.standing !== "target" || previous.segment !== segment) return false;
  const led = mark === "" && own[0]?.text === "的" && previous.own.some(({ text }) => against.has(text));
  return led || (own.some(({ text }) => against.has(text)) && lastIndex(own, PLAN) >= 0);
}

const COUNTED = new Set(["项", "个", "部", "条", "类", "件"]);
/** Whether the words right before it, or right behind, name a target. */
function isGoal({ own, label, tail, figure }: Words): boolean {
  const at = lastIndex(own, PLAN);
  // 制定标准71项: standards are counted.
  if (own[at]?.text === "标准" && COUNTED.has(figure.unit ?? "")) return false;
  // 达到省定标准的191个 are there as well.
  const listed =
    LISTED.has(own[at - 1]?.text ?? "") || (own.at(-1)?.text === "的" && own.some(({ text }) => MET.has(text)));
  // 重点任务42项 are what there is to do, one by one.
  if (own[at]?.text === "任务" && figure.unit === "项") return false;
  // 概预算207项 are looked at, and no money.
  if (own[at]?.text === "预算" && figure.unit !== null && !figure.unit.includes("元")) return false;
  // 目标是培训2400人
  if (at >= 0 && !listed && AIM.has(own[at]!.text) && IS.has(own[at + 1]?.text ?? "")) return true;
  if (
    at >= 0 &&
    !listed &&
    onlyLight(own, at) &&
    own.slice(at + 1).every(({ text }) => text !== "实现" && text !== "完成")
  )
    return true;
  // 24项年度任务已完成11项, too.
  if (figure.unit === "项" && tail.slice(0, 2).some(({ text }) => text.endsWith("任务"))) return false;
  const named = tail[0]?.text === "的" ? tail.slice(1, 3) : tail.slice(0, 1);
  if (named.some(({ text }) => GOALS.has(text))) return true;
  return own.length === 0 && label.length > 0 && (label.at(-1)!.classes & PLAN) !== 0;
}

const AIM = new Set(["目标", "任务", "年度目标", "年度任务", "目标任务"]);
const IS = new Set(["是", "为"]);
const GOALS = new Set("目标 任务 指标 年度任务 年度目标 目标任务 任务量 控制线 限额 标准 预算 红线".split(" "));
/** 列入计划的16座 are there. */
const MET = new Set(["达到", "符合", "达", "满足"]);
const LISTED = new Set(["列入", "纳入", "按", "按照", "根据"]);

/** Which way a change goes; null where its words do not say. */
export function directionOf({
  own,
  figure,
  ownClasses,
  owner,
}: Pick<Statement, "own" | "figure" | "ownClasses" | "owner">): Direction | null {
  if (own.at(-1)?.text === "新增" || isSurplus({ own })) return "up";
  const step = stepOf({ own, figure });
  if (step) return step;
  // What is faster takes less time.
  if (own.some(({ text }) => text === "提速" || (isMeasured(figure.unit) && (text === "快" || text === "加快"))))
    return null;
  if (own.some(({ text }) => text === "相差")) return null;
  const last = lastIndex(own, MOVE);
  // 提标幅度 says no way of its own.
  const at = own[last]?.text === "幅度" ? lastIndex(own.slice(0, last), MOVE) : last;
  if (last >= 0 && at < 0) return null;
  if (at >= 0) return (own[at]!.classes & UP) !== 0 && (own[at]!.classes & DOWN) === 0 ? "up" : "down";
  if (own.length === 0 && owner?.direction && (figure.unit === "%" || owner.standing === "delta"))
    return owner.direction;
  return ownClasses === 0 ? figure.direction : figure.direction;
}
