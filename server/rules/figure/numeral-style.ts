import type { Figure } from "../../figures/figure.ts";
import type { Paragraph } from "../../report/paragraph.ts";
import type { Report } from "../../report/report.ts";
import { which } from "../../text/finder.ts";
import { memo } from "../../text/memo.ts";
import { say } from "../../text/message.ts";
import { type Span, shift, span } from "../../text/span.ts";
import { defineRule, type Finding } from "../rule.ts";

interface Slip {
  /** One of them stands in what the pattern finds. */
  readonly words: readonly string[];
  readonly pattern: RegExp;
  readonly zh: string;
  readonly en: string;
  readonly fixed: ((found: RegExpExecArray) => string | null) | null;
}

const HANZI = "零一二三四五六七八九";

const SLIPS: readonly Slip[] = [
  {
    words: [..."123456789"].map((digit) => `${digit}、`),
    pattern: /(?<![\d、.])([1-9])、([1-9])(?=[个名家件起场次人天年项户位份条])(?!月)/g,
    zh: "相邻两数连用表示概数，用汉字，中间不加顿号。",
    en: "Two neighbouring numbers that stand for a guess are written in 汉字.",
    fixed: ([, a, b]) => (Number(b) === Number(a) + 1 ? HANZI[Number(a)]! + HANZI[Number(b)]! : null),
  },
  {
    words: [..."一二三四五六七八"].map((digit) => `${digit}、`),
    pattern:
      /(?<![第、〇零一二三四五六七八九十百千万两])([一二三四五六七八])、([二三四五六七八九])(?=(?:十|百|千|万)?[名家件起场户])/g,
    zh: "相邻两数连用表示概数，中间不加顿号。",
    en: "Two neighbouring numbers that stand for a guess take no mark between them.",
    fixed: ([, a, b]) => (HANZI.indexOf(b!) === HANZI.indexOf(a!) + 1 ? a! + b! : null),
  },
  {
    words: ["几"],
    pattern: /(?<![\d.])\d{1,3}几(?=[个名家件起场次人天年项户位份条万])/g,
    zh: "“几”与汉字数字连用，不与阿拉伯数字连用。",
    en: "几 goes with 汉字 numerals.",
    fixed: null,
  },
  {
    words: ["千"],
    pattern: /(?<![\d.])(\d{1,4}(?:\.\d)?)千(?=[个名家件起场次人户位份条元余多](?!瓦|克|米))/g,
    zh: "阿拉伯数字不与“千”“百”连用，请写全。",
    en: "Arabic digits are not followed by 千.",
    fixed: ([, number]) => String(Math.round(Number(number) * 1000)),
  },
  {
    words: ["年底", "年初", "年以来", "年度", "年上", "年下"],
    pattern: /(?<![\d.\-—~至到])((?:[89]\d|[01]\d|2\d)年)(?=底|初|年底|以来|度|[上下]半年)/g,
    zh: "年份要写四位数。",
    en: "Years are written in four digits.",
    fixed: ([whole]) => (Number(whole!.slice(0, 2)) >= 80 ? `19${whole}` : `20${whole}`),
  },
  {
    words: ["."],
    pattern: /(?<![\d\w])(\.\d{1,4})(?=[%个万亿元])/g,
    zh: "小数的整数部分为零时，零不能省。",
    en: "The zero before the point is not left out.",
    fixed: ([, rest]) => `0${rest}`,
  },
];

const FULL_WIDTH = /[０-９]{1,40}(?:．[０-９]{1,20})?/g;

/** Measure words of plain counts, which a statistic gives in digits. */
const COUNTED = /^[名家件份起场人户例宗]$/;

export default defineRule({
  id: "figure/numeral-style",
  scope: "document",
  severity: "information",
  basis: "standard",
  summary: say("数字的写法不合规范，或前后不一。", "A numeral against the standard, or written in two ways."),
  why: say("同一篇里“四名”与“3名”混用，显得是几个人拼起来的。", "Mixed forms look pieced together from several hands."),
  source: say("GB/T 15835—2011《出版物上数字用法》", "GB/T 15835—2011"),
  examples: [
    { good: "新聘律师4名，走访企业三四十家，连续4年获评优秀。" },
    { good: "新聘律师4名，走访企业30家，接待群众12户，办好十件民生实事。" },
    { good: "落实三项制度，建立两级平台，组织一次演练。" },
    { bad: "每村配备⟦3、4⟧名网格员。", fixed: "每村配备三四名网格员。" },
    { bad: "走访农户⟦三、四⟧十户。", fixed: "走访农户三四十户。" },
    { bad: "全年办理业务⟦4千⟧件。", fixed: "全年办理业务4000件。" },
    { bad: "自⟦23年⟧底启用以来，办件量翻番。", fixed: "自2023年底启用以来，办件量翻番。" },
    { bad: "全年检查企业⟦１２０⟧家。", fixed: "全年检查企业120家。" },
    { bad: "现有公证员12名、律师30名、专职调解员45名，新聘⟦四名⟧司法辅助人员。" },
    { bad: "⟦连续4年⟧获评优秀。本局⟦连续四年⟧零复议败诉。" },
  ],
  *check(report) {
    for (const { paragraph, start } of report.paragraphs)
      for (const [at, zh, en, newText] of slipsIn(paragraph)) yield finding(shift(at, start), zh, en, newText);
    yield* mixed(report);
  },
});

/** What is wrong with one paragraph's own numerals: place, message, and the text to put there if that is certain. */
const slipsIn = memo(({ folded, text }: Paragraph): readonly (readonly [Span, string, string, string | null])[] => [
  ...[...slipsHeld(folded)].flatMap((held, row) => (held ? slipsOf(SLIPS[row]!, folded) : [])),
  ...[...text.matchAll(FULL_WIDTH)].map((found) => {
    const at = matched(found);
    return [at, "数字用半角。", "Digits are half-width.", folded.slice(at.start, at.end)] as const;
  }),
]);

const slipsHeld = which(SLIPS.map(({ words }) => words));

const slipsOf = ({ pattern, zh, en, fixed }: Slip, folded: string) =>
  [...folded.matchAll(pattern)].map((found) => [matched(found), zh, en, fixed?.(found) ?? null] as const);

const streaksIn = memo(({ folded }: Paragraph) =>
  (folded.includes("连续") ? [...folded.matchAll(STREAK)] : []).map((found) => ({
    at: matched(found),
    hanzi: found[2] !== undefined,
  })),
);

const matched = ({ index, 0: found }: RegExpExecArray): Span => span(index, index + found.length);

const finding = (at: Span, zh: string, en: string, newText: string | null): Finding => ({
  span: at,
  message: say(zh, en),
  fixes:
    newText === null
      ? []
      : [{ title: say(`改为“${newText}”`, `Change to “${newText}”`), safe: false, edits: [{ span: at, newText }] }],
});

const STREAK = /连续(?:(\d)|([二两三四五六七八九十]{1,3}))(?:年|个月|季度)/g;
const MANY = 2;

/** 十件民生实事 is a name, written as it was announced. */
const NAMED = /^(?:民生|惠民|为民)?(?:实事|好事|大事)/;

/** One kind of count in both 汉字 and digits. */
function* mixed({ paragraphs }: Report): Iterable<Finding> {
  const streaks: { at: Span; hanzi: boolean }[] = [];
  const big: { figure: Figure; start: number }[] = [];
  let digits = 0;
  for (const { paragraph, start } of paragraphs) {
    const counts = countsIn(paragraph);
    digits += counts.digits;
    for (const figure of counts.big) big.push({ figure, start });
    for (const { at, hanzi } of streaksIn(paragraph)) streaks.push({ at: shift(at, start), hanzi });
  }
  if (streaks.some(({ hanzi }) => hanzi) && streaks.some(({ hanzi }) => !hanzi))
    for (const { at } of streaks)
      yield finding(at, "“连续…年”有的用汉字、有的用数字，请统一。", "Written in two ways; keep to one.", null);
  const bigHanzi = big.some(({ figure }) => figure.hanzi);
  for (const { figure, start } of big)
    if (bigHanzi && !figure.hanzi)
      yield finding(
        shift(figure.span, start),
        "文中其他地方写作“五大”“六大”，请统一用汉字。",
        "Elsewhere this is written in 汉字.",
        null,
      );
  if (digits <= MANY) return;
  for (const { paragraph, start } of paragraphs)
    for (const figure of countsIn(paragraph).hanzi)
      yield finding(
        shift(figure.span, start),
        "文中同类数量用的是阿拉伯数字，这里用了汉字，请统一。",
        "Elsewhere such counts are in digits.",
        null,
      );
}

/** How many plain counts a paragraph has in digits, which in 汉字 that might be in digits, and what it calls 大. */
const countsIn = memo(({ figures, folded }: Paragraph) => {
  const quantities = figures.filter(({ kind }) => kind === "quantity");
  const counts = quantities.filter(({ unit }) => COUNTED.test(unit ?? ""));
  return {
    digits: counts.filter(({ hanzi }) => !hanzi).length,
    hanzi: counts.filter(
      ({ hanzi, approximate, upper, value, span: { end } }) =>
        hanzi &&
        !approximate &&
        upper === null &&
        value !== null &&
        value >= 2 &&
        !NAMED.test(folded.slice(end, end + 4)),
    ),
    big: quantities.filter(({ unit }) => unit === "大"),
  };
});
