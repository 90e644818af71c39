/** Texts that no writer would write, each of about `length` characters. */
export const HOSTILE: Readonly<Record<string, (length: number) => string>> = {
  "digits without end": (length) => "7".repeat(length),
  "full-width digits without end": (length) => "９".repeat(length),
  "thousands without end": (length) => `1${",111".repeat(length / 4)}`,
  "dots without end": (length) => "1.".repeat(length / 2),
  "sums without end": (length) => "1+".repeat(length / 2),
  "spaces without end": (length) => `1${" ".repeat(length)}`,
  "汉字 numerals without end": (length) => "三百二十".repeat(length / 4),
  "one figure after another": (length) => "受理12件，同比增长3.5%。".repeat(length / 15),
  "a list without end": (length) => `${"3、".repeat(length / 2)}5件`,
  "ranges without end": (length) => "1至".repeat(length / 2),
  "quotations that never close": (length) => "“1件".repeat(length / 3),
  "quotations in quotations": (length) => "“".repeat(length / 4) + "1件".repeat(length / 4) + "”".repeat(length / 4),
  "marks that cross": (length) => "“《1”》".repeat(length / 5),
};
