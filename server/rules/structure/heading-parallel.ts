import { headingSpan, type Section } from "../../syntax/outline.ts";
import { fold } from "../../text/fold.ts";
import { say } from "../../text/message.ts";
import { span } from "../../text/span.ts";
import { defineRule, type Finding } from "../rule.ts";

export default defineRule({
  id: "structure/heading-parallel",
  scope: "document",
  severity: "information",
  basis: "practice",
  summary: say("同级标题的说法要一致。", "Sibling headings are worded alike."),
  why: say(
    "有的写“2024年”，有的写“2024年度”，有的写“推进”，有的写“推行”，显得草率。",
    "2024年 beside 2024年度, 推进 beside 推行: it looks careless.",
  ),
  examples: [
    {
      good: "某局2024年法治政府建设年度报告\n一、2024年度推进法治政府建设的主要举措和成效\n略。\n二、2025年度推进法治政府建设的主要安排\n略。\n",
    },
    {
      bad: "某局2024年法治政府建设年度报告\n⟦一、2024年推进法治政府建设的主要举措和成效⟧\n略。\n二、2025年度推进法治政府建设的主要安排\n略。\n",
      fixed:
        "某局2024年法治政府建设年度报告\n一、2024年度推进法治政府建设的主要举措和成效\n略。\n二、2025年度推进法治政府建设的主要安排\n略。\n",
    },
    {
      bad: "某局2024年法治政府建设年度报告\n一、推进法治政府建设的主要举措和成效\n略。\n⟦二、推行法治政府建设存在的不足⟧\n略。\n三、推进法治政府建设的主要安排\n略。\n",
    },
  ],
  *check({ sections }) {
    const headed = sections.filter(({ heading }) => heading);
    const annual = headed.filter(({ title }) => YEAR_LONG.test(fold(title)));
    const oddVerbs = oddOnes(headed);
    for (const section of headed) {
      const short = annual.length > 0 ? YEAR_SHORT.exec(fold(section.title)) : null;
      const odd = oddVerbs.get(section);
      if (short) yield yearly(section, short.index + 4);
      else if (odd) {
        yield {
          span: headingSpan(section),
          message: say(
            `其他标题写“${odd.usual}”，这里写“${odd.written}”，请统一。`,
            `Other headings say “${odd.usual}”, this one “${odd.written}”; make them alike.`,
          ),
        };
      }
    }
  },
});

const YEAR_LONG = /20\d\d年度/;
const YEAR_SHORT = /20\d\d年(?![度来以底初末])/;

function yearly(section: Section, at: number): Finding {
  const from = section.heading!.start + section.heading!.block.title.start + at;
  return {
    span: headingSpan(section),
    message: say(
      "同级标题有的写“年度”，有的写“年”，请统一为“年度”。",
      "Sibling headings mix 年 and 年度; use 年度 throughout.",
    ),
    fixes: [
      {
        title: say("改为“年度”", "Change to 年度"),
        safe: false,
        edits: [{ span: span(from, from + 1), newText: "年度" }],
      },
    ],
  };
}

const TAIL = 6;

/** Headings whose verb before a phrase that at least two others share differs from theirs: 推行 beside 推进 … 法治政府建设. */
function oddOnes(sections: readonly Section[]): Map<Section, { usual: string; written: string }> {
  const verbs = new Map<string, Map<string, Section[]>>();
  for (const section of sections) {
    for (const [, verb, tail] of fold(section.title).matchAll(
      new RegExp(`(推[进行动])([\\u4e00-\\u9fff]{${TAIL}})`, "g"),
    )) {
      const uses = verbs.get(tail!) ?? new Map<string, Section[]>();
      const places = uses.get(verb!);
      if (places) places.push(section);
      else uses.set(verb!, [section]);
      verbs.set(tail!, uses);
    }
  }
  const odd = new Map<Section, { usual: string; written: string }>();
  for (const uses of verbs.values()) {
    const [most, ...others] = [...uses].sort((a, b) => b[1].length - a[1].length);
    if (!most || most[1].length < 2) continue;
    for (const [written, places] of others) for (const section of places) odd.set(section, { usual: most[0], written });
  }
  return odd;
}
