import { memo } from "../../text/memo.ts";
import { interval, isExact, isWhole, numerators, quotient, rounds, states } from "../arithmetic.ts";
import { indicatorOf, likeness, wordsOf } from "../indicator.ts";
import { type Mention, mentionsOf } from "../mention.ts";
import type { Paragraph } from "../paragraph.ts";
import { bracketed, preceding, sameUnit } from "./neighbours.ts";
import { totalsOf } from "./total.ts";

/** A percentage of a whole, with the part where it is stated. */
export interface Rate {
  readonly kind: "rate";
  readonly claim: Mention;
  /** What the percentage is taken of. */
  readonly whole: number;
  readonly wholeMention: Mention;
  /** What it counts; null where only the whole is stated. */
  readonly part: number | null;
  readonly partMention: Mention | null;
  /** The part is what is left of the whole: 不合格8批次，合格率98.4%. */
  readonly remainder: boolean;
  /** `impossible`: no whole number gives this percentage of the whole. */
  readonly verdict: "holds" | "fails" | "impossible" | "unknown";
  /** It holds only if the last place was cut off and not rounded. */
  readonly cut: boolean;
}

interface Reading {
  readonly whole: Mention;
  readonly part: Mention | null;
  readonly remainder: boolean;
}

/** What the named rates count, and of what. A rate that is not listed counts what its own name says (接种率: 接种). */
const NAMED: readonly { readonly name: RegExp; readonly part: RegExp; readonly whole: RegExp }[] = [
  {
    name: /成功率|化解率|调解率|和解率|调撤率|调成率|调处率/,
    part: /成功|化解|和解|撤诉|调撤|调成|调处|达成/,
    whole: /受理|调解|调处|纠纷|排查|审结|接收|收到/,
  },
  {
    name: /办结率|结案率|审结率|处结率|执结率/,
    part: /办结|审结|结案|执结|处结|已结|办理完毕|处理完毕/,
    whole: /受理|收到|收案|接收|新收|立案|办理|交办|转办|共有|承办|登记|接到/,
  },
  { name: /采纳率|采用率/, part: /采纳|采用|吸收/, whole: /提出|出具|意见|建议|报送/ },
  {
    name: /整改率|销号率|整治率|消除率|整改完成率|处置率/,
    part: /整改|销号|整治|消除|处置/,
    whole: /发现|排查|查出|隐患|问题|摸排/,
  },
  {
    name: /合格率|达标率|优良率|优良天数比例/,
    part: /合格|达标|优良/,
    whole: /抽检|抽查|检测|监测|检查|检验|抽样|送检|参加|参考|有效/,
  },
  { name: /回收率/, part: /回收|收回/, whole: /发放|发出|问卷/ },
  { name: /满意率|满意度|知晓率|好评率/, part: /满意|知晓|好评/, whole: /回访|问卷|测评|受访|调查|评价|抽访|走访/ },
  { name: /出庭率|应诉率|出庭应诉率/, part: /出庭|应诉/, whole: /开庭|应出庭|应诉|诉讼|庭审|案件/ },
  {
    name: /胜诉率|败诉率|纠错率|维持率|撤销率|服判率/,
    part: /胜诉|败诉|纠错|纠正|维持|撤销|服判/,
    whole: /结案|审结|办结|判决|已结/,
  },
  { name: /破案率|侦破率/, part: /破案|破获|侦破/, whole: /立案|发案|受理/ },
  { name: /答复率|回复率|办复率/, part: /答复|回复|办复/, whole: /收到|受理|接到|承办|申请|诉求|提案|建议/ },
  { name: /通过率|及格率|取证率/, part: /通过|合格|及格|取得/, whole: /参加|参考|报名|应考|参训/ },
  {
    name: /完成率|进度|开工率|竣工率|完工率/,
    part: /完成|开工|竣工|完工|实现/,
    whole: /计划|目标|任务|应|安排|下达|预算/,
  },
  {
    name: /执行率|支出率|支付率|拨付率|到位率|兑现率/,
    part: /执行|支出|支付|拨付|到位|兑现/,
    whole: /预算|下达|安排|应|计划|资金|指标/,
  },
  { name: /接通率/, part: /接通/, whole: /呼入|来电|话务|电话/ },
  { name: /就业率|落实率/, part: /就业|落实/, whole: /毕业|应|培训/ },
];

/** The part of a rate with such a word is not told by the plain count: 按期办结率 counts less than 办结. */
const QUALIFIED =
  /按期|按时|及时|限期|期限|时限|时间内|准时|如期|首次|一次|自动|当场|当庭|当日|当天|规范|有效|平均|综合|提前|主动|优秀|实质|全程|网上|线上|直接|实际|市域|负责人/;

const RATE_NAME =
  /([\u4e00-\u9fff“”]{1,20}?(?:率|满意度|进度|比例|比重|占比))(?:为|是|达到|达|高达|仅为|仅|约为|保持在|稳定在|在|已达|均为|:|\s)*$/;
const NEGATED = /[不未没无]/;
const OF = /^(?:的|[^,;:。]{1,10}的)$/;
const ELSEWHERE = /全[国省市区县]|同期|同类|上年|去年|比上|本[省市]|辖区/;

/** The percentages of a paragraph that can be set against counts. */
export const ratesOf = memo((paragraph: Paragraph): readonly Rate[] => {
  const found: Rate[] = [];
  const totals = new Map(
    totalsOf(paragraph).flatMap((total) => total.parts.map((part) => [part, total.whole] as const)),
  );
  for (const claim of mentionsOf(paragraph)) {
    if (claim.figure.unit !== "%" && claim.figure.unit !== "成") continue;
    if (claim.standing !== "rate" && claim.standing !== "share") continue;
    if (!isExact(claim.figure)) continue;
    const rate =
      fraction(paragraph, claim) ??
      ofStated(claim) ??
      (claim.standing === "share" ? shared(claim, totals) : named(claim, bracketed(paragraph).get(claim) ?? []));
    if (rate) found.push(rate);
  }
  return found;
});

const percentOf = ({ figure }: Mention): { percent: number; step: number } => {
  const scale = figure.unit === "成" ? 10 : 1;
  return { percent: figure.value! * scale, step: figure.precision * scale };
};

function gives(claim: Mention, { whole, part, remainder }: Reading, reads = states): boolean {
  const { percent, step } = percentOf(claim);
  if (!part) return false;
  const all = interval(whole.figure);
  const some = interval(part.figure);
  const range = remainder ? { low: all.low - some.high, high: all.high - some.low } : some;
  const fraction = quotient(range, all);
  return fraction !== null && reads(percent, step, fraction);
}

function relation(claim: Mention, reading: Reading, verdict: Rate["verdict"]): Rate {
  const { whole, part, remainder } = reading;
  const count = part === null ? null : remainder ? whole.figure.value! - part.figure.value! : part.figure.value!;
  return {
    kind: "rate",
    claim,
    whole: whole.figure.value!,
    wholeMention: whole,
    part: count,
    partMention: part,
    remainder,
    verdict,
    cut: verdict === "holds" && !gives(claim, reading, rounds),
  };
}

const sound = ({ whole, part }: Reading): boolean =>
  isExact(whole.figure) && whole.figure.value! > 0 && (part === null || isExact(part.figure));

/** 成功率99.78%（21446/21493）. */
function fraction({ folded, figures }: Paragraph, claim: Mention): Rate | null {
  const ratio = figures.find(
    ({ kind, span }) =>
      kind === "ratio" && span.start >= claim.figure.span.end && span.start <= claim.figure.span.end + 4,
  );
  if (!ratio || !/^[(,]/.test(folded.slice(claim.figure.span.end, ratio.span.start))) return null;
  const numbers = /^(\d+)\/(\d+)$/.exec(folded.slice(ratio.span.start, ratio.span.end));
  if (!numbers) return null;
  const part = Number(numbers[1]);
  const whole = Number(numbers[2]);
  if (!(whole > 0)) return null;
  const { percent, step } = percentOf(claim);
  const value = part / whole;
  const mention: Mention = { ...claim, figure: ratio };
  return {
    kind: "rate",
    claim,
    whole,
    wholeMention: mention,
    part,
    partMention: mention,
    remainder: false,
    verdict: states(percent, step, { low: value, high: value }) ? "holds" : "fails",
    cut: !rounds(percent, step, { low: value, high: value }),
  };
}

/** 完成年初预算60999万元的40.4%: the whole stands right before. */
function ofStated(claim: Mention): Rate | null {
  const whole = claim.previous;
  if (
    !whole ||
    claim.mark !== "" ||
    !OF.test(claim.before) ||
    /^占/.test(claim.before) ||
    whole.sentence !== claim.sentence
  )
    return null;
  if (
    whole.standing === "rate" ||
    whole.standing === "share" ||
    whole.standing === "growth" ||
    whole.figure.unit === "%"
  )
    return null;
  const readings = counts(whole, claim)
    .filter((part) => part !== whole)
    .map((part): Reading => ({ whole, part, remainder: false }));
  return decide(claim, readings, readings[0]);
}

/** The counts before a claim in its sentence, nearest first, in the unit of another one. */
function counts(like: Mention, claim: Mention): Mention[] {
  return [...preceding(claim)].filter(
    (m) =>
      m.standing === "level" &&
      sameUnit(m.figure, like.figure) &&
      (m.sentence === claim.sentence || m.sentence === claim.owner?.sentence),
  );
}

function decide(claim: Mention, readings: readonly Reading[], likely: Reading | undefined): Rate | null {
  const usable = readings.filter(sound);
  const match = usable.find((reading) => gives(claim, reading));
  if (match) return relation(claim, match, "holds");
  if (!likely) return null;
  return relation(claim, likely, sound(likely) ? "fails" : "unknown");
}

/** 民事437件，占47.5%. */
function shared(claim: Mention, totals: ReadonlyMap<Mention, Mention>): Rate | null {
  const words =
    /占(?:比|到|了|去)?([^占]*)$/
      .exec(claim.before)?.[1]
      ?.replace(/(?:比例|比重|份额)?(?:的|为|是|达|达到|约|近)*$/, "") ?? "";
  const subject =
    /^(.*)占/.exec(claim.before)?.[1]?.replace(/其中|分别|[^\u4e00-\u9fff]|[约共各均已仅也都]/g, "") ?? "";
  const levels = [...preceding(claim)].filter((m) => m.standing === "level" || m.standing === "delta");
  const part =
    subject.length < 2
      ? levels[0]
      : (levels.find((m) => indicatorOf(m).words.startsWith(subject)) ??
        levels.find((m) => likeness(subject, indicatorOf(m).words) >= 0.5));
  if (!part || part.standing === "delta" || !linked(part, claim)) return null;
  const wholes = [...preceding(part)].filter(
    (m) => m.standing === "level" && sameUnit(m.figure, part.figure) && m.figure.value! >= part.figure.value!,
  );
  const own = totals.get(part);
  const readings = wholes.map((whole): Reading => ({ whole, part, remainder: false }));
  if (own && !wholes.includes(own)) readings.push({ whole: own, part, remainder: false });
  const generic =
    words === "" || /^(?:全部|总|全年|其|比|案件总|年度)/.test(words) || /总(?:数|量|额|人数|件数)?$/.test(words);
  const likely = own ?? wholes.find((m) => m.sentence === part.sentence || m.sentence === claim.sentence);
  const meant = generic
    ? likely
    : wholes.find((m) => likeness(words, indicatorOf(m).words + indicatorOf(m).noun) >= 0.5);
  const foreign = ELSEWHERE.test(words) && !(meant && ELSEWHERE.test(meant.gap));
  return decide(claim, readings, meant && !foreign ? { whole: meant, part, remainder: false } : undefined);
}

/** Nothing but the share's own words stands between it and its part. */
const linked = (part: Mention, claim: Mention): boolean =>
  part.sentence === claim.sentence || part === claim.owner || part.sentence === claim.owner?.sentence;

/** 办结307件，办结率97.8%. */
function named(claim: Mention, inside: readonly Mention[]): Rate | null {
  const name = RATE_NAME.exec(claim.before)?.[1];
  if (!name) return null;
  const known = NAMED.find((row) => row.name.test(name));
  const stem = name.replace(/(?:率|度|比例|比重|占比)$/, "");
  const part = known?.part ?? (stem.length >= 2 ? new RegExp(escaped(stem.slice(-2))) : null);
  if (!part) return null;
  const levels = [...inside, ...preceding(claim)].filter(
    (m) =>
      (m.standing === "level" || m.standing === "target") &&
      (inside.includes(m) ||
        m.sentence === claim.sentence ||
        m.sentence === claim.owner?.sentence ||
        nextSentence(m, claim)),
  );
  const said = (m: Mention): string => m.before.slice(-20) + m.after.slice(0, 8);
  const parts = levels.filter((m) => part.test(said(m)) && m.standing === "level" && !/率$/.test(m.before));
  const qualified = QUALIFIED.exec(name)?.[0];
  const readings: Reading[] = [];
  for (const some of parts) {
    for (const whole of levels) {
      if (whole === some || !sameUnit(whole.figure, some.figure) || whole.figure.value! < some.figure.value!) continue;
      readings.push({ whole, part: some, remainder: NEGATED.test(said(some)) && !NEGATED.test(name) });
    }
  }
  const counted = inside.filter((m) => m.standing === "level" && !/应|共|总/.test(m.before));
  if (counted.length === 1) {
    const whole = levels.find(
      (m) => !inside.includes(m) && sameUnit(m.figure, counted[0]!.figure) && known?.whole.test(said(m)),
    );
    if (whole && whole.figure.value! >= counted[0]!.figure.value!)
      readings.push({ whole, part: counted[0]!, remainder: false });
  }
  const pair = readings.find(({ whole, part: some }) => some !== null && fits(known?.whole, whole, some, said));
  const honest = pair && (!qualified || said(pair.part!).includes(qualified)) ? pair : undefined;
  const decided = decide(claim, readings, honest);
  if (decided) return decided;
  const two = levels.filter((m) => m.standing === "level" && sameUnit(m.figure, levels[0]!.figure));
  if (two.length === 2) {
    const [later, earlier] = two as [Mention, Mention];
    const reading: Reading = { whole: earlier, part: later, remainder: false };
    if (sound(reading) && gives(claim, reading)) return relation(claim, reading, "holds");
    const speaks = likeness(stem, wordsOf(later)) > 0 && earlier.figure.value! >= later.figure.value!;
    if (!known && !qualified && speaks && later.previous === earlier) return decide(claim, [reading], reading);
  }
  return parts.length || qualified ? null : attainable(claim, name, stem, levels, known?.whole, said);
}

const fits = (words: RegExp | undefined, whole: Mention, part: Mention, said: (m: Mention) => string): boolean =>
  (whole.index < part.index || /应/.test(said(whole))) &&
  (words
    ? words.test(said(whole)) || part.previous === whole
    : part.previous === whole || /应|计划|目标|共有|总/.test(said(whole)));

/** Only the whole is stated: 法律意见32份，法律意见采纳率98%. */
function attainable(
  claim: Mention,
  name: string,
  stem: string,
  levels: readonly Mention[],
  words: RegExp | undefined,
  said: (m: Mention) => string,
): Rate | null {
  const counts = levels.filter((m) => m.standing === "level" && m.sentence === claim.sentence && isWhole(m.figure));
  const whole = counts.find((m) => words?.test(said(m)) || likeness(stem, indicatorOf(m).noun) >= 0.6);
  if (!whole || !sound({ whole, part: null, remainder: false })) return null;
  const subject = stem.length > 2 ? name.replace(words ?? /(?!)/, "") : "";
  const own = indicatorOf(whole).noun;
  if (subject.length > 4 && likeness(stem, own) < 0.3) return null;
  const { percent, step } = percentOf(claim);
  const possible = counts
    .filter((m) => sameUnit(m.figure, whole.figure))
    .some((m) => numerators(percent, step, m.figure.value!).length > 0);
  return relation(claim, { whole, part: null, remainder: false }, possible ? "unknown" : "impossible");
}

const nextSentence = (m: Mention, claim: Mention): boolean =>
  claim.previous?.sentence === m.sentence && claim.previous.sentence !== claim.sentence;

const escaped = (words: string): string => words.replace(/[^\u4e00-\u9fff]/g, "");
