import { type Span, span } from "../text/span.ts";
import type { Body, Heading, Placed, Row } from "./block.ts";
import { end } from "./block.ts";
import type { Label } from "./label.ts";
import { LABEL_FORMS } from "./label.ts";

/** A heading with all that stands under it. Offsets are UTF-16 code units into the whole text. */
export interface Section {
  /** 1 for the sections right below the title; a point (一是) is one below the section that it stands in. */
  readonly level: number;
  readonly label: Label | null;
  /** The heading's words without label and stop; for a point without a title, the first clause of its text. */
  readonly title: string;
  readonly heading: Placed<Heading> | null;
  readonly start: number;
  readonly end: number;
  /** The running text and the tables that stand directly under the heading, before the first child. */
  readonly body: readonly Placed<Body | Row>[];
  readonly children: readonly Section[];
}

/** What stands above the first heading, and the sections. */
export interface Outline {
  readonly preface: readonly Placed<Body | Row>[];
  readonly sections: readonly Section[];
}

interface Open {
  readonly heading: Placed<Heading>;
  readonly level: number;
  readonly body: Placed<Body | Row>[];
  readonly children: Section[];
}

const POINT = LABEL_FORMS.indexOf("一是") + 1;

/** Below 附件： stand the names of attachments, whose numbers make no sections. */
const ATTACHMENTS = /^\s*附件\s*[:：]/;
const THIRD = LABEL_FORMS.indexOf("1.") + 1;

/** Builds the tree of sections from the levels that the labels ask for. A level that is skipped makes no section of its own. */
export function outline(blocks: readonly Placed[]): Outline {
  const preface: Placed<Body | Row>[] = [];
  const sections: Section[] = [];
  const open: Open[] = [];
  let attached = false;
  const closeTo = (level: number, at: number) => {
    while (open.length > 0 && open.at(-1)!.level >= level) {
      const done = open.pop()!;
      (open.at(-1)?.children ?? sections).push(sectionOf(done, open.at(-1)?.level ?? 0, at));
    }
  };
  for (const placed of blocks) {
    if (isHeading(placed) && placed.block.level > 0) {
      attached &&= placed.block.level >= THIRD;
      if (attached) continue;
      closeTo(placed.block.level, placed.start);
      open.push({ heading: placed, level: placed.block.level, body: [], children: [] });
    } else if (isBody(placed) || isRow(placed)) {
      attached ||= ATTACHMENTS.test(placed.block.text);
      (open.at(-1)?.body ?? preface).push(placed);
    }
  }
  const last = blocks.at(-1);
  closeTo(0, last ? end(last) : 0);
  return { preface, sections };
}

function sectionOf({ heading, level, body, children }: Open, parentLevel: number, at: number): Section {
  const { block, start } = heading;
  const title = block.text.slice(block.title.start, block.title.end);
  return {
    level: level === POINT ? parentLevel + 1 : level,
    label: block.label,
    title: title || firstClause(body[0]?.block.text ?? ""),
    heading,
    start,
    end: at,
    body,
    children,
  };
}

const firstClause = (text: string): string => /^\s*([^，,；;。：:\n]{0,40})/.exec(text)?.[1]?.trim() ?? "";

/** Where a section shows itself: its label and title, or without a heading the first words of its text. */
export function headingSpan({ heading, body, start }: Section): Span {
  if (heading) {
    const { block } = heading;
    const lead = Math.max(0, block.text.search(/\S/));
    return span(heading.start + lead, heading.start + Math.max(block.title.end, block.label?.span.end ?? lead + 1));
  }
  const text = body[0]?.block.text ?? "";
  const lead = Math.max(0, text.search(/\S/));
  const stop = text.slice(lead, lead + FIRST_WORDS).search(/[。；;\r\n]/);
  const from = (body[0]?.start ?? start) + lead;
  return span(from, from + (stop < 0 ? Math.min(FIRST_WORDS, text.length - lead) : stop));
}

const FIRST_WORDS = 24;

/** Every section of a tree, outer before inner. */
export function* walk(sections: readonly Section[]): Generator<Section> {
  for (const section of sections) {
    yield section;
    yield* walk(section.children);
  }
}

export const isHeading = (placed: Placed): placed is Placed<Heading> => placed.block.kind === "heading";
export const isBody = (placed: Placed): placed is Placed<Body> => placed.block.kind === "body";
export const isRow = (placed: Placed): placed is Placed<Row> => placed.block.kind === "row";
