import { memo } from "../../text/memo.ts";
import { isExact } from "../arithmetic.ts";
import { indicatorOf, likeness } from "../indicator.ts";
import { type Mention, mentionsOf } from "../mention.ts";
import type { Paragraph } from "../../report/paragraph.ts";
import { preceding, sameUnit } from "./neighbours.ts";

/** Two counts of one course, of which the later cannot exceed the earlier: 受理 and 办结, 提出 and 采纳. */
export interface Order {
  readonly kind: "order";
  readonly whole: Mention;
  readonly part: Mention;
  readonly verdict: "holds" | "fails";
}

/** What comes in, and what can come of it. Cases newly taken in are left out: a court may close more, old ones among them. */
const COURSES: readonly (readonly [RegExp, RegExp])[] = [
  [
    /受理|收到|接收|接到|接报|承接|承办|交办|转办|派发|受案|(?<!新)收案(?!件)|办理(?!完毕)|流转|征集|提案|建议/,
    /办结|审结|结案|已结|办理完毕|处理完毕|办毕|办复|处结|答复|回复|成功|化解|和解|撤诉|调撤/,
  ],
  [/调解|调处|受理|排查|化解/, /成功|达成协议|履行/],
  [/提出|出具|形成|报送|反馈|征集|征求|收集/, /采纳|采用|吸收|录用/],
  [/发现|排查|查出|查找|梳理|摸排|检查出/, /整改|整治|消除|销号|化解|整修|处置/],
  [/发放|发出|投放|下发/, /回收|收回/],
  [/抽检|抽查|检测|抽样|监测|检验|检查|送检/, /合格|达标|优良/],
  [/报名|参加|参考|应考|参训|培训|应试/, /通过|合格|及格|取得/],
  [/应[\u4e00-\u9fff]/, /实[际到有收缴接]|已[\u4e00-\u9fff]/],
  [/签订|签约/, /履行完毕|履约/],
  [/申请|争取/, /到位/],
  [/立案/, /破案|破获|侦破/],
  [/开庭|应诉|庭审/, /出庭/],
  [/审结|结案|办结/, /胜诉|败诉|纠错|撤销|维持|驳回/],
  [/下达|安排|预算|争取/, /拨付|支出|到位|兑现|支付/],
  [/计划|应开工/, /开工|竣工|完工/],
  [/回访|受访|测评|调查|有效问卷/, /满意/],
];

const CARRIED =
  /结转|积案|存量|历年|往年|旧存|遗留|跨年|(?:上年|去年|上年度)(?:受理|收|立案|转|接|的[^,;。]{0,4}案)|含(?:前|之前|以前)/;
const NEGATED = /[不未没无非]|尚|正在|在办|待/;

/** Whether a count is of what can come of another: 办结307件 after 受理314件. */
export function follows(whole: Mention, part: Mention): boolean {
  const first = said(whole);
  const second = said(part);
  return COURSES.some(
    ([taken, done]) =>
      taken.test(first) &&
      !done.test(first) &&
      done.test(second) &&
      !(taken.test(second) && !done.test(first) && first === second),
  );
}

const said = ({ before, after }: Mention): string => before.slice(-24) + after.slice(0, 8);

/** Pairs of counts that stand in such a course, each count with the nearest one that it can come of. */
export const ordersOf = memo((paragraph: Paragraph): readonly Order[] => {
  const found: Order[] = [];
  for (const part of mentionsOf(paragraph)) {
    if (part.standing !== "level" || NEGATED.test(said(part))) continue;
    for (const whole of preceding(part)) {
      if (whole.sentence !== part.sentence && whole !== part.owner) break;
      // A part of something is not the whole of what comes after it.
      if (whole.standing !== "level" || !sameUnit(whole.figure, part.figure) || /其中/.test(whole.gap)) continue;
      if (!follows(whole, part)) continue;
      if (!compatible(whole, part)) break;
      const carried = CARRIED.test(whole.gap + part.gap) || inBrackets(paragraph, whole, part);
      const exact = isExact(whole.figure) && isExact(part.figure);
      if (exact && !carried)
        found.push({
          kind: "order",
          whole,
          part,
          verdict: part.figure.value! > whole.figure.value! ? "fails" : "holds",
        });
      break;
    }
  }
  return found;
});

/** Things of many kinds, which another kind's count says nothing of. */
const GENERIC = /案件|纠纷|问题|事项|人员|项目|活动|企业|单位|文件/;

/** The later count names the same thing, or names none of its own. */
function compatible(whole: Mention, part: Mention): boolean {
  const later = indicatorOf(part).noun;
  const earlier = indicatorOf(whole).noun;
  if (later.length < 3 || earlier === "" || likeness(later, earlier) >= 0.5) return true;
  const head = later.slice(-2);
  return earlier.endsWith(head) && !GENERIC.test(head);
}

/** 办结320件（含上年结转20件）: said in the brackets, which are no part of the words around. */
const inBrackets = ({ folded }: Paragraph, whole: Mention, part: Mention): boolean => {
  const words = folded.slice(whole.figure.span.end, Math.min(part.figure.span.end + 24, whole.figure.span.end + 200));
  const stop = words.indexOf("。", part.figure.span.end - whole.figure.span.end);
  return CARRIED.test(stop < 0 ? words : words.slice(0, stop));
};
