import { isSameList } from "./list.ts";

/** What a function answered about a key, and what others did before it. */
interface Answer {
  readonly by: object;
  readonly value: unknown;
  before: Answer | null;
}

/** A class whose instances are whatever objects it is given. */
class Itself {
  constructor(key: object) {
    // biome-ignore lint/correctness/noConstructorReturn: so that a subclass adds its private field to that object.
    return key;
  }
}

/**
 * The answers about an object, kept in a private field of it, which nothing else sees or copies. A weak map for each
 * function holds the same, at ten times the cost: there are as many answers as paragraphs and functions.
 */
class Known extends Itself {
  #answers: Answer | null = null;

  static of(key: object): Answer | null {
    return #answers in key ? key.#answers : null;
  }

  /** Puts an answer before all others, as it is likely to be asked for again. */
  static advance(key: object, answer: Answer, after: Answer): void {
    if (!(#answers in key)) return;
    after.before = answer.before;
    answer.before = key.#answers;
    key.#answers = answer;
  }

  static add(key: object, by: object, value: unknown): void {
    const known = #answers in key ? key : (new Known(key) as Known);
    known.#answers = { by, value, before: known.#answers };
  }
}

/** Remembers a function's answers by the identity of its argument. Nothing is ever invalidated: values are immutable. */
export function memo<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  return (key) => {
    for (let answer = Known.of(key), after: Answer | null = null; answer; after = answer, answer = answer.before)
      if (answer.by === compute) {
        if (after) Known.advance(key, answer, after);
        return answer.value as V;
      }
    const value = compute(key);
    Known.add(key, compute, value);
    return value;
  };
}

/**
 * As `memo`, of a function that depends on a list of more things: of each key the last answer alone is kept, and given again
 * while each thing of the list is the same.
 */
export function memoLast<K extends object, A extends readonly unknown[], V>(
  compute: (key: K, on: A) => V,
): (key: K, on: A) => V {
  const kept = memo((_: K): { last: { readonly on: A; readonly value: V } | null } => ({ last: null }));
  return (key, on) => {
    const held = kept(key);
    if (!held.last || !isSameList(held.last.on, on)) held.last = { on, value: compute(key, on) };
    return held.last.value;
  };
}

/** A value that is made when it is first asked for. */
export function once<V>(make: () => V): () => V {
  let made: { value: V } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
