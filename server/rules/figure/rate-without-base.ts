import { isExact } from "../../constraints/interval.ts";
import { claimsOf } from "../../constraints/judge.ts";
import { isPercent } from "../../constraints/reach.ts";
import type { Paragraph } from "../../report/paragraph.ts";
import { said } from "../../statements/said.ts";
import { does, type Statement, statementsOf } from "../../statements/statement.ts";
import { say } from "../../text/message.ts";
import type { Token } from "../../words/lexer.ts";
import { defineRule } from "../rule.ts";

const NAMES = "率 比重 占比 比例 满意度 比值 之比".split(" ");
const COPULAS = new Set("为 是 达 达到 高达 仅为 约为 保持 稳定 在 已 至".split(" "));
const INTENDED = new Set("要求 标准 以上".split(" "));

export default defineRule({
  id: "figure/rate-without-base",
  scope: "paragraph",
  needs: "figures",
  except: ["plan"],
  severity: "hint",
  basis: "practice",
  summary: say("只有比率，没有分子、分母，也没有与上年的比较。", "A rate with neither its counts nor a comparison."),
  why: say("化解率55.88%，是17件中的还是1700件中的，读者看不出来。", "55.88% of what? The reader cannot tell."),
  examples: [
    { good: "受理纠纷320件，调解成功304件，成功率95%。" },
    { good: "通过率92.92%，较上年提升13.36个百分点。" },
    { good: "行政机关负责人出庭应诉率100%。" },
    { good: "调解成功率95%（304/320）。" },
    { bad: "行政争议实质性化解率达⟦81.62%⟧。" },
    { bad: "完善考核办法，行政诉讼案件化解率⟦55.88%⟧。" },
  ],
  *check(paragraph) {
    const counted = countedIn(paragraph);
    for (const statement of statementsOf(paragraph)) {
      const { figure, standing } = statement;
      const ratio = figure.kind === "ratio" && statement.own.some(({ text }) => text === "比值");
      if ((standing !== "rate" && !ratio) || counted.has(statement)) continue;
      if (figure.value === 100 || !isExact(figure) || !isNamed(statement.own) || isIntended(statement)) continue;
      yield {
        span: figure.span,
        message: say(
          "只写了比率，建议补上分子、分母，或与上年相差几个百分点。",
          "Only the rate is given; add its counts, or the change in points.",
        ),
      };
    }
  },
});

/** Whether the words right before a figure are the name of a rate. */
function isNamed(own: readonly Token[]): boolean {
  let end = own.length;
  while (end > 0 && COPULAS.has(own[end - 1]!.text)) end--;
  const name = said(own.slice(0, end));
  return NAMES.some((word) => name.length > word.length && name.endsWith(word));
}

const isIntended = ({ gap, tail, gapClasses, figure }: Statement): boolean =>
  figure.bound !== null ||
  does(gapClasses, "plan") ||
  [...gap.slice(-6), ...tail].some(({ text }) => INTENDED.has(text));

/** The rates of which counts, an earlier value or a difference are told. */
function countedIn(paragraph: Paragraph): ReadonlySet<Statement> {
  const statements = statementsOf(paragraph);
  const reckoned = claimsOf(paragraph).filter(({ verdict, constraint }) => verdict !== "open" || constraint.cost <= 1);
  const told = reckoned.flatMap(({ statement, constraint }) => [
    statement,
    ...constraint.operands.map((operand) => operand.statement),
  ]);
  const compared = statements.filter((s) => isPercent(s) && (precedesChange(s, statements) || followsBase(s)));
  return new Set([...told, ...compared]);
}

/** 通过率92.9%，较上年提升3.6个百分点, and rates whose base is told in the bracket behind. */
function precedesChange(s: Statement, statements: readonly Statement[]): boolean {
  const next = statements.slice(s.index + 1, s.index + 3).filter(({ sentence }) => sentence === s.sentence);
  return next.some(
    ({ standing }, i) => standing === "points" || (i === 0 && (standing === "growth" || standing === "base")),
  );
}

const followsBase = ({ previous, clause }: Statement): boolean =>
  previous?.clause === clause && previous.standing === "base" && isPercent(previous);
