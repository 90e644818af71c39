import { stated } from "../figures/figure.ts";
import type { Report } from "../report/report.ts";
import type { Fix } from "../rules/rule.ts";
import { applyEdits } from "../text/edit.ts";
import { lineEnd } from "../text/layout.ts";
import { append } from "../text/list.ts";
import type { Checked } from "./check.ts";
import type { Diagnostic } from "./diagnostic.ts";

export interface Fixed {
  /** Of the text as mended. */
  readonly report: Report;
  /** What was mended, in the order in which it was. */
  readonly mended: readonly Diagnostic[];
}

export interface FixOptions {
  /** The fix to apply to a finding; the safe one if left out. */
  readonly choose?: (diagnostic: Diagnostic, report: Report) => Fix | undefined;
  /** Let fixes change what figures say. */
  readonly figures?: boolean;
}

const safeOne = ({ fixes }: Diagnostic): Fix | undefined => fixes.find(({ safe }) => safe);

const MOST_ROUNDS = 20;

/**
 * Applies fixes until none is left. Fixes that touch one another wait for the next round, and those that would change
 * what a figure says are left to the writer. Lines end as before. Fixing what was fixed changes nothing.
 */
export function fixAll(
  text: string,
  check: (text: string, previous?: Report) => Checked,
  { choose = safeOne, figures = false }: FixOptions = {},
): Fixed {
  const mended: Diagnostic[] = [];
  const end = lineEnd(text);
  let checked = check(text);
  const rounds = [checked.report];
  while (rounds.length <= MOST_ROUNDS) {
    const { report } = checked;
    let repairs = apart(checked, choose);
    for (; repairs.length > 0; repairs = repairs.slice(0, repairs.length >> 1)) {
      const edits = repairs.flatMap(({ fix }) =>
        fix.edits.map(({ span, newText }) => ({ span, newText: newText.replace(/\r?\n/g, end) })),
      );
      checked = check(applyEdits(report.text, edits), report);
      if (figures || statements(checked.report) === statements(report)) break;
    }
    if (repairs.length === 0) return { report, mended };
    append(
      mended,
      repairs.map(({ diagnostic }) => diagnostic),
    );
    const before = rounds.findIndex(({ text }) => text === checked.report.text);
    if (before >= 0) return { report: rounds.slice(before).reduce(lesser), mended };
    rounds.push(checked.report);
  }
  return { report: checked.report, mended };
}

/** Where fixes undo one another, all texts of the circle are as good; the choice must be the same wherever one enters it. */
const lesser = (a: Report, b: Report): Report => (b.text < a.text ? b : a);

interface Repair {
  readonly diagnostic: Diagnostic;
  readonly fix: Fix;
}

/** The fixes to apply in one round: none touches another. */
function apart({ report, diagnostics }: Checked, choose: NonNullable<FixOptions["choose"]>): readonly Repair[] {
  const repairs = diagnostics.flatMap((diagnostic) => {
    const fix = choose(diagnostic, report);
    return fix ? [{ diagnostic, fix }] : [];
  });
  const edits = repairs
    .flatMap((repair) => repair.fix.edits.map(({ span }) => ({ repair, span })))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const waiting = new Set<Repair>();
  let last: (typeof edits)[number] | null = null;
  for (const edit of edits) {
    if (waiting.has(edit.repair)) continue;
    if (last && last.repair !== edit.repair && edit.span.start <= last.span.end) waiting.add(edit.repair);
    else last = edit;
  }
  return repairs.filter((repair) => !waiting.has(repair));
}

/** What the figures of a report say, whatever they look like. */
export const statements = ({ paragraphs }: Report): string =>
  stated(paragraphs.flatMap(({ paragraph }) => paragraph.figures));
