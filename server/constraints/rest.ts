import { nameOf, stemOf, touches } from "../statements/name.ts";
import { isJoined } from "../statements/rows.ts";
import { said } from "../statements/said.ts";
import { isReached } from "../statements/standing.ts";
import { does, type Statement, wordsOf } from "../statements/statement.ts";
import { isStopAt } from "../statements/stops.ts";
import type { Token } from "../words/lexer.ts";
import { isClosing, isDue, isForwarded, isInflow, isOfOther, isOpening } from "./account.ts";
import { isComponent, isPassed, isShareOf } from "./component.ts";
import { as, asAll, isWorthy, type Kind, operandOf, operandsOf } from "./constraint.ts";
import { minus, plus, total } from "./interval.ts";
import { before, crossing, isLevel, REACH, sameUnit } from "./reach.ts";
import { shown, spell } from "./spell.ts";
import { areTurns, finest, headOf, isInner, isKind, isThing, roomOf, sumOf } from "./sum.ts";

/** What is left of a whole when some of it is taken: 其余, 剩余, 尚未办结. */
export const rest: Kind = {
  name: "rest",
  family: "account",
  mayHold: ({ alike }) => alike > 2,

  *propose(statements) {
    for (const claim of statements) {
      if (!isLevel(claim)) continue;
      const cue = cueOf(claim);
      const pair = cue === 0 && claim.depth === 0 ? pairBefore(statements, claim) : [];
      const known = before(statements, claim).filter(
        (s) =>
          (isLevel(s) || s.standing === "target") &&
          sameUnit(s, claim) &&
          s.depth <= claim.depth + 1 &&
          // 完成130个，通过批复117个，占完成数的九成；余下26个: what is a part of one that is done is not taken off as well.
          !(
            s.previous?.previous &&
            isLevel(s.previous) &&
            isLevel(s.previous.previous) &&
            isShareOf(statements, s, s.previous)
          ) &&
          // 审结119件，含批准114件、不予批准2件；年末在办8件: what is made up of them went out.
          !(isClosing(claim) && isInner(headOf(s))) &&
          (crossing(s, claim) < 2 ||
            (!isParted(s, claim) &&
              ((cue === 0 && claim.depth === 0 && (isRightBefore(s, claim) || isTopicOf(statements, s, claim))) ||
                pair.includes(s)))),
      );
      if (!isOfWhole(claim)) continue;
      const [near, far] = isDifference(claim) ? withoutTotal(known) : known;
      if (near && far && isDifference(claim) && far.segment === claim.segment) {
        const [more, less] = near.figure.value! > far.figure.value! ? [near, far] : [far, near];
        yield { kind: "rest", form: "rest", claim, operands: [...as("whole", more), ...as("part", less)], cost: 0 };
        continue;
      }
      if (near && far && crossing(far, claim) < 2 && near.figure.value! > far.figure.value! && !isOpening(far))
        yield {
          kind: "rest",
          form: "rest",
          claim,
          operands: [...as("whole", near), ...as("part", far)],
          cost: cue + 1 + crossing(far, claim),
        };
      for (let n = 1; n <= Math.min(5, known.length - 1); n++) {
        const taken = known.slice(0, n).reverse();
        if (
          (cue > 0 && n === 1 && isInner(taken[0]!)) ||
          (!isComponent(claim) && taken.some((s) => isPassed(s, claim)))
        )
          continue;
        if (crossing(taken[0]!, claim) > 1 && !pair.includes(taken[0]!)) break;
        const wholes = known
          .slice(n)
          .filter((s) => (s.segment === claim.segment || !isListed(s)) && !isPassed(s, taken[0]!));
        for (const [i, whole] of wholes.slice(0, 4).entries()) {
          const skipped = wholes.slice(0, i).filter((s) => !isInner(s)).length;
          const alone = n === 1 || wholes.every((s) => s === whole || s.figure.value! > whole.figure.value!);
          const paired =
            n === 1 &&
            (negates(claim, taken[0]!) || isRated(claim, taken[0]!) || isDueOf(statements, whole, taken[0]!, claim))
              ? 1
              : 0;
          // Where something was carried over, what came in is not all there was.
          const carried =
            cue > 0 &&
            n === 1 &&
            isInflow(whole) &&
            known.some((s) => s.segment === whole.segment && s.index < whole.index && isOpening(s))
              ? 3
              : 0;
          // 甲120笔、乙140笔，其余80笔: a list is taken off whole.
          const cut = isJoined(taken[0]!) && known[n] !== whole && known[n] === taken[0]!.previous ? 2 : 0;
          const joined = taken.slice(1).filter((s) => !isJoined(s)).length;
          // 水稻22.6万亩、玉米19.8万亩、大豆8.3万亩，余下4.5万亩: one of a row is not the whole of the next.
          if (isJoined(taken[0]!) && isJoined(whole) && taken[0]!.previous === whole) continue;
          if (taken.some(({ figure }) => figure.value! < whole.figure.precision / 2)) continue;
          if (isHalfOfRest(statements, whole, taken, claim)) continue;
          // 总值13.84亿元，出口9.61亿元，进口4.23亿元，顺差5.38亿元: they make up all of it, and leave nothing.
          if (Math.abs(whole.figure.value! - sumOf(taken)) <= roomOf([whole, ...taken])) continue;
          // 概算送审13.26亿元、审减1.51亿元；结算送审7.22亿元、审减1.03亿元: two rows of one kind.
          const twins = taken.some(
            (s) =>
              areTurns(s, whole) ||
              (s.segment !== whole.segment && nameOf(s).length > 0 && nameOf(s).join() === nameOf(whole).join()) ||
              (claim.segment !== whole.segment && isToldAlike(claim, whole)) ||
              // 归集，全年计划66亿元，…；贷款，全年计划33亿元: told alike, each of a thing of its own.
              (s.segment !== whole.segment && s.own.length > 1 && said(s.own) === said(whole.own)),
          );
          // 结案的98件里，警告31件，罚款52件，不予处罚9件，移送6件: one of a row that goes on, and no rest.
          const next = statements[claim.index + 1];
          const follows =
            cue > 0 &&
            next?.segment === claim.segment &&
            next.mark === claim.mark &&
            isLevel(next) &&
            sameUnit(next, claim);
          const goesOn = follows && (n > 1 || does(next.ownClasses, "rest", "left")) ? 1 : 0;
          const neighbours = cue === 3 && [whole, ...taken, claim].every(isThing);
          // 二季度155户，三季度回落到98户: what it came to was not taken away.
          const reached = taken.some((s) => s.previous === whole && isReached(s) && does(s.ownClasses, "down"));
          const foreign = reached || isKind(whole) || isOfOther(claim, whole) || neighbours || twins ? 3 : 0;
          const strange =
            foreign +
            ([whole, ...taken].some(({ figure }) => figure.unit !== claim.figure.unit) && wordsOf(claim).length > 2
              ? 2
              : 0);
          const cost =
            Math.max(0, cue - paired) +
            (alone ? 0 : joined) +
            (isFirst(whole) ? Math.min(1, skipped) : skipped) +
            (isFirst(whole) ? Math.max(0, crossing(whole, claim) - 1) : crossing(whole, claim)) +
            carried +
            goesOn +
            cut;
          if (
            !isWorthy(
              cost + strange,
              whole.figure.value! - sumOf(taken),
              claim.figure.value!,
              roomOf([claim, whole, ...taken]),
            )
          )
            continue;
          const opening = known.find((s) => s.index < whole.index && isOpening(s)) ?? null;
          yield {
            kind: "rest",
            form: "rest",
            claim,
            operands: [...as("whole", whole), ...asAll("part", taken), ...as("opening", isDue(whole) ? opening : null)],
            cost: cost + strange,
          };
        }
      }
    }
  },

  value: (constraint, read) =>
    minus(read(operandOf(constraint, "whole")!), total(operandsOf(constraint, "part").map(read))),

  /** What was carried over taken off or added once more. */
  slips(constraint, read) {
    const opening = operandOf(constraint, "opening");
    if (!opening) return [];
    const value = this.value(constraint, read)!;
    return [minus(value, read(opening)), plus(value, read(opening))];
  },

  explain(constraint) {
    const whole = operandOf(constraint, "whole")!;
    const parts = operandsOf(constraint, "part");
    const value = parts.reduce((left, { figure }) => left - figure.value!, whole.figure.value!);
    return `${[whole, ...parts].map(shown).join("－")}＝${spell(value, finest([constraint.claim, whole, ...parts]).figure)}`;
  },
};

/** Whether what is left can be left of one whole that a figure tells. */
export const isOfWhole = (claim: Statement): boolean =>
  // “基本满意”“不满意”的分别为22份、5份: one of two, and what is left of nothing.
  !does(claim.gapClasses, "each") &&
  // 减去已售部分，剩余33.4万: of something that no figure tells.
  !leadOf(claim).some(({ classes }) => does(classes, "outflow")) &&
  // 两项相加还剩6个: of more than one whole.
  !does(claim.ownClasses, "both") &&
  !claim.own.some(({ text }) => TOGETHER.has(text)) &&
  // 后者到年底已改正121处: of what it names, and of nothing else.
  !does(claim.ownClasses | claim.gapClasses, "first", "second");

/** The first statement of a sentence, or as far back as a reader goes. */
function firstIn(claim: Statement): Statement {
  let first = claim;
  for (let steps = 0; steps < REACH && first.previous?.sentence === claim.sentence; steps++) first = first.previous;
  return first;
}

/** 全年任务15432场。上半年放映7870场，剩余7562场: told in the sentence right before, at its end. */
const isRightBefore = (s: Statement, claim: Statement): boolean => firstIn(claim).previous === s;

/** 出口45.6亿元，进口17.9亿元，总值63.5亿元，顺差27.7亿元: of the two, and not of what they come to. */
const withoutTotal = (known: readonly Statement[]): readonly Statement[] => {
  const [near, far, further] = known;
  return near && far && further && Math.abs(near.figure.value! - sumOf([far, further])) <= roomOf([near, far, further])
    ? known.slice(1)
    : known;
};

/** 在管高血压患者…；在管糖尿病患者…: told as the other is, of another thing. */
const isToldAlike = ({ own }: Statement, whole: Statement): boolean =>
  own.length > 2 &&
  whole.own.length > 2 &&
  whole.own.some(({ text }) => text === own[0]!.text) &&
  own.at(-1)!.text === whole.own.at(-1)!.text;

/** 收入4.62亿元，支出4.81亿元，缺口0.19亿元: of two, whichever comes first. */
const isDifference = ({ own }: Statement): boolean => DIFFERENCES.has(own.at(-1)?.text ?? "");
const DIFFERENCES = new Set(["缺口", "顺差", "逆差", "差额"]);

/** 全年开了113场，上年92场。拟不起诉听证58场；信访申诉24场；其余31场: what the sentence before begins with. */
function isTopicOf(statements: readonly Statement[], s: Statement, claim: Statement): boolean {
  const last = statements[firstIn(claim).index - 1];
  return s.sentence === last?.sentence && statements[s.index - 1]?.sentence !== s.sentence;
}

/** 立案23条，不予立案38条，尚有3条: what is left of 64 is not the one, but the two together. */
export function isHalfOfRest(
  statements: readonly Statement[],
  whole: Statement,
  taken: readonly Statement[],
  claim: Statement,
): boolean {
  const further = statements[claim.index + 1];
  if (further?.sentence !== claim.sentence || !isLevel(further) || !sameUnit(further, claim)) return false;
  const parts = [...taken, claim, further];
  return Math.abs(whole.figure.value! - sumOf(parts)) <= roomOf([whole, ...parts]);
}

/** 仍有106起未破。二是管控还有缺口。治安案件尚有178起: what a sentence of words parts is of another thing. */
export function isParted(s: Statement, { paragraph: { folded }, figure }: Statement): boolean {
  let stops = 0;
  for (let at = s.figure.span.end; at < figure.span.start; at++) if (isStopAt(folded, at)) stops++;
  return stops > 1;
}

/** 应检386个，参检371个，参检率96.1%。余下的15个: the two like counts that the sentence before tells, and no third. */
function pairBefore(statements: readonly Statement[], claim: Statement): readonly Statement[] {
  const near = before(statements, claim);
  const last = near.find(({ sentence }) => sentence !== claim.sentence);
  const told = near.filter((s) => s.sentence === last?.sentence && sameUnit(s, claim) && s.depth === claim.depth);
  const first = near.every((s) => s.sentence !== claim.sentence);
  return first && told.length === 2 && told[1]!.figure.value! > told[0]!.figure.value! ? told : [];
}

/** 申请3276件，包括食品1874件、药品438件；: an item of a list that a semicolon has closed. */
const isListed = (s: Statement): boolean => isJoined(s) || does(s.gapClasses, "of");

/** The first count of its sentence, which the sentence is about. */
const isFirst = (s: Statement): boolean => s.previous === null || s.previous.sentence !== s.sentence;

const TOGETHER = new Set(["相加", "合计", "合起来", "加起来"]);

/** What was not done in time is left. */
const PENDING = [
  "逾期",
  "未收回",
  "未",
  "没有",
  "没",
  "不予",
  "未能",
  "尚未",
  "不",
  "仍",
  "尚",
  "正在",
  "待",
  "还",
  "在办",
  "审减",
  "节约",
  "结余",
];
const PENDING_FIRST = "仍尚待未";

/** The words of clauses without a figure before it: 其余为个人访，共659批815人次. */
const leadOf = (claim: Statement): readonly Token[] => {
  const from = claim.own.length === 0 && claim.previous?.clause === claim.clause ? claim.previous : claim;
  return from.gap.slice(from.previous?.tail.length ?? 0, from.gap.length - from.own.length);
};

/** How plainly the words call it a rest: 0 其余, 1 未 and 仍, 3 not at all. */
export function cueOf(claim: Statement): number {
  const own = [...leadOf(claim), ...wordsOf(claim)];
  if (own.some(({ classes }) => does(classes, "left"))) return 0;
  // 予以公开71件、部分公开22件、不予公开19件 are kinds side by side.
  if (isJoined(claim) && claim.own.length > 0 && claim.previous && isJoined(claim.previous)) return 3;
  if (own.some(({ text }) => PENDING.includes(text) || (text.length > 1 && PENDING_FIRST.includes(text[0]!)))) return 1;
  if (does(claim.ownClasses, "closing") || isForwarded(claim)) return 1;
  // 17件结转下年
  if (claim.own.length === 0 && does(claim.tail[0]?.classes ?? 0, "closing", "opening")) return 1;
  return claim.tail.some(({ text }) => text === "正在" || text === "仍" || text === "尚" || text[0] === "待") ? 2 : 3;
}

/** 应办205件，已办结199件，尚有6件: what was to be done, what was, and nothing else. */
function isDueOf(statements: readonly Statement[], whole: Statement, done: Statement, claim: Statement): boolean {
  const next = statements[claim.index + 1];
  const alone = !next || next.segment !== claim.segment || !sameUnit(next, claim);
  return alone && whole.own.some(({ text }) => text[0] === "应") && said(done.own).includes(said(whole.own).at(-1)!);
}

/** 55个开工，开工率94.8%，尚未开工3个: the rate between them is of the very word. */
function isRated(claim: Statement, part: Statement): boolean {
  const rate = claim.previous;
  const stem = rate?.standing === "rate" && rate.previous === part ? stemOf(rate).slice(-2) : "";
  return stem !== "" && touches(stem, said(claim.own));
}

/** 合格…，不合格…: the claim denies the very word of the part. */
function negates(claim: Statement, part: Statement): boolean {
  const own = [...leadOf(claim), ...wordsOf(claim)];
  return own.some(
    ({ text }, i) => (text === "不" || text === "未") && wordsOf(part).some((word) => word.text === own[i + 1]?.text),
  );
}
