import type { Body, Heading, Placed } from "./block.ts";
import type { Label } from "./label.ts";

/** A heading with all that stands under it. Offsets are UTF-16 code units into the whole text. */
export interface Section {
  /** 1 for the sections right below the title. */
  readonly level: number;
  readonly label: Label | null;
  /** The heading's words without label and stop; empty where the text has no heading for it. */
  readonly title: string;
  readonly heading: Placed<Heading> | null;
  readonly start: number;
  readonly end: number;
  /** The running text that stands directly under the heading, before the first child. */
  readonly body: readonly Placed<Body>[];
  readonly children: readonly Section[];
}
