import type { Paragraph } from "../../report/paragraph.ts";
import type { Report } from "../../report/report.ts";
import { wordsCounted } from "../../statements/counted.ts";
import { said } from "../../statements/said.ts";
import { statementsOf } from "../../statements/statement.ts";
import { greatest } from "../../text/list.ts";
import { memo } from "../../text/memo.ts";
import { say } from "../../text/message.ts";
import { type Span, shift } from "../../text/span.ts";
import { defineRule, type Finding } from "../rule.ts";

/** Measure words that writers use for one another. */
const GROUPS = ["件起宗", "份件", "个家所", "场次", "名位"];

const words = (row: string): ReadonlySet<string> => new Set(row.split(" "));

/** Things that are counted in few ways, and the units that fit them. */
const FITTING: readonly {
  readonly nouns: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
  readonly instead: string;
}[] = [
  { nouns: words("咨询"), units: words("人次 次 件 件次 人 条 个 批 批次 例 起 单 通"), instead: "人次" },
  { nouns: words("播放量 点击量 浏览量 阅读量 访问量"), units: words("人次 次"), instead: "次" },
];

interface Use {
  readonly unit: string;
  readonly span: Span;
}

export default defineRule({
  id: "figure/inconsistent-unit",
  scope: "document",
  severity: "information",
  basis: "standard",
  summary: say("同一种东西用了两个量词。", "One thing counted in two units."),
  why: say(
    "前文“487起案件”，后文“154件案件”，读者会以为口径不同。",
    "The reader takes two units for two ways of counting.",
  ),
  source: say("GB/T 15835—2011《出版物上数字用法》“同类事物体例一致”", "GB/T 15835—2011"),
  examples: [
    { good: "受理行政复议案件154件，代理诉讼案件80件。" },
    { good: "成立服务站23家，帮扶企业60家。" },
    { bad: "受理行政复议案件154件，代理诉讼案件80件，承接委派案件⟦487起⟧。" },
    { bad: "建成便民服务站12个，改造便民服务站6个，新增便民服务站⟦3家⟧。" },
    { bad: "全年开展各类法律咨询⟦4075场⟧。" },
  ],
  *check(report) {
    for (const [noun, uses] of usesOf(report)) {
      const fitting = FITTING.find((row) => row.nouns.has(noun));
      if (fitting) {
        for (const { unit, span } of uses)
          if (!fitting.units.has(unit))
            yield finding(
              span,
              `“${noun}”一般用“${fitting.instead}”计数，请核对量词。`,
              `Usually counted in ${fitting.instead}.`,
            );
        continue;
      }
      for (const group of GROUPS)
        yield* divided(
          noun,
          uses.filter(({ unit }) => unit.length === 1 && group.includes(unit)),
        );
    }
  },
});

/** Of two units the rarer is reported; of two as frequent, both are. */
function* divided(noun: string, uses: readonly Use[]): Iterable<Finding> {
  const counts = new Map<string, number>();
  for (const { unit } of uses) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  if (counts.size < 2) return;
  const most = greatest(counts.values());
  const tied = [...counts.values()].every((count) => count === most);
  for (const { unit, span } of uses) {
    if (counts.get(unit) === most && !tied) continue;
    const others = [...counts.keys()].filter((other) => other !== unit).join("”“");
    yield finding(span, `“${noun}”在文中还用了“${others}”，量词请统一。`, `Elsewhere this is counted in ${others}.`);
  }
}

const finding = (span: Span, zh: string, en: string): Finding => ({ span, message: say(zh, en) });

/** The uses of each thing counted, by the last words of its name: 案件 of 行政复议案件. */
function usesOf({ paragraphs }: Report): ReadonlyMap<string, readonly Use[]> {
  const found = new Map<string, Use[]>();
  for (const { paragraph, start } of paragraphs) {
    for (const { noun, unit, span } of usesIn(paragraph)) {
      const uses = found.get(noun);
      const use = { unit, span: shift(span, start) };
      if (uses) uses.push(use);
      else found.set(noun, [use]);
    }
  }
  return found;
}

const usesIn = memo((paragraph: Paragraph): readonly (Use & { readonly noun: string })[] =>
  statementsOf(paragraph).flatMap((statement) => {
    const { unit, unitSpan, span } = statement.figure;
    if (!unit || !unitSpan || (statement.standing !== "level" && statement.standing !== "average")) return [];
    const names = [said(wordsCounted(statement)), said(statement.tail)];
    const noun = HEADS.find((head) => names.some((name) => name.endsWith(head)));
    return noun ? [{ noun, unit, span }] : [];
  }),
);

/** Nouns that are plain enough to be compared throughout a report, the longer first. */
const HEADS = (
  "法律意见 意见书 服务站 工作站 工作室 调解室 援助点 受理点 案件 纠纷 积案 咨询 合同 文件 服务点 教育 讲座 培训班 示范村 播放量 点击量 浏览量 " +
  "阅读量 访问量 律师事务所 律所 企业 调解组织 调委会 党支部 党组织 执法单位"
).split(" ");
