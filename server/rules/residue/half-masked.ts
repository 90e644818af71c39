import type { Paragraph } from "../../report/paragraph.ts";
import type { Report } from "../../report/report.ts";
import { memo } from "../../text/memo.ts";
import { say } from "../../text/message.ts";
import { type Span, shift, span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";
import { blanksIn } from "./shared/blank.ts";
import { divisionsNamed, placeNames } from "./shared/gazetteer.ts";

/** So many masked names make a document that was meant to be anonymous. */
const MEANT = 2;
/** A name before what a township or its offices are called. */
const TOWNSHIP =
  /(?<=^|[\s、,。;:“(在向对由与和到赴于从同合及为])(?:([\u4e00-\u9fff]{2})(?:镇(?![村街区域])|乡(?![镇村亲土情愁音贤])|司法所|派出所)|([\u4e00-\u9fff]{2,3}?)街道)/g;
/** Characters and words that describe a township and do not name it. */
const COMMON =
  /[各全区县市镇乡街村社所个多本其该余家两每驻辖]|基层|样板|中心|试点|相关|重点|特色|智慧|美丽|示范|司法|公安|网格|老旧|新型|行业|专业|属地|督促|指导|组织|协助|推动|支持|联合|会同|要求|鼓励|引导|帮助|带动|服务|深入|走进|下沉|覆盖|涉及|选取|依托|建成|打造|创建|建设|集中|建制|强化|健全|完善|规范|优化|提升|发挥|整合|加强|明确|推行|实行|选派|部分|推进|以及|通过|开展|设立|成立|分别|同时|先后|主动|积极|律师|法院|检察|不同|偏远|工业|农业|旅游/;

export default defineRule({
  id: "residue/half-masked",
  scope: "document",
  severity: "information",
  basis: "practice",
  summary: say("有的地名隐去了，有的没有。", "Some place names are masked and others are not."),
  why: say(
    "同一份稿子里既有XX又有真实地名，要么没有填完，要么没有隐完。",
    "A draft with both XX and real places was either not filled in or not masked to the end.",
  ),
  examples: [
    { good: "XX区司法局2024年工作总结\n2024年，XX区司法局指导基层司法所和各街道化解纠纷120件。" },
    { bad: "XX区司法局2024年工作总结\n2024年，XX区司法局在⟦柳河镇⟧化解纠纷120件。" },
  ],
  *check(report) {
    const masks = report.paragraphs.reduce((count, { paragraph }) => count + masksIn(paragraph), 0);
    if (masks < MEANT) return;
    for (const { text, span: place } of realNames(report)) {
      yield {
        span: place,
        message: say(
          `文中别处地名已隐去，这里的“${text}”仍是真实地名，请统一。`,
          `Names are masked elsewhere, but “${text}” is a real place; treat them alike.`,
        ),
      };
    }
  },
});

const masksIn = memo((paragraph: Paragraph): number => blanksIn(paragraph).filter(({ masksName }) => masksName).length);

/** The first mention of every real place. */
function realNames({ paragraphs }: Report): { text: string; span: Span }[] {
  const found = new Map<string, Span>();
  for (const { paragraph, start } of paragraphs) {
    for (const { name, span: place } of realNamesIn(paragraph)) {
      if (!found.has(name)) found.set(name, shift(place, start));
    }
  }
  return [...found].map(([text, place]) => ({ text, span: place })).sort((a, b) => a.span.start - b.span.start);
}

const realNamesIn = memo(({ folded }: Paragraph): readonly { readonly name: string; readonly span: Span }[] => {
  const townships = [...folded.matchAll(TOWNSHIP)]
    .filter(([, name, street]) => !COMMON.test(name ?? street ?? ""))
    .map(({ index, 0: name }) => ({ name, span: span(index, index + name.length) }));
  const divisions = placeNames(folded).filter(({ name }) => divisionsNamed(name)[0]!.level !== "province");
  return [...divisions, ...townships];
});
