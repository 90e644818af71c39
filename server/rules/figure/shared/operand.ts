import { spell } from "../../../constraints/spell.ts";
import type { Figure } from "../../../figures/figure.ts";
import type { Paragraph } from "../../../report/paragraph.ts";
import { say } from "../../../text/message.ts";
import type { Fix, Related } from "../../rule.ts";

/** A number with its unit as the text has it: 437件, 7.3亿元. */
export const written = ({ text }: Paragraph, { digits, span }: Figure): string => text.slice(digits.start, span.end);

/** The number alone, with 万 or 亿: what stands in a computation. */
export const number = (figure: Figure): string => spell(figure.value!, figure);

/** A place that a computation takes one of its numbers from. */
export const operand = (
  paragraph: Paragraph,
  { figure }: { readonly figure: Figure },
  zh: string,
  en: string,
): Related => ({
  span: figure.span,
  message: say(`${zh}：${written(paragraph, figure)}`, `${en}: ${number(figure)}`),
});

/** Writes another value where a figure stands, in the same 万 or 亿; none where the figure is in 汉字. */
export function replacement(paragraph: Paragraph, figure: Figure, value: number): readonly Fix[] {
  const numeral = paragraph.folded.slice(figure.digits.start, figure.digits.end).replaceAll(",", "");
  const scale = figure.value! / Number(numeral);
  if (figure.hanzi || !Number.isFinite(scale) || scale <= 0 || value < 0) return [];
  const step = Math.max(0, Math.min(6, Math.round(-Math.log10(figure.precision / scale))));
  const newText = String(Number((value / scale).toFixed(step)));
  // 0 at its last place is no value that anybody meant to write.
  if (Number(newText) === 0 && figure.value !== 0) return [];
  return [
    {
      title: say(`把${numeral}改为${newText}`, `Change ${numeral} to ${newText}`),
      safe: false,
      edits: [{ span: figure.digits, newText }],
    },
  ];
}
