import { type Case, PLAIN } from "./case.ts";

/** What random drafts have brought to light, each made as small as it gets. It is mended, and stays so. */
export const FOUND: Readonly<Record<string, Case>> = {
  "a label is not made part of the number behind it": { ...PLAIN, text: "1、5" },
  "nor of one too long for a title": { ...PLAIN, text: `1、${"7".repeat(61)}` },
  "two numbers are not made one by what is taken out between them": { ...PLAIN, text: "1#paidbegin#1" },
  "a scrap is shown without the half of a character": {
    ...PLAIN,
    text: `责任编辑：${"甲".repeat(14)}${"😀".repeat(4)}`,
  },
  "a bracket behind a colon is no smiley before 汉字, for any rule": { ...PLAIN, text: ":)法" },
  "nor before another bracket": { ...PLAIN, text: ";)(三" },
  "a label is one behind any blank": { ...PLAIN, text: "\u20281、期" },
  "a number is not cut by a label that ends within it": { ...PLAIN, text: "一.4" },
  "a line is not broken where a piece of it reads as a leaf of a web page": { ...PLAIN, text: "编辑：二、情况。" },
  "nor where one is read so by its source": { ...PLAIN, text: "来源：网络～增至！（三）规范审计行为，推" },
  "a label is not joined to a number that begins with its point": { ...PLAIN, text: "1、.2" },
  "nor to the name of a file": { ...PLAIN, text: "1、png" },
  "a stop behind the point of a label stays": { ...PLAIN, text: "一、2.。(一)前," },
  "nor where the label has the point": { ...PLAIN, text: "1）.3" },
  "stops behind a label meet whatever its mark": { ...PLAIN, text: "1、？，" },
  "the mark of a label stays": { ...PLAIN, text: "一、!此处隐藏7字\t上8" },
  "a line to be filled in is not moved up to the words before it": { ...PLAIN, text: "一是,__" },
  "a year behind 截至 is one, and no count": { ...PLAIN, text: "截止2024" },
  "stars are to be filled in between quotes of one kind, too": { ...PLAIN, text: "“**“" },
  "and between two that close": { ...PLAIN, text: "”**”" },
  "and between two that are the wrong way round": { ...PLAIN, text: "”**“" },
  "a word put right is not written twice": { ...PLAIN, text: "截至截止1" },
  "nor behind a comma": { ...PLAIN, text: "截至，截止2024年" },
  "nor is a clause": { ...PLAIN, text: "截止2024年，截至2024年，" },
  "a word is seen to stand twice before the marks between are put right": { ...PLAIN, text: "第一，，第一" },
  "as is a sentence": { ...PLAIN, text: "推进各项重点工作。。推进各项重点工作。" },
  "a word put right takes no unit from the figure before it": { ...PLAIN, text: "0成份" },
  "a line that is broken does not become a row of a table": {
    ...PLAIN,
    text: "（一）制度 7个站所\t推行，大力提高宣传力度，让政策进村入户。",
  },
};
