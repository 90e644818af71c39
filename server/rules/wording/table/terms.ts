import type { Phrase } from "../../../text/lexicon.ts";

/** Two names of one thing. Where a draft uses both, the one that is `wrong` yields to the one that is `right`. */
export interface Term extends Phrase {
  readonly right: string;
  /** A template for the other name, where it is not `right` to the letter. */
  readonly seen?: string;
  /** What follows the wrong name where it is wrong even in a draft that never uses the other. */
  readonly alone?: RegExp;
  /** Neither name is better: the rarer one yields. */
  readonly equal?: boolean;
  readonly bad: string;
}

export const terms: readonly Term[] = [
  { wrong: "法治营商环境", right: "法治化营商环境", bad: "持续优化法治化营商环境，打造一流⟦法治营商环境⟧。" },
  {
    wrong: "行政负责人",
    right: "行政机关负责人",
    unless: ["(现|学校|企业)行政负责人"],
    alone: /^(?:出庭|应诉)/,
    bad: "落实行政机关负责人出庭应诉制度，⟦行政负责人⟧出庭率100%。",
  },
  {
    wrong: "溯源治理",
    right: "诉源治理",
    unless: ["(数据|污染|质量|产品|源头)溯源治理"],
    bad: "深化诉源治理，总结争议⟦溯源治理⟧经验。",
  },
  {
    wrong: "政府常务会",
    right: "政府常务会议",
    unless: ["政府常务会(议|前)"],
    bad: "提请县政府常务会议审议，列席⟦政府常务会⟧。",
  },
  {
    wrong: "(县|区|市)委常委会议",
    right: "$1委常委会会议",
    seen: "(县|区|市)委常委会会议",
    bad: "区委常委会会议听取汇报，⟦区委常委会议⟧审议方案。",
  },
  {
    wrong: "(镇街|街镇|乡镇|区街|区镇|县乡|镇村|街|镇|乡|村|县|区)二级",
    right: "$1两级",
    seen: "(镇街|街镇|乡镇|街|镇|乡|村|县|区|市)两级",
    unless: ["二级(巡视|主任|调研|以上|响应|医院|市场|学院|单位|公立|路|水|预警|建造|等)"],
    bad: "完善区镇两级平台，健全⟦镇村二级⟧网络。",
  },
  { wrong: "市场主体", right: "经营主体", bad: "服务各类经营主体，激发⟦市场主体⟧活力。" },
  { wrong: "社区服刑人员", right: "社区矫正对象", bad: "加强社区矫正对象管理，走访⟦社区服刑人员⟧20名。" },
  { wrong: "社矫对象", right: "社区矫正对象", bad: "加强社区矫正对象管理，走访⟦社矫对象⟧20名。" },
  { wrong: "法治督查", right: "法治督察", bad: "开展法治督察，反馈⟦法治督查⟧意见。" },
  { wrong: "退伍军人", right: "退役军人", bad: "关爱退役军人，走访⟦退伍军人⟧20名。" },
  { wrong: "残障人士", right: "残疾人", bad: "开展残疾人法律援助，为⟦残障人士⟧上门服务。" },
  { wrong: "新冠肺炎", right: "新冠病毒感染", bad: "应对新冠病毒感染，做好⟦新冠肺炎⟧防控。" },
  { wrong: "生态环保督察", right: "生态环境保护督察", bad: "接受生态环境保护督察，落实⟦生态环保督察⟧整改。" },
  { wrong: "府院互动", right: "府院联动", equal: true, bad: "完善府院联动机制，召开府院联动会议，深化⟦府院互动⟧。" },
  {
    wrong: "镇街",
    right: "街镇",
    equal: true,
    unless: ["(乡|城|集|区)镇街", "镇街道"],
    bad: "指导各街镇落实，对街镇开展考核，督促⟦镇街⟧整改。",
  },
  { wrong: "诉调对接", right: "调诉对接", equal: true, bad: "推进调诉对接，完善调诉对接机制，规范⟦诉调对接⟧流程。" },
];
