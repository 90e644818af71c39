import { nameOf, stemOf } from "../statements/name.ts";
import { isJoined } from "../statements/rows.ts";
import { said } from "../statements/said.ts";
import { does, type Statement } from "../statements/statement.ts";
import { as, type Kind, operandOf } from "./constraint.ts";
import { isExact, isWhole } from "./interval.ts";
import { before, isLevel, wholeOf } from "./reach.ts";
import { placesOf, rounded } from "./spell.ts";

/** Of how many at the most a percentage tells which of them it can be. */
const FEW = 200;

/**
 * What is done to a thing, by the end of its rate's name, and how that thing is counted: the words before or behind the count,
 * or its unit. 签约率 behind 团队36个 is of those who sign, and stands for none of these.
 */
const DONE: Readonly<Record<string, string>> = {
  采纳: "意见 建议",
  达标: "*",
  完好: "*",
  优秀: "*",
  优良: "*",
  规范: "*",
  合格: "抽检 抽查 检测 检验 考核 考试 评查 名 人",
  满意: "回访 问卷 测评 建议 提案 评议 评价",
  胜诉: "应诉 诉讼 结案 审结",
  败诉: "应诉 诉讼 结案 审结",
  化解: "积案 案件 纠纷 矛盾 事项",
  结业: "名 人",
  取证: "名 人",
  持证: "名 人",
  参训: "名 人 家",
  参演: "家 支 个",
  结题: "课题 项目",
  办结: "受理 收到 接到 交办 建议 提案",
  整改: "发现 排查 反馈 隐患 问题",
  采用: "意见 建议 信息",
  答复: "建议 提案 申请",
  通过: "参考 参加 考试 申报 检验 检测 验收",
  侦破: "案件 起",
  破案: "案件 起",
  出庭: "应诉 出庭 诉讼",
  开工: "项目 工程",
  竣工: "项目 工程",
  投产: "项目",
  验收: "项目 工程 部",
  抽查: "家 户 座 处",
  抽检: "家 户 座 处 批次",
};

const ALL = new Set("全部 全数 全都 均 都 一律 逐一".split(" "));
/** Who attends is who is examined. */
const ATTENDING = new Set("参加 参训 接受 参与 完成 培训 轮训".split(" "));
const PREDICATES: ReadonlySet<string> = new Set(["v", "l", "d"]);

/** Whether what is said between the count and the rate narrows nothing: no verb, or one that is of all of them. */
const isOfAll = ({ gap, own }: Statement): boolean => {
  const between = gap.slice(0, gap.length - own.length);
  return (
    between.some(({ text }) => ALL.has(text)) ||
    !between.some(({ pos, text }) => PREDICATES.has(pos) && !ATTENDING.has(text))
  );
};

/** Whether a count is of the things that a rate is of. */
const isOf = (things: readonly string[], { own, tail, figure }: Statement, claim: Statement): boolean =>
  things.some((thing) => said(own).includes(thing)) ||
  (isOfAll(claim) &&
    things.some((thing) =>
      PERSONS.has(thing)
        ? thing === figure.unit && isExamined(claim)
        : thing === figure.unit || said(tail).includes(thing),
    ));

const EXAMINED = new Set(["合格", "达标", "完好", "通过"]);
const TESTING = new Set("开展 进行 实施 组织 抽检 抽查 检测 检验 测试 考核".split(" "));
/** 对32家商场开展测试，合格率: of those that were tested. */
const isObject = ({ own, tail }: Statement): boolean =>
  TAKING.has(own.at(-1)?.text ?? "") ||
  (own.slice(-3).some(({ text }) => text === "对") && tail.some(({ text }) => TESTING.has(text)));
/** 对25家企业开展回访，满意率: each of them was asked; of 抽查28家饭店 their guests were. */
const isAsked = (done: string, { own, tail }: Statement): boolean =>
  done === "满意" && own.some(({ text }) => text === "对") && tail.at(-1)?.text === "回访";
/** 抽取14家加油站复核装置 */
const TAKING = new Set("抽取 抽查 抽检 抽测 抽样".split(" "));

const PERSONS = new Set(["名", "人"]);
/** 结业考核合格率: of persons, whatever they are, and of nothing that it names. */
const isExamined = ({ own }: Statement): boolean =>
  own.every(({ text, pos }) => pos[0] !== "n" || EXAMS.has(text) || text.endsWith("率"));
const EXAMS = new Set("考核 考试 结业 理论 技能 上机 实操 鉴定".split(" "));

/** 达标学校再增6所，达到55所: what is reached without a name is of what was told before it. */
function namesake(s: Statement): Statement {
  let named = s;
  while (nameOf(named).length === 0 && named.previous?.segment === s.segment) named = named.previous;
  return named;
}

const isFew = ({ figure }: Statement): boolean =>
  isWhole(figure) && isExact(figure) && figure.value! < FEW && figure.value! > 1;

/** 新发展党员64名，35岁以下占67.9%: a share of the one count that its sentence tells of, by what kind of them it is. */
function isShareOfLast(claim: Statement): boolean {
  const { own, standing, figure, previous } = claim;
  return (
    standing === "share" &&
    figure.unit === "%" &&
    isExact(figure) &&
    own.at(-1)?.text === "占" &&
    own.length > 1 &&
    !does(claim.ownClasses, "each", "both", "sum") &&
    previous?.index === claim.index - 1 &&
    previous.segment === claim.segment &&
    previous.previous?.sentence !== claim.sentence &&
    isLevel(previous) &&
    isFew(previous)
  );
}

/** 课题14项，省级4项、市级10项: what a row that ends with a count makes up; the count itself where it is none. */
function wholeOfParts(last: Statement): Statement {
  let sum = last.figure.value ?? 0;
  for (let s = last.previous; s?.segment === last.segment && s.figure.unit === last.figure.unit; s = s.previous) {
    if (s !== last.previous && s.figure.value === sum) return s;
    sum += s.figure.value ?? 0;
  }
  return last;
}

/** A rate that no whole number of a few things can give: 98% of 32. */
export const integer: Kind = {
  name: "integer",
  family: "integer",

  *propose(statements) {
    for (const claim of statements) {
      if (isShareOfLast(claim)) {
        yield { kind: "integer", form: "of", claim, operands: as("denominator", claim.previous!), cost: 0 };
        continue;
      }
      if (claim.standing !== "rate" || claim.figure.unit !== "%" || !isExact(claim.figure)) continue;
      const done = stemOf(claim).slice(-2);
      const things = DONE[done]?.split(" ");
      // 7家加工企业的参演率: what stands before 的 says of whom.
      const led = claim.mark === "" ? claim.own.findLastIndex(({ text }) => text === "的") + 1 : 0;
      if (!things || claim.own.length - led > 5) continue;
      // 两个片区签约率分别为90%、75%: of each of them.
      if (does(claim.ownClasses, "each")) continue;
      for (const last of before(statements, claim, 3)) {
        const number = wholeOfParts(last);
        if (number.sentence !== claim.sentence || !isLevel(number)) break;
        // 化解信访积案119件，化解率: of those that were, and not of those that were to be.
        const called = said(namesake(number).own);
        const named = !things.includes(done) && [...done].every((char) => called.includes(char));
        const lesser = before(statements, number).some(
          (s) =>
            s.segment === number.segment &&
            isLevel(s) &&
            s.figure.unit === number.figure.unit &&
            s.figure.value! > number.figure.value!,
        );
        if (lesser) break;
        const direct =
          things.includes("*") &&
          claim.direction === null &&
          last.index === claim.index - 1 &&
          !(does(number.ownClasses, "reach") && nameOf(number).length === 0) &&
          !isJoined(number);
        const tested =
          number.index === claim.index - 1 && (EXAMINED.has(done) ? isObject(number) : isAsked(done, number));
        if (!named && isFew(number) && (direct || tested || isOf(things, number, claim)))
          yield {
            kind: "integer",
            form: "of",
            claim,
            operands: as("denominator", number),
            cost: claim.index - last.index - 1,
          };
        break;
      }
    }
  },

  value(constraint) {
    const { claim } = constraint;
    const whole = operandOf(constraint, "denominator")!.figure.value!;
    const parts = wholeOf(claim);
    const guess = Math.round((claim.figure.value! / parts) * whole);
    const near = [guess - 1, guess, guess + 1].filter((n) => n >= 0 && n <= whole).map((n) => (n / whole) * parts);
    const nearest = near.reduce((a, b) =>
      Math.abs(b - claim.figure.value!) < Math.abs(a - claim.figure.value!) ? b : a,
    );
    return { low: nearest, high: nearest };
  },

  explain(constraint) {
    const whole = operandOf(constraint, "denominator")!.figure.value!;
    const { figure } = constraint.claim;
    const exact = (figure.value! / 100) * whole;
    return [...new Set([Math.floor(exact), Math.ceil(exact)])]
      .filter((n) => n >= 0 && n <= whole)
      .map((n) => `${n}÷${whole}＝${rounded((n / whole) * 100, Math.max(2, placesOf(figure)))}%`)
      .join("，");
  },
};
