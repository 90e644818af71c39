import { nameOf, namesIn, shared } from "../statements/name.ts";
import { cuesOf, does, type Statement, wordsOf } from "../statements/statement.ts";

/** What there was before: carried over, or a value of the time before. */
export const isOpening = (s: Statement): boolean =>
  !isForwarded(s) && !isMovedIn(s) && (does(s.gapClasses | cuesOf(s), "opening") || s.standing === "base");
/** 新排查, 当年新收: what is new came in. */
export const isInflow = (s: Statement): boolean =>
  !isOpening(s) &&
  (does(cuesOf(s), "inflow") ||
    wordsOf(s).some(({ text }) => text === "新" || text === "新增" || (text.length > 1 && text[0] === "新")));
export const isOutflow = (s: Statement): boolean =>
  does(cuesOf(s), "outflow") || (s.standing === "delta" && s.direction === "down");
export const isClosing = (s: Statement): boolean => isForwarded(s) || (does(cuesOf(s), "closing") && !isOpening(s));

/** 外市转入96件: from elsewhere, and not from the year before. */
const isMovedIn = ({ own }: Statement): boolean =>
  own.some(({ text }, i) => text === "转入" && own.slice(0, i).some((word) => word.text.includes("外")));

const STOCK = new Set(["累计", "滚存", "滚存结余", "年末", "期末", "历年"]);
/** 累计结余 is what there is in all. */
export const isInAll = ({ own }: Statement): boolean => own.some(({ text }) => STOCK.has(text));

const NEXT = new Set("下年 次年 下一年 明年 下期 下季度 下半年 下年度 下一年度".split(" "));
/** 转入2025年4件 is left over; 2023年转入的9件 was there. */
export const isForwarded = ({ own }: Statement): boolean =>
  own.some(
    ({ text }, i) =>
      (text === "转入" || text === "结转" || text === "结转至" || text === "转至") &&
      ((own[i + 1]?.figure ?? -1) >= 0 || NEXT.has(own[i + 1]?.text ?? "")),
  );

/** 应审780件 holds what was carried over. */
export const isDue = ({ own }: Statement): boolean =>
  own.some(({ text }) => text[0] === "应" || text[0] === "需" || text[0] === "共" || text[0] === "总") &&
  // 总数超了18名
  !own.some(({ text }) => text[0] === "超");

/** 改建投资的其余部分: the rest of what is named, and of nothing else. */
export function isOfOther({ own }: Statement, whole: Statement): boolean {
  const at = own.findIndex(({ classes }) => does(classes, "left"));
  const named = at < 2 || own[at - 1]!.text !== "的" ? [] : namesIn(own.slice(0, at));
  return named.length > 0 && shared(named, nameOf(whole)) === 0;
}
