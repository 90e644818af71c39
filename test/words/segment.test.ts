import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dictionary } from "../../server/words/dictionary.ts";
import { segment, type Word } from "../../server/words/segment.ts";

const cut = (text: string, start = 0, end = text.length): readonly Word[] => segment(text, start, end, dictionary());

/** A sentence with its borders marked. */
const check = (marked: string) => {
  const text = marked.replaceAll("|", "");
  expect(
    cut(text)
      .map(({ start, end }) => text.slice(start, end))
      .join("|"),
  ).toBe(marked);
};

describe("cuts", () => {
  test.each([
    "悦己|经济|蓬勃|发展",
    "行政复议|案件",
    "行政复议|和|行政应诉",
    "复议|案件|由|我局|办理",
    "产业|创业|创新",
    "人均|可支配|收入|较|上年|增长",
    "比|上年同期|提高|3|个百分点",
    "加上|年初|结转|的|56|件",
    "加|上年|结转|的|56|件",
    "连同|上年|结转|，|共计|78|件",
    "较|上年末|减少|，|环比|持平",
    "由|年初|的|12|家|增至|年末|的|34|家",
    "净增|22|家|，|注销|3|家",
    "受理|案件|1234|件|，|办结率|89|.|1|%",
    "其中|新增|经营主体|5|户|，|其余|均|已|审结",
    "两者|合计|15|件|，|前者|占|六成|，|后者|占|四成",
    "送审|金额|3|元|，|审定|金额|2|元|，|核减|金额|1|元",
    "应检尽检|，|实检|1200|批次|，|受检|企业|34|家",
    "规模以上|工业|增加值|同比|增长",
    "一般公共预算|收入|和|中央财政|补助",
    "网格员|和|调解员|化解|矛盾|纠纷",
    "村均|收入|、|户均|收入|、|人均|收入",
  ])("%s", check);
});

test("digits are one word, letters are one, and every mark is one", () =>
  check("GDP|增长|６５|%|，|PM|2|.|5| |(|μg|)|。|…|…|\n|　|5|G"));

test("parts of speech", () => {
  const text = "由年初的12件增至5件，较上年";
  expect(cut(text).map(({ pos }) => pos)).toEqual("p t u m q v m q mark p t".split(" "));
});

test("a character that the dictionary lacks is a word by itself, also one of two code units, and not known", () => {
  const text = "擘𠮷\ud842";
  expect(cut(text)).toEqual([
    { start: 0, end: 1, pos: "x", known: false },
    { start: 1, end: 3, pos: "x", known: false },
    { start: 3, end: 4, pos: "x", known: false },
  ]);
});

const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 4 }),
      fc.constantFrom("上年", "同期", "复议", "案件", "年", "结转", "12", "G", "，", "。", "\ud842", "\udfb7"),
      fc.integer({ min: 0x4e00, max: 0x9fff }).map((unit) => String.fromCharCode(unit)),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(""));

test("the words of any stretch, one after another, are that stretch, and no character is cut in two", () =>
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
      const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number];
      const words = cut(text, start, end);
      expect([start, ...words.map((word) => word.end)]).toEqual([...words.map((word) => word.start), end]);
      for (const word of words) {
        expect(word.end).toBeGreaterThan(word.start);
        expect(word.end < end && /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(word.end - 1, word.end + 1))).toBe(
          false,
        );
      }
    }),
    { numRuns: 500 },
  ));

test("a stretch is cut as if nothing stood around it, and so is each side of a mark", () =>
  fc.assert(
    fc.property(anyText, anyText, (a, b) => {
      const shifted = cut(b).map(({ start, end, ...rest }) => ({
        start: start + a.length + 1,
        end: end + a.length + 1,
        ...rest,
      }));
      expect(cut(`${a}，${b}`, a.length + 1)).toEqual(shifted);
      expect(cut(`${a}，${b}`)).toEqual([
        ...cut(a),
        { start: a.length, end: a.length + 1, pos: "mark", known: true },
        ...shifted,
      ]);
    }),
  ));

test.each(["上年同期行政复议", "国", "7", "x", "，", "\ud842", "一般公共预"])(
  "ten times as much of %j takes about ten times as long, and not a hundred",
  { retry: 3 },
  (piece) => {
    const time = (length: number) => {
      const text = piece.repeat(length / piece.length);
      const times = Array.from({ length: 5 }, () => {
        const before = performance.now();
        cut(text);
        return performance.now() - before;
      });
      return Math.min(...times);
    };
    time(40_000);
    expect(time(400_000) / time(40_000)).toBeLessThan(60);
  },
);
