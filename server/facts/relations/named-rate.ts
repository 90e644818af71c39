import { isWhole, numerators } from "../arithmetic.ts";
import { indicatorOf, likeness, wordsOf } from "../indicator.ts";
import type { Mention } from "../mention.ts";
import { preceding, REACH, sameUnit } from "./neighbours.ts";
import { decide, gives, percentOf, type Rate, type Reading, rated, sound } from "./proportion.ts";
import { NAMED_RATES, QUALIFIED } from "./rate-names.ts";
import { nextIn } from "./sides.ts";

const RATE_NAME =
  /([\u4e00-\u9fff“”]{0,20}?(?:率|满意度|进度|比例|比重|占比))(?:为|是|达到了|达到|达|高达|仅为|仅|约为|保持在|稳定在|在|已达|均为|:|\s)*$/;
/** Rates that are surveyed or defined by law, and not taken of counts beside them. */
const SURVEYED = /失业率|出生率|死亡率|绿地率|绿化覆盖率|森林覆盖率|负债率|利润率|利率|税率|汇率/;
const NEGATED = /[不未没无]/;
/** 办结307件，办结率97.8%. */
export function named(claim: Mention, mentions: readonly Mention[], told: readonly Mention[]): Rate | null {
  const name = RATE_NAME.exec(claim.before)?.[1];
  if (!name || SURVEYED.test(name)) return null;
  const known = NAMED_RATES.find((row) => row.name.test(name));
  const stem = name.replace(/(?:率|度|比例|比重|占比)$/, "");
  const counted = known?.part ?? (stem.length >= 2 ? new RegExp(escaped(stem.slice(-2))) : null);
  if (!counted) return null;
  const next = nextIn(claim, mentions);
  const inside = next && endsIn(next, claim, known?.whole, mentions) ? [...told, next] : told;
  const beside = around(claim, mentions, inside);
  // 调解3441起，成功率达98.4%，成功3386起: the count may follow the rate that is made of it.
  const follows = next?.standing === "level" && next.sentence === claim.sentence && counted.test(said(next));
  const levels = follows && !beside.some((m) => counted.test(said(m))) ? [next, ...beside] : beside;
  const here = levels.some((m) => m.sentence === claim.sentence || inside.includes(m));
  // A rate that opens a sentence goes back to the one before only by its own words.
  if (!here && !levels.some((m) => known?.part.test(said(m)))) return null;
  const due =
    here && levels.some((m) => DUE.test(said(m)) || (EXCEEDING.test(name) && /计划|任务|目标/.test(m.before)));
  // 筛查12600人，完成率105%（任务12000人）: what was done needs no word for it beside its task.
  const doneOf = EXCEEDING.test(name) && inside.some((m) => m.standing === "target") ? countBefore(claim) : null;
  const parts = levels.filter(
    (m) =>
      m.standing === "level" &&
      (m === doneOf ||
        (counted.test(said(m)) && !/率$/.test(m.before)) ||
        (due && DONE.test(said(m))) ||
        isCount(m, inside)),
  );
  const qualified = QUALIFIED.exec(name)?.[0];
  // 按期办结率 is taken of what was closed as well as of what came in.
  const isPlain = (m: Mention): boolean => qualified !== undefined && !said(m).includes(qualified);
  const readings = parts.flatMap((part) =>
    levels
      .filter((whole) => whole !== part && sameUnit(whole.figure, part.figure) && !isOpposite(whole, part))
      .filter(
        (whole) =>
          isPlain(whole) || !counted.test(whole.before) || DUE.test(said(whole)) || known?.whole.test(said(whole)),
      )
      .filter((whole) => whole.figure.value! >= part.figure.value! || EXCEEDING.test(name))
      .map((whole): Reading => ({ whole, part, remainder: NEGATED.test(said(part)) && !NEGATED.test(name) })),
  );
  const likely = readings.find(
    ({ whole, part }) =>
      part !== null &&
      fits(known?.whole, whole, part, inside) &&
      (!qualified || said(part).includes(qualified)) &&
      !isApart(part, claim) &&
      // 户籍人口50万人，城镇人口20万人，常住人口45万人，城镇化率60%: another whole stands nearer.
      !levels.some(
        (m) => m.index > part.index && m.index < claim.index && known?.whole.test(said(m)) && !counted.test(said(m)),
      ),
  );
  // 当场整改62处，限期整改24处，整改率100%: counts of several kinds may make the rate together.
  const kinds = parts.filter((m) => m !== likely?.whole && !NEGATED.test(said(m)));
  const together = kinds.length > 1 && likely && sumOf(kinds, likely.whole) <= likely.whole.figure.value!;
  const decided = decide(claim, readings, together ? undefined : likely) ?? ofSentenceBefore(claim, parts, qualified);
  if (decided || together) return decided;
  const [later, earlier, ...others] = levels.filter(
    (m) => m.standing === "level" && sameUnit(m.figure, levels[0]!.figure),
  );
  if (here && later && earlier && !others.length) {
    const reading: Reading = { whole: earlier, part: later, remainder: false };
    if (sound(reading) && gives(claim, reading)) return rated(claim, reading, "holds");
    const bound =
      !isOpposite(earlier, later) && later.previous === earlier && earlier.figure.value! >= later.figure.value!;
    if (!known && !qualified && bound && speaks(stem, later)) return decide(claim, [reading], reading);
  }
  return parts.length || qualified ? null : attainable(claim, name, stem, levels, known?.whole);
}

/** 完成整改589个，整改率88%，共发现问题669个: the sentence ends in the whole of which the rate and its part are told. */
function endsIn(
  whole: Mention,
  { sentence, previous }: Mention,
  words: RegExp | undefined,
  mentions: readonly Mention[],
): boolean {
  const part = previous?.sentence === sentence && previous.previous?.sentence !== sentence ? previous : null;
  if (part?.standing !== "level" || whole.standing !== "level" || whole.sentence !== sentence || whole.mark !== ",")
    return false;
  if (!sameUnit(whole.figure, part.figure) || nextIn(whole, mentions)?.sentence === sentence) return false;
  return /总[户人件]?数$/.test(whole.before) || (/^共/.test(whole.before) && (words?.test(whole.before) ?? false));
}

/** 共有企业745家。完成改造的企业达523家，改造率为70.2%: the only count of the sentence before is the whole of the only part. */
function ofSentenceBefore(claim: Mention, parts: readonly Mention[], qualified: string | undefined): Rate | null {
  const part = parts[0];
  const whole = part?.previous;
  if (!whole || parts.length > 1 || qualified || part.sentence !== claim.sentence || whole.sentence === part.sentence)
    return null;
  if (whole.standing !== "level" || whole.previous?.sentence === whole.sentence) return null;
  if (!sameUnit(whole.figure, part.figure) || whole.figure.value! < part.figure.value!) return null;
  if (!/(?:共有?|现有|总数|总计|应[\u4e00-\u9fff]|任务|计划)/.test(said(whole))) return null;
  if (!wordsOf(whole).endsWith(/[^的]*$/.exec(wordsOf(part))![0])) return null;
  const reading: Reading = { whole, part, remainder: NEGATED.test(said(part)) };
  return decide(claim, [reading], reading);
}

/** Whether the words of the later of two counts say that the rate is of them: 已建成, …中，1180个, 参加投票 of 参选率. */
const speaks = (stem: string, later: Mention): boolean =>
  !/绿化|森林|植被|城镇登记/.test(stem) &&
  (/^(?:其中)?现?已/.test(later.before) ||
    /^[^,;:。]{0,12}中,/.test(later.gap) ||
    (stem.length <= 3 && /^[^,;:。]{0,12}中已?有/.test(later.gap)) ||
    likeness(stem, wordsOf(later)) > 0 ||
    (stem.length <= 3 && later.before.replace(/^(?:其中|实际)/, "").startsWith(stem[0]!)));

const sumOf = (parts: readonly Mention[], like: Mention): number =>
  parts.reduce((sum, { figure }) => sum + (sameUnit(figure, like.figure) ? figure.value! : 0), 0);

/** 批捕420人，不批捕156人: the two make the whole between them. */
const isOpposite = (whole: Mention, part: Mention): boolean =>
  NEGATED.test(part.before) && whole.before.endsWith(part.before.replace(NEGATED, ""));

/** A semicolon ends what a rate goes back to. */
function isApart(part: Mention, claim: Mention): boolean {
  let at: Mention | null = claim;
  if (part.index > claim.index) return false;
  for (let steps = 0; at && at !== part && steps < REACH; steps++, at = at.previous ?? at.owner)
    if (/;/.test(at.gap)) return true;
  return false;
}

const said = ({ before, after }: Mention): string => before.slice(-20) + after.slice(0, 8);

const DUE = /应(?!急|用|诉|对|当|邀|届)[\u4e00-\u9fff]/;
const DONE = /实(?:际|[到有办收缴接参报完])|^已/;
/** Rates of what was set out to do, which may be more than done. */
const EXCEEDING = /完成率|进度|达成率/;

/** 调解成功率91.4%（1700件）: the count alone in the rate's bracket. */
const isCount = (m: Mention, inside: readonly Mention[]): boolean =>
  inside.length === 1 && inside[0] === m && /^(?:其中|即|为)?$/.test(m.before);

/** The counts that a rate may be made of: in its bracket, before it or, where it opens the sentence, after it. */
function around(claim: Mention, mentions: readonly Mention[], inside: readonly Mention[]): readonly Mention[] {
  const before = [...preceding(claim)].filter(
    (m) =>
      (m.standing === "level" || m.standing === "target") &&
      (m.sentence === claim.sentence || m.sentence === claim.owner?.sentence),
  );
  if (before.length || inside.length) return [...inside, ...before];
  const after: Mention[] = [];
  for (let m = nextIn(claim, mentions); m && m.sentence === claim.sentence && after.length < 3; m = nextIn(m, mentions))
    if (m.standing === "level") after.unshift(m);
  if (after.length) return after;
  const earlier = [...preceding(claim)].filter((m) => nextSentence(m, claim));
  return earlier.some(({ standing }) => standing === "rate")
    ? []
    : earlier.filter(({ standing }) => standing === "level");
}

/** The count before another one, beyond the rate that it may have itself: 办结200件，办结率90%；满意180件. */
function countBefore(part: Mention): Mention | null {
  const before = part.previous;
  return before?.standing === "rate" && before.sentence === part.sentence ? before.previous : before;
}

/** What is won, lost or set right is so of what was decided, not of what came in. */
const JUDGED = /胜诉|败诉|纠错|纠正|维持|撤销|服判/;

/** Whether the words of a whole, and its place, make it what the part is taken of. */
function fits(words: RegExp | undefined, whole: Mention, part: Mention, inside: readonly Mention[]): boolean {
  if (DUE.test(said(whole)) || whole.standing === "target") return true;
  if (inside.includes(whole) && /^[共总]/.test(whole.before)) return true;
  if (inside.includes(whole)) return words === undefined ? whole.before !== "" : words.test(said(whole));
  if (whole.index > part.index) return false;
  if (words?.test(said(whole)) || (countBefore(part) === whole && !JUDGED.test(said(part)))) return true;
  return inside.includes(part) || (words === undefined && /计划|目标|共有|总/.test(said(whole)));
}

/** Those who do the work, of whom no rate of the work is taken: 调解中心18个，调解成功率98.6%. */
const BODY = /(?:中心|站|室|所|点|组织|委员会|调委会|平台|窗口|队伍?|[调仲公]\S?员|机构|团队)$/;

/** Only the whole is stated: 法律意见32份，法律意见采纳率98%. */
function attainable(
  claim: Mention,
  name: string,
  stem: string,
  levels: readonly Mention[],
  words: RegExp | undefined,
): Rate | null {
  const counts = levels.filter((m) => m.standing === "level" && m.sentence === claim.sentence && isWhole(m.figure));
  const whole = counts.find(
    (m) =>
      !BODY.test(said(m)) &&
      (words?.test(said(m)) || (indicatorOf(m).noun.length > 2 && likeness(stem, indicatorOf(m).noun) >= 0.6)),
  );
  if (!whole || !sound({ whole, part: null, remainder: false })) return null;
  const subject = stem.length > 2 ? name.replace(words ?? /(?!)/, "") : "";
  const own = indicatorOf(whole).noun;
  if (subject.length > 4 && likeness(stem, own) < 0.3) return null;
  const { percent, step } = percentOf(claim);
  const possible = counts
    .filter((m) => sameUnit(m.figure, whole.figure))
    .some((m) => numerators(percent, step, m.figure.value!).length > 0);
  // 司法建议12件、检察建议18件，采纳率96.7%: the rate may be of both.
  const both = numerators(percent, step, sumOf(counts, whole)).length > 0;
  return rated(claim, { whole, part: null, remainder: false }, possible || both ? "unknown" : "impossible");
}

/** The sentence before ends in a count, of which no rate has been told yet. */
const nextSentence = (m: Mention, claim: Mention): boolean =>
  claim.previous?.standing === "level" &&
  claim.previous.sentence === m.sentence &&
  claim.previous.sentence !== claim.sentence;

const escaped = (words: string): string => words.replace(/[^\u4e00-\u9fff]/g, "");
