import type { Layer } from "./project.ts";

/** A value in force and the files that set it; null stands for an editor's own settings. Of a list, each added a part. */
export interface Origin {
  readonly value: unknown;
  readonly files: readonly (string | null)[];
}

/** Where the values come from that are not defaults, by their dotted keys. */
export function origins(layers: readonly Layer[]): ReadonlyMap<string, Origin> {
  const known = new Map<string, Origin>();
  const set = (key: string, value: unknown, file: string | null): void => {
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      for (const [name, item] of Object.entries(value)) set(key === "" ? name : `${key}.${name}`, item, file);
      return;
    }
    const before = known.get(key);
    // A value in the place of a group, or a group in the place of a value, leaves nothing of what was there.
    for (const other of known.keys())
      if (other.startsWith(`${key}.`) || key.startsWith(`${other}.`)) known.delete(other);
    known.set(
      key,
      Array.isArray(value) && Array.isArray(before?.value)
        ? { value: [...before.value, ...value], files: [...before.files, file] }
        : { value, files: [file] },
    );
  };
  for (const { file, input } of layers) set("", input, file);
  return known;
}
