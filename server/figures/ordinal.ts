import { type Clued, isOneOf, lineBefore, matchAt, plain } from "./place.ts";
import { longest } from "./vocabulary.ts";

const ANNIVERSARY = / ?周年/y;
/** 2期工程, 4号线2期 */
const PHASE = / ?期(?=工程|项目|厂房|标段|用地)/y;
const RANKED = /(?:名|位|强)?(?=[,。;、!?)\n]|行列|$)|[名位]/y;
/** 前3名; not 目前3名 */
const FOREMOST = /(?<![目此以之日年事会])前 ?$/;
const ITEM = /(?:附件|附表|附图|专栏|表|图|案例|TOP) ?$/;
/** What stands before a position: 第, or 第3、 in a list. */
const POSITION = /第(?: ?\d{1,4} ?[、和及与至到—~-]{1,2}){0,5} ?$/;

/** Positions: 第84次, 前3名, 60周年, 附件1, heading labels 1. and (1). */
export const ordinal: Clued = {
  before: "第、和及与至到—~-前件表图栏例P",
  after: "周期]).、",
  read(place) {
    const { text, at, end, vocabulary } = place;
    const line = lineBefore(text, at);
    const anniversary = matchAt(ANNIVERSARY, text, end);
    const positioned =
      anniversary !== null ||
      (line.includes("第") && POSITION.test(line)) ||
      matchAt(PHASE, text, end) !== null ||
      (line.includes("前") && FOREMOST.test(line) && matchAt(RANKED, text, end)) ||
      (ITEM.test(line) && longest(vocabulary.units, text, end) === end && !isOneOf(".万亿%余多", text, end)) ||
      isLabel(text, at, end, line);
    if (!positioned) return null;
    const value = Number(text.slice(at, Math.min(end, at + 15)));
    return plain("ordinal", place, end + (anniversary?.[0].length ?? 0), value);
  },
};

/** 1.2024年 is an item that begins with a year. */
const NOT_DECIMAL = /\.(?=\D|$|(?:19|20)\d\d ?年)/y;
const START = /(?:^|[。;:!?”)])[\s#>*|-]*$/;

/** Whether the number heads a line or an item: “1.” “1、” “1)” “(1)”, or points to a note: “[1]”. */
function isLabel(text: string, at: number, end: number, line: string): boolean {
  if (end - at > 2) return false;
  const mark = text[end];
  if (mark === "]") return /\[$/.test(line);
  const next = text[end + 1] ?? "";
  if (mark === ")") return /\($/.test(line) || START.test(line);
  if (mark === ".")
    return START.test(line) ? matchAt(NOT_DECIMAL, text, end) !== null : /[\u4e00-\u9fff“《(]/.test(next);
  return mark === "、" && START.test(line);
}
