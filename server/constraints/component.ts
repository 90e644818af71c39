import { nameOf } from "../statements/name.ts";
import { said } from "../statements/said.ts";
import { type Statement, statementsOf } from "../statements/statement.ts";
import { memo } from "../text/memo.ts";
import { light } from "../words/classes.ts";
import { wholeOf as allOf, isLevel, sameUnit } from "./reach.ts";

/** No whole is made up of more than so many told right behind it. */
const MOST = 8;

/**
 * The count right before a part that it makes up with others to the last unit: 服务中心205个，行政村179个，社区26个. What is told
 * behind them is told of the whole.
 */
const wholeOf = memo((part: Statement): Statement | null => {
  const statements = statementsOf(part.paragraph);
  for (let at = part.index - 1; at >= 0 && part.index - at <= MOST; at--) {
    const whole = statements[at]!;
    if (whole.sentence !== part.sentence) return null;
    if (isLevel(whole) && sameUnit(whole, part) && isMadeUp(statements, whole, part)) return whole;
  }
  return null;
});

export const isComponent = (part: Statement): boolean => wholeOf(part) !== null;

/**
 * Whether a count goes back past a component to its whole: it does unless it names the component, by more than they have in
 * common: 限期整改的已完成119处; 累计完成4.95亿元，以前年度完成1.83亿元，完成率.
 */
export function isPassed(component: Statement, by: Statement): boolean {
  const whole = wholeOf(component);
  if (!whole) return false;
  const common = nameOf(whole);
  const names = [...nameOf(component), ...component.own.map(({ text }) => text)];
  return !names.some(
    (word) => word.length > 1 && !light.has(word) && !common.includes(word) && said(by.own).includes(word),
  );
}

function isMadeUp(statements: readonly Statement[], whole: Statement, part: Statement): boolean {
  let sum = 0;
  for (const s of statements.slice(whole.index + 1, whole.index + 1 + MOST)) {
    if (s.sentence !== whole.sentence) return false;
    // 84个，既有上年续建的36个，也有当年新建的48个
    if (!(isLevel(s) || s.standing === "base") || !sameUnit(s, whole)) continue;
    sum += s.figure.value!;
    if (sum > whole.figure.value! + whole.figure.precision / 2) return false;
    if (Math.abs(sum - whole.figure.value!) <= whole.figure.precision / 2)
      return s.index >= part.index && sum > s.figure.value!;
  }
  return false;
}

/** 支出401万元，养老项目花了241万元，占60.1%: a share right behind a count that says it is a part of another. */
export function isShareOf(statements: readonly Statement[], s: Statement, whole: Statement | undefined): boolean {
  const share = statements[s.index + 1];
  return (
    whole !== undefined &&
    share?.standing === "share" &&
    share.segment === s.segment &&
    Math.abs((allOf(share) * s.figure.value!) / whole.figure.value! - share.figure.value!) <= share.figure.precision
  );
}
