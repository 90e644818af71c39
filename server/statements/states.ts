import { memo } from "../text/memo.ts";
import { said } from "./said.ts";
import type { Statement } from "./statement.ts";

/** States of which a thing is in one alone; words of one state are between blanks. */
const STATES: readonly (readonly string[])[] = [
  [
    "竣工 完工 建成 投用 投产 完成",
    "在建 续建 正在施工 施工中 推进中 正在推进",
    "未开工 没开工 尚未开工 待开工 前期 前期工作",
  ],
  ["保留 继续有效", "修改 修订", "废止 停止执行", "失效"],
  ["维持", "撤销", "变更", "确认违法", "责令履行", "驳回", "终止"],
  ["予以公开", "部分公开", "不予公开", "无法提供", "不予处理"],
  ["优秀 优", "良好 良", "合格 达标", "不合格 不达标"],
  ["采纳", "部分采纳", "未采纳 不予采纳"],
  ["增长 上升", "下降", "持平"],
  ["胜诉", "败诉"],
  ["排除", "查实 属实"],
  ["国家级 国家", "省级", "市级", "县级 区级"],
];

const WORDS = STATES.map((row) => row.map((words) => words.split(" ")));

const PARTICLES = new Set(["的", "了", "有", "为", "已", "均"]);

/** In which place of each row of states a statement stands, -1 for none; the longest word that its own end in decides. */
const placesOf = memo(({ own }: Statement): readonly number[] => {
  const words = said(own.filter(({ text }) => !PARTICLES.has(text)));
  return WORDS.map((row) => {
    let [found, length] = [-1, 0];
    for (const [at, states] of row.entries())
      for (const word of states) if (words.endsWith(word) && word.length > length) [found, length] = [at, word.length];
    return found;
  });
});

/** Whether what some statements count is in as many states that exclude one another: 完工14个，在建9个，没开工的3个. */
export function areStates(parts: readonly Statement[]): boolean {
  const places = parts.map(placesOf);
  return (
    parts.length > 1 &&
    WORDS.some((_, row) => {
      const found = places.map((place) => place[row]!);
      return !found.includes(-1) && new Set(found).size === parts.length;
    })
  );
}
