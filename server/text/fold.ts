const [FIRST, LAST] = [0xff01, 0xff5e];
const ASCII = Array.from({ length: LAST - FIRST + 1 }, (_, i) => String.fromCharCode(0x21 + i));

/**
 * The text with every full-width ASCII form (，（）％＋０–９Ａ–ｚ …) replaced by its ASCII twin.
 * One code unit for one code unit, so offsets into the result are offsets into the text:
 * patterns are written once, against the folded form. 、。“”《》〔〕 have no twin and stay.
 */
export function fold(text: string): string {
  let folded = "";
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < FIRST || unit > LAST) continue;
    folded += text.slice(from, at) + ASCII[unit - FIRST];
    from = at + 1;
  }
  return from === 0 ? text : folded + text.slice(from);
}
