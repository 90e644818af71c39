import { quoted, say } from "../../text/message.ts";
import { type Span, span } from "../../text/span.ts";
import { doubled, particles, resumed } from "../../text/twice.ts";
import { defineRule, type Finding } from "../rule.ts";
import { keepsWords } from "./table/borders.ts";

const NUMERAL = /^[〇零一二三四五六七八九十百千万亿]+$/;
/** 一件一件, 一户一户: one after the other. */
const ONE_BY_ONE =
  /^一(?:[块锹摞垄沟棵株锤砖瓦件个项条户家次步点批例案组村人代辈届名位天年月季轮遍站层级段片类字句招笔桩宗处间所座场栋台辆店企校县市镇乡区][\u4e00-\u9fff]{0,4})$/;
/** Words that are doubled to say “a little” or “again and again”. */
const REDUPLICATED = new Set(
  "研究 讨论 商量 了解 琢磨 考虑 打听 打扫 收拾 整理 合计 走动 放松 好好 非常 许多 很多 一点 什么 多少 哈哈".split(" "),
);
/** A unit and then its head or its people: 党支部支部书记, 执法大队大队长, 花园社区社区工作者. */
const UNIT =
  /^(?:支部|大队|支队|中队|总队|小队|小组|专班|网格|社区|街道|工会|协会|商会|学会|集团|公司|班组|车间|党委|党组|支行|法院|医院|学校|学院|司法所|派出所|妇联|团委|会议)$/;
const HEAD = /^(?:书记|[长员]|主任|主席|会长|成员|工作者|办事处|矫正|干部|经理|负责人|章程|民警|纪要|议题|卫生|党)/;
/**
 * Words that are noun and verb at once: behind the noun's usual attribute, and before an object, the second one is
 * the verb (以法律服务服务大局, 党组织组织党员).
 */
const NOUN_THEN_VERB: Record<string, RegExp> = {
  服务: /(?:法律|公共|政务|志愿|公证|便民|金融|优质|上门|社会|专业|党建|气象|科技|人才|税收|审计|司法|检察|增值|代办|医疗|养老)$/,
  教育: /(?:法治|警示|主题|廉政|党性|廉洁|纪律|安全|家庭|学校|思想|革命|传统|爱国主义|党史|职业)$/,
  组织: /(?:党|社会|群团|工会|妇联|经济|行业|自治|基层|团|调解|志愿)$/,
  培训: /(?:专题|业务|岗前|集中|技能|轮|法律|全员|普法|执法|线上)$/,
  代表: /(?:人大|党|职工|企业|群众|居民|村民|行业|法定)$/,
  领导: /(?:主要|分管|班子|县|市|区|局|党的|省|包保|单位)$/,
  调解: /(?:人民|行政|司法|诉前|联合|商事|专业|律师)$/,
  指导: /(?:业务|法律|分类|技术|专业|行政)$/,
  监督: /(?:执法|舆论|民主|社会|纪检|审计|群众|检察|日常|专项|人大)$/,
  检查: /(?:执法|专项|安全|监督|联合|行政|督导)$/,
  审查: /(?:合法性|备案|公平竞争|法制|合宪性)$/,
  要求: /(?:按照?|根据|依照|依据|结合|对照)[\u4e00-\u9fff]{0,8}$/,
  委员: /(?:政协|党委|支部|人大|各|常务|纪委|网格|名)$/,
  规定: /(?:按照?|根据|依照|依据|结合|对照)[\u4e00-\u9fff]{0,8}$/,
  计划: /(?:按照?|根据|依照|依据|结合|对照)[\u4e00-\u9fff]{0,8}$/,
  部署: /(?:按照?|根据|依照|依据|结合|对照)[\u4e00-\u9fff]{0,8}$/,
  建议: /(?:意见|司法|检察|监察|整改|代表|意见和)$/,
  报告: /(?:专题|工作|情况|调研|事项|年度)$/,
  管理: /(?:网格化?|企业|城市|社会|自我|物业)$/,
  规范: /(?:行为|操作|技术|工作|制度|服务)$/,
  宣传: /(?:法治|主题|普法|政策|媒体)$/,
  保障: /(?:法治|要素|社会|资金|服务|后勤)$/,
};
const NOUN_TAIL =
  /^(?:[的了率员机体中水工制队平网站点室质能力活型类、,。;:)”》!?\s]|事业|环境|半径|窗口|资源|情况|基地|方案|计划|办法|内容|方式|措施|$)/;

export default defineRule({
  id: "wording/repeated",
  scope: "paragraph",
  severity: "error",
  basis: "standard",
  summary: say("词语重复。", "A word is written twice."),
  why: say(
    "同一个词连写两遍，多是修改、粘贴时留下的。",
    "A word written twice running is usually left over from editing or pasting.",
  ),
  examples: [
    { good: "常常深入一线，一件一件抓落实，确确实实解决问题，以优质服务服务大局。" },
    { good: "治沙要一代一代接着干，一座一座沙丘治下去。" },
    { good: "各级党组织组织党员干部认真研究研究，为了了解实情，二〇二〇年走访群众。" },
    { good: "坚持“谁起草、谁论证，谁论证、谁负责”。" },
    { bad: "⟦制定制定⟧了管理办法。", fixed: "制定了管理办法。" },
    { bad: "受理案件30件，⟦其中，其中⟧民事案件12件。", fixed: "受理案件30件，其中民事案件12件。" },
    { bad: "做好信访、⟦调解、调解⟧、普法等工作。", fixed: "做好信访、调解、普法等工作。" },
    { bad: "受理案件30件，⟦其中，，其中⟧民事案件12件。", fixed: "受理案件30件，其中民事案件12件。" },
    { bad: "规范⟦的的⟧执法行为。", fixed: "规范的执法行为。" },
    { bad: "⟦在在⟧区委领导下开展工作。", fixed: "在区委领导下开展工作。" },
  ],
  *check(paragraph) {
    const { text, folded } = paragraph;
    const found: Finding[] = [];
    const report = (place: Span, keep: string) =>
      found.push(repetition(place, text.slice(place.start, place.end), keep));
    for (const { start, once, end } of doubled(folded)) {
      const word = folded.slice(start, once);
      if (
        !isWord(word, folded.slice(Math.max(0, start - 12), start), folded.slice(end, end + 8)) &&
        keepsWords(paragraph)(span(start, end))
      )
        report(span(start, end), word);
    }
    for (const { start, once, end } of [...resumed(folded), ...particles(folded)])
      report(span(start, end), text.slice(start, once));
    let end = 0;
    for (const finding of found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
      if (finding.span.start < end) continue;
      end = finding.span.end;
      yield finding;
    }
  },
});

/** Whether two equal words that stand side by side are right: reduplication, numerals, or the end of one word and the beginning of the next. */
function isWord(word: string, before: string, after: string): boolean {
  if (!/[\u4e00-\u9fff]/.test(word) || word[0] === word[1] || NUMERAL.test(word)) return true;
  if (ONE_BY_ONE.test(word) || REDUPLICATED.has(word) || (UNIT.test(word) && HEAD.test(after))) return true;
  return NOUN_THEN_VERB[word]?.test(before) === true && !NOUN_TAIL.test(after);
}

const repetition = (place: Span, found: string, keep: string): Finding => ({
  span: place,
  message: say(
    `${quoted(found)}重复，保留一个${quoted(keep)}。`,
    `${quoted(found)} is a repetition; keep one ${quoted(keep)}.`,
  ),
  fixes: [
    {
      title: say(`删去重复的${quoted(keep)}`, `Keep one ${quoted(keep)}`),
      safe: false,
      edits: [{ span: place, newText: keep }],
    },
  ],
});
