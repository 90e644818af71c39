import type { Fix, Related, Severity } from "../rules/rule.ts";
import type { Message } from "../text/message.ts";
import type { Span } from "../text/span.ts";

/** A finding that has been placed in its document and stamped with its rule. Spans are offsets into the document. */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly span: Span;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
  readonly role: string | null;
  readonly unnecessary: boolean;
}

/** A rule that threw: our own bug, told to the user by name while the other rules go on. */
export interface Failure {
  readonly rule: string;
  readonly error: unknown;
}

/** Everything that linting one report yields; diagnostics stand in document order. */
export interface LintResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly failures: readonly Failure[];
}
