import * as z from "zod/mini";
import type { Paragraph } from "../../facts/paragraph.ts";
import { around } from "../../text/around.ts";
import { memo } from "../../text/memo.ts";
import { say } from "../../text/message.ts";
import { type Span, shift, span } from "../../text/span.ts";
import { defineRule, type Finding } from "../rule.ts";
import { divisionsNamed, placeNames } from "./shared/gazetteer.ts";
import { type OwnPlace, ownPlace } from "./shared/place.ts";

/** The beginning of a sentence, with a time or a label before the subject. */
const SUBJECT =
  /(?:^|[。;!?\n])\s*(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）]?[、.是]?)?(?:(?:20\d\d年度?|上半年|下半年|今年以来|20\d\d年以来|一年来|全年|下一步|近年来),)?$/;
/** What a subject is followed by. */
const PREDICATE =
  /^(?:[\u4e00-\u9fff]{2,10}局|人民政府|政府|[省市区县]委|深入|全面|认真|积极|坚持|严格|持续|紧紧|始终|聚焦|扎实|充分|切实|进一步|不断|大力|高度|共[受办审查调化]|20\d\d年)/;
/** 为某区高质量发展…: the place whose good the report serves. */
const SERVED = /(?:为|推动|推进|促进|助力|服务|保障)$/;
const GOOD = /^(?:的?(?:经济社会|高质量|法治政府|法治|社会和谐|平安|营商环境|长治久安))/;
/** Another place that has its part in the sentence by right. */
const LINKED =
  /[、与和同赴到向从对比较跨邻及]$|联合$|会同$|协同$|借鉴$|学习$|来自$|委托$|协助$|毗邻$|帮扶$|协作$|支援$|合作$|[“《(]$|原$/;
const EXCHANGE = /考察|来访|来我|我局|调研|签订|协作|共建|联合|跨区|交流|互访|帮扶|对口|支援|移送|转来|邻/;
/** A district that speaks for the whole city. */
const WHOLE_CITY = /(?:提升|提高|增强|改善|优化|加强|推动|推进|促进|夯实|筑牢)了?(全市)(?![首第前各])/g;
/** How a district betrays the county that a draft came from, and the other way round. */
const OTHER: Readonly<Record<string, { name: string; pattern: RegExp }>> = {
  区: { name: "县", pattern: /我县(?![级域])|县委、?县政府/g },
  县: { name: "区", pattern: /我区(?![级域])|区委、?区政府/g },
};
const CLAUSE = "。;,\n";
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
  examples: [
    {
      good: "开福区司法局2024年工作总结\n2024年，开福区司法局坚持依法行政，赴雨花区司法局学习考察，案件评查居全市前列。",
    },
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

/** The places named in a paragraph that could be foreign to some report; provinces stand above all. */
const placesIn = memo(({ folded }: Paragraph) =>
  placeNames(folded).filter(({ name }) => divisionsNamed(name)[0]!.level !== "province"),
);

function* foreignNames(paragraph: Paragraph, start: number, own: OwnPlace): Generator<Finding> {
  for (const { name, span: at } of placesIn(paragraph)) {
    if (own.owns(name) || !isOwnRole(paragraph.folded, at, own)) continue;
    yield {
      span: shift(at, start),
      message: say(
        `“${name}”不是本报告所属的地方，疑为套用时漏改，请核对。`,
        `“${name}” is not the place of this report; it may be left over from another one.`,
      ),
    };
  }
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

/** Whether a foreign place stands where the report's own should: as subject, as its office, as what it serves. */
function isOwnRole(folded: string, at: Span, own: OwnPlace): boolean {
  const before = folded.slice(Math.max(0, at.start - 40), at.start);
  const after = folded.slice(at.end, at.end + 20);
  if (LINKED.test(before) || /^[、与和及]/.test(after) || EXCHANGE.test(around(folded, at.start, CLAUSE))) return false;
  if (SUBJECT.test(before) && PREDICATE.test(after)) return true;
  if (own.office !== "" && after.startsWith(own.office)) return true;
  return SERVED.test(before) && GOOD.test(after);
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
