import type { Located } from "../../report/report.ts";
import { say } from "../../text/message.ts";
import { type Span, shift, span } from "../../text/span.ts";
import { defineRule, type Finding } from "../rule.ts";

/** Words for a year that depend on when they are read. */
const RELATIVE = /今年(?=以来|上半年|下半年|全年|共|累计|,|度|我[局区县市])|去年(?!底)/g;
/** What makes a comparison of the year behind it. */
const COMPARED = /[比较与同]$/;
const QUOTED = /《[^》\n]{0,200}》|“[^”\n]{0,200}”/g;
/** A year as the time of a sentence's subject, at the beginning of a paragraph or before its own office. */
const OPENING = /^\s*(20\d\d)年度?(?:,|全年|我[局区县市委])/;
const OF_OFFICE = /(?<=。)(20\d\d)年度?,(?=全[省市区县镇局]|我[局区县市委])/g;
/** Spoken in the year after the one it looks back on, which it rightly calls 去年. */
const SPOKEN = "government-work-report";
/** What shows that a paragraph looks back on purpose. */
const STORY = /今年|近年|年来|以来|届|连续|首次|获评|列为|试点/;

export default defineRule({
  id: "residue/stale-year",
  scope: "document",
  severity: "warning",
  basis: "practice",
  summary: say("年份没有随报告期更新。", "A year that was not brought up to date."),
  why: say(
    "沿用上年的稿子容易漏改年份；次年才印发的报告里，“今年”“去年”会被读成另一年。",
    "A year is easily left over from last year's draft; in a report issued the year after, 今年 and 去年 are read as other years.",
  ),
  examples: [
    {
      profile: "annual-report",
      good: "某某局2023年法治政府建设年度报告\n2023年，全局扎实推进各项工作。\n一、2023年主要举措和成效\n2023年以来，共办理案件12件。\n某某局\n2024年3月1日",
    },
    {
      profile: "annual-report",
      bad: "某某局2023年法治政府建设年度报告\n⟦2022年⟧，全局扎实推进各项工作。\n一、2023年主要举措和成效\n⟦今年以来⟧，共办理案件12件。\n某某局\n2024年3月1日",
      fixed:
        "某某局2023年法治政府建设年度报告\n2023年，全局扎实推进各项工作。\n一、2023年主要举措和成效\n2023年以来，共办理案件12件。\n某某局\n2024年3月1日",
    },
  ],
  *check({ kind, period, signature, paragraphs }) {
    if (!period) return;
    const signed = signature.date?.year ?? period.year;
    for (const located of paragraphs) {
      if (located.role === "plan") continue;
      if (signed === period.year + 1 && kind !== SPOKEN) yield* relative(located, period.year, signed);
      if (located.role !== "shortcomings") yield* leftOver(located, period.year);
    }
  },
});

function* relative({ paragraph: { folded }, start }: Located, year: number, signed: number): Generator<Finding> {
  const quoted = [...folded.matchAll(QUOTED)].map(({ index, 0: piece }) => span(index, index + piece.length));
  for (const { index, 0: word } of folded.matchAll(RELATIVE)) {
    if (quoted.some((piece) => piece.start <= index && index < piece.end)) continue;
    const since = folded.startsWith("以来", index + word.length) ? "以来" : "";
    const place = shift(span(index, index + word.length + since.length), start);
    yield word === "今年"
      ? finding(
          place,
          `${year}年${since}`,
          say(
            `报告落款在${signed}年，“今年”会被读成${signed}年，应写明“${year}年${since}”。`,
            `The report is signed in ${signed}; write “${year}年${since}” for “今年${since}”.`,
          ),
        )
      : finding(
          place,
          COMPARED.test(folded.slice(Math.max(0, index - 1), index)) ? "上年" : null,
          say(
            `报告落款在${signed}年，“去年”分不清是${year}年还是${year - 1}年，请写明年份，比较时可用“上年”。`,
            `The report is signed in ${signed}; 去年 may be ${year} or ${year - 1}. Name the year, or write 上年 in a comparison.`,
          ),
        );
  }
}

/** Last year where the report's own should stand; a paragraph that names both, or looks back, tells a story of years. */
function* leftOver({ paragraph: { folded }, start }: Located, year: number): Generator<Finding> {
  if (folded.includes(`${year}年`) || STORY.test(folded)) return;
  const opening = OPENING.exec(folded);
  const places = [
    ...(opening ? [opening[0].indexOf(opening[1]!)] : []),
    ...[...folded.matchAll(OF_OFFICE)].map(({ index }) => index),
  ];
  for (const at of places) {
    if (Number(folded.slice(at, at + 4)) !== year - 1) continue;
    yield finding(
      shift(span(at, at + 5), start),
      `${year}年`,
      say(
        `报告期是${year}年，此处为${year - 1}年，疑为上年稿子漏改。`,
        `The report is for ${year}, but this says ${year - 1}; it may be left over from an earlier draft.`,
      ),
    );
  }
}

const finding = (place: Span, newText: string | null, message: Finding["message"]): Finding => ({
  span: place,
  message,
  fixes:
    newText === null
      ? []
      : [
          {
            title: say(`改为“${newText}”`, `Write “${newText}”`),
            safe: false,
            edits: [{ span: place, newText }],
          },
        ],
});
