import type { ZodMiniType } from "zod/mini";
import type { Role } from "../grammar/role.ts";
import type { Paragraph } from "../report/paragraph.ts";
import type { Report } from "../report/report.ts";
import type { Edit } from "../text/edit.ts";
import type { Message } from "../text/message.ts";
import type { Span } from "../text/span.ts";

export const SEVERITIES = ["error", "warning", "information", "hint"] as const;

export type Severity = (typeof SEVERITIES)[number];

/** What a rule rests on; it caps the severity and chooses the wording. */
export type Basis = "regulation" | "standard" | "arithmetic" | "practice" | "house";

/** A repair. `safe` ones are applied by fix-all and on save; the others only when the writer picks them. */
export interface Fix {
  readonly title: Message;
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

/** Another place that a finding speaks of, such as the operands of a sum. */
export interface Related {
  readonly span: Span;
  readonly message: Message;
}

/** One fault. Spans are offsets into the subject's text: the paragraph's, or the whole report's. */
export interface Finding {
  readonly span: Span;
  readonly message: Message;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly Related[];
  /** Where the place decides it (a missing section, by profile); otherwise the rule's own. */
  readonly severity?: Severity;
  /** The role that a structure finding is about. */
  readonly role?: string;
  /** Shown faded: the text is superfluous. */
  readonly unnecessary?: boolean;
}

/** What a rule of each scope may see. A rule that reaches further does not compile. */
export interface Subject {
  readonly paragraph: Paragraph;
  readonly document: Report;
}

export type Scope = keyof Subject;

/**
 * A sample that is both a test and documentation. `good` is clean. In `bad` the fault stands between ⟦ and ⟧
 * (several pairs, several findings) and `fixed` is the text after the first fix of each finding.
 * For document rules the text is a whole draft, analysed as a report of kind `profile`, if given.
 */
export type Example =
  | { readonly good: string; readonly profile?: string }
  | { readonly bad: string; readonly fixed?: string; readonly profile?: string };

/** What a project says once, for all the rules that need it. */
export interface House {
  readonly publicEdition: boolean;
  readonly organisation: { readonly name?: string | undefined; readonly place?: string | undefined };
  readonly dictionary: { readonly terms: readonly string[] };
}

export interface Rule<S extends Scope = Scope, O = unknown> {
  /** `<group>/<name>`, equal to the rule's path below server/rules. A public contract. */
  readonly id: string;
  readonly scope: S;
  readonly severity: Severity;
  readonly basis: Basis;
  /** Off unless the writer asks for it. */
  readonly preview?: boolean;
  /** Its repairs are a matter of form alone, settled by GB/T 9704, 15834 or 15835: formatting a report makes them. */
  readonly formal?: boolean;
  readonly summary: Message;
  /** Why it matters to whoever reads the report. */
  readonly why: Message;
  /** The regulation, standard or custom that it rests on, by name. */
  readonly source?: Message;
  /** A schema in which every key has a default, so that `parse({})` gives the defaults. */
  readonly options?: ZodMiniType<O>;
  /** The options that a project fills in by what it says once, where they are left empty. */
  readonly filledBy?: (house: House) => Readonly<Record<string, unknown>>;
  readonly examples: readonly Example[];
  /**
   * Of a rule with the scope of a paragraph: what one must hold for the rule to find anything in it, any of these words and
   * marks in its folded text, or a figure. It is asked of no other. A promise, for speed alone: a test holds it against
   * asking the rule of all.
   */
  readonly needs?: readonly string[] | "figures";
  /** Of a rule with the scope of a paragraph: the roles of the sections whose paragraphs it is not asked of. */
  readonly except?: readonly Role[];
  /** Yields the faults of one subject. It is pure: the same subject and options give the same findings. */
  check(subject: Subject[S], options: O): Iterable<Finding>;
}

// The list of rules holds rules of every scope and option type; the engine pairs each with its own subject.
// biome-ignore lint/suspicious/noExplicitAny: options are checked against the rule's own schema before they reach it.
export type AnyRule = { [S in Scope]: Rule<S, any> }[Scope];

/** Gives a rule its type; a rule is otherwise a plain value. */
export const defineRule = <S extends Scope, O = Record<string, never>>(rule: Rule<S, O>): Rule<S, O> => rule;
