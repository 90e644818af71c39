import type { CompletionParams } from "vscode-languageserver";
import { type CompletionItem, CompletionItemKind, InsertTextFormat } from "vscode-languageserver-types";
import { fillTemplate } from "../grammar/template.ts";
import { say } from "../text/message.ts";
import { span } from "../text/span.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { rangeOf } from "./range.ts";
import { sentences } from "./sentences.ts";
import { modelled, opened, reportTemplate, sectionTemplate } from "./skeletons.ts";
import { plain, snippet } from "./snippet.ts";

const MISSING = say("补写这一部分", "add the missing section");
const WHOLE = say("整篇提纲", "outline of a whole report");
const SENTENCE = say("数据句式", "sentence for figures");

/** Something to insert, before it is put where the cursor stands. */
interface Offer {
  readonly label: string;
  readonly detail: string;
  readonly kind: CompletionItemKind;
  readonly template: string;
  /** What a writer may have begun to type. */
  readonly words: readonly string[];
  /** Whether it fits what is typed before the cursor on its line, of which `typed` characters begin one of its words. */
  fits(typed: number, before: string): boolean;
}

/**
 * What can be written next: on a line of its own a section that the draft still lacks (in an empty one, a whole
 * outline), and anywhere the sentences in which reports state their figures. Nothing where no report is written.
 */
export function completion(snapshot: Snapshot, { position }: CompletionParams): CompletionItem[] {
  const { lines, report, language } = snapshot;
  if (!report.recognised && language !== "govreport") return [];
  const at = lines.offset(position);
  const before = report.text.slice(lines.offset({ line: position.line, character: 0 }), at).trimStart();
  const empty = report.text.trim() === before.trim();
  return [...(empty ? outlines(snapshot) : missing(snapshot, at)), ...phrases(snapshot)]
    .map((offer) => ({ ...offer, typed: typedOf(before, offer.words) }))
    .filter(({ fits, typed }) => fits(typed.length, before))
    .map((offer, index) => item(snapshot, offer, at, index));
}

const outlines = ({ profiles, reader: { locale } }: Snapshot): Offer[] =>
  profiles.map((profile) => ({
    label: profile.name,
    detail: WHOLE[locale],
    kind: CompletionItemKind.Module,
    template: opened(reportTemplate(profile)),
    words: [profile.name],
    fits: onItsOwn,
  }));

function missing({ report, reader: { locale } }: Snapshot, at: number): Offer[] {
  const { profile, period, sections, match } = report;
  if (!profile) return [];
  const filled = new Set([...match.filled.values()].flat());
  const number = sections.filter(({ heading, start }) => heading && start < at).length + 1;
  return modelled(profile)
    .filter((spec) => !filled.has(spec))
    .map((spec) => {
      const model = sectionTemplate(spec, number);
      const template = period ? fillTemplate(model, period, "") : opened(model);
      return {
        label: spec.name,
        detail: MISSING[locale],
        kind: CompletionItemKind.Module,
        template,
        words: [template],
        fits: onItsOwn,
      };
    });
}

/** Where the editor has the sentences as snippets of its own, only those that were begun in Chinese, which snippets miss. */
function phrases({ language, reader: { locale, ownSentences } }: Snapshot): Offer[] {
  const own = ownSentences.includes(language);
  return sentences.map(({ name, words, initials, template }) => ({
    label: name[locale],
    detail: SENTENCE[locale],
    kind: CompletionItemKind.Snippet,
    template,
    words: own ? words : [...words, initials],
    fits: (typed) => typed > 0 || !own,
  }));
}

const onItsOwn = (typed: number, before: string): boolean => typed === before.length;

interface Typed {
  readonly word: string;
  readonly length: number;
}

function item(
  snapshot: Snapshot,
  { label, detail, kind, template, typed }: Offer & { readonly typed: Typed },
  at: number,
  index: number,
): CompletionItem {
  const { snippets } = snapshot.reader;
  return {
    label,
    detail,
    kind,
    documentation: plain(template),
    // Editors compare this with what stands in the range: Chinese has no blanks to tell where a word begins.
    filterText: typed.word || label,
    sortText: String(index).padStart(2, "0"),
    insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: {
      range: rangeOf(snapshot, span(at - typed.length, at)),
      newText: snippets ? snippet(template) : plain(template),
    },
  };
}

/** The longest beginning of any of the words with which the text before the cursor ends. */
function typedOf(before: string, words: readonly string[]): Typed {
  let best: Typed = { word: "", length: 0 };
  for (const word of words) {
    for (let length = Math.min(word.length, before.length); length > best.length; length--) {
      if (before.endsWith(word.slice(0, length))) best = { word, length };
    }
  }
  return best;
}
