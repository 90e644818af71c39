import type { Report } from "../report/report.ts";
import { afarOf } from "./afar.ts";
import { equalsOf } from "./equal.ts";
import { type Claim, claimsOf } from "./judge.ts";
import { plannedOf } from "./planned.ts";

/** A claim where it stands. Offsets count in the report's text. */
export interface Audited {
  readonly claim: Claim;
  /** Where the claim's paragraph begins. */
  readonly start: number;
  /** Where the operands' paragraph begins, if it is another. */
  readonly from?: number;
}

/** What can be told of every claim of a report, in the order of the text. */
export const audit = (report: Report): readonly Audited[] =>
  [
    ...report.paragraphs.flatMap(({ paragraph, start }) => claimsOf(paragraph).map((claim) => ({ claim, start }))),
    ...equalsOf(report),
    ...afarOf(report),
    ...plannedOf(report),
  ].sort((a, b) => placeOf(a) - placeOf(b));

const placeOf = ({ claim, start }: Audited): number => start + claim.statement.figure.span.start;

/** How many claims came out each way. */
export function counted(claims: readonly Audited[]): Readonly<Record<Claim["verdict"], number>> {
  const counts = { proved: 0, refuted: 0, open: 0 };
  for (const { claim } of claims) counts[claim.verdict]++;
  return counts;
}
