import { isExact } from "../../constraints/interval.ts";
import { claimsOf } from "../../constraints/judge.ts";
import { after, before, isPercent, sameUnit } from "../../constraints/reach.ts";
import { wordsCounted } from "../../statements/counted.ts";
import { nameOf } from "../../statements/name.ts";
import { said } from "../../statements/said.ts";
import { does, type Statement, statementsOf } from "../../statements/statement.ts";
import { isMeasured } from "../../statements/unit.ts";
import { say } from "../../text/message.ts";
import type { Span } from "../../text/span.ts";
import { against } from "../../words/classes.ts";
import type { Token } from "../../words/lexer.ts";
import { defineRule, type Finding } from "../rule.ts";

/** Ends of the names of rates, and of names that end so and are none, or whose own growth is told as often. */
const RATES = "率 比重 占比 比例 满意度 知晓度 美誉度 覆盖面 参与度 集中度 依存度".split(" ");
const SPEED_WORDS = new Set("效率 速率 功率 频率 汇率 利率".split(" "));
const NO_RATES =
  "生产率 产出率 容积率 发生率 发病率 患病率 死亡率 受害率 发案率 立案率 事故率 感染率 伤亡率 犯罪率 人头率 投诉率 信访率 违约率 分辨率".split(
    " ",
  );
/** Names of what grows by percent although a rate may stand before it. */
const COUNTS =
  "案件 纠纷 人次 收入 支出 投资 总额 金额 产值 销售额 批次 总量 数量 收件量 办件量 件数 起数 人数 批数 户数 次数 总数".split(
    " ",
  );
/** Words that hold one speed of growth against another. */
const FASTER = new Set(["快于", "慢于"]);
/** 全年增速较一季度回落1.6%: what a speed did. */
const MOVED = new Set("回落 提高 加快 放缓 上升 下降 收窄 提升 减缓".split(" "));
/** 与33.5%相比还差5.3% */
const SHORT = new Set("差 还差 尚差 相差 差了".split(" "));
const SPEEDS = "增速 增幅 涨幅 降幅 增长率".split(" ");
/** Words with which points are told of what is no rate by name. */
const SHARING = "率 比重 占 比例 度 增速 增幅 涨幅 降幅 拉动 贡献 影响 增长 快于 慢于 赤字 利差 相当于".split(" ");

const endsIn = (words: string, ends: readonly string[]): boolean => ends.some((end) => words.endsWith(end));

export default defineRule({
  id: "figure/percent-or-points",
  scope: "paragraph",
  severity: "warning",
  basis: "standard",
  summary: say("两个比率之差写“个百分点”，数量的增幅写“%”。", "Rates differ by points; counts grow by percent."),
  why: say("满意率从90%升到92%，是提高2个百分点，不是提高2%。", "From 90% to 92% is two points, not two percent."),
  source: say("GB/T 15835—2011《出版物上数字用法》", "GB/T 15835—2011"),
  examples: [
    { good: "群众满意率提高1.2个百分点。" },
    { good: "全年受理投诉1250件，同比增长8.7%。" },
    { good: "审批效率提升30%，平均用时压缩一半。" },
    { good: "居民人均可支配收入增长6.1%，城镇化率达到58%。" },
    { good: "投诉率由5.0%降至4.0%，下降20%。" },
    { good: "书屋图书周转率提高12%（由每月2.5次提高到2.8次）。" },
    { good: "村民人均收入17820元，同比增长11.7%，高于全县收入增速3.1个百分点。" },
    { good: "消费拉动经济增长2.1个百分点，规上企业营收增长8.2%，高于全省1.3个百分点。" },
    { bad: "群众满意率较上年提高⟦1.2%⟧。", fixed: "群众满意率较上年提高1.2个百分点。" },
    { bad: "结案率98.5%，同比上升⟦3.1%⟧。", fixed: "结案率98.5%，同比上升3.1个百分点。" },
    {
      bad: "网上办理占比由88%提高到92%，提高⟦4%⟧。",
      fixed: "网上办理占比由88%提高到92%，提高4个百分点。",
    },
    {
      bad: "抽检合格率96.4%，上年同期合格率为94.1%，合格情况提高⟦2.3%⟧。",
      fixed: "抽检合格率96.4%，上年同期合格率为94.1%，合格情况提高2.3个百分点。",
    },
    { bad: "技改投入增长9.1%，增速快于全市⟦2.4%⟧。", fixed: "技改投入增长9.1%，增速快于全市2.4个百分点。" },
    { bad: "走访商户由240户减少到180户，减少⟦25个百分点⟧。", fixed: "走访商户由240户减少到180户，减少25%。" },
    { bad: "全年受理投诉1250件，同比增长⟦8.7个百分点⟧。", fixed: "全年受理投诉1250件，同比增长8.7%。" },
  ],
  *check(paragraph) {
    const statements = statementsOf(paragraph);
    const proved = (kind: string) =>
      new Set(
        claimsOf(paragraph).flatMap(({ verdict, statement, constraint }) =>
          verdict === "proved" && constraint.kind === kind ? [statement] : [],
        ),
      );
    const [relative, apart, gaps] = [proved("change"), proved("points"), proved("gap")];
    for (const claim of statements) {
      const { figure } = claim;
      if (!figure.unitSpan || !isExact(figure)) continue;
      if (figure.unit === "%" && !relative.has(claim) && (gaps.has(claim) || isDifference(statements, claim)))
        yield rewritten(claim, figure.unitSpan, "个百分点");
      else if (claim.standing === "points" && !apart.has(claim) && !gaps.has(claim) && isOfCount(statements, claim))
        yield rewritten(claim, figure.unitSpan, "%");
    }
  },
});

/** Whether a percentage is the difference of two rates, or of two speeds of growth. */
function isDifference(statements: readonly Statement[], claim: Statement): boolean {
  if (isFaster(claim) || isApart(statements, claim)) return true;
  if (claim.standing !== "growth" || does(claim.ownClasses, "yearly", "comparable")) return false;
  if (isGrowthInBracket(statements, claim)) return false;
  const [rate, base] = ratesAround(statements, claim);
  const apart = rate && base ? Math.abs(rate.figure.value! - base.figure.value!) : null;
  if (rate && base && apart !== null) {
    if (equal(apart, claim)) return true;
    if (equal((apart / base.figure.value!) * 100, claim)) return false;
  }
  const counted = wordsCounted(claim);
  const subject = isBare(counted) ? [] : counted;
  // 实际完成128.4亿元，完成率107.0%，同比增长14.1%: a rate does not 增长, the amount before it does.
  const grows = claim.own.at(-1)?.text === "增长";
  return subject.length === 0 ? !grows && isNamedRate(rateBefore(claim)) : isRateName(subject);
}

/** 增长5.8%，比全市（5.5%）快0.3%; 优良率比上年的91.9%提升1.7%: just what two percentages beside it are apart, or from one of them. */
function isApart(statements: readonly Statement[], claim: Statement): boolean {
  const { own, standing, previous, clause } = claim;
  const bracket = statements[claim.index - 1];
  if (
    isHeldAgainst(own) &&
    bracket &&
    bracket.depth > claim.depth &&
    bracket.figure.unit === "%" &&
    bracket.own.length === 0
  )
    return true;
  const behind =
    previous?.clause === clause && own[0]?.text === "的" && previous.own.some(({ text }) => against.has(text));
  const short = SHORT.has(own.at(-1)?.text ?? "");
  const told =
    (standing === "rate" || standing === "target") && (behind || short || own.some(({ text }) => against.has(text)));
  if (standing !== "growth" && standing !== "base" && !told && !does(claim.ownClasses, "first", "second")) return false;
  if (
    standing === "growth" &&
    previous?.standing === "base" &&
    previous.clause === clause &&
    previous.figure.unit === "%" &&
    own.length === 1
  )
    return true;
  const held =
    own.some(({ text }) => against.has(text)) ||
    behind ||
    // 增长7.6%，比全省6.4%的平均水平快1.2%
    (previous?.clause === clause && own[0]?.text === "的" && isThan(previous) && BY.has(own.at(-1)!.text)) ||
    (own.some(({ text }) => text === "比") && BY.has(own.at(-1)!.text)) ||
    short ||
    // 增长7.3%，上年增速为4.9%，提高2.4%
    (isBare(own.slice(0, -1)) && MOVED.has(own.at(-1)?.text ?? ""));
  if (!held) return false;
  const near = [...before(statements, claim, 4), ...after(statements, claim, 2)].filter(
    (s) => s.sentence === claim.sentence && s.figure.unit === "%" && isExact(s.figure),
  );
  return near.some(
    (a) =>
      a.index < claim.index &&
      near.some(
        (b) =>
          b !== a &&
          (b.depth > claim.depth || b.index < claim.index) &&
          equal(Math.abs(a.figure.value! - b.figure.value!), claim),
      ),
  );
}

/** 高于全省平均水平（97.5%）0.4% */
const isHeldAgainst = (own: Statement["own"]): boolean =>
  against.has(own[0]?.text ?? "") && own.some(({ classes }) => does(classes, "elsewhere"));

/** Words that name nothing: a time, what is held against. */
const isBare = (words: readonly Token[]): boolean =>
  words.every(({ pos, classes }) => pos === "t" || pos === "m" || does(classes, "compare", "earlier", "now", "yearly"));

const isThan = ({ own }: Statement): boolean => own.some(({ text }) => text === "比");
const BY = new Set(["高", "低", "快", "慢"]);

const isRateName = (words: readonly Token[]): boolean =>
  endsIn(said(words), RATES) && !endsIn(said(words), NO_RATES) && !SPEED_WORDS.has(words.at(-1)?.text ?? "");

/** The rate that a change right behind it goes on from; the base that the change names stands between. */
function rateBefore({ previous, clause, segment }: Statement): Statement | null {
  const last = previous?.clause === clause && previous.standing === "base" ? previous.previous : previous;
  return last?.segment === segment ? last : null;
}

const isNamedRate = (s: Statement | null): boolean =>
  s !== null &&
  isPercent(s) &&
  (s.standing === "rate" || s.standing === "share" || s.standing === "base") &&
  isRateName(named(wordsCounted(s).length > 0 ? wordsCounted(s) : s.own));

/** 普及率达到: a name without the words that say what came of it. */
const named = (words: readonly Token[]): readonly Token[] =>
  words.slice(
    0,
    words.findLastIndex(
      ({ text, classes, pos }) => !does(classes, "reach", "earlier") && text !== "为" && pos !== "t",
    ) + 1,
  );

/** A rate of its sentence, the nearest one, and what it is compared with. */
function ratesAround(
  statements: readonly Statement[],
  claim: Statement,
): readonly [Statement | undefined, Statement | undefined] {
  const near = [...before(statements, claim, 6), ...after(statements, claim, 3)].filter(
    (s) => s.sentence === claim.sentence && s.figure.unit === "%" && isExact(s.figure),
  );
  const rate = near.find(
    (s) => s.index < claim.index && (s.standing === "rate" || s.standing === "share") && !isDatedAlone(s),
  );
  const base =
    near.find((s) => s.standing === "base") ??
    near.find(
      (s) =>
        s !== rate &&
        s.index < claim.index &&
        (s.standing === "rate" || s.standing === "share") &&
        (alike(s, rate) || isDatedAlone(s)),
    );
  return [rate, base];
}

/** 2024年为86.5%: the rate just told, of another year. */
const isDatedAlone = (s: Statement): boolean => s.year !== null && nameOf(s).length === 0;

/** Whether two rates go by one name: 优良天数比例84%；上年同期比例为78.6%. */
const alike = (a: Statement, b: Statement | undefined): boolean =>
  b !== undefined && said(a.own).slice(-2) === said(b.own).slice(-2);

/** Whether a number reads as the claim's, at its last written place. */
const equal = (value: number, { figure }: Statement): boolean =>
  Math.abs(value - figure.value!) < figure.precision * 0.501;

/** 增长8.5%，快于全省0.6%, 增速高于全省0.6%: what is held against another is a speed. */
function isFaster(claim: Statement): boolean {
  const { own, previous, standing } = claim;
  if (standing !== "growth" && standing !== "rate" && standing !== "base") return false;
  const words = own.map(({ text }) => text);
  // 快于时间进度0.9%
  if (words.some((word) => against.has(word)) && (words.at(-1) ?? "").endsWith("进度")) return true;
  const speed =
    words.some((word) => SPEEDS.includes(word)) ||
    (previous?.segment === claim.segment &&
      isPercent(previous) &&
      (previous.standing === "growth" || previous.own.some(({ text }) => SPEEDS.some((word) => text.endsWith(word)))));
  if (!speed) return false;
  return (
    words.some((word) => FASTER.has(word)) ||
    (words.some((word) => SPEEDS.includes(word)) &&
      does(claim.ownClasses, "compare") &&
      MOVED.has(words.at(-1) ?? "")) ||
    (words.some((word) => SPEEDS.includes(word)) && words.some((word) => against.has(word)))
  );
}

/** 周转率提高12%（由2.5次提高到2.8次）: what the two values of the bracket grew by in percent. */
function isGrowthInBracket(statements: readonly Statement[], claim: Statement): boolean {
  const [earlier, now] = after(statements, claim, 2);
  return earlier?.owner === claim && isGrowthOf(claim, now, earlier);
}

/** Whether points are told of a count: by its name, as what follows it, or because they are its growth. */
function isOfCount(statements: readonly Statement[], claim: Statement): boolean {
  const { previous, own, gap, direction } = claim;
  // 多177家次，增幅13.8个百分点: a count grows by percent.
  if (
    previous?.standing === "delta" &&
    previous.segment === claim.segment &&
    own.length === 1 &&
    SPEEDS.includes(own[0]!.text)
  )
    return (
      previous.index === claim.index - 1 &&
      previous.figure.unit !== null &&
      !isPercent(previous) &&
      !isMeasured(previous.figure.unit)
    );
  if (direction === null || own.some(({ text }) => against.has(text) || SPEEDS.includes(text))) return false;
  if (isGrowthOfPair(statements, claim)) return true;
  if (SHARING.some((word) => said(gap.slice(0, -1)).includes(word)) || !does(own.at(-1)?.classes ?? 0, "up", "down"))
    return false;
  const subject = said(wordsCounted(claim));
  if (subject !== "") return endsIn(subject, COUNTS);
  return (
    previous?.segment === claim.segment &&
    (previous.standing === "level" || (previous.standing === "base" && previous.clause === claim.clause)) &&
    !isPercent(previous) &&
    !isMeasured(previous.figure.unit) &&
    previous.figure.unit !== null &&
    previous.index === claim.index - 1
  );
}

/** 由2.4万户减到1.8万户，减少25个百分点: what the two counts grew by in percent. */
function isGrowthOfPair(statements: readonly Statement[], claim: Statement): boolean {
  const [now, earlier] = before(statements, claim, 2);
  return earlier?.segment === claim.segment && isGrowthOf(claim, now, earlier);
}

/** Whether a claim reads as the growth, in percent, from one count to another. */
function isGrowthOf(claim: Statement, now: Statement | undefined, earlier: Statement): boolean {
  if (!now || earlier.standing !== "base" || isPercent(now) || !sameUnit(now, earlier) || now.figure.unit === null)
    return false;
  if (!isExact(now.figure) || !isExact(earlier.figure) || !(earlier.figure.value! > 0)) return false;
  return equal((Math.abs(now.figure.value! - earlier.figure.value!) / earlier.figure.value!) * 100, claim);
}

function rewritten({ figure, paragraph: { text } }: Statement, unit: Span, newText: "%" | "个百分点"): Finding {
  const numeral = text.slice(figure.digits.start, figure.digits.end);
  const [written, meant] = [`${numeral}${text.slice(unit.start, unit.end)}`, `${numeral}${newText}`];
  return {
    span: figure.span,
    message:
      newText === "个百分点"
        ? say(
            `“${written}”若指两个比率之差，应写“${meant}”。`,
            `${written} as the difference of two rates is told in percentage points.`,
          )
        : say(
            `“${written}”是数量的增减，应写“${meant}”；“个百分点”只用于两个比率之差。`,
            `${written} is the growth of a count, and told in percent.`,
          ),
    fixes: [
      { title: say(`改为“${newText}”`, `Change to “${newText}”`), safe: false, edits: [{ span: unit, newText }] },
    ],
  };
}
