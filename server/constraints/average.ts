import type { Figure } from "../figures/figure.ts";
import { fullName, nameOf, namesIn, shared, spelledName } from "../statements/name.ts";
import { isJoined, rowBefore, rowTold } from "../statements/rows.ts";
import { said } from "../statements/said.ts";
import { isPerMany } from "../statements/standing.ts";
import { does, type Statement } from "../statements/statement.ts";
import { isTimesOf } from "../statements/unit.ts";
import { pronounOf } from "./compared.ts";
import { as, asAll, type Constraint, type Kind, LOOSE, operandOf, operandsOf } from "./constraint.ts";
import { exactly, over, scaled, total } from "./interval.ts";
import { after, before, crossing, isPercent, sameUnit } from "./reach.ts";
import { placesOf, rounded, shown } from "./spell.ts";
import { isComparable, isPremise, roomOf, sumOf } from "./sum.ts";

/** How many statements back the total or the number of a mean is looked for. */
const BACK = 10;

/** A mean: the total over the number of those it is shared out to (户均, 平均每件, 每万人). */
export const average: Kind = {
  name: "average",
  family: "average",

  *propose(statements) {
    for (const claim of statements) {
      // 四个季度好评率依次为98.6%、…，平均99.0%
      if (claim.standing === "rate" && does(claim.ownClasses, "average")) yield* ofRow(statements, claim);
      if (claim.standing !== "average") continue;
      if (does(claim.ownClasses, "yearly")) {
        yield* ofRow(statements, claim);
        yield* ofYears(statements, claim);
        if (!isForThings(claim)) continue;
      }
      yield* ofRow(statements, claim);
      // 按每天150家安排，72天可以走完: a premise, and no mean of what was told before.
      if (isPremise(claim)) {
        yield* ofTotalBehind(statements, claim);
        continue;
      }
      const told = ofPair(statements, claim);
      if (told) {
        yield told;
        continue;
      }
      yield* ofMonths(claim);
      yield* ofDays(claim);
      const { per, scale, whole } = sharedBy(claim);
      const timesOf = (s: Statement): number => (isTimesOf(s.figure.unit, claim.figure.unit) ? 1 : 0);
      const twofold = claim.own.some(({ text }) => TIMES.has(text)) && !TIMES.has(per) ? 3 : 0;
      const beyond = after(statements, claim, 2).filter(
        (s) => s.owner === claim || (s.sentence === claim.sentence && does(s.ownClasses, "sum") && sameUnit(s, claim)),
      );
      // 今年是每千人4.5批次、2070批次: the total of a mean that is joined to it.
      const joined = statements[claim.index + 1];
      if (
        joined?.mark === "、" &&
        joined.own.length === 0 &&
        sameUnit(joined, claim) &&
        joined.figure.value! > claim.figure.value!
      ) {
        yield* ofTotalBehind(statements, claim);
        continue;
      }
      const behind = totalBehind(statements, claim);
      // C级27户，每户1.4万元，D级14户，每户3.2万元，共82.6万元: of both together, and of neither.
      const together =
        beyond.some((s) => s.owner !== claim && s.index > claim.index) && meansBefore(statements, claim).length > 0;
      const near = [
        ...(together ? [] : beyond),
        ...before(statements, claim, BACK),
        ...(behind ? [behind.sum] : []),
      ].filter(
        (s) =>
          (s.standing === "level" || s.standing === "target") &&
          !isPercent(s) &&
          crossing(s, claim) < 3 &&
          s.figure.value! > 0,
      );
      // 除市级120人次外，其余5次县级演练场均84人次: what is left is not told.
      if (near.some((s) => s.sentence === claim.sentence && s.own[0]?.text === "除" && sameUnit(s, claim))) continue;
      const totals = wholesFirst(
        claim,
        near.filter(
          (s) =>
            sameUnit(s, claim) ||
            isTimesOf(s.figure.unit, claim.figure.unit) ||
            (claim.figure.unit === "次" && s.figure.unit?.endsWith("次")) ||
            (per === "人" && s.figure.unit === `人${claim.figure.unit}`) ||
            convertedFrom(s, claim) !== null,
        ),
      );
      const exact = near.filter(
        ({ figure }) => figure.unit !== null && figure.unit.length > 1 && whole.startsWith(figure.unit),
      );
      const named = near.filter((s) => per === "" || fits(per, s));
      // 车间年初63个，年末75个，平均每个车间: what is told of the same things later in their sentence.
      const alike = near.filter((s) =>
        named.some(
          (other) => s.sentence === other.sentence && s.figure.unit === other.figure.unit && s.index > other.index,
        ),
      );
      const fitting = exact.length > 0 ? exact : [...new Set([...alike, ...named])];
      const numbers = behind
        ? behind.numbers
        : fitting.length > 0 || !EVENTS.has(per)
          ? fitting
          : near.filter((s) => EVENTS.has(s.figure.unit ?? ""));
      for (const [i, sum] of totals.slice(0, 5).entries())
        for (const number of numbers.slice(0, 6)) {
          if (sum === number) continue;
          const competing = numbers.filter(
            (s) =>
              s !== number &&
              s.depth <= Math.max(number.depth, claim.depth) &&
              !isNamesake(sum, number, s) &&
              s.figure.unit === number.figure.unit &&
              (s.index > number.index || s.sentence === number.sentence),
          ).length;
          const cost =
            sum === behind?.sum
              ? isPaid(sum)
                ? 0
                : LOOSE + 1
              : twofold +
                timesOf(sum) +
                i +
                competing +
                (per === "" ? 2 : 0) +
                (isOfOther(statements, sum, number) ? 2 : 0) +
                crossing(sum, claim) +
                crossing(number, claim);
          yield {
            kind: "average",
            form: String(scale * (convertedFrom(sum, claim) ?? 1)),
            claim,
            operands: [...as("numerator", sum), ...as("denominator", number)],
            cost,
          } satisfies Constraint;
        }
      if (totals.length === 0) yield* ofTotalBehind(statements, claim);
    }
  },

  value(constraint, read) {
    if (constraint.form === "row")
      return scaled(total(operandsOf(constraint, "part").map(read)), 1 / constraint.operands.length);
    if (constraint.form.startsWith(MONTHS)) {
      const whole = read(operandOf(constraint, "numerator")!);
      return scaled(whole, 1 / Number(constraint.form.slice(MONTHS.length)));
    }
    if (constraint.form === DAYS) {
      const { low, high } = read(operandOf(constraint, "numerator")!);
      return { low: low / (YEAR + 1), high: high / YEAR };
    }
    const number = operandOf(constraint, "denominator")!;
    // 四年 are four, and no three and a half.
    const times = TIMES.has(number.figure.unit ?? "") && Number.isInteger(number.figure.value);
    const share = over(read(operandOf(constraint, "numerator")!), times ? exactly(number.figure.value!) : read(number));
    return share && scaled(share, Number(constraint.form));
  },

  /** One too few or too many counted: 2610÷5 where six months are told of. */
  slips(constraint, read) {
    const { form } = constraint;
    if (form === DAYS) return [];
    if (form.startsWith(MONTHS)) {
      const whole = read(operandOf(constraint, "numerator")!);
      const months = Number(form.slice(MONTHS.length));
      return [months - 1, months + 1].map((n) => scaled(whole, 1 / n));
    }
    const parts = operandsOf(constraint, "part");
    const number = operandOf(constraint, "denominator")?.figure.value ?? parts.length;
    if (!Number.isInteger(number) || number < 3 || number > FEW) return [];
    const whole = form === "row" ? total(parts.map(read)) : read(operandOf(constraint, "numerator")!);
    const scale = form === "row" ? 1 : Number(form);
    return [number - 1, number + 1].map((n) => scaled(whole, scale / n));
  },

  explain(constraint) {
    if (constraint.form === "row") {
      const parts = operandsOf(constraint, "part");
      const value = parts.reduce((sum, { figure }) => sum + figure.value!, 0) / parts.length;
      const sum = `${parts.slice(0, 8).map(shown).join("＋")}${parts.length > 8 ? "＋…" : ""}`;
      return `（${sum}）÷${parts.length}＝${mean(value, constraint.claim.figure)}`;
    }
    const { figure } = constraint.claim;
    if (constraint.form.startsWith(MONTHS)) {
      const [sum, months] = [operandOf(constraint, "numerator")!, Number(constraint.form.slice(MONTHS.length))];
      return `${shown(sum)}÷${months}＝${mean(sum.figure.value! / months, figure)}`;
    }
    if (constraint.form === DAYS) {
      const sum = operandOf(constraint, "numerator")!;
      return `${shown(sum)}÷${YEAR}＝${mean(sum.figure.value! / YEAR, figure)}`;
    }
    const [whole, number] = [operandOf(constraint, "numerator")!, operandOf(constraint, "denominator")!];
    const scale = Number(constraint.form);
    const value = (whole.figure.value! / number.figure.value!) * scale;
    return `${shown(whole)}÷${shown(number)}${scale > 1 ? `×${scale}` : ""}＝${mean(value, figure)}`;
  },
};

/** 投资2.36亿元：中央0.94亿元、专项债券0.80亿元、…: the items of a list stand behind what they make up. */
function wholesFirst(claim: Statement, totals: readonly Statement[]): readonly Statement[] {
  const isItem = (s: Statement, i: number): boolean =>
    isJoined(s) || (i > 0 && totals[i - 1]!.previous === s && isJoined(totals[i - 1]!));
  const items = totals.filter(isItem);
  const whole = totals.find((s, i) => !isItem(s, i));
  // 国债补助折合每台15万元: of the item that it names.
  if (items.some((s) => shared(nameOf(claim), nameOf(s)) > 0)) return totals;
  const told =
    items.length > 2 &&
    whole !== undefined &&
    Math.abs(sumOf(items) - whole.figure.value!) <= roomOf([whole, ...items]);
  return told ? [whole, ...totals.filter((s) => s !== whole)] : totals;
}

/** How many statements back a sum may name the number that it is shared out to. */
const NAMED = 20;
/** 立案31件，办结28件。…办结案件罚没款24.36万元: of those that the sum names, and of no other told since. */
function isOfOther(statements: readonly Statement[], sum: Statement, number: Statement): boolean {
  const names = namesIn(sum.own).filter((word) => word.length > 1);
  const isNamed = (s: Statement): boolean => names.some((word) => s.own.some(({ text }) => text === word));
  return (
    !isNamed(number) &&
    before(statements, sum, NAMED).some(
      (s) => s.standing === "level" && s.figure.unit === number.figure.unit && s.index < number.index && isNamed(s),
    )
  );
}

/** 住院5684人次、1137.9万元，门诊12521人次、348.5万元，前者次均2002元: the number and the amount of the one of two that it stands for. */
function ofPair(statements: readonly Statement[], claim: Statement): Constraint | null {
  const pronoun = pronounOf(claim);
  if (pronoun === null) return null;
  const pairs = before(statements, claim, BACK).flatMap((s) => {
    const other = statements[s.index + 1]!;
    const near = s.sentence === claim.sentence && [s, other].every(({ standing }) => standing === "level");
    if (!near || other.mark === "," || other.index >= claim.index) return [];
    if (sharedOut(claim, s) && sameUnit(other, claim)) return [{ sum: other, number: s }];
    return sharedOut(claim, other) && sameUnit(s, claim) ? [{ sum: s, number: other }] : [];
  });
  const pair = pairs.slice(0, 2).reverse()[pronoun];
  return pair && pairs.length > 1
    ? {
        kind: "average",
        form: String(sharedBy(claim).scale),
        claim,
        operands: [...as("numerator", pair.sum), ...as("denominator", pair.number)],
        cost: 0,
      }
    : null;
}

/**
 * The total behind a mean, where the number stands right beside the mean and no total before it: 资助新生165名，每名5000元，发放82.5万元.
 */
function totalBehind(
  statements: readonly Statement[],
  claim: Statement,
): { readonly sum: Statement; readonly numbers: readonly Statement[] } | null {
  const numbers = numbersFor(statements, claim);
  if (does(claim.gapClasses, "each") || numbers.length === 0) return null;
  const near = [...before(statements, claim, BACK), ...after(statements, claim, 4)].filter(
    (s) => s.sentence === claim.sentence && sameUnit(s, claim),
  );
  const sum = near.find(({ index }) => index > claim.index);
  const told = near.some((s) => s.standing === "average" || (s.index < claim.index && s.segment === claim.segment));
  return sum &&
    !told &&
    sum.segment === claim.segment &&
    sum.standing === "level" &&
    isAboutOrShifted(numbers[0]!.figure.value! * claim.figure.value!, sum.figure.value!)
    ? { sum, numbers }
    : null;
}

/** How many statements behind a mean its total is looked for, and how many numbers it may be shared out to. */
const [BEHIND, NUMBERS] = [8, 4];

/** 成母牛4200头，头均产奶9.5吨，鲜奶总产3.99万吨; 每亩保费56元，承保18.4万亩，总保费1030.4万元: the total anywhere behind, and the number beside either. */
function* ofTotalBehind(statements: readonly Statement[], claim: Statement): Generator<Constraint> {
  const { scale } = sharedBy(claim);
  const told = after(statements, claim, BEHIND).filter(
    ({ standing, direction }) => standing === "level" || (standing === "delta" && direction === claim.direction),
  );
  const [sum] = told.filter(
    (s) => convertedFrom(s, claim) !== null || (sameUnit(s, claim) && s.figure.value! > claim.figure.value!),
  );
  if (!sum) return;
  const numbers = [...told.filter(({ index }) => index < sum.index), ...before(statements, claim, BACK)].filter(
    (s) => s.standing === "level" && s !== sum && sharedOut(claim, s),
  );
  const about = said([...claim.gap, ...claim.own, ...sum.own]);
  for (const number of numbers.slice(0, NUMBERS))
    if (
      isNearOrShifted(
        (number.figure.value! / scale) * claim.figure.value!,
        sum.figure.value! * (convertedFrom(sum, claim) ?? 1),
      )
    )
      yield {
        kind: "average",
        form: String(scale * (convertedFrom(sum, claim) ?? 1)),
        claim,
        operands: [...as("numerator", sum), ...as("denominator", number)],
        // 护林员517名，…。护林员劳务补助按每人每年1万元: of those that it names.
        cost: spelledName(number).length > 2 && about.includes(spelledName(number)) ? 2 : LOOSE + 1,
      } satisfies Constraint;
}

/** The numbers that a mean is shared out to where its total stands behind it: right beside it, or the one told before. */
function numbersFor(statements: readonly Statement[], claim: Statement): readonly Statement[] {
  const beside = numbersBeside(statements, claim);
  const before = numberBefore(statements, claim);
  return beside.length > 0 || !before ? beside : [before];
}

/** 养牛4200头，按头均年产奶9.5吨推算，总产3.99万吨: the one number told before that it can be shared out to. */
function numberBefore(statements: readonly Statement[], claim: Statement): Statement | undefined {
  const told = before(statements, claim, 6).filter((s) => s.standing === "level" && sharedOut(claim, s));
  return told.length === 1 && !isJoined(told[0]!) ? told[0] : undefined;
}

const PAYING = new Set("发放 拨付 花费 支付 支出 用去 花去 兑付 发 花 付 计 共 共计 合计 总计".split(" "));
/** 每名5000元，发放82.5万元: with a word of the sum, or what is paid out and no more said; 门票收入 may be anything else. */
export const isPaid = ({ own, ownClasses }: Statement): boolean =>
  own.length === 0 ||
  (own.every(({ text, classes }) => PAYING.has(text) || does(classes, "sum")) && own.length < 4) ||
  (does(ownClasses, "sum") && own.every(({ pos }) => pos[0] !== "n"));

/** Whether a sum is within half and twice what it should be, or just that with its point or 万 out of place. */
const isNearOrShifted = (product: number, sum: number): boolean =>
  Math.max(product / sum, sum / product) <= 2 || isAboutOrShifted(product, sum);

/** Whether a sum is about what it should be, or just that with its point or 万 out of place. */
function isAboutOrShifted(product: number, sum: number): boolean {
  const places = Math.log10(sum / product);
  return isComparable(product, sum) || Math.abs(places - Math.round(places)) < 1e-6;
}

/** The numbers right before and behind a mean that it is shared out to. */
function numbersBeside(statements: readonly Statement[], claim: Statement): readonly Statement[] {
  return [statements[claim.index - 1], statements[claim.index + 1]].filter(
    (s): s is Statement =>
      s?.segment === claim.segment && s.standing === "level" && !isJoined(s) && sharedOut(claim, s),
  );
}

/** Whether a mean or a rate for each is one for each of those that a number counts: 每镇600万元 of 4个镇. */
export function sharedOut(each: Statement, number: Statement): boolean {
  const { per } = sharedBy(each);
  return per !== "" && fits(per, number);
}

/** So many months, years or districts are miscounted by one; of more no one keeps count. */
const FEW = 13;

/** The means of one unit told in the sentence before another, each right behind the number that it is shared out to. */
const meansBefore = (statements: readonly Statement[], claim: Statement): readonly Statement[] =>
  before(statements, claim, BACK).filter(
    (s) => s.standing === "average" && s.sentence === claim.sentence && sameUnit(s, claim),
  );

const CONVERTED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  毫升: { 升: 1000 },
  克: { 公斤: 1000, 千克: 1000 },
  公斤: { 吨: 1000 },
  千克: { 吨: 1000 },
  斤: { 吨: 2000, 公斤: 2 },
  米: { 公里: 1000 },
  平方米: { 亩: 666.67, 公顷: 10000 },
};
/** 38.88万吨，平均每亩450公斤: how many of the mean's unit its total's is; null where they are no units of one kind. */
const convertedFrom = ({ figure: { unit } }: Statement, { figure }: Statement): number | null =>
  CONVERTED[figure.unit ?? ""]?.[unit ?? ""] ?? null;

/** 公开拍卖27辆 of 拍卖总价, and not those beside it: the number bears a word of its total's name, and another does not. */
const isNamesake = (sum: Statement, number: Statement, other: Statement): boolean =>
  shared(nameOf(sum), nameOf(number)) >= 1 && shared(nameOf(sum), nameOf(other)) < 1;

/** A mean in 万 or 亿 by its own size, whatever the text has: 213.7万÷2683 is 796.5 and no 0.1万. */
function mean(value: number, like: Figure): string {
  const [unit, sign] = value >= 1e8 ? [1e8, "亿"] : value >= 1e4 && like.precision >= 1 ? [1e4, "万"] : [1, ""];
  return `${rounded(value / unit, Math.max(1, placesOf(like)))}${sign}`;
}

/** 户均年缴费, 单个泊位年均: a mean of a year, and of each thing. */
const isForThings = ({ own }: Statement): boolean => {
  const { per } = sharedBy({ own: own.filter(({ classes }) => !does(classes, "yearly")), mark: "", previous: null });
  return per !== "" && !TIMES.has(per);
};

const MEANS = new Set("平均 平均每 每月 每季度 月均 季均 年均 均为 场均 期均".split(" "));

/** 平均每户 is shared out to households; 平均每月 to the items of a row of months. */
const isShared = ({ own }: Statement): boolean => {
  const { per } = sharedBy({ own, mark: "", previous: null });
  return own.some(({ text }) => text.includes("每")) && per !== "月" && per !== "季";
};

/** How many statements back a row is looked for whose mean is told. */
const ROW_BACK = 12;
/** 四个季度依次为91.2分、92.6分、93.5分、94.3分，平均92.9分: the mean of a row that it ends. */
function* ofRow(statements: readonly Statement[], claim: Statement): Generator<Constraint> {
  if (!claim.own.some(({ text }) => MEANS.has(text)) || isShared(claim)) return;
  const told = rowTold(statements, claim, ROW_BACK)?.items;
  const row = begun(statements, told?.slice(1).every(isJoined) ? told : rowBefore(statements, claim));
  const last = row.at(-1);
  if (!last || row.length < 3 || crossing(last, claim) > 0 || claim.index - last.index > 3) return;
  if (!row.every((s) => sameUnit(s, claim) && s.standing !== "base")) return;
  yield {
    kind: "average",
    form: "row",
    claim,
    operands: asAll("part", row),
    cost: last.index === claim.index - 1 ? 0 : 1,
  };
}

/** 平均班额分别为54.1人、53.0人: a row with its first, which bears the words of a mean. */
function begun(statements: readonly Statement[], row: readonly Statement[]): readonly Statement[] {
  const first = row[0] && isJoined(row[0]) ? statements[row[0].index - 1] : undefined;
  return first && does(first.gapClasses, "each") && first.clause === row[0]!.clause ? [first, ...row] : row;
}

const MONTHS = "months ";
/** 平均每个月 is 月均. */
const MONTHLY: Readonly<Record<string, string>> = {
  平均每个月: "月均",
  平均每月: "月均",
  每月平均: "月均",
  每个月平均: "月均",
  平均每季度: "季均",
};
/** What a mean of a time is shared out to: its unit, and how many of them the whole year has and its half. */
const PERIODS: Readonly<Record<string, { readonly unit: string; readonly year: number; readonly half: number }>> = {
  月均: { unit: "个月", year: 12, half: 6 },
  季均: { unit: "个季度", year: 4, half: 2 },
};

/** 全年派车11568台次，月均964台次; 三个月共568起，月均189起: shared out to the months of the time that is told of. */
function* ofMonths(claim: Statement): Generator<Constraint> {
  const whole = claim.previous;
  const period = PERIODS[MONTHLY[said(claim.own)] ?? said(claim.own)];
  if (!period || !whole || whole.index !== claim.index - 1 || whole.segment !== claim.segment) return;
  if (whole.standing !== "level" || !sameUnit(whole, claim)) return;
  const spent = whole.previous?.clause === whole.clause ? whole.previous.figure : null;
  const counted = spent?.unit === period.unit ? spent.value : null;
  const months =
    counted ??
    (whole.own.some(({ text }) => text === "全年")
      ? period.year
      : whole.own.some(({ text }) => text === "上半年" || text === "半年")
        ? period.half
        : null);
  if (months !== null)
    yield { kind: "average", form: `${MONTHS}${months}`, claim, operands: as("numerator", whole), cost: 0 };
}

const DAYS = "days";
/** A year has so many days, or one more. */
const YEAR = 365;

/** 全年清运29.2万吨，日均800吨: shared out to the days of the year, if no others are told of. */
function* ofDays(claim: Statement): Generator<Constraint> {
  const whole = claim.previous;
  if (claim.own[0]?.text !== "日均" || !whole || whole.index !== claim.index - 1 || whole.segment !== claim.segment)
    return;
  if (whole.standing !== "level" || !sameUnit(whole, claim) || !whole.own.some(({ text }) => text === "全年")) return;
  yield { kind: "average", form: DAYS, claim, operands: as("numerator", whole), cost: 2 };
}

/** 四年累计31280个，年均7820个. */
function* ofYears(statements: readonly Statement[], claim: Statement): Generator<Constraint> {
  const near = before(statements, claim, 6).filter((s) => crossing(s, claim) < 2);
  const years = near.find(({ figure }) => figure.unit === "年");
  const wanted = does(claim.ownClasses, "up", "down") ? "delta" : "level";
  const totals = near.filter((s) => s.standing === wanted && sameUnit(s, claim));
  if (years)
    for (const [i, whole] of totals.slice(0, 2).entries())
      yield {
        kind: "average",
        form: "1",
        claim,
        operands: [...as("numerator", whole), ...as("denominator", years)],
        cost: i,
      };
}

/** What is held may be counted by any of them: 培训18期，场均85人次. */
const EVENTS = new Set("场 期 次 班 轮 届 批 堂 节 讲 场次 期次 批次".split(" "));

/** 户均每月: a mean over two things at once. */
const TIMES = new Set(["年", "个月", "每月", "月", "每年", "每天", "每日", "天", "日", "每周"]);

const SCALES: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10000, 十: 10 };
const UNITS: Readonly<Record<string, string>> = {
  人: "人 名 位 人次",
  户: "户 家",
  案: "件 宗 起 案",
  件: "件 宗 起 份 批次",
  村: "个",
  笔: "笔",
  亩: "亩",
  场: "场 次 场次",
  篇: "篇 条",
  条: "条 篇",
  期: "期",
  次: "次 场次 人次 件次 批次",
  校: "所",
  所: "所 个",
  车: "辆 台 辆次",
  辆: "辆",
  单: "单 件 份 笔",
  项: "项 个",
  师: "名 人",
  生: "名 人",
  家: "家 户",
  班: "个 期 班",
  队: "支 个",
  镇: "个",
  乡: "个",
  台: "台",
  月: "个月 月",
  季: "个季度 季度",
  天: "天 日",
  日: "天 日",
  床: "张",
  企: "家 户",
};

/** What a mean is shared out to, and how many of them at a time: 每万人 → 人 by 10000. */
function sharedBy({ own, mark, previous }: Pick<Statement, "own" | "mark" | "previous">): {
  per: string;
  scale: number;
  whole: string;
} {
  if (previous && isPerMany({ own, mark, previous })) {
    const { value, unit } = previous.figure;
    return { per: unit ?? "", scale: value!, whole: unit ?? "" };
  }
  const words = own.map(({ text }) => (text === "单个" ? "每个" : text)).join("");
  const each = words.lastIndexOf("每");
  const word = own.findLast(({ classes }) => does(classes, "average"))?.text ?? "";
  const said = each >= 0 ? words.slice(each + 1) : word === "平均" ? "" : word;
  const scale = SCALES[said[0] ?? ""] ?? 1;
  const per = scale > 1 ? (said[1] ?? "") : (said[0] ?? "");
  // 每千人口 is shared out to who lives there, and not to guests.
  const people = said.includes("人口");
  return { per: people ? "口" : per === "个" ? (said[1] ?? "") : per, scale, whole: said };
}

function fits(per: string, s: Statement): boolean {
  const { unit } = s.figure;
  if (per === "口") return [...s.own, ...s.tail.slice(0, 2)].some(({ text }) => text.endsWith("人口"));
  // 以61.3万常住人口计算
  if (unit === null && per === "人") return s.tail.slice(0, 2).some(({ text }) => text.endsWith("人口"));
  if (unit === null || per === "") return false;
  return (
    (UNITS[per]?.split(" ").includes(unit) ?? unit.startsWith(per)) ||
    (!TIMES.has(per) && PLACES.has(unit) && [said([...s.own, ...s.tail]), ...fullName(s)].join("").includes(per))
  );
}

const PLACES = new Set(["个", "处", "所", "家", "座"]);
