/**
 * Makes an LSP snippet of a template. `{name}` is a stop that shows `×`, the same wherever its name recurs;
 * `{name:text}` shows a text and `{name:one|two}` offers a choice; each run of `____` is a stop of its own.
 */
export function snippet(template: string): string {
  const stops = new Map<string, number>();
  let count = 0;
  const escaped = template.replace(/[\\$]/g, "\\$&");
  return escaped.replace(STOP, (written, name?: string, shown = "×") => {
    if (name === undefined) return `\${${++count}:${written}}`;
    const known = stops.get(name);
    if (known) return `\${${known}}`;
    stops.set(name, ++count);
    return shown.includes("|") ? `\${${count}|${shown.replaceAll("|", ",")}|}` : `\${${count}:${shown}}`;
  });
}

/** The same for editors that know no snippets: every stop as it is first shown. */
export function plain(template: string): string {
  const stops = new Map<string, string>();
  return template.replace(STOP, (written, name?: string, shown = "×") => {
    if (name === undefined) return written;
    const known = stops.get(name) ?? shown.split("|")[0]!;
    stops.set(name, known);
    return known;
  });
}

const STOP = /\{([^{}:]+)(?::([^{}]*))?\}|_{4,}/g;
