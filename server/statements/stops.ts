const STOPS = new Set(["。", "！", "？", "!", "?", "\n"]);
const isLetterOrDigit = (char: string): boolean =>
  (char >= "0" && char <= "9") || (char >= "a" && char <= "z") || (char >= "A" && char <= "Z");

/** Whether a sentence ends at an offset: at a stop, or at a half-width one that does not stand between letters or digits (占58.2%.二是). */
export const isStopAt = (text: string, at: number): boolean =>
  STOPS.has(text[at]!) ||
  (text[at] === "." && !(isLetterOrDigit(text[at - 1] ?? "") && isLetterOrDigit(text[at + 1] ?? "")));
