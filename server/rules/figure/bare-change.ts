import type { Figure } from "../../figures/figure.ts";
import { say } from "../../text/message.ts";
import { span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "figure/bare-change",
  scope: "paragraph",
  severity: "warning",
  basis: "practice",
  summary: say("增减用文字写明，不用正负号。", "Say in words which way a figure went, not with a sign."),
  why: say(
    "“同比-6.2%”是报表写法，读出来没有动词，横线也容易看成破折号或漏掉；行文应写“同比下降6.2%”。",
    "A sign belongs in a table: read aloud the sentence has no verb, and a minus is easily lost.",
  ),
  examples: [
    { good: "新收案件同比下降6.2%，办结率比上年提高1.3个百分点，力争增长3%-5%。" },
    { good: "各项指标增减在±5%以内，气温同比-2℃，增速为-1.2%，采用“增长+稳定”模式。" },
    { bad: "商品房销售面积⟦同比-6.2%⟧。", fixed: "商品房销售面积同比下降6.2%。" },
    { bad: "工业用电量⟦同比+5.1%⟧，税收⟦增长-3%⟧。", fixed: "工业用电量同比增长5.1%，税收下降3%。" },
    {
      bad: "起数、伤亡人数⟦同比分别-6.2%、-3%⟧，投资、消费⟦同比分别-1.5%、+2.4%⟧。",
      fixed: "起数、伤亡人数同比分别下降6.2%、3%，投资、消费同比分别下降1.5%、增长2.4%。",
    },
    { bad: "办结率⟦较上年-0.3个百分点⟧。", fixed: "办结率较上年下降0.3个百分点。" },
    { bad: "贷款余额⟦下降+3%⟧。" },
  ],
  needs: ["-", "−", "–", "+", "↑", "↓"],
  *check({ text, folded, figures }) {
    // A line with columns is a table that lost its rows.
    if (COLUMNS.test(folded)) return;
    const byDigits = new Map(figures.map((figure) => [figure.digits.start, figure]));
    for (const found of folded.matchAll(SIGNED)) {
      const lead = found.groups as unknown as Lead;
      const changes = changesFrom(folded, byDigits, found.index + found[0].length - 1);
      const last = changes.at(-1);
      if (!last || (!lead.compared && !lead.verb)) continue;
      const at = span(found.index, last.figure.span.end);
      const written = text.slice(at.start, at.end);
      const right = inWords(text, lead, changes);
      yield {
        span: at,
        message: right
          ? say(`“${written}”以正负号表示增减，应写“${right}”。`, `Write “${right}” instead of a sign.`)
          : say(
              `“${written}”的文字与正负号相抵，看不出是增是减，请改写。`,
              `The word and the sign of “${written}” contradict each other.`,
            ),
        fixes: right
          ? [
              {
                title: say(`改为“${right}”`, `Change to “${right}”`),
                safe: false,
                edits: [{ span: at, newText: right }],
              },
            ]
          : [],
      };
    }
  },
});

const COLUMNS = /[\t|]/;
const RISES = ["增长", "上升", "提高", "增加", "上涨", "提升"];
const FALLS = ["下降", "减少", "降低", "回落", "下滑", "下跌"];

/** A comparison, a verb or both, and a sign that a digit follows: 同比分别-6.2%, 增长-3%. */
const SIGNED = new RegExp(
  "(?<compared>同比|环比|[比较](?:上年|去年|上月|上季度|年初)(?:同期|末|底)?|[比较]同期)?(?<each>分别|均)?" +
    `(?:(?<!负)(?<verb>${[...RISES, ...FALLS].join("|")}))?(?:为|达)?[-−–+↑↓](?=\\d)`,
  "g",
);

interface Lead {
  readonly compared?: string;
  readonly each?: string;
  readonly verb?: string;
}

/** A figure of a list of changes with the sign before it, if it has one, and the mark or word before that. */
interface Change {
  readonly figure: Figure;
  readonly sign: "+" | "-" | null;
  readonly joint: string;
}

const FALLING = new Set(["-", "−", "–", "↓"]);
const NEXT = /(?<joint>[、,和及]?)(?<sign>[-−–+↑↓]?)(?=\d)/y;
/** A degree less is no fall of so much, and the ends of a range are no changes. */
const TEMPERATURES = new Set(["℃", "°", "度", "摄氏度"]);

/** The changes from the sign at an offset on: -6.2%、+3%. None where one of them is no change. */
function changesFrom(text: string, byDigits: ReadonlyMap<number, Figure>, at: number): readonly Change[] {
  const changes: Change[] = [];
  NEXT.lastIndex = at;
  for (let found = NEXT.exec(text); found; found = NEXT.exec(text)) {
    const figure = byDigits.get(NEXT.lastIndex);
    const first = changes[0]?.figure;
    if (!figure || figure.unit === null || (first && figure.unit !== first.unit)) break;
    if (figure.upper !== null || TEMPERATURES.has(figure.unit)) return [];
    const { joint, sign } = found.groups as { joint: string; sign: string };
    if (first && (joint === "" || (joint === "," && sign === ""))) break;
    changes.push({ figure, joint, sign: sign === "" ? null : FALLING.has(sign) ? "-" : "+" });
    NEXT.lastIndex = figure.span.end;
  }
  return changes;
}

/** How the same is said in words; null where the verb and a sign gainsay each other. */
function inWords(text: string, { compared = "", each = "", verb }: Lead, changes: readonly Change[]): string | null {
  const fallen = verb !== undefined && FALLS.includes(verb);
  if (fallen && changes.some(({ sign }) => sign === "+")) return null;
  const words = changes.map(({ sign, figure }) => {
    const falls = sign === "-" || (fallen && sign === null);
    return verb !== undefined && falls === fallen ? verb : wordFor(figure, falls);
  });
  const alike = words.every((word) => word === words[0]);
  const said = changes.map(({ figure, joint }, i) => {
    const number = text.slice(figure.digits.start, figure.span.end);
    return `${joint}${alike && i > 0 ? "" : words[i]}${number}`;
  });
  return `${compared}${each}${said.join("")}`;
}

function wordFor({ unit }: Figure, falls: boolean): string {
  const row = WORDS.find(({ units }) => units.has(unit ?? "")) ?? COUNTS;
  return falls ? row.down : row.up;
}

const COUNTS = { up: "增加", down: "减少" };
const WORDS = [
  { units: new Set(["%", "‰", "倍"]), up: "增长", down: "下降" },
  { units: new Set(["个百分点", "百分点"]), up: "提高", down: "下降" },
];
