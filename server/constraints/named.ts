import { NEGATIVE, nameOf, namesIn, stemOf, touches } from "../statements/name.ts";
import { INSIDE } from "../statements/openers.ts";
import { said } from "../statements/said.ts";
import { does, type Statement, statementsOf } from "../statements/statement.ts";
import { light } from "../words/classes.ts";
import type { Token } from "../words/lexer.ts";
import { isLevel, sameUnit } from "./reach.ts";

/** What a rate or share is of, in its own words or those of the clause before it without a figure: 供水类超过半数，占. */
export function subjectOf(claim: Statement): string {
  const stem = stemOf(claim);
  if (stem !== "") return stem;
  if (claim.standing !== "share") return "";
  const at = claim.own.findIndex(({ classes }) => does(classes, "share"));
  if (basisOf(claim) !== null) return "";
  const own = namesIn(at < 0 ? claim.own : claim.own.slice(0, at));
  const clause = claim.gap.slice(0, claim.gap.length - claim.own.length);
  const led =
    claim.previous && claim.previous.tail.length < clause.length
      ? namesIn(clause.slice(claim.previous.tail.length))
      : [];
  return (own.length > 0 ? own : led).join("");
}

const BASES = new Set(["按", "以"]);
const RECKONED = new Set(["算", "计", "计算", "看", "统计"]);
/** 按户算占77.1%: the unit of those that are taken; null where none is told. */
export const basisOf = ({ own: [by, unit, reckoned] }: Statement): string | null =>
  by && unit && BASES.has(by.text) && unit.text.length === 1 && RECKONED.has(reckoned?.text ?? "") ? unit.text : null;

/** What people say when they are asked, and of what was done no part. */
export const OPINIONS = ["满意", "好评", "知晓", "支持", "认可", "安全感"];

const EVERYWHERE = new Set("全县 全市 全区 全省 全州 全国 全年 全部 全系统 总数 总量 总额".split(" "));
/** As `isNamed`, by a word that names more than the place or the whole. */
const isCalled = (claim: Statement, whole: Statement): boolean => {
  const at = claim.own.findIndex(({ classes }) => does(classes, "share"));
  const words = said(claim.own.slice(at + 1).filter(({ text }) => !EVERYWHERE.has(text)));
  return at >= 0 && nameOf(whole).some((word) => word.length > 1 && !EVERYWHERE.has(word) && words.includes(word));
};

/** How many statements back a whole is looked for that a share names. */
const AFAR = 30;
/** As far back the whole is looked for without a name. */
export const NEAR = 24;

/** 占全县出栏量的: the whole that it names, though sentences lie between. */
export function namedAfar(claim: Statement, numerator: Statement): Statement | undefined {
  const statements = statementsOf(claim.paragraph);
  for (let i = claim.index - NEAR; i >= 0 && claim.index - i <= AFAR; i--) {
    const s = statements[i]!;
    if (
      isLevel(s) &&
      sameUnit(s, numerator) &&
      s.year === null &&
      s.figure.value! > numerator.figure.value! &&
      isCalled(claim, s)
    )
      return s;
  }
  return undefined;
}

/** Whether a share says what it is of, and not only that it is of all: 占森林面积的. */
export function namesWhole({ own, standing }: Statement): boolean {
  const at = own.findIndex(({ classes }) => does(classes, "share"));
  return (
    standing === "share" &&
    at >= 0 &&
    own.at(-1)?.text === "的" &&
    namesIn(own.slice(at + 1)).some((word) => word.length > 1 && !EVERYWHERE.has(word))
  );
}

const HELD = new Set(["为", "是", "达到", "相当于", "完成"]);

/** Whether a share names the whole it is of: 占刑事立案总数的. */
export function isNamed(claim: Statement, whole: Statement): boolean {
  const at = claim.own.findIndex(({ classes, text }) => does(classes, "share") || HELD.has(text));
  const words = at >= 0 ? said(claim.own.slice(at + 1)) : "";
  if (
    whole.standing === "target" &&
    words.length > 2 &&
    claim.own.slice(at + 1).some(({ text }) => text.endsWith("计划") || text.endsWith("目标") || text.endsWith("任务"))
  )
    return true;
  // 仍有25个签约项目未开工: only some of those signed.
  if (whole.tail.slice(0, 4).some(isNegated) && !claim.own.some(isNegated)) return false;
  const names = nameOf(whole).filter((word) => word.length > 1);
  const deed = nameOf(whole).join("").slice(-2);
  if (words.length > 1 && isShort(words.slice(0, 2), said(whole.own))) return true;
  return words !== "" && (names.some((word) => words.includes(word)) || (deed.length === 2 && words.includes(deed)));
}

/** 过审 of 通过形式审查: two characters of a name in their order, not side by side. */
function isShort(word: string, name: string): boolean {
  if (word.length !== 2) return false;
  const at = name.indexOf(word[0]!);
  return at >= 0 && name.indexOf(word[1]!, at + 1) > at;
}

/** Whether one of rate and count names what the other leaves out: 合格率 beside 不合格8批次, 非文字类占. */
export function negates(claim: Statement, numerator: Statement): boolean {
  const stem = stemOf(claim);
  // 履约9920人，违约率: of those who did not.
  if (stem.length > 1 && BAD.includes(stem[0]!)) return !said([...numerator.own, ...numerator.tail]).includes(stem[0]!);
  // 占非现场查处的: the whole that it names denies nothing.
  const at = claim.standing === "share" ? claim.own.findIndex(({ classes }) => does(classes, "share")) : -1;
  const led = at < 0 ? claim.own : claim.own.slice(0, at);
  const denied = NEGATIONS.some((word) => stem.startsWith(word)) || led.some(isNegated);
  // 不合格37批次，问题发现率3.9%: of what went wrong, and of no other.
  if ((!denied && stem === "") || FOUND.some((end) => stem.endsWith(end))) return false;
  return isDenied(numerator, stem) !== denied;
}

const BAD = "违漏失误逾缺";
const FOUND = ["发现", "检出", "查出", "问题"];

/** Whether what a rate is of is said not to be: 尚未落实的, 不合格; 不停车检测点 denies nothing. */
const isDenied = ({ own, tail }: Statement, stem: string): boolean =>
  [own, tail].some((words) =>
    words.some(
      (word, i) =>
        isNegated(word) &&
        (stem === "" || i >= words.length - 2 || touches(stem.slice(-2), said(words.slice(i, i + 3)))),
    ),
  );

/** They say how much, and deny nothing. */
export const BOUNDS: ReadonlySet<string> = new Set("不足 不到 不满 不及 不低于 不少于 不超过 不高于".split(" "));
const NEGATIONS = ["非", "不", "未", "无"];
export const isNegated = ({ text, classes }: Pick<Token, "text" | "classes">): boolean =>
  (classes & NEGATIVE) !== 0 ||
  (!BOUNDS.has(text) && text.length > 1 && (["非", "不", "未"].includes(text[0]!) || text.endsWith("未")));

/** Counts of what went wrong: the rate beside them is of what did not. */
export const isAdverse = ({ own, tail }: Statement): boolean => {
  // 办结投诉里调解成功: among them went well what did.
  const words = said([...own.slice(own.findLastIndex(({ text }) => INSIDE.has(text)) + 1), ...tail]);
  return ADVERSE.some((word) => words.includes(word));
};
const ADVERSE =
  "问题 隐患 差错 闲置 空置 空余 超标 逾期 违规 缺勤 缺考 败诉 流失 事故 故障 失败 退回 超限 差评 投诉 异常".split(" ");
/** 产销差率, 管网漏损率: of what went lost between two counts. */
export const isLoss = (stem: string): boolean => ["差", "损", "失"].includes(stem.at(-1) ?? "");

/** 批捕420人，不批捕156人: two that are apart, and only together a whole. */
export const denies = (a: Statement, b: Statement): boolean =>
  a.own.some(
    ({ text }, i) =>
      (text === "不" || text === "未" || text === "不予") && b.own.some((word) => word.text === a.own[i + 1]?.text),
  ) ||
  a.own.some(({ text }) => text.length > 1 && text[0] === "不" && b.own.some((word) => word.text === text.slice(1)));

/** 合格率 and 不合格率; between 满意 and 不满意 there is 基本满意. */
export const isOpposite = (a: Statement, b: Statement): boolean =>
  NEGATIONS.some((word) => stemOf(a) === word + stemOf(b) || stemOf(b) === word + stemOf(a)) &&
  stemOf(a) !== "" &&
  !OPINIONS.some((word) => stemOf(a).includes(word));

/** What a share is of, in its own words or those of the count that it follows: 女教师 of 女教师4118人，占. */
export const kindOf = ({ own, previous, segment }: Statement): string =>
  said(
    previous?.segment !== segment || (own.length > 1 && !does(own[0]!.classes, "share"))
      ? own
      : own.length > 1
        ? [...previous.own, ...own]
        : previous.own,
  );

/** 优良率 of 优9个、良17个: the counts that each character of a rate's name is of, the first of them first. */
export function gradesOf(stem: string, counts: readonly Statement[]): readonly Statement[] | null {
  if (stem.length !== 2) return null;
  const [one, other] = [...stem].map((char) => counts.find(({ own }) => isGrade(own, char)));
  return one && other && one !== other && one.sentence === other.sentence
    ? [one, other].sort((a, b) => a.index - b.index)
    : null;
}

/** 评为优的, 良: a grade of one character. */
const isGrade = (own: readonly Token[], char: string): boolean => {
  const word = own.findLast(({ text }) => !light.has(text))?.text ?? "";
  return word === char || word === `${char}秀` || word === `${char}好` || word === `${char}等`;
};

/** The words of a count, of a row those of its own place. */
const calling = ({ own, label, gapClasses, previous, clause }: Statement): readonly Token[] => {
  // 得到治理的由98个增加到112个
  const began = previous?.standing === "base" && previous.clause === clause ? previous.own : [];
  return label.length > 0 && (own.length < 2 || does(gapClasses, "each"))
    ? label
    : began.length > 0
      ? [...began, ...own]
      : own;
};

/** Whether a count names what a rate is of: 整改率 and 整改到位, 破案率 and 破获; a share is of the very word. */
export const touchesName = (stem: string, s: Statement, whole = false): boolean => {
  const words = said([...calling(s), ...s.tail]);
  return whole ? words.includes(stem.slice(-2)) : touches(stem.slice(-2), words);
};

/** 女5119人，女性占43.2% */
const SEXES: Readonly<Record<string, string>> = { 女性: "女", 男性: "男" };

const KINDS = ["类案件", "类", "方面", "领域", "案件", "部分"];

/** Words by which a thing is measured, and the units that it is measured in by them; 数 and 量 may be in any. */
const MEASURES: Readonly<Record<string, string>> = {
  面积: "亩 公顷 平方米 平方公里",
  人数: "人 名",
  里程: "公里 千米",
  金额: "元",
  资金: "元",
  投资: "元",
  产值: "元",
  总额: "元",
  收入: "元",
  额: "元",
  数量: "",
  总量: "",
  量: "",
  数: "",
};
const JOINTS = new Set(["及", "以", "和", "与"]);
/** 县内就业 of 县内4905人; 出让面积 is of another column, 硕士及以上 of more. */
const isCalledBy = (name: string, s: Statement): boolean => {
  const item = said(calling(s));
  const rest = name.slice(item.length);
  if (item.length < 2 || !name.startsWith(item) || JOINTS.has(rest[0] ?? "")) return false;
  const measure = Object.keys(MEASURES).find((word) => rest.startsWith(word));
  return measure === undefined || MEASURES[measure]!.split(" ").includes(s.figure.unit ?? "");
};

/** The counts that a rate names: of a share those that bear its whole name, if any does. */
export function holdersOf(claim: Statement, named: string, counts: readonly Statement[]): readonly Statement[] {
  const name = SEXES[named] ?? named;
  if (claim.standing !== "share") {
    // 满意38件，基本满意1件，满意率: the very word.
    const exact = counts.filter((s) => said(calling(s).filter(({ classes }) => classes === 0)) === name);
    return exact.length > 0 ? exact : counts.filter((s) => touchesName(name, s));
  }
  const end = KINDS.find((kind) => name.endsWith(kind) && name.length > kind.length + 1);
  const bare = end ? name.slice(0, -end.length) : name;
  const exact = bare.length > 2 || end ? counts.filter((s) => said([...calling(s), ...s.tail]).includes(bare)) : [];
  if (exact.length > 0) return exact;
  const at = claim.own.findIndex(({ classes }) => does(classes, "share"));
  const spelled = said(claim.own.slice(0, Math.max(0, at)).filter(({ text }) => text !== "的"));
  const called = counts.filter((s) => isCalledBy(spelled, s));
  if (called.length > 0) return called;
  const touched = counts.filter((s) => touchesName(name, s, true));
  const short = touched.length > 0 ? [] : counts.filter((s) => isShort(name, said(s.own)));
  return short.length === 1 ? short : touched;
}
