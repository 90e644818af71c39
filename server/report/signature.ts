import type { Placed } from "../syntax/block.ts";
import { isBody } from "../syntax/outline.ts";
import { fold } from "../text/fold.ts";
import { type Span, span } from "../text/span.ts";

export interface SignatureDate {
  readonly text: string;
  readonly span: Span;
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Issuing body, or the person who reports, and date as they stand at the end of a report. Spans are offsets into the whole text. */
export interface Signature {
  readonly organisation: { readonly text: string; readonly span: Span } | null;
  readonly date: SignatureDate | null;
}

const DATES = [
  /^(20\d\d)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日$/,
  /^(20\d\d)[-./](\d{1,2})[-./](\d{1,2})$/,
  /^([二〇○零一三四五六七八九0O]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日$/,
];
const ORGANISATION = /(?:局|委|办|厅|部|院|处|会|府|所|站|中心|街道|镇|乡|公司|大队|支队|组|室|科|我|长|主任|书记)$/;

/** What may stand around the date: a note in brackets (联系人), the lines of the imprint, a page number. */
const IMPRINT = /^\s*(?=\S)(?:[(（].*[)）]|(?:抄送|抄报|主送|附件)[:：].*|.*印发|[—–-]\s*\d{1,3}\s*[—–-])\s*$/;

/** Reads the last lines of a report; page furniture and imprint behind them are passed over. */
export function signatureOf(blocks: readonly Placed[]): Signature {
  const tail = blocks
    .filter(({ block }) => block.kind !== "blank" && block.kind !== "residue")
    .slice(-8)
    .filter(({ block }) => !IMPRINT.test(block.text))
    .slice(-3);
  const lines = tail.filter(isBody).map(({ block, start }) => {
    const text = block.text.trim();
    return { text, start: start + block.text.indexOf(text) };
  });
  const last = lines.pop();
  if (!last || tail.at(-1)?.block.kind !== "body") return { organisation: null, date: null };
  const alone = dateAt(last.text, last.start, 0);
  if (alone) return { organisation: nameAt(lines.pop()), date: alone };
  const blank = last.text.search(/\s\S{0,20}$/);
  const date = blank < 0 ? null : dateAt(last.text, last.start, blank + 1);
  const name = date ? lastWords(last.text.slice(0, blank).trimEnd(), last.start) : last;
  return { organisation: nameAt(name), date };
}

interface Line {
  readonly text: string;
  readonly start: number;
}

/** What stands behind the last full stop or blank: in a report pasted into one line, the issuing body. */
function lastWords(text: string, start: number): Line {
  const from = Math.max(text.lastIndexOf("。"), text.search(/\s\S*$/)) + 1;
  return { text: text.slice(from), start: start + from };
}

/** The name of a person, who signs what he answers for himself: 李明, 王  芳. */
const PERSON = /^(?!特此|以上|此致|敬礼|妥否|谢谢)[\u4e00-\u9fff]\s{0,4}[\u4e00-\u9fff]{1,3}$/;

function nameAt(line: Line | undefined): Signature["organisation"] {
  if (!line || line.text.length > 40 || /[，。；：,;:]/.test(line.text)) return null;
  const [office = "", ...rest] = line.text.split(/\s+/);
  const signed = ORGANISATION.test(office) && PERSON.test(rest.join(" "));
  if (!signed && !ORGANISATION.test(line.text.replace(/\s/g, "")) && !PERSON.test(line.text)) return null;
  return { text: line.text, span: span(line.start, line.start + line.text.length) };
}

function dateAt(line: string, start: number, from: number): SignatureDate | null {
  const text = line.slice(from);
  const date = dateOf(fold(text));
  return date && { ...date, text, span: span(start + from, start + line.length) };
}

function dateOf(text: string): { year: number; month: number; day: number } | null {
  for (const pattern of DATES) {
    const match = pattern.exec(text);
    if (match) return { year: whole(match[1]!), month: whole(match[2]!), day: whole(match[3]!) };
  }
  return null;
}

const DIGITS = "〇一二三四五六七八九";

function whole(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  const digit = (c: string) => Math.max(0, DIGITS.indexOf(c));
  if (!written.includes("十")) return [...written].reduce((sum, c) => sum * 10 + digit(c), 0);
  const [tens, ones] = written.split("十") as [string, string];
  return (tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0);
}
