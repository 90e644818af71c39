import { chineseAt } from "../../figures/chinese.ts";
import type { Paragraph } from "../../report/paragraph.ts";
import { type Message, say } from "../../text/message.ts";
import { type Span, span } from "../../text/span.ts";
import { defineRule, type Finding } from "../rule.ts";

export default defineRule({
  id: "figure/impossible-date",
  scope: "paragraph",
  severity: "warning",
  basis: "standard",
  summary: say("没有这一天，或年月日连成了一串。", "There is no such day, or year, month and day run together."),
  why: say(
    "“9月31日”“2月30日”“20211216日”都不成日期，读者无从知道指的是哪一天。",
    "No reader can tell which day is meant by 31 September.",
  ),
  source: say("GB/T 15835—2011《出版物上数字用法》", "GB/T 15835—2011"),
  examples: [
    { good: "截至9月30日，办结案件120件；2月29日前完成汇总，2024年2月29日通报结果。" },
    { good: "2023-09-30入库，2023.12.4开展宣传，“12·4”宣传持续到1月。" },
    { good: "工期18个月，接种对象为18月龄儿童，按1—12月统计，3月5日、30日内办结，农历二月三十日举行庙会。" },
    { good: "落实〔2023〕131号文件，合同编号20211331，产品型号20210931日化类，《6月31日纪事》出版。" },
    { bad: "截至⟦9月31日⟧，办结案件120件。" },
    { bad: "⟦2023年2月29日⟧印发通知，6月25日至⟦31日⟧集中检查，于⟦13月⟧底前总结。" },
    { bad: "⟦6月31日⟧底完成排查，⟦2月30日⟧前上报，⟦二月三十日⟧汇总，⟦2023-09-31⟧验收。" },
    { bad: "⟦20211216日⟧召开推进会。", fixed: "2021年12月16日召开推进会。" },
    { bad: "自⟦20239月⟧起试行，⟦2023年1130日⟧总结。", fixed: "自2023年9月起试行，2023年11月30日总结。" },
  ],
  needs: ["月", "日", "-", "/", "."],
  *check(paragraph) {
    const { folded } = paragraph;
    const read = folded.includes("月") ? [days, spelled, months, numeric, glued] : [numeric, glued];
    const found = read.flatMap((slips) => [...slips(folded)]);
    if (found.length === 0) return;
    const stated = stands(paragraph);
    yield* found.filter(({ span }) => stated(span));
  },
});

const LUNAR = /(?:农历|阴历|旧历|夏历)[\u4e00-\u9fff]{0,4}$/;
const TITLE = /《[^《》]{1,120}》/g;

/** Leaves alone what is part of a name, what is of another calendar, and a line that is a date and nothing else: the signature's. */
function stands({ figures, folded }: Paragraph): (at: Span) => boolean {
  const named = new Uint8Array(folded.length);
  for (const { kind, span } of figures) if (kind === "name") named.fill(1, span.start, span.end);
  for (const { index, 0: title } of folded.matchAll(TITLE)) named.fill(1, index, index + title.length);
  return ({ start, end }) =>
    !named.subarray(start, end).includes(1) &&
    !LUNAR.test(folded.slice(Math.max(0, start - 8), start)) &&
    end - start < folded.trim().length;
}

/** How many days a month has; of an unnamed year the most that it may have. 0 for what is no month. */
const daysIn = (year: number | null, month: number): number =>
  month >= 1 && month <= 12 ? new Date(Date.UTC(year ?? 2024, month, 0)).getUTCDate() : 0;

const exists = (year: number | null, month: number, day: number): boolean => day >= 1 && day <= daysIn(year, month);

const none = (at: Span, written: string): Finding => ({ span: at, message: noSuch(written) });

const noSuch = (written: string): Message =>
  say(`没有“${written}”这个日期，请核对。`, `There is no such date as “${written}”.`);

const TO = "(?:至|到|—{1,2}|–|-|~|、|和|及)";
const DAY = new RegExp(
  `(?:((?:19|20)\\d\\d) ?年 ?)?(?<![\\d.])(\\d{1,2}) ?月份? ?(\\d{1,2})(?: ?[日号]| ?(?=${TO} ?\\d{1,2} ?日))`,
  "g",
);
/** The day that goes on from the one before, in the same month if it names none: 6月25日至31日. */
const NEXT = new RegExp(` ?${TO} ?(?:(\\d{1,2}) ?月 ?)?(\\d{1,2}) ?日(?!内|均|以|之)`, "y");

function* days(text: string): Generator<Finding> {
  for (const found of text.matchAll(DAY)) {
    const [written, ofYear, ofMonth, day] = found;
    const year = ofYear === undefined ? null : Number(ofYear);
    const month = Number(ofMonth);
    let end = found.index + written.length;
    if (!exists(year, month, Number(day))) yield none(span(found.index, end), written.trim());
    if (daysIn(year, month) === 0) continue;
    for (NEXT.lastIndex = end; ; ) {
      const next = NEXT.exec(text);
      if (!next) break;
      const at = span(end + next[0].search(/\d/), NEXT.lastIndex);
      const named = next[1] !== undefined;
      const own = named ? Number(next[1]) : month;
      // A day with its own month is found for itself, but for the year that it takes over.
      if (!exists(year, own, Number(next[2])) && (!named || exists(null, own, Number(next[2]))))
        yield none(at, `${own}月${next[2]}日`);
      if (named) break;
      end = NEXT.lastIndex = at.end;
    }
  }
}

const SPELLED =
  /(?:([〇零○一二三四五六七八九]{4})年)?(?<![〇零一二三四五六七八九十])([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/g;

/** 二月三十日 */
function* spelled(text: string): Generator<Finding> {
  for (const found of text.matchAll(SPELLED)) {
    const [, year, month, day] = found;
    const read = (written: string): number => chineseAt(written, 0)?.value ?? 0;
    if (!exists(year === undefined ? null : read(year.replaceAll("○", "〇")), read(month!), read(day!)))
      yield none(span(found.index, found.index + found[0].length), found[0]);
  }
}

/** A month by its number alone: after its year, or where a time is told. */
const MONTH =
  /(?:(?<=(?:19|20)\d\d ?年 ?)|(?<=(?:截[至止]|[自从于至到,。;(]|^) ?)(?=\d{1,2} ?月(?:份|底|末|初|[上中下]旬|起|前)))(\d{1,2}) ?月(?![龄均租供] ?)(?! ?\d{1,2} ?[日号])/g;

function* months(text: string): Generator<Finding> {
  for (const found of text.matchAll(MONTH))
    if (daysIn(null, Number(found[1])) === 0) yield none(span(found.index, found.index + found[0].length), found[0]);
}

const NUMERIC = /(?<![\dA-Za-z./-])((?:19|20)\d\d)([-./])(\d{1,2})\2(\d{1,2})(?![\dA-Za-z./月-])/g;

/** 2023-09-31; other numbers with marks between them are versions and codes. */
function* numeric(text: string): Generator<Finding> {
  for (const found of text.matchAll(NUMERIC)) {
    const [year, month, day] = [found[1], found[3], found[4]].map(Number) as [number, number, number];
    if (daysIn(year, month) > 0 && day <= 31 && !exists(year, month, day))
      yield none(span(found.index, found.index + found[0].length), found[0]);
  }
}

const YEAR = "(?<![\\dA-Za-z./第〔\\[-])((?:19|20)\\d\\d)";
const GLUED = [
  new RegExp(`${YEAR}(\\d\\d)(\\d\\d) ?日(?![内均常报志化程记用])`, "g"),
  new RegExp(`${YEAR}年(\\d\\d)(\\d\\d) ?日(?![内均常])`, "g"),
  new RegExp(`${YEAR}(\\d{1,2}) ?月(?!龄)`, "g"),
];

/** What all of them hold. */
const RUN = /\d{5}|年\d{4}/;

/** 20211216日, 2023年1130日, 20239月: what lacks 年 or 月 and reads as a date with it. */
function* glued(text: string): Generator<Finding> {
  if (!RUN.test(text)) return;
  for (const found of GLUED.flatMap((pattern) => [...text.matchAll(pattern)])) {
    const [written, year, month, day] = found;
    if (!exists(Number(year), Number(month), Number(day ?? 1))) continue;
    const right = `${year}年${Number(month)}月${day === undefined ? "" : `${Number(day)}日`}`;
    const at = span(found.index, found.index + written.length);
    yield {
      span: at,
      message: say(
        `“${written}”年月日连在一起，应写作“${right}”。`,
        `Year, month and day run together: write “${right}”.`,
      ),
      fixes: [
        { title: say(`改为“${right}”`, `Change to “${right}”`), safe: false, edits: [{ span: at, newText: right }] },
      ],
    };
  }
}
