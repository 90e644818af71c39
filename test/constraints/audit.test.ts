import { expect, test } from "vitest";
import { audit, counted } from "../../server/constraints/audit.ts";
import { kindOf } from "../../server/constraints/kinds.ts";
import { analyse } from "../../server/report/report.ts";
import { part } from "../thorough.ts";

const told = (text: string): readonly string[] =>
  audit(analyse(text, { declared: true })).map(
    ({ claim: { verdict, constraint } }) => `${verdict} ${kindOf.get(constraint.kind)!.explain(constraint)}`,
  );

test("tells every claim with its sum", () => {
  expect(told("全年受理案件96件，办结90件，办结率93.8%，尚有6件正在办理。")).toEqual([
    "proved 90＋6＝96",
    "proved 90≤96",
    "proved 90÷96＝93.75%",
    "proved 96－90＝6",
  ]);
});

test("says which does not hold, and counts them", () => {
  const report = analyse("抽检样品250批次，其中食用农产品130批次、加工食品102批次、餐饮食品38批次。", {
    declared: true,
  });
  const claims = audit(report);
  expect(counted(claims).refuted).toBe(1);
  expect(claims.find(({ claim }) => claim.verdict === "refuted")?.claim.statement.figure.value).toBe(250);
});

test("bears out a number of things, and a share of a whole told elsewhere", () => {
  expect(told("举办讲座12场、沙龙8场、展览5场，三类活动合计25场。")).toContain("proved 3项");
  const text = "辖区常住人口4.2万人。\n\n家庭医生签约3.15万人，占常住人口的75.0%。\n";
  expect(told(text)).toContain("proved 3.15万÷4.2万＝75%");
});

test("a report without figures has no claims", () => expect(told("各项工作取得新进展。")).toEqual([]));

test("no computation divides by nought, or ends in what is no number", () => {
  const numbers = ["0", "12", "9".repeat(308), `0.${"0".repeat(300)}1`];
  const sentences = [
    "全年产量A件，上年产量B件，是上年的C倍。",
    "产量由A件增至B件，翻C番。",
    "产量A件，比上年增长B%，上年为C件。",
    "办结率A%，受理B件、办结C件。",
    "收入A元，共B户，户均C元。",
  ];
  for (const sentence of sentences)
    for (const [i, a] of numbers.entries())
      for (const [j, b] of numbers.entries())
        for (const c of part(numbers, 2, i + j))
          for (const line of told(sentence.replace("A", a).replace("B", b).replace("C", c)))
            expect(line).not.toMatch(/Infinity|NaN/);
});
