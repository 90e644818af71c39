/** As much as is looked at on either side, so that asking at every place of a text stays linear. */
const REACH = 120;

/** What stands around a place up to the nearest of `stops` on either side: the clause or the sentence it is in. */
export function around(text: string, at: number, stops: string): string {
  let start = at;
  while (start > 0 && at - start < REACH && !stops.includes(text[start - 1]!)) start--;
  let end = at;
  while (end < text.length && end - at < REACH && !stops.includes(text[end]!)) end++;
  return text.slice(start, end);
}
