import { nounsIn } from "../statements/name.ts";
import { isJoined } from "../statements/rows.ts";
import { does, type Statement, statementsOf } from "../statements/statement.ts";
import { isTimesOf } from "../statements/unit.ts";
import { isClosing, isInAll, isInflow, isOpening, isOutflow } from "./account.ts";
import { isShareOf } from "./component.ts";
import { as, asAll, type Constraint, LOOSE } from "./constraint.ts";
import { isLevel, sameUnit } from "./reach.ts";
import { headOf, roomOf, sumOf } from "./sum.ts";

/** The form of what holds every entry of its sentence. */
export const ACCOUNT = "account";

/** No account of a sentence has more entries than this. */
const MOST = 6;
/** With more entries than these whose way no word tells, anything comes out. */
const STRANGE = 2;

/**
 * Accounts that a sentence tells from the first to the last: what there was (年初186个), each entry, and what there is (年末213个).
 * Where an entry stands says that it is one; which way it goes is said by its word, or tried.
 */
export function* balances(statements: readonly Statement[]): Generator<Constraint> {
  yield* bracketed(statements);
  yield* toldAhead(statements);
  yield* toldBehind(statements);
  for (const opening of statements) {
    if (!isStock(opening)) continue;
    const entries = entriesAfter(statements, opening);
    const last = entries.at(-1);
    const before = opening.previous;
    const beside = entries.filter((s) => s.segment === opening.segment);
    const topic = topicOf(opening);
    const ahead = before && isEntry(before, opening) ? [before] : topic ? [topic] : [];
    if (last && isEnd(last) && entries.length + ahead.length > 2)
      yield* readings(opening, [...ahead, ...entries.slice(0, -1)], last);
    else if (before && beside.length > 0 && isBefore(before, opening)) yield* readings(opening, beside, before);
  }
}

const LAST = new Set("上年末 上年底 去年末 去年底 上年度末 上期末".split(" "));
/** 由91人增加到97人（新取证12人，注销5人）: what a bracket enters into the account of a change. */
function* bracketed(statements: readonly Statement[]): Generator<Constraint> {
  for (const claim of statements) {
    const opening = claim.previous;
    if (!isLevel(claim) || opening?.standing !== "base" || opening.clause !== claim.clause || !sameUnit(opening, claim))
      continue;
    const entries = statements
      .slice(claim.index + 1, claim.index + 1 + MOST)
      .filter((s) => s.owner === claim && isLevel(s) && sameUnit(s, claim));
    if (entries.length > 1 && entries.every((s) => isInflow(s) || isOutflow(s)))
      yield* readings(opening, entries, claim);
  }
}

/** 新办2.86万张，注销0.34万张，由年初的31.28万张增加到33.80万张: entries told before the change that they make. */
function* toldAhead(statements: readonly Statement[]): Generator<Constraint> {
  for (const claim of statements) {
    const opening = claim.previous;
    const led = opening?.standing === "base" && opening.clause === claim.clause && does(claim.ownClasses, "reach");
    if (!led || !isLevel(claim) || !sameUnit(opening, claim) || !isOpening(opening)) continue;
    const entries: Statement[] = [];
    for (let s = opening.previous; s?.sentence === claim.sentence && entries.length < MOST; s = s.previous) {
      if (!isLevel(s) || !sameUnit(s, claim)) break;
      entries.unshift(s);
    }
    const [first] = entries;
    // 新建160张，总量由555张增加到715张
    const grows = entries.length === 1 && isInflow(first!) && does(opening.ownClasses, "sum");
    const turns = entries.length === 2 && entries.every((s) => isInflow(s) || isOutflow(s)) && entries.some(isOutflow);
    if (grows || turns) yield* readings(opening, entries, claim);
    // 新建150具，由2046具增加到2196具: if nothing else went.
    else if (entries.length === 1 && isInflow(first!) && opening.own.length === 1)
      yield* readings(opening, entries, claim, LOOSE + 1);
  }
}

/** 年末在职184人，…。上年末182人，年内新进9人，退休5人、调出2人: the entries of what the sentence before told. */
function* toldBehind(statements: readonly Statement[]): Generator<Constraint> {
  for (const opening of statements) {
    if (!isStock(opening) || opening.previous?.sentence === opening.sentence) continue;
    const entries: Statement[] = [];
    for (let s = statements[opening.index + 1]; s?.sentence === opening.sentence; s = statements[s.index + 1])
      if (sameUnit(s, opening)) entries.push(s);
    const turns = entries.length > 1 && entries.length <= MOST && entries.some(isInflow) && entries.some(isOutflow);
    if (!turns || !entries.every((s) => isLevel(s) && !isEnd(s) && (isInflow(s) || isOutflow(s)))) continue;
    const last = statements[opening.index - 1];
    let first = last;
    while (first?.previous && first.previous.sentence === last!.sentence) first = first.previous;
    if (!first || !(isEnd(first) || does(first.ownClasses, "sum"))) continue;
    // 现有民警356名、辅警428名。辅警年初为431名
    const name = nounsIn(opening.own).at(-1);
    const told = statements.slice(first.index, opening.index);
    const stock = name === undefined ? first : told.find(({ own }) => own.some(({ text }) => text === name));
    if (stock && isLevel(stock) && sameUnit(stock, opening) && !isInflow(stock) && !isOutflow(stock))
      yield* readings(opening, entries, stock);
  }
}

/** 年初在册186个, and no base of a change: 由年初的186个增至213个. */
const isStock = (s: Statement): boolean =>
  (isLevel(s) || s.standing === "base") &&
  s.figure.unit !== "%" &&
  !isKindOf(s) &&
  ((isOpening(s) && does(s.ownClasses, "opening")) ||
    s.own.some(({ text }) => LAST.has(text)) ||
    isDated(s) ||
    // 清理前现行有效的17件
    (does(s.ownClasses, "earlier") && does(s.ownClasses, "closing")) ||
    s.tail.slice(0, 6).some(({ text }) => text === "基础")) &&
  !does(s.ownClasses, "from", "compare", "up", "down");

/** 电气故障241起、用火不慎158起、遗留火种93起: one kind of several, whatever its name sounds like; 、上年结转的9740万元 has a time. */
const isKindOf = (s: Statement): boolean =>
  isJoined(s) &&
  s.previous !== null &&
  isLevel(s.previous) &&
  sameUnit(s.previous, s) &&
  !s.own.some(({ pos, classes, figure }) => pos === "t" || figure >= 0 || does(classes, "earlier"));

/** 2024年末在编28人, of whose next year the entries are told. */
function isDated({ own, paragraph, index, year }: Statement): boolean {
  const dated = own.some(
    ({ text, figure }, i) => figure >= 0 && text.endsWith("年") && INSTANTS.has(own[i + 1]?.text ?? ""),
  );
  const next = statementsOf(paragraph)[index + 1];
  return (
    dated && year !== null && next?.own.some(({ text }) => text.startsWith(`${year + 1}`) || PERIOD.has(text)) === true
  );
}
const PERIOD = new Set("本年 当年 全年 年内 今年 本年度 当期".split(" "));
const INSTANTS = new Set(["末", "底", "年末", "年底"]);

/** The like counts behind an opening up to the one that tells what there is, in the same sentence. */
function entriesAfter(statements: readonly Statement[], opening: Statement): readonly Statement[] {
  const found: Statement[] = [];
  let within = false;
  let sentence = statements[opening.index + 1]?.sentence;
  for (let i = opening.index + 1; i < statements.length && found.length <= MOST; i++) {
    const s = statements[i]!;
    // 2024年末51240户。2025年新设8765户: a sentence of its own may tell what there was.
    // 上年结转213.6万元。…，本年又筹得680万元。用于…566.3万元，年末结转327.3万元: and so may one that tells what came in.
    if (s.sentence !== sentence && found.length === 1 && isAlone(statements, found[0]!) && isInflow(found[0]!))
      sentence = s.sentence;
    if (s.sentence !== opening.sentence && !(isAlone(statements, opening) && s.sentence === sentence)) break;
    if (s.group !== opening.group || !(sameUnit(s, opening) || isCountedEachTime(s, opening)) || isAside(s)) continue;
    // 合并减少3项 goes out as 取消4项 does.
    const moved = s.standing === "delta" && isOutflow(s) && !does(s.ownClasses, "compare", "earlier", "net");
    if (!isLevel(s) && !moved) continue;
    // 净增28家，即新入库47家、退库19家: what a net gain is made up of are the entries.
    const { ownClasses, previous } = headOf(s);
    if (
      (does(s.ownClasses, "net") && !isInAll(s) && !isAtEnd(s)) ||
      (does(ownClasses, "of") && previous?.standing !== "delta")
    )
      continue;
    // 目前共17处 is what there is.
    const total = !moved && !isPlain(s) && does(s.ownClasses, "sum") && !does(s.ownClasses, "net") && !isEnd(s);
    // 收入…、上年结转9740万元，收入总量369220万元；支出…，支出总量362170万元: what there was is in the first of two totals.
    if (total && within) return [];
    within ||= total && isMadeUp(statements, opening, s);
    if (total || s.own.some(({ text }) => text[0] === "应") || isShareOf(statements, s, found.at(-1))) continue;
    found.push(s);
    if (isEnd(s)) break;
  }
  return withoutParts(reviewed(opening, withoutTotal(opening, found)));
}

/** Whether a total comes to all that its segment tells before it, what there was among them. */
function isMadeUp(statements: readonly Statement[], opening: Statement, total: Statement): boolean {
  const told = statements
    .slice(Math.max(0, total.index - 2 * MOST), total.index)
    .filter((s) => s.segment === total.segment && s.depth === total.depth && sameUnit(s, total));
  return told.includes(opening) && Math.abs(sumOf(told) - total.figure.value!) <= roomOf([total, ...told]);
}

const isAlone = (statements: readonly Statement[], { index, sentence }: Statement): boolean =>
  statements[index - 1]?.sentence !== sentence && statements[index + 1]?.sentence !== sentence;

/** 17件逐件清理，保留11件、修改4件、废止2件: of what there was, only what went out is an entry. */
function reviewed(opening: Statement, entries: readonly Statement[]): readonly Statement[] {
  let sum = 0;
  for (const [i, { figure }] of entries.entries()) {
    sum += figure.value!;
    if (isInflow(entries[i]!)) break;
    if (i === 0 || sum !== opening.figure.value) continue;
    const gone = entries.slice(0, i + 1).filter(isOutflow);
    return gone.length > 0 ? [...gone, ...entries.slice(i + 1)] : [];
  }
  return entries;
}

/** 结转3件，新收42件；45件中审结41件: what comes of the opening and the entry behind it is no entry. */
const withoutTotal = ({ figure }: Statement, entries: readonly Statement[]): readonly Statement[] =>
  entries.filter((s, i) => i !== 1 || isEnd(s) || s.figure.value !== figure.value! + entries[0]!.figure.value!);

/** 审结6件，4件维持，2件撤回: what an entry is made up of is no entry. */
function withoutParts(entries: readonly Statement[]): readonly Statement[] {
  for (const [at, { figure }] of entries.entries()) {
    let sum = 0;
    for (let n = 1; at + n < entries.length && !isEnd(entries[at + n]!); n++) {
      sum += entries[at + n]!.figure.value!;
      // 退休5人、调出1人、新招4人 go two ways.
      const parts = entries.slice(at + 1, at + 1 + n);
      if (n > 1 && sum === figure.value && !(parts.some(isInflow) && parts.some(isOutflow)))
        return entries.toSpliced(at + 1, n);
    }
  }
  return entries;
}

/** 共办结154件 went out; 三项合计退出983户 and 三项共核减367人 sum up what is entered. */
const isPlain = (s: Statement): boolean =>
  isOutflow(s) &&
  s.previous?.standing !== "tally" &&
  s.own.every(({ text, classes }) => text === "共" || !does(classes, "sum"));

/** 在站4人，入站87人次: who comes and goes is counted each time. */
const isCountedEachTime = (s: Statement, { figure: { unit } }: Statement): boolean =>
  isTimesOf(s.figure.unit, unit) && (isInflow(s) || isOutflow(s));

const ASIDE = new Set(["另", "另外", "此外"]);
/** 新建320路、拆除45路，另改造180路: what neither came in nor went out is told beside the account. */
const isAside = (s: Statement): boolean => ASIDE.has(s.own[0]?.text ?? "") && !isInflow(s) && !isOutflow(s);

/** 6月末结余 is what there is then, and no gain. */
const isAtEnd = ({ own }: Statement): boolean => own.some(({ text }, i) => i > 0 && (text === "末" || text === "底"));
const ENDS = new Set("眼下 年末 年底 期末 月末 月底 季末 目前 现有 现 现存 如今 末 底".split(" "));
export const isEnd = (s: Statement): boolean =>
  isClosing(s) ||
  (does(s.ownClasses, "rest") && !ASIDE.has(s.own[0]?.text ?? "")) ||
  (isInAll(s) && does(s.ownClasses, "reach")) ||
  s.own.some(({ text }, i) => ENDS.has(text) && (text.length > 1 || i > 0)) ||
  // 调整后共62项
  (does(s.ownClasses, "sum") && s.own.some(({ text }) => text === "后"));

/** 支出2.6亿元，上年结余8600万元，收入2.8亿元: what went out may be told first. */
const isEntry = (s: Statement, opening: Statement): boolean =>
  s.index === opening.index - 1 &&
  s.segment === opening.segment &&
  s.group === opening.group &&
  isLevel(s) &&
  sameUnit(s, opening) &&
  (isInflow(s) || isOutflow(s));

/**
 * 受理864件，民事571件；上年结转143件: what came in, told of first, and its kinds before ；. 加上年初结余 is added to what the sentence
 * began with, whatever that is.
 */
function topicOf(opening: Statement): Statement | null {
  let first = opening;
  while (first.previous?.sentence === opening.sentence) first = first.previous;
  const added = does(opening.gapClasses, "plus");
  return first.segment !== opening.segment &&
    first.group === opening.group &&
    isLevel(first) &&
    sameUnit(first, opening) &&
    (isInflow(first) || added)
    ? first
    : null;
}

/** 在册873名，年初为861名: what there is told right before what there was. */
const isBefore = (now: Statement, opening: Statement): boolean =>
  now.index === opening.index - 1 &&
  now.segment === opening.segment &&
  isLevel(now) &&
  !isInflow(now) &&
  !isOutflow(now) &&
  sameUnit(now, opening) &&
  opening.own.length <= 2;

/** An entry whose word says another way than it goes, or none: 发放 gives licences out and makes them more. */
function strangeness(entry: Statement, goesOut: boolean): number {
  if (goesOut ? isOutflow(entry) : isInflow(entry)) return 0;
  return 1;
}

function* readings(
  opening: Statement,
  entries: readonly Statement[],
  claim: Statement,
  least = 0,
): Generator<Constraint> {
  for (let signs = 0; signs < 1 << entries.length; signs++) {
    const goesOut = (i: number): boolean => ((signs >> i) & 1) === 1;
    const cost = entries.reduce((sum, entry, i) => sum + strangeness(entry, goesOut(i)), 0);
    if (cost > STRANGE) continue;
    yield {
      kind: "flow",
      form: ACCOUNT,
      claim,
      operands: [
        ...as("opening", opening),
        ...asAll(
          "inflow",
          entries.filter((_, i) => !goesOut(i)),
        ),
        ...asAll(
          "outflow",
          entries.filter((_, i) => goesOut(i)),
        ),
      ],
      cost: least + cost,
    };
  }
}
