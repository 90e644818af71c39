import { growthsOf } from "../../constraints/growth.ts";
import { isExact } from "../../constraints/interval.ts";
import { claimsOf } from "../../constraints/judge.ts";
import type { Paragraph } from "../../report/paragraph.ts";
import { moveAt } from "../../statements/counted.ts";
import { isReached } from "../../statements/standing.ts";
import { does, type Statement, statementsOf } from "../../statements/statement.ts";
import { say } from "../../text/message.ts";
import { span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

/** Words of another time, or of a time put off, beside which no earlier value is due. */
const DEFERRED = new Set("延长 延伸 推迟 提前 累计".split(" "));

export default defineRule({
  id: "figure/level-without-origin",
  scope: "paragraph",
  needs: "figures",
  except: ["plan"],
  severity: "hint",
  basis: "practice",
  summary: say("写了“增至”“扩充至”，没有写原来是多少。", "A level reached, without the one it started from."),
  why: say("“扩充至69人”，原来68人还是30人，分量大不一样。", "Grown to 69: from 68 or from 30?"),
  examples: [
    { good: "人民调解员由52名增至69名。" },
    { good: "人民调解员增至69名，比上年增加17名。" },
    { good: "人民调解员增至69名，增长32.7%。" },
    { good: "力争下年度人民调解员扩充至80名。" },
    { bad: "人民调解员⟦扩充至69名⟧，覆盖所有村居。" },
    { bad: "办理时限⟦压缩至3个工作日⟧。" },
  ],
  *check(paragraph) {
    const compared = comparedIn(paragraph);
    for (const statement of statementsOf(paragraph)) {
      const { figure, standing, own } = statement;
      if ((standing !== "level" && standing !== "rate") || !isReached(statement) || !isExact(figure)) continue;
      const word = own[moveAt(statement)]!;
      if (!reaches(statement) || compared.has(statement) || isCompared(statement)) continue;
      if (statement.gap.slice(-8).some(({ text }) => DEFERRED.has(text)) || does(statement.gapClasses, "plan"))
        continue;
      yield {
        span: span(word.start, figure.span.end),
        message: say("写了现在的数，没有写原来的数，建议写成“由…增至…”。", "State the earlier value too: from … to …."),
      };
    }
  },
});

/** 增至 and 增加到, and not 增长为. */
const reaches = ({ own }: Statement): boolean =>
  own.slice(-3).some(({ text }) => text.endsWith("至") || text.endsWith("到"));

/** Whether its own words, or the figure right before it, tell what it was before. */
const isCompared = ({ previous, mark, sentence, ownClasses }: Statement): boolean =>
  does(ownClasses, "from", "compare", "earlier") ||
  (previous !== null && previous.sentence === sentence && mark === "");

/** The levels of which a change or an earlier value is told. */
function comparedIn(paragraph: Paragraph): ReadonlySet<Statement> {
  const statements = statementsOf(paragraph);
  const changes = claimsOf(paragraph).filter(
    ({ constraint }) => constraint.kind === "change" || constraint.kind === "points",
  );
  const told = changes.flatMap(({ statement, constraint }) => [
    statement,
    ...constraint.operands.map((operand) => operand.statement),
  ]);
  const grown = growthsOf(paragraph).flatMap(({ level }) => level ?? []);
  const followed = statements.filter((s) => {
    const next = statements[s.index + 1];
    return next?.segment === s.segment && CHANGES.has(next.standing);
  });
  return new Set([...told, ...grown, ...followed]);
}

const CHANGES = new Set(["delta", "growth", "points", "base"]);
