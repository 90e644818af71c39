import { say } from "../../text/message.ts";
import { type Span, span } from "../../text/span.ts";
import { defineRule, type Finding } from "../rule.ts";

const HANZI = "\\u4e00-\\u9fff";
const ROAD = "(?:路|道|街|巷|桥|站|港|机场|隧道|高速|环线)";
const TOWN = "(?:省|市|县|区|镇|乡|村)";
const LEVEL = "(?:省|市|州|区|县|镇|乡|街道|社区|村|组|网格)(?:\\([^()\\n]{1,4}\\))?";

/** A dash where a route or a range asks for the short one. */
const ROUTE = new RegExp(
  `(?<=${ROAD})——(?=[${HANZI}]{1,8}${ROAD})|(?<=${TOWN})——(?=[${HANZI}]{1,6}${TOWN}(?:段|线|公路|铁路|高速|航线|快线|班线|管线))`,
  "g",
);
const RANGE = /(?<=\d[年月日%时点]?)——(?=\d)/g;
/** 区-街道-社区三级: levels of government strung on hyphens. */
const LEVELS = new RegExp(`${LEVEL}(?:[-—–]${LEVEL}){1,4}(?=[二两三四五]级)`, "g");

export default defineRule({
  id: "punctuation/dash",
  scope: "paragraph",
  severity: "information",
  basis: "standard",
  summary: say("起止、并列处误用破折号或短横。", "A dash or hyphen in a route, a range or a list."),
  why: say(
    "地点、时间、数值的起止用一字线“—”；并列的层级用顿号。",
    "Routes and ranges take the single em dash “—”; levels side by side take the enumeration comma.",
  ),
  source: say("《标点符号用法》（GB/T 15834—2011）4.13", "General rules for punctuation (GB/T 15834—2011), 4.13"),
  examples: [
    { good: "推进城南大道—滨河路改造，落实重点任务——法治建设，2021—2025年逐年推进，健全区、街道、社区三级网络。" },
    { bad: "推进城南大道⟦——⟧滨河路改造。", fixed: "推进城南大道—滨河路改造。" },
    { bad: "2021年⟦——⟧2025年逐年推进。", fixed: "2021年—2025年逐年推进。" },
    { bad: "健全⟦区-街道-社区（村）⟧三级网络。", fixed: "健全区、街道、社区（村）三级网络。" },
  ],
  needs: ["——", "二级", "两级", "三级", "四级", "五级"],
  *check({ text, folded }) {
    for (const pattern of [ROUTE, RANGE]) {
      for (const { index } of folded.matchAll(pattern)) {
        yield finding(
          span(index, index + 2),
          "—",
          say("起止之间用一字线“—”。", "Join the two ends by a single em dash “—”."),
        );
      }
    }
    for (const { index, 0: levels } of folded.matchAll(LEVELS)) {
      const place = span(index, index + levels.length);
      const listed = text.slice(place.start, place.end).replace(/[-—–－]/g, "、");
      yield finding(
        place,
        listed,
        say(`并列的层级用顿号：“${listed}”。`, `Separate the levels by commas: “${listed}”.`),
      );
    }
  },
});

const finding = (place: Span, newText: string, message: Finding["message"]): Finding => ({
  span: place,
  message,
  fixes: [{ title: say(`改为“${newText}”`, `Write “${newText}”`), safe: false, edits: [{ span: place, newText }] }],
});
