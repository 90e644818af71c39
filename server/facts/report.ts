import type { Period } from "../grammar/period.ts";
import type { Profile } from "../grammar/profile.ts";
import type { Role } from "../grammar/role.ts";
import type { Placed } from "../syntax/block.ts";
import type { Section } from "../syntax/outline.ts";
import type { Span } from "../text/span.ts";
import type { Paragraph } from "./paragraph.ts";

/** A paragraph where it stands. `start` is a UTF-16 offset into the report's text. */
export interface Located {
  readonly paragraph: Paragraph;
  readonly start: number;
  /** The innermost section that holds it. */
  readonly section: Section | null;
  /** The role of the section it belongs to, inherited from the sections around it. */
  readonly role: Role | null;
}

/** Issuing body and date at the end of a report. */
export interface Signature {
  readonly organisation: { readonly text: string; readonly span: Span } | null;
  readonly date: { readonly text: string; readonly span: Span; readonly year: number; readonly month: number; readonly day: number } | null;
}

/** All that is known of one draft: an immutable value, made anew for each version of its text. */
export interface Report {
  readonly text: string;
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
  readonly roles: ReadonlyMap<Section, Role>;
  readonly paragraphs: readonly Located[];
  readonly signature: Signature;
}
