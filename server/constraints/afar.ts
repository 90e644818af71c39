import type { Report } from "../report/report.ts";
import { nameOf } from "../statements/name.ts";
import { does, type Statement, statementsOf } from "../statements/statement.ts";
import { memo } from "../text/memo.ts";
import { as, type Constraint } from "./constraint.ts";
import type { Restated } from "./equal.ts";
import { holds } from "./holding.ts";
import { isExact } from "./interval.ts";
import { claimsOf } from "./judge.ts";
import { before, crossing, isLevel, isPercent, sameUnit } from "./reach.ts";
import { digitsOf } from "./slip.ts";

/** Only so many counts of one name are tried, the nearest first: whoever reads goes back no further. */
const MOST = 12;
/** With fewer digits a share is borne out by chance. */
const DIGITS = 3;

/**
 * Shares of a whole that another paragraph tells, by the name they give it: 占登记户数的61.5%. They are borne out where they
 * hold; what does not hold may be of another whole, and nothing is said of it.
 */
export const afarOf = memo((report: Pick<Report, "paragraphs">): readonly Restated[] => {
  const wholes = new Map<string, { whole: Statement; start: number }[]>();
  for (const { paragraph, start } of report.paragraphs)
    for (const whole of statementsOf(paragraph))
      if (isLevel(whole) && isExact(whole.figure))
        for (const key of new Set(nameOf(whole).map(endOf))) {
          const row = wholes.get(key);
          if (row) row.push({ whole, start });
          else wholes.set(key, [{ whole, start }]);
        }
  const found: Restated[] = [];
  for (const { paragraph, start } of report.paragraphs) {
    const told = new Set(claimsOf(paragraph).map(({ statement }) => statement));
    const statements = statementsOf(paragraph);
    for (const claim of statements) {
      const named = told.has(claim) ? [] : wholeNamed(claim);
      const far = named.length === 0 ? [] : named.flatMap((word) => wholes.get(endOf(word))?.slice(-MOST) ?? []);
      const near =
        far.length === 0 ? [] : before(statements, claim, 6).filter((s) => isLevel(s) && crossing(s, claim) < 2);
      const proof = near
        .flatMap((numerator) =>
          far
            .filter(({ whole }) => sameUnit(whole, numerator))
            .map((other) => ({ ...other, constraint: share(claim, numerator, other.whole) })),
        )
        .find(({ constraint }) => holds(constraint));
      if (proof)
        found.push({
          claim: { statement: claim, verdict: "proved", constraint: proof.constraint, slip: null, certain: true },
          start,
          from: proof.start,
        });
    }
  }
  return found;
});

const endOf = (word: string): string => word.slice(-2);

/** The words that name what a share is of: 常住人口 of 占常住人口的. */
function wholeNamed(claim: Statement): readonly string[] {
  if (!isPercent(claim) || claim.standing !== "share" || digitsOf(claim.figure) < DIGITS) return [];
  const at = claim.own.findIndex(({ classes }) => does(classes, "share"));
  const named = at < 0 ? claim.own : claim.own.slice(at + 1);
  return named
    .filter(({ figure, pos, text }) => figure < 0 && pos !== "mark" && text.length > 1)
    .map(({ text }) => text);
}

const share = (claim: Statement, numerator: Statement, whole: Statement): Constraint => ({
  kind: "ratio",
  form: "share",
  claim,
  operands: [...as("numerator", numerator), ...as("denominator", whole)],
  cost: 3,
});
