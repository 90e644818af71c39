import { type Message, say } from "../text/message.ts";

/** A customary way to put a figure, as a template; see `snippet`. */
export interface Sentence {
  readonly name: Message;
  /** What a writer types to be offered it: the initials of its Pinyin. */
  readonly initials: string;
  /** Words by which it begins to be typed. */
  readonly words: readonly string[];
  readonly template: string;
}

const UNIT = "{单位:件|起|次|场|份|人|人次|万元}";

/** The sentences in which reports state their figures, with all that a reader needs to check them. */
export const sentences: readonly Sentence[] = [
  {
    name: say("同比（带上年同期数）", "change on the year, with its base"),
    initials: "tb",
    words: ["同比", "全年", "上半年"],
    template: `{时段:全年|上半年|1月至6月}，共{动作:受理|办理|办结|审查|调解|开展}{事项:案件}{本期}${UNIT}，同比{增减:增长|下降}{幅度}%（上年同期{基数}{单位}）`,
  },
  {
    name: say("比率（带分子、分母）", "rate, with both its terms"),
    initials: "bl",
    words: ["率", "比率"],
    template:
      "{比率名:办结率|调解成功率|群众满意率|采纳率}达{比率}%（{分子}/{分母}），较上年{增减:提高|下降}{点数}个百分点",
  },
  {
    name: say("其中（分项合计等于总数）", "parts that make up a total"),
    initials: "qz",
    words: ["其中", "共"],
    template: `共{总数}${UNIT}，其中{第一项:行政许可}{数一}{单位}、{第二项:行政处罚}{数二}{单位}、其他{数三}{单位}`,
  },
  {
    name: say("截至某日的累计与在册", "running totals and the register at a date"),
    initials: "jz",
    words: ["截至", "累计"],
    template: "截至{月:6|12}月{日:30|31}日，累计接收{对象:社区矫正对象}{接收}人、解除{解除}人，在册{在册}人",
  },
  {
    name: say("结转、新收与办结", "carried over, taken in and settled"),
    initials: "xs",
    words: ["上年结转", "新收"],
    template: "上年结转{结转}件、新收{新收}件，共办理{办理}件，办结{办结}件，办结率{比率}%",
  },
  {
    name: say("由多少增至多少", "from one value to another"),
    initials: "zz",
    words: ["由", "增至"],
    template: "{事项:专职人员}由{原数}{单位:人|名|个|家|件}{增减:增至|减至}{现数}{单位}",
  },
  {
    name: say("完成年度目标", "share of the year’s target"),
    initials: "wc",
    words: ["完成"],
    template: "完成年度目标的{比率}%",
  },
  {
    name: say("问题的原因", "the cause of shortcomings"),
    initials: "yy",
    words: ["究其原因", "原因"],
    template: "究其原因，主要是________。",
  },
  {
    name: say("一是、二是、三是", "points one, two and three"),
    initials: "ys",
    words: ["一是"],
    template: "一是________。二是________。三是________。",
  },
];
