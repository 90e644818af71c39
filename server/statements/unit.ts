/** Units that count one kind of thing, so that what is counted in them may be added up or told apart from the rest. */
const KIN = [
  "人 名 位 口 员",
  "件 宗 起 例 桩 案 单",
  "次 场次 场",
  "件次 案次 起次 宗次 项次",
  "个 家 处 所 座",
  "条 项 个",
  "本 张 份 册 证",
  "亩 亩地",
  "元 元人民币 块钱",
  "平方米 平米 平方 ㎡ m² m2",
  "平方公里 平方千米 km² km2 ㎢",
  "公里 千米 km KM ㎞",
  "立方米 立方 方 m³ m3 ㎥",
  "千克 公斤 kg",
  "吨 吨标准煤 吨标煤",
  "台 台套",
  "个百分点 百分点",
].map((row) => row.split(" "));

/** The rows that a unit stands in, as a set of bits. */
const kinOf: ReadonlyMap<string, number> = (() => {
  const found = new Map<string, number>();
  for (const [row, units] of KIN.entries())
    for (const unit of units) found.set(unit, (found.get(unit) ?? 0) | (1 << row));
  return found;
})();

/** Whether two counts may be of one kind of thing by their units. */
export const alike = (a: string | null, b: string | null): boolean => {
  if (a === b) return true;
  if (a === null || b === null) return false;
  const one = plain(a);
  const other = plain(b);
  return one === other || ((kinOf.get(one) ?? 0) & (kinOf.get(other) ?? 0)) !== 0;
};

/** 人次 of 人: each time that one is counted. */
export const isTimesOf = (times: string | null, thing: string | null): boolean =>
  times !== null && thing !== null && times === `${thing === "名" ? "人" : thing}次`;

/** 台 of 台（套）. */
const plain = (unit: string): string => {
  const bracket = unit.indexOf("（");
  return bracket > 0 ? unit.slice(0, bracket) : unit;
};

const MEASURED = new Set(
  (
    "天 日 周 年 月 个月 个季度 季度 小时 个小时 分钟 秒 工作日 个工作日 自然日 个自然日 岁 周岁 学年 学期 个学时 学时 课时 " +
    "℃ 摄氏度 度 分 星 级 分贝 微克 毫克"
  ).split(" "),
);

/** Times, ages and marks: of many of them a mean is told, never a total. */
export const isMeasured = (unit: string | null): boolean => unit !== null && (MEASURED.has(unit) || unit.includes("/"));

/** Units of what comes in wholes: a count of 105 is 105 and nothing near it. */
const WHOLE = new Set(
  (
    "件 起 宗 例 桩 案 单 笔 人 名 位 户 口 批 队 组 份 条 项 册 部 篇 本 卷 期 张 页 则 款 章 套 幅 封 种 类 目 节 场 次 轮 届 堂 " +
    "班 个 家 处 所 座 栋 间 站 片 块 级 孔 眼 盏 根 杆 枚 只 头 羽 株 棵 匹 辆 台 架 艘 列 床 天 日 件次 案次 例次 项次 起次 " +
    "场次 批次 户次 班次 轮次 台次 架次 车次 辆次 人次 家次 个次 个月 工作日 个工作日 课时 学时 大 枝 支 对 艘次 元"
  ).split(" "),
);

export const isCountable = (unit: string | null): boolean => unit === null || WHOLE.has(unit);
