import { type Case, PLAIN } from "./case.ts";
import { INVARIANTS, subjectOf } from "./invariants.ts";

/** An invariant that a case breaks. */
export interface Violation {
  readonly invariant: string;
  readonly error: Error;
}

/** The first invariant that a case breaks, or null. A text that cannot even be checked breaks “nothing throws”. */
export async function violation(one: Case): Promise<Violation | null> {
  let invariant = "nothing throws";
  try {
    const subject = subjectOf(one);
    for (const [name, holds] of Object.entries(INVARIANTS)) {
      invariant = name;
      await holds(subject);
    }
    return null;
  } catch (error) {
    return { invariant, error: error as Error };
  }
}

/** So many milliseconds are spent on making a case small. */
const PATIENCE = 10_000;

/** A small case that breaks the same invariant as another: without what of its text and settings does not matter. */
export async function smallest(one: Case): Promise<Case> {
  const invariant = (await violation(one))?.invariant;
  const end = performance.now() + PATIENCE;
  const breaks = async (other: Case): Promise<boolean> => (await violation(other))?.invariant === invariant;
  let least = one;
  for (const [key, value] of Object.entries(PLAIN)) {
    const plainer: Case = { ...least, [key]: value };
    if (await breaks(plainer)) least = plainer;
  }
  for (let length = least.text.length >> 1; length > 0; ) {
    const before = least.text.length;
    for (let at = 0; at < least.text.length && performance.now() < end; ) {
      const shorter: Case = { ...least, text: least.text.slice(0, at) + least.text.slice(at + length) };
      if (await breaks(shorter)) least = shorter;
      else at += length;
    }
    if (length > 1 || before === least.text.length) length >>= 1;
  }
  return least;
}
