import { memo } from "../../text/memo.ts";
import { isExact, rounds, states } from "../arithmetic.ts";
import { type Mention, mentionsOf } from "../mention.ts";
import type { Paragraph } from "../../report/paragraph.ts";
import { named } from "./named-rate.ts";
import { bracketed, preceding, sameUnit } from "./neighbours.ts";
import { decide, percentOf, type Rate, type Reading } from "./proportion.ts";
import { isShare, shared } from "./share.ts";
import { totalsOf } from "./total.ts";

export type { Rate } from "./proportion.ts";

const OF = /^(?:的|[^,;:。]{1,10}的)$/;
/** The percentages of a paragraph that can be set against counts. */
export const ratesOf = memo((paragraph: Paragraph): readonly Rate[] => {
  const found: Rate[] = [];
  const totals = new Map(
    totalsOf(paragraph).flatMap((total) => total.parts.map((part) => [part, total.whole] as const)),
  );
  const mentions = mentionsOf(paragraph);
  for (const claim of mentions) {
    if (claim.figure.unit !== "%" && claim.figure.unit !== "成") continue;
    if (claim.standing !== "rate" && claim.standing !== "share") continue;
    if (!isExact(claim.figure)) continue;
    const told = (owner: Mention | null): readonly Mention[] =>
      (owner ? (bracketed(paragraph).get(owner) ?? []) : []).filter(
        ({ standing }) => standing === "level" || standing === "target",
      );
    const inside = told(claim);
    // 办结440件（共456件），办结率96.5%: the whole may stand behind its part.
    const behind = told(claim.previous).filter((m) => /^[共总]/.test(m.before));
    const rate =
      fraction(paragraph, claim, mentions) ??
      ofStated(claim) ??
      ofPlan(claim, inside, mentions) ??
      (isShare(claim) ? shared(claim, totals, mentions, inside) : named(claim, mentions, [...inside, ...behind]));
    if (rate) found.push(rate);
  }
  return found;
});

/** 成功率99.78%（21446/21493）. */
function fraction({ folded }: Paragraph, claim: Mention, mentions: readonly Mention[]): Rate | null {
  const ratio = mentions
    .slice(claim.index + 1, claim.index + 3)
    .find(({ figure }) => figure.kind === "ratio" && figure.span.start <= claim.figure.span.end + 4)?.figure;
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

/** 计划投资60999万元，实际完成24627万元，完成年度计划的40.4%: the plan was told before. */
function ofPlan(claim: Mention, inside: readonly Mention[], mentions: readonly Mention[]): Rate | null {
  const part = claim.previous;
  if (!part || part.sentence !== claim.sentence || part.standing !== "level") return null;
  if (!/^[^占]{0,4}(?:完成|达到|实现|为|占)[^,;:。占]{0,8}(?:计划|目标|任务|预算)[^,;:。占]{0,4}的$/.test(claim.before))
    return null;
  if (!/完成|实现|实际|已|达/.test(part.before) || (part.before + part.after).length > 16) return null;
  // 完成年度目标（80亿元）的108%: a number alone in the bracket behind the plan's name is the plan.
  const named = mentions.slice(part.index + 1, claim.index).filter((m) => m.before === "" && m.standing === "level");
  const planned = (m: Mention): boolean =>
    m.standing === "target" || (m.standing === "level" && /计划|目标|任务|预算/.test(m.before));
  const told = [...preceding(part)].filter((m) => m.sentence === part.sentence);
  const whole = [...named, ...[...inside, ...told].filter(planned)].find((m) => sameUnit(m.figure, part.figure));
  if (!whole) return null;
  const reading: Reading = { whole, part, remainder: false };
  return decide(claim, [reading], reading);
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
