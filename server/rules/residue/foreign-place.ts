import * as z from "zod/mini";
import type { Paragraph } from "../../report/paragraph.ts";
import { around } from "../../text/around.ts";
import { memo } from "../../text/memo.ts";
import { say } from "../../text/message.ts";
import { type Span, shift, span } from "../../text/span.ts";
import { defineRule, type Finding } from "../rule.ts";
import { divisionsNamed, placeNames } from "./shared/gazetteer.ts";
import { type OwnPlace, ownPlace } from "./shared/place.ts";

const STRETCH = "([\\u4e00-\\u9fff]{1,23}?[省市区县州盟旗])";
const LABEL = "(?:[(（]?[一二三四五六七八九十\\d]{1,3}[)）]?[、.是])?";
const TIME =
  "(?:截至)?(?:20\\d\\d年度?)?(?:以来|上半年|下半年|今年以来|一年来|全年|下一步|近年来|第?[一二三四]季度|\\d{1,2}月(?:\\d{1,2}日|[底初末份]|[上中下]旬)?),?";
const PREDICATE =
  "(?:[\\u4e00-\\u9fff]{2,10}局|人民政府|政府|[省市区县]委|深入|全面|认真|积极|坚持|严格|持续|紧紧|始终|聚焦|扎实|充分|切实|进一步|不断|大力|高度|共[受办审查调化]|20\\d\\d年)";
/** Where the report's own place stands as the subject of a sentence, behind a label and a time. */
const SUBJECT = new RegExp(
  `(?:^|[。;!?\\n])\\s{0,8}${LABEL}(?:20\\d\\d年度?,?|${TIME})?${STRETCH}(?=${PREDICATE})`,
  "gd",
);
/** 为某区高质量发展…: the place whose good the report serves. */
const SERVED = new RegExp(
  `(?:为|推动|推进|促进|助力|服务|保障)${STRETCH}(?=的?(?:经济社会|高质量|法治政府|法治|社会和谐|平安|营商环境|长治久安))`,
  "gd",
);
/** 在某区委坚强领导下: the place that the report answers to. */
const LED = new RegExp(`在${STRETCH}(?=(?:[省市区县州盟旗]?委|党委|人民政府|政府)[^,。;\\n]{0,24}领导下)`, "gd");
/** Another place that has its part in the sentence by right. */
const LINKED =
  /[、与和同赴到向从对比较跨邻及]$|联合$|会同$|协同$|配合$|邀请$|[商函提报]请$|请求$|前往$|走访$|参加$|借鉴$|学习$|来自$|委托$|协助$|毗邻$|帮扶$|协作$|支援$|合作$|[“《(]$|原$/;
const EXCHANGE = /考察|来访|来我|我局|调研|签订|协作|共建|联合|跨区|交流|互访|帮扶|对口|支援|移送|转来|邻/;
/** A district that speaks for the whole city. */
const WHOLE_CITY = /(?:提升|提高|增强|改善|优化|加强|推动|推进|促进|夯实|筑牢)了?(全市)(?![首第前各])/g;
/** How a district betrays the county that a draft came from, and the other way round. */
const OTHER: Readonly<Record<string, { name: string; pattern: RegExp }>> = {
  区: { name: "县", pattern: /我县(?![级域])|县委、?县政府/g },
  县: { name: "区", pattern: /我区(?![级域])|区委、?区政府/g },
};
const CLAUSE = "。;,\n";
/** No name of a place, with those around it before it, is longer. */
const REACH = 32;
const CONTRIBUTES = /贡献|示范|样板|助力|试点|按照|根据|贯彻|落实全市|市委|市政府|市局/;

export default defineRule({
  id: "residue/foreign-place",
  scope: "document",
  severity: "warning",
  basis: "practice",
  summary: say("写成了别的地方。", "Another place is named as the report's own."),
  why: say(
    "套用外地或上级的稿子时，常漏改地名，或以区县的名义替全市说话。",
    "Where a draft is taken over from elsewhere, a place name is easily left in, or a district speaks for the whole city.",
  ),
  options: z.object({ place: z._default(z.string(), "") }),
  filledBy: ({ organisation: { place, name } }) => ({ place: place ?? name ?? "" }),
  examples: [
    {
      good: "开福区司法局2024年工作总结\n2024年，开福区司法局坚持依法行政，赴雨花区司法局学习考察，配合杭州市滨江区司法局办案，案件评查居全市前列。",
    },
    { bad: "开福区司法局2024年工作总结\n2024年，在⟦雨花区⟧委、区政府坚强领导下，共办理案件12件。" },
    { bad: "开福区司法局2024年工作总结\n2024年，共办理案件12件。3月，长沙市⟦雨花区⟧认真开展普法，共办理案件12件。" },
    {
      bad: "开福区司法局2024年工作总结\n2024年，⟦雨花区⟧司法局坚持依法行政，共办理案件12件。",
    },
    {
      bad: "开福区司法局2024年工作总结\n2024年，我局强化培训，提升⟦全市⟧执法水平，共办理案件12件。",
      fixed: "开福区司法局2024年工作总结\n2024年，我局强化培训，提升全区执法水平，共办理案件12件。",
    },
  ],
  *check(report, { place }) {
    const own = ownPlace(report, place);
    if (!own) return;
    for (const { paragraph, start } of report.paragraphs) {
      if (report.title && start <= report.title.span.start && report.title.span.end <= start + paragraph.text.length)
        continue;
      yield* foreignNames(paragraph, start, own);
      if (own.level === "county" && own.suffix !== "市") yield* otherLevels(paragraph, start, own);
    }
  },
});

/** The stretches of a paragraph that may be the report's own place. They are few, so that few are looked up. */
const stretchesIn = memo(({ folded }: Paragraph): Span[] =>
  [SUBJECT, SERVED, LED].flatMap((pattern) =>
    [...folded.matchAll(pattern)].map(({ indices }) => span(indices![1]![0], indices![1]![1])),
  ),
);

/** Foreign places where the report's own should stand: as subject, as what it serves, before the name of its office. */
function* foreignNames(paragraph: Paragraph, start: number, own: OwnPlace): Generator<Finding> {
  const { folded } = paragraph;
  const found = new Map<number, Span>();
  for (const stretch of stretchesIn(paragraph)) {
    const at = foreignPlace(folded, stretch.end, own);
    if (at && at.chain === stretch.start) found.set(at.span.start, at.span);
  }
  for (let end = officeIn(folded, own, 0); end > 0; end = officeIn(folded, own, end + 1)) {
    const at = foreignPlace(folded, end, own);
    if (at) found.set(at.span.start, at.span);
  }
  for (const at of [...found.values()].sort((a, b) => a.start - b.start)) {
    const name = folded.slice(at.start, at.end);
    yield {
      span: shift(at, start),
      message: say(
        `“${name}”不是本报告所属的地方，疑为套用时漏改，请核对。`,
        `“${name}” is not the place of this report; it may be left over from another one.`,
      ),
    };
  }
}

const officeIn = (folded: string, { office }: OwnPlace, from: number): number =>
  office === "" ? -1 : folded.indexOf(office, from);

/**
 * The place that ends here, from its first name that is not the report's own, and where the names before it begin, as
 * in 长沙市雨花区; null where the report may well speak of it. Provinces stand above all.
 */
function foreignPlace(folded: string, end: number, own: OwnPlace): { span: Span; chain: number } | null {
  const from = Math.max(0, end - REACH);
  const names = placeNames(folded.slice(from, end + 1)).filter(({ span }) => from + span.end <= end);
  const last = names.at(-1);
  if (!last || from + last.span.end !== end || own.owns(last.name)) return null;
  if (divisionsNamed(last.name)[0]!.level === "province") return null;
  let first = names.length - 1;
  while (first > 0 && names[first - 1]!.span.end === names[first]!.span.start) first--;
  const chain = from + names[first]!.span.start;
  if (LINKED.test(folded.slice(Math.max(0, chain - 8), chain)) || /^[、与和及]/.test(folded.slice(end, end + 1)))
    return null;
  if (EXCHANGE.test(around(folded, chain, CLAUSE))) return null;
  const foreign = names.slice(first).find(({ name }) => !own.owns(name)) ?? last;
  return { span: span(from + foreign.span.start, end), chain };
}

/** A district that speaks for the city, or that calls itself a county. */
function* otherLevels({ folded }: Paragraph, start: number, own: OwnPlace): Generator<Finding> {
  for (const { index, 0: found } of folded.matchAll(WHOLE_CITY)) {
    if (CONTRIBUTES.test(around(folded, index, CLAUSE))) continue;
    const end = start + index + found.length;
    yield misnamed(span(end - 2, end), `全${own.suffix}`, "全市", "information");
  }
  const other = OTHER[own.suffix];
  if (!other || own.autonomous) return;
  for (const { index, 0: found } of folded.matchAll(other.pattern)) {
    if (EXCHANGE.test(around(folded, index, CLAUSE))) continue;
    const place = span(start + index, start + index + found.length);
    yield misnamed(place, found.replaceAll(other.name, own.suffix), found, "warning");
  }
}

const misnamed = (at: Span, right: string, found: string, severity: "warning" | "information"): Finding => ({
  span: at,
  severity,
  message: say(
    `本报告所属的地方应称“${right}”，此处为“${found}”，请核对。`,
    `This report's place is “${right}”, not “${found}”.`,
  ),
  fixes: [{ title: say(`改为“${right}”`, `Write “${right}”`), safe: false, edits: [{ span: at, newText: right }] }],
});
