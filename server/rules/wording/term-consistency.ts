import * as z from "zod/mini";
import type { Paragraph } from "../../report/paragraph.ts";
import type { Located } from "../../report/report.ts";
import { fold } from "../../text/fold.ts";
import { type Hit, lexicon, type Phrase, rewrite } from "../../text/lexicon.ts";
import { memo } from "../../text/memo.ts";
import { say } from "../../text/message.ts";
import { shift } from "../../text/span.ts";
import { defineRule } from "../rule.ts";
import { keepsWords } from "./table/borders.ts";
import { type Term, terms } from "./table/terms.ts";

/** Where the two names of a term stand. */
interface Uses {
  readonly term: Term;
  readonly variants: readonly Hit<Phrase>[];
  readonly standards: readonly Hit<Phrase>[];
}

type Names = (paragraph: Paragraph) => readonly Hit<Phrase>[];

const namesBy = (phrase: Phrase): Names => {
  const search = lexicon([phrase]);
  return memo((paragraph: Paragraph) => search(paragraph.folded, keepsWords(paragraph)));
};

/** The terms with what finds their names, which may stand inside one another, so that each is looked for by itself. */
const searchesOf = memo((list: readonly Term[]) => {
  const any = lexicon<Phrase>(list);
  return {
    /** Whether a paragraph has any of the variants: mostly it has none, and no more is asked. */
    varies: memo(({ folded }: Paragraph): boolean => any(folded).length > 0),
    terms: list.map((term) => ({ term, one: namesBy(term), other: namesBy({ wrong: term.seen ?? term.right }) })),
  };
});

/** The terms of which a draft uses the variant, and where both names stand. */
function usesIn(paragraphs: readonly Located[], list: readonly Term[]): readonly Uses[] {
  const { varies, terms } = searchesOf(list);
  const varied = paragraphs.filter(({ paragraph }) => varies(paragraph));
  const found: Uses[] = [];
  for (const { term, one, other } of terms) {
    const variants = placesOf(varied, one);
    if (variants.length > 0) found.push({ term, variants, standards: placesOf(paragraphs, other) });
  }
  return found;
}

const placesOf = (paragraphs: readonly Located[], names: Names): Hit<Phrase>[] =>
  paragraphs.flatMap(({ paragraph, start }) => names(paragraph).map((hit) => moved(hit, start)));

const moved = (hit: Hit<Phrase>, by: number): Hit<Phrase> => ({
  ...hit,
  span: shift(hit.span, by),
  groups: hit.groups.map((group) => shift(group, by)),
});

/** As much of what follows a name as tells whether it is wrong by itself. */
const ALONE = 8;

export default defineRule({
  id: "wording/term-consistency",
  scope: "document",
  severity: "information",
  basis: "practice",
  summary: say("同一事物前后用了两个名称。", "One thing under two names."),
  why: say("名称不统一，读者会以为说的是两件事。", "Under two names a reader takes one thing for two."),
  options: z.object({
    terms: z._default(
      z.array(z.object({ variant: z.string().check(z.minLength(2)), standard: z.string().check(z.minLength(2)) })),
      [],
    ),
  }),
  examples: [
    { bad: "落实⟦行政负责人⟧出庭应诉制度。", fixed: "落实行政机关负责人出庭应诉制度。" },
    { good: "全年优化法治化营商环境，法治化营商环境评价居全市前列，同比提升2位。" },
    {
      bad: "全年优化法治化营商环境成效明显。\n下一步，打造⟦法治营商环境⟧。",
      fixed: "全年优化法治化营商环境成效明显。\n下一步，打造法治化营商环境。",
    },
  ],
  *check({ text, paragraphs }, options) {
    const uses = [...usesIn(paragraphs, terms), ...usesIn(paragraphs, ownTerms(options.terms))];
    for (const { term, variants, standards } of uses) {
      const [yielding, right] =
        term.equal && variants.length > standards.length ? [standards, term.wrong] : [variants, term.right];
      for (const hit of yielding) {
        const both = standards.length > 0;
        if (!both && !term.alone?.test(text.slice(hit.span.end, hit.span.end + ALONE))) continue;
        const found = text.slice(hit.span.start, hit.span.end);
        const name = rewrite(right, hit, text);
        yield {
          span: hit.span,
          message: both
            ? say(
                `文中另处写作“${name}”，此处为“${found}”，请统一。`,
                `Elsewhere this is called “${name}”; use one name throughout.`,
              )
            : say(`“${found}”的规范名称是“${name}”。`, `The proper name of “${found}” is “${name}”.`),
          fixes: [
            {
              title: say(`统一为“${name}”`, `Write “${name}”`),
              safe: false,
              edits: [{ span: hit.span, newText: name }],
            },
          ],
        };
      }
    }
  },
});

const ownTerms = memo((list: readonly { variant: string; standard: string }[]): Term[] =>
  list.map(({ variant, standard }) => ({ wrong: literal(variant), right: standard, seen: literal(standard), bad: "" })),
);

/** A project's terms are taken to the letter. */
const literal = (term: string): string => fold(term).replace(/[…#()|^$]/g, "");
