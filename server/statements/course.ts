import { finder } from "../text/finder.ts";
import { memo } from "../text/memo.ts";
import { bit } from "../words/classes.ts";
import { said } from "./said.ts";
import type { Statement } from "./statement.ts";

/** Courses that a thing goes through, step by step; words of one step are between blanks. A later step has no more than an earlier one. */
const COURSES: Readonly<Record<string, readonly string[]>> = {
  hazard: ["排查 发现 查出 查找 检出 排查出 隐患", "整改 消除 销号 整治 整改完成 整改到位 完成整改"],
  case: ["申请 提出申请", "受理", "办结 审结"],
  proposal: ["提出 征集 征集意见", "采纳 采用 被采纳"],
  request: ["收到 接到 承办 交办 转办", "办结 办复 答复 回复"],
  licence: ["申请 申报", "受理", "批准 准予 核准 发证 审核通过 审批通过 评审通过 审查通过 通过审核 通过审批 通过评审"],
  report: ["受理 收到 推送 预警", "查实 属实"],
  court: ["开庭", "出庭 到庭"],
  fund: ["安排 申请 下达", "到位 支出 拨付"],
  exam: ["报名", "应考 应试", "参考 实考 到考 应试人数 参加考试 参考人数", "合格 及格 通过 上线 达线 考过 过关 考取"],
  sampling: ["布设 布点", "采样 取样"],
  sample: ["抽检 抽查 检验 检测 送检 应检 监测", "合格 达标"],
  due: ["应检 应到 应参加 应缴 应办 应接种 应访", "实检 实到 实参加 实缴 实接种 实际接种 实际到位 实际参加"],
  transfer: ["移送", "立案"],
  survey: ["发放", "回收 收回", "有效"],
  damage: ["受灾", "成灾", "绝收"],
  mediation: ["调解 排查 受理 调处", "化解 调解成功 调处成功 成功"],
};

export interface Step {
  readonly course: string;
  readonly step: number;
}

const WORDS: readonly (Step & { readonly word: string })[] = Object.entries(COURSES).flatMap(([course, steps]) =>
  steps.flatMap((words, step) => words.split(" ").map((word) => ({ course, step, word }))),
);

const find = finder(WORDS.map(({ word }) => word));

/** The first of `coursesOf`. */
export const courseOf = (statement: Statement): Step | null => coursesOf(statement)[0] ?? null;

/** `denied`: what is said not to have been done counts, too. The steps, each of its course, that the last deed of a statement may be; of words that end together the longest counts. */
export const coursesOf = (statement: Statement, denied = false): readonly Step[] =>
  denied || !isDenied(statement) ? stepsOf(statement) : [];

const isDenied = ({ own }: Statement): boolean =>
  own.some(({ classes, text }) => (classes & bit("negative")) !== 0 || text[0] === "不" || text[0] === "未");

const stepsOf = memo(({ own }: Statement): readonly Step[] => {
  const ends = wordEnds(own);
  let end = 0;
  let length = 0;
  let places: number[] = [];
  find(said(own), (place, at) => {
    const { word } = WORDS[place]!;
    const to = at + word.length;
    if (!ends.has(to) || to < end || (to === end && word.length < length)) return at;
    if (to > end || word.length > length) places = [];
    end = to;
    length = word.length;
    places.push(place);
    return at;
  });
  return places.sort((a, b) => a - b).map((place) => WORDS[place]!);
});

/** Where the words of some tokens end when they are said together, in UTF-16 units. */
function wordEnds(tokens: Statement["own"]): ReadonlySet<number> {
  let end = 0;
  return new Set(tokens.map(({ text }) => (end += text.length)));
}
