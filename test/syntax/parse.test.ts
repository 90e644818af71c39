import { describe, expect, test } from "vitest";
import { isHeading } from "../../server/syntax/outline.ts";
import { parse, type Syntax } from "../../server/syntax/parse.ts";

/** One line a block: its kind, and for a heading level, label and title. */
const read = (text: string): string =>
  parse(text)
    .blocks.map((placed) => {
      if (!isHeading(placed)) return `${placed.block.kind} ${placed.block.text.trim()}`.trim();
      const { level, label, title, text, runIn } = placed.block;
      return `h${level} ${label?.text ?? "-"} ${text.slice(title.start, title.end)}${runIn ? " …" : ""}`;
    })
    .join("\n");

const check = (text: string, ...expected: string[]) => expect(read(text)).toBe(expected.join("\n"));

describe("headings", () => {
  test("take the four forms of the standard, the circled numbers and points", () =>
    check(
      "一、总体情况\n（一）抓学习\n(二)抓落实\n1.办案\n2．普法\n（1）宣讲\n①进校园\n一是突出重点。抓好三件事。",
      "h1 一、 总体情况",
      "h2 （一） 抓学习",
      "h2 (二) 抓落实",
      "h3 1. 办案",
      "h3 2． 普法",
      "h4 （1） 宣讲",
      "h5 ① 进校园",
      "h6 一是 突出重点 …",
      "body 抓好三件事。",
    ));

  test("run in: the title ends at the first stop outside quotes and brackets", () =>
    check(
      "（一）擦亮“法惠万家。”品牌，做实服务。全年接待群众300人次。",
      "h2 （一） 擦亮“法惠万家。”品牌，做实服务 …",
      "body 全年接待群众300人次。",
    ));

  test("a first sentence too long for a title is text, and the label a heading by itself", () =>
    check(
      "二是面向乡镇街道、村居社区和重点企业，分层分类开展业务指导、实务培训和跟班锻炼，着力提高一线人员的办案水平。",
      "h6 二是  …",
      "body 面向乡镇街道、村居社区和重点企业，分层分类开展业务指导、实务培训和跟班锻炼，着力提高一线人员的办案水平。",
    ));

  test("inside a line count behind a full stop, or behind the blank after a title", () =>
    check(
      "各项任务全面完成。 一、主要工作成效 (一)抓学习。组织12次。(二)抓落实。办结8件。 二、下一步打算 明年，我们将继续努力，再创佳绩，不负期望。",
      "body 各项任务全面完成。",
      "h1 一、 主要工作成效",
      "h2 (一) 抓学习 …",
      "body 组织12次。",
      "h2 (二) 抓落实 …",
      "body 办结8件。",
      "h1 二、 下一步打算 …",
      "body 明年，我们将继续努力，再创佳绩，不负期望。",
    ));

  test("a title without a stop ends where its first point begins", () =>
    check(
      "三、存在的不足和原因 一是力量薄弱。人手不够。二是形式单一。",
      "h1 三、 存在的不足和原因 …",
      "body 一是力量薄弱。人手不够。二是形式单一。",
    ));

  test("misspelt labels are labels at the start of a line", () =>
    check(
      "一，总体情况\n（一）、抓学习\n1、办案\n二)抓落实\n（1）.宣讲",
      "h1 一， 总体情况",
      "h2 （一）、 抓学习",
      "h3 1、 办案",
      "h2 二) 抓落实",
      "h4 （1）. 宣讲",
    ));

  test("Markdown marks give the level where there is no number", () =>
    check(
      "# 某局2024年工作总结\n## 一、主要工作\n## 下一步打算\n**（一）抓学习**",
      "h0 - 某局2024年工作总结",
      "h1 一、 主要工作",
      "h1 - 下一步打算",
      "h2 （一） 抓学习",
    ));

  test("what only looks like a label is text", () =>
    check(
      "1.5万人参加活动。\n一是抓学习；二是抓落实。\n根据第（一）项规定执行。\n2024年，全区平稳。",
      "body 1.5万人参加活动。",
      "body 一是抓学习；二是抓落实。",
      "body 根据第（一）项规定执行。",
      "body 2024年，全区平稳。",
    ));
});

describe("page furniture", () => {
  test("is set apart, line by line and inside lines", () =>
    check(
      "发布时间:2024-01-05 来源:某局 字体大小:\n索引号: | 1133/2024-1 |\n||||\n##paidbegin##（三）惠民生。办实事8件。\n---此处隐藏1200字,下载后查看---\n【字体：大 中 小】\n正文结束。 |",
      "residue 发布时间:2024-01-05 来源:某局 字体大小:",
      "residue 索引号: | 1133/2024-1 |",
      "residue ||||",
      "residue ##paidbegin##",
      "h2 （三） 惠民生 …",
      "body 办实事8件。",
      "residue ---此处隐藏1200字,下载后查看---",
      "residue 【字体：大 中 小】",
      "body 正文结束。",
      "residue |",
    ));

  test("a table has rows, and they are none", () =>
    check("| 项目 | 数量 |\n|---|---|\n| 受理 | 12 |", "row | 项目 | 数量 |", "row |---|---|", "row | 受理 | 12 |"));

  test("sentences that begin with the same words are text", () =>
    check(
      "来源于群众的意见得到重视。\n打印机等设备及时更新。\n编辑出版普法读物12种。",
      "body 来源于群众的意见得到重视。",
      "body 打印机等设备及时更新。",
      "body 编辑出版普法读物12种。",
    ));
});

describe("a block behind an edit", () => {
  const blocksOf = (text: string, previous?: Syntax) => parse(text, previous).blocks.map(({ block }) => block);

  test("is the same object where its line changed and it did not", () => {
    const before = parse("（一）惠民生。办实事8件。\n第二行。");
    expect(blocksOf("（二）惠民生。办实事8件。\n第二行。", before).slice(1)).toEqual(
      before.blocks.slice(1).map(({ block }) => block),
    );
    expect(blocksOf("（二）惠民生。办实事8件。\n第二行。", before)[1]).toBe(before.blocks[1]!.block);
  });

  test("is an object of its own in each of unlike lines, as in a text that is read at once", () => {
    const [one, two] = ["（一）惠民生。办实事8件。\n", "（二）惠民生。办实事8件。\n"] as const;
    const edited = one + two;
    for (const blocks of [blocksOf(edited), blocksOf(edited, parse(one)), blocksOf(edited, parse(two))])
      expect(new Set(blocks).size).toBe(4);
  });
});
