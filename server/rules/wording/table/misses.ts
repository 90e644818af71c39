import type { Paragraph } from "../../../report/paragraph.ts";
import { memo } from "../../../text/memo.ts";
import { type NearMiss, nearMisses } from "./near-miss.ts";
import { setPhrases } from "./phrases.ts";

const search = nearMisses(
  setPhrases.map(({ phrase }) => phrase),
  setPhrases.flatMap(({ also }) => also),
);

/** The near misses of set phrases in a paragraph, which no other rule of wording reports again. */
export const missesIn = memo(({ folded }: Paragraph): readonly NearMiss[] => search(folded));
