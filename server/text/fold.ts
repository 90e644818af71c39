// In runs, as a call for each of a million characters takes its time; no longer than a call takes arguments.
const FULL_WIDTH = /[\uff01-\uff5e]{1,4096}/g;

/**
 * The text with every full-width ASCII form (，（）％＋０–９Ａ–ｚ …) replaced by its ASCII twin.
 * One code unit for one code unit, so offsets into the result are offsets into the text:
 * patterns are written once, against the folded form. 、。“”《》〔〕 have no twin and stay.
 */
export const fold = (text: string): string =>
  text.replace(FULL_WIDTH, (run) => String.fromCharCode(...Array.from(run, (c) => c.charCodeAt(0) - 0xfee0)));
