import { standard, type Vocabulary } from "../figures/vocabulary.ts";
import { withImpliedSections } from "../grammar/implied.ts";
import { type Match, match, NO_MATCH } from "../grammar/match.ts";
import type { Period } from "../grammar/period.ts";
import type { Profile } from "../grammar/profile.ts";
import { builtinProfiles } from "../grammar/profiles/index.ts";
import { periodOf, recognise, yearsOf } from "../grammar/recognise.ts";
import type { Role } from "../grammar/role.ts";
import type { Placed } from "../syntax/block.ts";
import { isBody, isHeading, type Outline, outline, type Section } from "../syntax/outline.ts";
import { parse, type Syntax } from "../syntax/parse.ts";
import { fold } from "../text/fold.ts";
import { type Span, span } from "../text/span.ts";
import { type Paragraph, paragraphsIn } from "./paragraph.ts";
import { type Signature, signatureOf } from "./signature.ts";

/** A paragraph where it stands. `start` is a UTF-16 offset into the report's text. */
export interface Located {
  readonly paragraph: Paragraph;
  readonly start: number;
  /** The innermost section that holds it; null above the first heading. */
  readonly section: Section | null;
  /** The role of the section it belongs to, inherited from the sections around it. */
  readonly role: Role | null;
}

/** All that is known of one draft: an immutable value, made anew for each version of its text. */
export interface Report {
  readonly text: string;
  readonly syntax: Syntax;
  /** Lossless: the blocks' texts, one after another, are the text. */
  readonly blocks: readonly Placed[];
  /** Whether this is a report (or a piece of one) at all; where it is not, nothing is checked. */
  readonly recognised: boolean;
  /** The id of its profile; null for a piece of a report whose kind does not show. */
  readonly kind: string | null;
  readonly profile: Profile | null;
  readonly title: { readonly text: string; readonly span: Span } | null;
  readonly period: Period | null;
  readonly sections: readonly Section[];
  readonly match: Match;
  readonly paragraphs: readonly Located[];
  readonly signature: Signature;
}

export interface AnalyseOptions {
  /** The kinds to choose among; the built-in ones if left out. */
  readonly profiles?: readonly Profile[];
  /** The id of the kind that this is said to be; an unknown id is as none. */
  readonly profile?: string | undefined;
  /** Taken for a report whatever it holds, as a .govreport file is. */
  readonly declared?: boolean;
  /** The units and names by which figures are read; the standard ones if left out. */
  readonly vocabulary?: Vocabulary;
  /** The report of an earlier version of the text: what did not change is taken over. */
  readonly previous?: Report | undefined;
}

/** Reads a draft. Total and pure: any text has a report, and the same text and options have an equal one. */
export function analyse(text: string, options: AnalyseOptions = {}): Report {
  const profiles = options.profiles ?? builtinProfiles;
  const syntax = parse(text, options.previous?.syntax);
  const { blocks } = syntax;
  const tree = outline(blocks);
  const sections = withImpliedSections(tree.sections);
  const title = titleOf(blocks);
  const headings = sections.map((section) => section.title);
  const named = profiles.find(({ id }) => id === options.profile);
  const profile = named ?? recognise(profiles, title?.text ?? "", headings, openings(tree, sections));
  const period = periodOf(profile, title?.text ?? "", headings, openings(tree, sections));
  const matched = profile ? match(profile, sections, yearsOf(period), title?.text ?? "") : NO_MATCH;
  return {
    text,
    syntax,
    blocks,
    recognised: named !== undefined || options.declared === true || profile !== null || isOfficialProse(blocks),
    kind: profile?.id ?? null,
    profile,
    title,
    period,
    sections,
    match: matched,
    paragraphs: locate(sections, matched.roles, blocks, paragraphsIn(options.vocabulary ?? standard)),
    signature: signatureOf(blocks),
  };
}

const TITLE_WORD = /(?:报告|总结|小结|计划|思路|打算|要点|谋划|设想|展望|汇报|安排|情况|举措)(?:[(（].{0,20}[)）])?$/;
/** No code, no date: a title speaks. */
const TITLE_LINE = /[\u4e00-\u9fff]{2}/;
const TITLE_LINES = 8;
const TITLE_LENGTH = 80;

/**
 * The title: the short lines without a stop above all headings, down to the first that ends as the titles of reports
 * end. A title set over several lines is read as one.
 */
function titleOf(blocks: readonly Placed[]): Report["title"] {
  let lines = 0;
  let text = "";
  let from = -1;
  for (const { block, start } of blocks) {
    if (block.kind === "blank" || block.kind === "residue") continue;
    if ((block.kind === "heading" && block.level > 0) || ++lines > TITLE_LINES) return null;
    const lead = block.kind === "heading" ? block.title.start : block.text.length - block.text.trimStart().length;
    const line = titlePart(block.text.slice(lead));
    if (line.length > TITLE_LENGTH || /[。；;！!？?]|[：:]$/.test(line) || !TITLE_LINE.test(line)) {
      from = -1;
      text = "";
      continue;
    }
    if (from < 0) from = start + lead;
    text += line;
    if (TITLE_WORD.test(line)) return { text, span: span(from, start + lead + line.length) };
  }
  return null;
}

/** A line without its trailing blanks; of one that runs on behind its title, the title. */
function titlePart(line: string): string {
  const text = line.trimEnd().replace(/\*{1,3}$/, "");
  const blank = text.slice(0, TITLE_LENGTH).search(/\s/);
  return text.length > TITLE_LENGTH && blank > 0 && TITLE_WORD.test(text.slice(0, blank)) ? text.slice(0, blank) : text;
}

/** How the paragraphs under the first-level headings begin, and how the report itself does; the date below a title is neither. */
const openings = (tree: Outline, sections: readonly Section[]): string[] =>
  [...tree.preface, ...sections.flatMap(({ body }) => body.slice(0, 1))]
    .map(({ block }) => block.text.slice(0, 60))
    .filter((text) => !DATE_LINE.test(text));

const DATE_LINE = /^\s{0,40}[(（]?20\d\d年\d{1,2}月(?:\d{1,2}日)?[)）]?\s{0,40}$/;

function locate(
  sections: readonly Section[],
  roles: Match["roles"],
  blocks: readonly Placed[],
  paragraphOf: (block: Paragraph["block"]) => Paragraph,
): Located[] {
  const places = new Map<number, { section: Section; role: Role | null }>();
  const enter = (section: Section, inherited: Role | null) => {
    const role = roles.get(section) ?? inherited;
    if (section.heading) places.set(section.heading.start, { section, role });
    for (const { start } of section.body) places.set(start, { section, role });
    for (const child of section.children) enter(child, role);
  };
  for (const section of sections) enter(section, null);
  const located: Located[] = [];
  for (const placed of blocks) {
    if (!isHeading(placed) && !isBody(placed)) continue;
    const place = places.get(placed.start);
    located.push({
      paragraph: paragraphOf(placed.block),
      start: placed.start,
      section: place?.section ?? null,
      role: place?.role ?? null,
    });
  }
  return located;
}

const PROSE =
  /(?:同比|去年同期|上年同期|其中|全年|上半年|截至|累计|我局|全区|全县|全市|辖区|受理|办结|化解|执法|普法|群众)/g;

/** A piece of a report without title or headings: sentences in Chinese that speak of an office's work in figures. */
function isOfficialProse(blocks: readonly Placed[]): boolean {
  const words = new Set<string>();
  let figures = false;
  for (const { block } of blocks) {
    if (block.kind !== "body" && block.kind !== "heading") continue;
    const text = fold(block.text);
    for (const [word] of text.matchAll(PROSE)) words.add(word);
    figures ||= /\d[.,]*\s?(?:余|多)?[万亿]?(?:%|[件起宗份人户个项次场家名条元])/.test(text);
    if (figures && words.size >= 2) return true;
  }
  return false;
}
