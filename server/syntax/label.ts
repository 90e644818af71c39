import { type Span, span } from "../text/span.ts";

/** The forms a heading number takes, outermost first (GB/T 9704 knows the first four), and the 一是 of points. */
export const LABEL_FORMS = ["一、", "（一）", "1.", "（1）", "①", "一是"] as const;

export type LabelForm = (typeof LABEL_FORMS)[number];

/** A heading number as written, and what it stands for. */
export interface Label {
  readonly form: LabelForm;
  /** The number as written, such as `(一)` or `1．`, with whatever mark follows it. */
  readonly text: string;
  readonly number: number;
  /** UTF-16 offsets into the text that was read. */
  readonly span: Span;
  /** Whether it is written as the standard asks, brackets of either width allowed. */
  readonly regular: boolean;
}

const HANZI = "[一二三四五六七八九十]{1,4}";

/** Read at a given place of folded text. The irregular spelling of a form follows its regular one. */
const PATTERNS: readonly { form: LabelForm; regular: boolean; lineStartOnly: boolean; pattern: RegExp }[] = [
  { form: "一、", regular: true, lineStartOnly: false, pattern: new RegExp(`(${HANZI})、`, "y") },
  { form: "（一）", regular: false, lineStartOnly: true, pattern: new RegExp(`\\((${HANZI})\\)[、.,:]`, "y") },
  { form: "（一）", regular: false, lineStartOnly: true, pattern: new RegExp(`[[【〔](${HANZI})[\\]】〕]`, "y") },
  { form: "（一）", regular: true, lineStartOnly: false, pattern: new RegExp(`\\((${HANZI})\\)`, "y") },
  { form: "（一）", regular: false, lineStartOnly: true, pattern: new RegExp(`(${HANZI})\\)[、.]?`, "y") },
  { form: "一、", regular: false, lineStartOnly: true, pattern: new RegExp(`(${HANZI})[.,]`, "y") },
  { form: "1.", regular: true, lineStartOnly: false, pattern: /(\d{1,2})\.(?!\d)/y },
  { form: "1.", regular: false, lineStartOnly: true, pattern: /(\d{1,2})、/y },
  { form: "（1）", regular: false, lineStartOnly: true, pattern: /\((\d{1,2})\)[、.]/y },
  { form: "（1）", regular: true, lineStartOnly: false, pattern: /\((\d{1,2})\)/y },
  { form: "（1）", regular: false, lineStartOnly: true, pattern: /(\d{1,2})\)[、.]?/y },
  { form: "①", regular: true, lineStartOnly: false, pattern: /([①-⑳])/y },
  { form: "一是", regular: true, lineStartOnly: true, pattern: new RegExp(`(${HANZI})是`, "y") },
];

/** What any of them begins with. */
const BEGINNING = /[一二三四五六七八九十([【〔\d①-⑳]/y;

/**
 * The label that stands at `at` in folded text, or null.
 * @param lineStart whether a line begins here; irregular spellings and points count only there.
 */
export function labelAt(folded: string, at: number, lineStart: boolean): Label | null {
  BEGINNING.lastIndex = at;
  if (!BEGINNING.test(folded)) return null;
  for (const { form, regular, lineStartOnly, pattern } of PATTERNS) {
    if (lineStartOnly && !lineStart) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(folded);
    const number = match ? ordinal(match[1]!) : null;
    if (match && number) {
      return { form, regular, number, text: match[0], span: span(at, at + match[0].length) };
    }
  }
  return null;
}

/** How the standard writes the n-th label of a form. */
export function formatLabel(form: LabelForm, number: number): string {
  const hanzi = hanziOrdinal(number);
  const written: Record<LabelForm, string> = {
    "一、": `${hanzi}、`,
    "（一）": `（${hanzi}）`,
    "1.": `${number}.`,
    "（1）": `（${number}）`,
    "①": number <= 20 ? String.fromCodePoint(0x2460 + number - 1) : `(${number})`,
    一是: `${hanzi}是`,
  };
  return written[form];
}

const DIGITS = "零一二三四五六七八九";

/** 1 → 一, 12 → 十二, 30 → 三十; whole numbers from 1 to 99. */
export function hanziOrdinal(n: number): string {
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  return (tens ? `${tens > 1 ? DIGITS[tens] : ""}十` : "") + (ones ? DIGITS[ones] : "");
}

function ordinal(written: string): number | null {
  if (/^\d/.test(written)) return Number(written);
  const circled = written.codePointAt(0)! - 0x2460;
  if (circled >= 0 && circled < 20) return circled + 1;
  const match = /^([二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(written);
  if (!match) return null;
  const [, tens, ten, ones] = match as unknown as [string, string, string, string];
  if (!ten && tens && ones) return null;
  const digit = (c: string) => (c ? DIGITS.indexOf(c) : 0);
  return ten ? (tens ? digit(tens) : 1) * 10 + digit(ones) : digit(tens) || digit(ones) || null;
}
