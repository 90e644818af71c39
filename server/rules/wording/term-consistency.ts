import * as z from "zod/mini";
import { fold } from "../../text/fold.ts";
import { type Hit, lexicon, rewrite } from "../../text/lexicon.ts";
import { memo } from "../../text/memo.ts";
import { say } from "../../text/message.ts";
import { defineRule } from "../rule.ts";
import { type Term, terms } from "./table/terms.ts";

/** Finds both names of each term; they may stand inside one another, so each is looked for by itself. */
const searches = memo((list: readonly Term[]) =>
  list.map((term) => ({
    term,
    one: lexicon([term]),
    other: lexicon([{ wrong: term.seen ?? term.right }]),
  })),
);

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
    { good: "全年优化法治化营商环境，法治化营商环境评价居全市前列，同比提升2位。" },
    {
      bad: "全年优化法治化营商环境成效明显。\n下一步，打造⟦法治营商环境⟧。",
      fixed: "全年优化法治化营商环境成效明显。\n下一步，打造法治化营商环境。",
    },
  ],
  *check({ text, paragraphs }, options) {
    const places = paragraphs.map(({ paragraph, start }) => ({ folded: paragraph.folded, start }));
    for (const { term, one, other } of [...searches(terms), ...searches(ownTerms(options.terms))]) {
      const variants = hits(places, one);
      if (variants.length === 0) continue;
      const standards = hits(places, other);
      if (standards.length === 0) continue;
      const [yielding, right] =
        term.equal && variants.length > standards.length ? [standards, term.wrong] : [variants, term.right];
      for (const hit of yielding) {
        const found = text.slice(hit.span.start, hit.span.end);
        const name = rewrite(right, hit, text);
        yield {
          span: hit.span,
          message: say(
            `文中另处写作“${name}”，此处为“${found}”，请统一。`,
            `Elsewhere this is called “${name}”; use one name throughout.`,
          ),
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

type Place = { readonly folded: string; readonly start: number };

function hits(places: readonly Place[], search: ReturnType<typeof lexicon>): Hit<never>[] {
  return places.flatMap(({ folded, start }) =>
    [...search(folded)].map((hit) => ({
      ...hit,
      phrase: hit.phrase as never,
      span: { start: hit.span.start + start, end: hit.span.end + start },
      groups: hit.groups.map((group) => ({ start: group.start + start, end: group.end + start })),
    })),
  );
}
