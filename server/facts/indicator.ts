import { memo } from "../text/memo.ts";
import type { Mention } from "./mention.ts";

/** What a mention counts: the deed (受理) and the thing (行政复议案件). Either may be empty. */
export interface Indicator {
  readonly verb: string;
  readonly noun: string;
  /** The words that say it, cleaned of times, adverbs and copulas: 受理行政复议案件. */
  readonly words: string;
}

/** The deeds that official reports count by, longest first where one begins another. */
const VERBS =
  "成功化解|成功调解|成功调处|调解成功|化解成功|调处成功|实质性化解|按期办结|按时办结|办理完毕|处理完毕|整改完成|完成整改|" +
  "解除矫正|接收|解除|解矫|入矫|受理|收到|收案|新收|接到|接报|接受|接待|登记|立案|办理|办结|审结|审理|审查|审核|审批|结案|执结|处理|处置|处结|" +
  "化解|调解|调处|承办|代理|查处|检查|抽检|抽查|检测|监测|检验|巡查|排查|发现|发生|查出|整改|整治|销号|解答|答复|回复|服务|惠及|帮助|救助|培训|" +
  "提出|出具|采纳|采用|发放|发出|回收|收回|报名|参加|参考|通过|录取|录用|移送|移交|破获|侦破|抓获|查获|查封|扣押|挽回|追回|返还|" +
  "新增|减少|注销|吊销|撤销|支持|驳回|维持|终止|撤回|纠正|胜诉|败诉|开庭|出庭|应诉|应到|实到|转入|转出|调入|调出|结转|收入|支出|拨付|到位|兑现|" +
  "开展|举办|组织|召开|印发|制定|出台|建成|建立|设立|成立|完成|实现|投入|争取|落实|配备|聘请|选聘|覆盖|涉及|处罚|罚没|曝光|公开|发布|" +
  "接种|筛查|就诊|诊疗|出院|签约|建档|就业|毕业|招生|入学|资助|参保|征收|入库|执行|安排|下达|开工|竣工|投产|签订|引进|交办|转办|派发|直办|合格|达标|回访|在册|在矫|现有";

const VERB = new RegExp(VERBS, "g");

/** Deeds that as often name a kind of thing: 执行案件, 审查意见. */
const NAMING =
  /^(?:执行|调解|检查|审查|培训|服务|救助|处罚|监测|检测|登记|代理|资助|就业|支持|收入|支出|投入|维持|撤销|接待)$/;

const TIMES =
  /(?:20\d\d年度?|\d{1,2}月份?|\d{1,2}日|第?[一二三四]季度|前[一二三]季度|上半年|下半年|全年|今年以来|今年|本年度?|去年|上年度?|上一年度?|同期|年内|截至目前|截至|目前|至今|以来|期末|年末|年底|报告期内?|当年|期间|一年来|本期|本月|当月|日前)/g;

const ADVERBS =
  /^(?:[,、;:。\s和及与并且而或的又再另外此外同时其中分别]|以及|总计|合计|共计|总共|累计|一共|共|已经|已|仅|均|还|也|先后|全面|依法|有效|及时|妥善|实际|直接|主要|包括|包含|含|为[\u4e00-\u9fff]{2,6}(?=挽回|提供|解决|争取|追回|办理)|全[市区县省镇街乡国]|我[市区县局镇]|本[市区县局镇]|各级各部门|主动|积极)+/;

const COPULAS =
  /(?:总?数量?(?=为|达|是)|[约近超逾]|为|是|有|达到|达|共计|合计|总计|累计|共|计|超过|突破|多达|高达|仅|了|已|均|各|等|:|\s|分别|总数|数量)+$/;

const CUT =
  /(?:进行|得到|获得|获|予以|给予|参加|接受|列入|纳入|入选|完成|以上|以下|左右|，|中|的情况|同比|环比|较|比|增|减|升|降|上升|下降|提|由|从|占).*$/;

/** Reads what a mention counts from its own clause, and from the one before where its own is silent. */
export const indicatorOf = memo((mention: Mention): Indicator => {
  const own = wordsOf(mention);
  const { verb, noun } = split(own);
  if (noun) return { verb, noun, words: own };
  const sibling = siblingOf(mention);
  if (!sibling || own.length > 8) return { verb, noun, words: own };
  const { noun: inherited } = split(wordsOf(sibling));
  return { verb, noun: inherited, words: own || inherited };
});

/** The deed of a count, unless the word as well names a kind of thing. */
export const deedOf = (mention: Mention): string => {
  const { verb } = indicatorOf(mention);
  return NAMING.test(verb) ? "" : verb;
};

/** The count before it in the sentence, which it may go on from. */
function siblingOf(mention: Mention): Mention | null {
  let at = mention.previous;
  for (let steps = 0; at && steps < 6 && at.sentence === mention.sentence; steps++, at = at.previous)
    if (at.standing === "level") return at;
  return mention.owner;
}

/** The words of a mention's own clause that name what it counts. */
export const wordsOf = memo(({ before, after }: Mention): string => {
  const head = trim(before);
  const tail = after.replace(/^的/, "").replace(CUT, "");
  return head + (tail.length <= 16 ? tail : "");
});

const trim = (words: string): string =>
  words
    .replace(TIMES, "")
    .replace(ADVERBS, "")
    .replace(COPULAS, "")
    .replace(/[“”"'‘’\s]/g, "");

function split(words: string): { verb: string; noun: string } {
  const deeds = [...words.matchAll(VERB)];
  const deed = deeds.findLast(([verb]) => !NAMING.test(verb)) ?? deeds.at(-1);
  if (!deed) return { verb: "", noun: words };
  const [verb] = deed;
  return { verb, noun: words.slice(deed.index + verb.length) || words.slice(0, deed.index) };
}

/** How much two phrases speak of one thing: the shared pairs of neighbouring signs, as part of the shorter phrase. */
export function likeness(a: string, b: string): number {
  const first = pairs(a);
  const second = pairs(b);
  const fewer = Math.min(first.size, second.size);
  if (!fewer) return a !== "" && a === b ? 1 : 0;
  let shared = 0;
  for (const pair of first) if (second.has(pair)) shared++;
  // One pair in common of several is chance: 行政 of 行政村 and 行政复议.
  return shared / (shared === 1 && fewer > 1 ? fewer + 1 : fewer);
}

const LONGEST = 24;

function pairs(words: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = Math.max(0, words.length - LONGEST); at + 1 < words.length; at++) found.add(words.slice(at, at + 2));
  return found;
}
