import { around } from "../../text/around.ts";
import { say } from "../../text/message.ts";
import { span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

/** 等； and then what the list is for: the list does not end there. */
const CLOSED_EARLY = /等(;)(?=为|以(?!及|上|下)|使|从而|进而|并(?!列)|确保|推动|促进|实现|不断|有效|切实|进一步)/g;
const ITEM = "[\\u4e00-\\u9fff“”]";
const GOVERNOR =
  "(?:会同|联合|包括|涵盖|涉及|覆盖|针对|围绕|组织|协调|邀请|通过|利用|借助|依托|深入|走进|聚焦|开展|做好|抓好|受理|办理|化解|解决|提供|发展|支持|对|向|在|与|和|由)";
/** 等 that ends a list, and is not the beginning of a clause with the list as its subject. */
const ETC = "等(?!级|于|待|次|额|同|积极|踊跃|主动|纷纷|均|都|也|已|全|共|参)";
/** 会同甲乙、丙丁，戊己等: short items of one length behind one verb, the second comma of another kind. */
const MIXED = new RegExp(
  `、(?=${ITEM}{2,4},)(?<=${GOVERNOR}${ITEM}{2,8}(?:、${ITEM}{2,4}){0,4}、)(${ITEM}{2,4})(,)(${ITEM}{2,4})(?=${ETC}|、${ITEM}{2,4}${ETC})`,
  "g",
);
/** 健全审批、监管，处罚、公开等制度: short items of one length that end, with the clause, in what they are. */
const CLOSED = new RegExp(
  `、(${ITEM}{2,3})(,)(${ITEM}{2,3})(?=、${ITEM}{2,3}(?:、${ITEM}{2,3}){0,3}等(?:各(?:项|类))?(?:工作)?(?:制度|机制|环节|程序|流程|职能|职责|职权|权力|事项|手段|措施|功能|业务|领域|方面|部门|行业|单位|产业|内容|工作)(?:[,。;]|$))`,
  "gm",
);
/** 以甲、乙，丙、丁提升: a preposition's list in longer items that are built alike. */
const GOVERNED = new RegExp(
  `、(?=${ITEM}{5,10},)(?<=[以用]${ITEM}{1,30}、)(${ITEM}{5,10})(,)(${ITEM}{5,10})(?=、)`,
  "g",
);
/** What each of them holds. */
const SUSPECT = new RegExp(`、${ITEM}{2,10},`);
/** A verb that begins a clause of its own, and so no item. */
const VERB =
  /^(?:加强|推进|推动|开展|组织|召开|制定|印发|落实|完善|健全|建立|强化|提升|提高|深化|优化|做好|抓好|确保|实现|促进|加大|加快|邀请|联合|会同|协调|督促|指导|参与|服务|保障|支持|引导|坚持|防范|打造|构建|聚焦|围绕|通过|对|为|向|在|由|将|把|并|或|及|不|全|共|已|均|也|又|有|是|使|让|请|发|举办|形成|严|查|办|化解|调解|涵盖|涉及|包括|覆盖|惠及|解决|处理|整改|获|受|用|以|从|于|与|和)/;

export default defineRule({
  id: "punctuation/list-mark",
  scope: "paragraph",
  severity: "warning",
  basis: "standard",
  summary: say("并列成分之间的标点前后不一。", "A list whose items are joined by different marks."),
  why: say(
    "“等；”会让读者以为列举已完；并列的词中间忽用逗号、忽用顿号，读者分不清层次。",
    "A semicolon after 等 ends a list that goes on; a comma among enumeration commas blurs what belongs together.",
  ),
  source: say("《标点符号用法》（GB/T 15834—2011）", "General rules for punctuation (GB/T 15834—2011)"),
  examples: [
    { good: "一是抓学习、抓宣传等；二是抓队伍、抓阵地等。会同公安、司法、法院等部门，开展检查、整治等行动。" },
    { bad: "推进普法宣传、法律援助等⟦；⟧为群众提供便利。", fixed: "推进普法宣传、法律援助等，为群众提供便利。" },
    { bad: "会同公安、司法⟦，⟧法院等部门开展检查。", fixed: "会同公安、司法、法院等部门开展检查。" },
    { good: "加强检查、督导，餐饮、住宿等行业规范有序。抓好走访、宣讲，企业、商户等积极参与。" },
    { bad: "健全审批、监管⟦，⟧处罚、公开等制度。", fixed: "健全审批、监管、处罚、公开等制度。" },
    {
      bad: "以“一人一档”、精准化信息采集⟦，⟧常态化实地走访、多元化帮扶措施提升监管质效。",
      fixed: "以“一人一档”、精准化信息采集、常态化实地走访、多元化帮扶措施提升监管质效。",
    },
  ],
  needs: ["等;", "、"],
  *check({ text, folded }) {
    for (const { index } of folded.matchAll(CLOSED_EARLY)) {
      if (around(folded, index, "。\n").split(";").length === 2) yield finding(text, index + 1, "，");
    }
    if (!SUSPECT.test(folded)) return;
    const found = new Set<number>();
    for (const pattern of [MIXED, CLOSED, GOVERNED]) {
      for (const { index, 0: whole, 1: before = "", 3: after = "" } of folded.matchAll(pattern)) {
        const at = index + whole.length - after.length - 1;
        if (
          (before.length === after.length ||
            (pattern === MIXED && CATEGORY.test(folded.slice(at + 1 + after.length)))) &&
          !VERB.test(before) &&
          !VERB.test(after) &&
          alike(pattern, before, after)
        ) {
          found.add(at);
        }
      }
    }
    for (const at of found) yield finding(text, at, "、");
  },
});

/** What a list of unequal items is said to be of. */
const CATEGORY = /^等(?:领域|方面|部门|行业|单位|产业|事项|内容)/;

/** Longer items are one list only where they share a character at one place: 精准化信息采集, 常态化实地走访. */
const alike = (pattern: RegExp, a: string, b: string): boolean =>
  pattern !== GOVERNED || [...a].some((c, i) => c === b[i]);

function finding(text: string, at: number, mark: string) {
  return {
    span: span(at, at + 1),
    message: say(
      mark === "，"
        ? `“等${text[at]}”后面的话还没说完，应为“等，”。`
        : `并列成分之间前后都用顿号，此处“${text[at]}”应为“、”。`,
      mark === "，"
        ? "The sentence goes on after 等; use a comma."
        : "The items around are joined by “、”; use it here too.",
    ),
    fixes: [
      {
        title: say(`改为“${mark}”`, `Write “${mark}”`),
        safe: false,
        edits: [{ span: span(at, at + 1), newText: mark }],
      },
    ],
  };
}
