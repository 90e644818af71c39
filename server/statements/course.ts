import type { Statement } from "./statement.ts";

/** Courses that a thing goes through, step by step; words of one step are between blanks. A later step has no more than an earlier one. */
const COURSES: Readonly<Record<string, readonly string[]>> = {
  hazard: ["排查 发现 查出 查找 检出 排查出", "整改 消除 销号 整治 整改完成 整改到位 完成整改"],
  case: ["申请 提出申请", "受理 立案 收案 新收", "办结 审结 结案"],
  proposal: ["提出", "采纳 采用 被采纳"],
  exam: ["报名", "应考 应试", "参考 实考 到考 参加考试 参考人数", "合格 及格 通过"],
  sample: ["抽检 抽查 检验 检测 送检 应检 监测", "合格 达标"],
  due: ["应检 应到 应参加 应缴 应办 应接种 应访", "实检 实到 实参加 实缴 实接种"],
  transfer: ["移送", "立案"],
  survey: ["发放", "回收 收回", "有效"],
  mediation: ["调解 排查 受理 调处", "化解 调解成功 调处成功 成功"],
  build: ["计划", "开工", "完工 竣工 建成"],
};

const STEPS = new Map<string, readonly { course: string; step: number }[]>();
for (const [course, steps] of Object.entries(COURSES))
  for (const [step, words] of steps.entries())
    for (const word of words.split(" ")) STEPS.set(word, [...(STEPS.get(word) ?? []), { course, step }]);

export interface Step {
  readonly course: string;
  readonly step: number;
}

/** The steps that the words of a statement name, whatever their course. */
export const stepsOf = ({ own }: Statement): readonly Step[] => own.flatMap(({ text }) => STEPS.get(text) ?? []);

/** The step of a course that a statement names by the last of its deeds. */
export const courseOf = (statement: Statement): Step | null => stepsOf(statement).at(-1) ?? null;
