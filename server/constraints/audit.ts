import type { Located, Report } from "../report/report.ts";
import { type Claim, claimsOf } from "./judge.ts";

/** A claim where it stands: `start` is the offset of its paragraph in the report's text. */
export interface Audited {
  readonly claim: Claim;
  readonly start: number;
}

/** What can be told of every claim of a report, in the order of the text. */
export const audit = ({ paragraphs }: Pick<Report, "paragraphs">): readonly Audited[] =>
  paragraphs.flatMap(({ paragraph, start }: Located) => claimsOf(paragraph).map((claim) => ({ claim, start })));

/** How many claims came out each way. */
export function counted(claims: readonly Audited[]): Readonly<Record<Claim["verdict"], number>> {
  const counts = { proved: 0, refuted: 0, open: 0 };
  for (const { claim } of claims) counts[claim.verdict]++;
  return counts;
}
