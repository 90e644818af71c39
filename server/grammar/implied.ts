import type { Body, Placed, Row } from "../syntax/block.ts";
import type { Section } from "../syntax/outline.ts";
import { fold } from "../text/fold.ts";

/** How a paragraph opens that turns from what was done to what is planned. */
const TURN =
  /^\s{0,8}(?:进入|面向|展望|面对|着眼|迈入)?(?:20\d\d年(?:度)?[,下]|下半年|下一步|下步|下阶段|今后|明年|来年|新的一年)/;

/**
 * Finds the section that a report has and no heading announces: sub-sections that begin again at （一）, led in by a
 * paragraph about the time to come. Such a section gets a place of its own in the tree, without a heading.
 */
export const withImpliedSections = (sections: readonly Section[]): readonly Section[] => sections.flatMap(split);

function split(section: Section): readonly Section[] {
  const { children } = section;
  const form = children[0]?.label?.form;
  const restart = children.findIndex(({ label }, i) => i > 0 && label?.form === form && label?.number === 1);
  if (restart < 0) return [section];
  const turn = lastParagraph(children[restart - 1]!);
  if (!turn || !TURN.test(fold(turn.block.text))) return [section];
  const kept = children.slice(0, restart);
  const implied: Section = {
    level: section.level,
    label: null,
    title: "",
    heading: null,
    start: turn.start,
    end: section.end,
    body: [turn],
    children: children.slice(restart),
  };
  return [
    { ...section, end: turn.start, children: [...kept.slice(0, -1), without(kept.at(-1)!, turn)] },
    ...split(implied),
  ];
}

function lastParagraph(section: Section): Placed<Body | Row> | null {
  const last = section.children.at(-1);
  return last ? lastParagraph(last) : section.body.length > 1 ? section.body.at(-1)! : null;
}

/** The section as it is when the paragraph at its end belongs to the next one. */
function without(section: Section, turn: Placed<Body | Row>): Section {
  const last = section.children.at(-1);
  return last
    ? { ...section, end: turn.start, children: [...section.children.slice(0, -1), without(last, turn)] }
    : { ...section, end: turn.start, body: section.body.filter((placed) => placed !== turn) };
}
