import type { Document, YAMLMap } from "yaml";
import { lines, type Range } from "../text/lines.ts";
import { memo } from "../text/memo.ts";
import { type Message, say } from "../text/message.ts";
import type { Key } from "./mistake.ts";

/** Reads a text by its absolute path; null where there is none, a message where it is not to be read. */
export type Read = (path: string) => Promise<string | Message | null>;

/** Something wrong with the configuration, and where. */
export interface Problem {
  /** The file that holds it; null for an editor's own settings. */
  readonly file: string | null;
  readonly key: Key;
  readonly range: Range | null;
  readonly message: Message;
}

/** A file of configuration as read. */
export interface Source {
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** A problem with what stands under a key. */
  problem(key: Key, message: Message): Problem;
}

/** Reads a file of configuration, JSON or YAML, in one way: JSON is YAML. */
export async function source(file: string, text: string): Promise<Source> {
  // Loaded when there is a file to read: most runs have none, and a start should cost nothing.
  const { isMap, isScalar, parseDocument, visit } = await import("yaml");
  const at = lines(text);
  const range = (start: number, end: number) => ({ start: at.position(start), end: at.position(end) });
  const document: Document = parseDocument(text, { logLevel: "silent", uniqueKeys: false });
  // The library holds every key against every other.
  let twice: { readonly pos: readonly [number, number]; readonly message: string } | null = null;
  visit(document, {
    Map(_, { items }) {
      const known = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (known.has(key.value) && key.range)
          twice ??= { pos: [key.range[0], key.range[1]], message: "Map keys must be unique" };
        known.add(key.value);
      }
    },
  });
  // Looked up once a mistake, of which there may be as many as pairs.
  const pairsOf = memo(
    (map: YAMLMap) => new Map(map.items.flatMap((pair) => (isScalar(pair.key) ? [[pair.key.value, pair]] : []))),
  );
  const place = (key: Key): Problem["range"] => {
    for (let depth = key.length; depth > 0; depth--) {
      const holder = depth === 1 ? document.contents : document.getIn(key.slice(0, depth - 1), true);
      const pair = isMap(holder) ? pairsOf(holder).get(key[depth - 1]) : undefined;
      const node = pair ? pair.key : document.getIn(key.slice(0, depth), true);
      const found = (node as { range?: readonly number[] | null } | undefined)?.range;
      if (found) return range(found[0]!, found[1]!);
    }
    return null;
  };
  try {
    const error = document.errors[0] ?? twice;
    if (error) throw error;
    return {
      value: document.toJS(),
      problems: [],
      problem: (key, message) => ({ file, key, range: place(key), message }),
    };
  } catch (error) {
    const { pos, message } = error as { pos?: readonly [number, number]; message: string };
    const what = message.split(" at line")[0]!;
    return {
      value: {},
      problems: [
        {
          file,
          key: [],
          range: pos ? range(pos[0], pos[1]) : null,
          message: say(
            "这个设置文件从这里起读不通，请检查括号、引号和逗号。",
            `This settings file cannot be read: ${what}. Please check brackets, quotes and commas.`,
          ),
        },
      ],
      problem: (key, message) => ({ file, key, range: null, message }),
    };
  }
}
