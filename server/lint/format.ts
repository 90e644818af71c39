import type { Report } from "../report/report.ts";
import { rules } from "../rules/index.ts";
import type { Fix } from "../rules/rule.ts";
import { fold } from "../text/fold.ts";
import { laidOut } from "../text/layout.ts";
import type { Checked } from "./check.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { fixAll, statements } from "./fix.ts";

const FORMAL: ReadonlySet<string> = new Set(rules.filter(({ formal }) => formal).map(({ id }) => id));

const MOST_ROUNDS = 5;

/**
 * Puts a report into form: heading labels, marks, document numbers, digits, a line for each heading, blank lines.
 * No figure changes its value or unit, and formatting what was formatted changes nothing.
 */
export function format(text: string, check: (text: string, previous?: Report) => Checked, markdown: boolean): Report {
  let { report } = check(text);
  for (let round = 0; round < MOST_ROUNDS && report.recognised; round++) {
    const fixed = fixAll(report.text, check, { choose: formal }).report;
    const laid = check(laidOut(fixed.text, markdown), fixed).report;
    const next = statements(laid) === statements(fixed) ? laid : fixed;
    if (next.text === report.text) break;
    report = next;
  }
  return report;
}

function formal({ rule, fixes }: Diagnostic, { text }: Report): Fix | undefined {
  const [fix] = fixes;
  if (fix && FORMAL.has(rule)) return fix;
  // Of the other repairs, those that make full-width digits and letters half-width.
  return fixes.find(({ edits }) =>
    edits.every(({ span, newText }) => newText === fold(text.slice(span.start, span.end))),
  );
}
