import { HOSTILE } from "./figures/hostile.ts";

/** Makes a text of about so many UTF-16 code units. */
export type Family = (length: number) => string;

const repeated =
  (piece: string): Family =>
  (length) =>
    piece.repeat(length / piece.length);

/** As `repeated`, but each piece is given its number. */
const numbered =
  (piece: (n: number) => string): Family =>
  (length) => {
    const size = piece(100).length;
    return Array.from({ length: length / size }, (_, n) => piece(n)).join("");
  };

/** Texts that are one paragraph each, which a stage may well take more than linear time for. */
export const PARAGRAPHS: Readonly<Record<string, Family>> = {
  "words without a mark": repeated("深入推进依法行政工作落实见效"),
  "one 汉字 without end": repeated("的"),
  "one numeral in 汉字 without end": repeated("一"),
  "blanks without end": (length) => `${" ".repeat(length)}完。`,
  "brackets in brackets": (length) => "（".repeat(length / 3) + "其中".repeat(length / 6) + "）".repeat(length / 3),
  "brackets that never close": repeated("（含12件"),
  "one item after another": repeated("普法宣传、人民调解、"),
  "numbers as items": repeated("12件、"),
  "counts of one thing": repeated("受理案件12件，"),
  "wholes and parts": repeated("受理案件12件，其中民事5件、刑事7件，"),
  "growths in one sentence": repeated("收入12亿元，增长3%，"),
  "sentences of one shape": repeated("今年受理案件12件，同比增长20%（上年10件）。"),
  "clauses said again": repeated("完善工作机制，"),
  ...HOSTILE,
};

/** Texts of every other kind: with lines, headings, tables, marks, letters and what no text should hold. */
const DOCUMENTS: Readonly<Record<string, Family>> = {
  "blank lines": repeated("\n"),
  "CR alone": repeated("\r"),
  "lines of blanks": repeated("  　\n"),
  "wide blanks": repeated("　"),
  tabs: repeated("\t"),
  "tabs and numbers": repeated("\t12"),
  "one long line of numbers": repeated("12 "),
  "numbers and commas": repeated("12,"),
  "numbers line by line": numbered((n) => `${n}\n`),
  "headings of one level": repeated("一、抓学习\n"),
  "headings that go on": numbered((n) => `${"一二三四五六七八九十"[n % 10]}、抓第${n}件事\n`),
  "headings below headings": repeated("一、总\n（一）分\n1.细\n（1）末\n"),
  "sections of one role": repeated("二、存在的问题\n"),
  "headings in a line": repeated("（一）抓学习。学了。"),
  "headings of one phrase": repeated("一、推进法治政府建设\n二、推行法治政府建设\n"),
  "hashes of Markdown": repeated("#"),
  "headings of Markdown": repeated("## 抓学习\n"),
  "points in a line": repeated("一是抓学习，二是抓落实，"),
  "points that never end": repeated("一是抓学习；"),
  "tables of pipes": repeated("|12|34|\n"),
  "pipes without end": repeated("|"),
  "tables of tabs": repeated("案件\t12\t34\n"),
  "rows of a wide table": (length) => `${"|12".repeat(length / 6)}|\n${"|34".repeat(length / 6)}|\n`,
  "quotations of quotations": repeated("“‘"),
  "titles of books": repeated("《条例》"),
  "titles that never close": repeated("《条例"),
  "closing marks alone": repeated("）"),
  "half-width brackets": repeated("(a)"),
  "marks that repeat": repeated("。。，，"),
  "dots without a number": repeated("…"),
  dashes: repeated("—"),
  "latin letters": repeated("a"),
  "latin words": repeated("lorem ipsum, "),
  "addresses of the web": repeated("http://a.cn/b?c=1 "),
  "links of Markdown": repeated("](a"),
  surrogates: repeated("😀"),
  "halves of surrogates": repeated("\ud83d"),
  "control characters": repeated("\0\u0001"),
  "combining marks": repeated("e\u0301"),
  "marks of page furniture": repeated("返回首页下载文档下载"),
  "lines of page furniture": repeated("分享到: 打印本页\n"),
  "places left blank": repeated("XX____〔〕某某"),
  "dates without end": repeated("2024年6月30日"),
  "dates that cannot be": repeated("2月30日，"),
  "years in a heading": repeated("2024年度2023年"),
  "shares of one whole": repeated("占12%、"),
  "sums in a row": (length) => `共办理案件12件，其中${"民事1件、".repeat(length / 5)}。`,
  "a count before what it counts": (length) => `受理案件${"共计".repeat(length / 2)}过5件。`,
  "figures that disagree": numbered((n) => `受理案件${n + 100}件。\n`),
  "paragraphs with faults": repeated("截止6月30日，涉及金额超过350万。\n"),
  "faults in one paragraph": repeated("截止6月30日，涉及金额超过350万，"),
  "faults of form": repeated("共12件,涉及５人.\n"),
  "words that repeat": repeated("进一步进一步"),
  "unlike paragraphs": numbered((n) => `第${n}项工作由${n % 7}个单位办理，办结${n * 3}件，同比增长${n % 50}%。\n`),
  "a place without end": repeated("在某某省某某市"),
  "phrases with gaps": repeated("加大力度开展对"),
};

/** All of them. */
export const FAMILIES: Readonly<Record<string, Family>> = { ...PARAGRAPHS, ...DOCUMENTS };
