import { wordsStart } from "../../syntax/block.ts";
import { say } from "../../text/message.ts";
import { type Span, span } from "../../text/span.ts";
import { defineRule, type Finding } from "../rule.ts";
import { smiley } from "./shared/smiley.ts";

interface Pair {
  readonly open: string;
  readonly close: string;
  readonly name: string;
}

const QUOTES: readonly Pair[] = [
  { open: "“", close: "”", name: "引号" },
  { open: "‘", close: "’", name: "单引号" },
];
/** Of folded text, in which （） are (). */
const BRACKETS: readonly Pair[] = [
  { open: "《", close: "》", name: "书名号" },
  { open: "〈", close: "〉", name: "单书名号" },
  { open: "(", close: ")", name: "括号" },
  { open: "【", close: "】", name: "方头括号" },
  { open: "〔", close: "〕", name: "六角括号" },
  { open: "「", close: "」", name: "直角引号" },
  { open: "『", close: "』", name: "直角引号" },
];
const MARKS = [...QUOTES, ...BRACKETS].flatMap(({ open, close }) => [open, close]);
const MARK = new RegExp(`[${MARKS.join("")}]`, "g");
/** Brackets that stand alone by right: the numbers 1) and 一), smileys, an apostrophe. */
const SINGLE = new RegExp(
  [
    "(?<=^\\s{0,4}|[。;,:；，：]\\s?)(?:\\d{1,2}|[a-z]|[一二三四五六七八九十]{1,3})[)）]",
    smiley(")"),
    "(?<=[A-Za-z])’(?=[A-Za-z])",
  ].join("|"),
  "gm",
);
/** A quotation longer than this, or over several clauses, was rather left open than turned round. */
const QUOTED = 40;
/** As much of a clause as is shown with a lone mark. */
const CLAUSE = 60;

export default defineRule({
  id: "punctuation/unpaired",
  scope: "paragraph",
  severity: "error",
  basis: "standard",
  summary: say(
    "引号、括号、书名号不成对或方向反了。",
    "Quotation marks or brackets that do not pair, or face the wrong way.",
  ),
  why: say(
    "少一半或反了方向，读者分不清引文、文件名到哪里为止。",
    "With one half missing or reversed, a reader cannot tell where the quotation or the title ends.",
  ),
  source: say("《标点符号用法》（GB/T 15834—2011）", "General rules for punctuation (GB/T 15834—2011)"),
  examples: [
    { good: "落实“谁执法谁普法”（含‘七进’）要求，印发《〈行动计划〉实施方案》；1）建章立制，2）督促落实。" },
    { bad: "印发⟦《普法工作要点⟧，抓好落实。" },
    { bad: "⟦发挥关键少数”⟧的示范作用。" },
    { bad: "推动项目⟦”落地生根“⟧，持续跟踪。", fixed: "推动项目“落地生根”，持续跟踪。" },
    { bad: "抓住⟦“关键少数“⟧，压实责任。", fixed: "抓住“关键少数”，压实责任。" },
    { bad: "区司法局⟦（以下简称区局⟧，负责统筹。" },
  ],
  needs: MARKS,
  *check({ block, text, folded }) {
    const places = Array.from(folded.matchAll(MARK), ({ index }) => index);
    if (places.length === 0) return;
    const held = new Set(places.map((at) => folded[at]!));
    // Behind a label 1) is a number, however that one is written.
    const by = wordsStart(block);
    const single = new Set(
      held.has(")") || held.has("’")
        ? Array.from(text.slice(by).matchAll(SINGLE), ({ index, 0: found }) => by + index + found.length - 1)
        : [],
    );
    const paired = places.filter((at) => !single.has(at));
    const isHeld = ({ open, close }: Pair): boolean => held.has(open) || held.has(close);
    const marksOf = ({ open, close }: Pair) => paired.filter((at) => folded[at] === open || folded[at] === close);
    const found = [
      ...QUOTES.filter(isHeld).flatMap((pair) => [...quotes(text, marksOf(pair), pair)]),
      ...BRACKETS.filter(isHeld).flatMap((pair) => [...brackets(text, folded, marksOf(pair), pair)]),
    ];
    yield* found.sort((a, b) => a.span.start - b.span.start);
  },
});

function* brackets(text: string, folded: string, marks: readonly number[], pair: Pair): Generator<Finding> {
  const pending: number[] = [];
  for (const at of marks) {
    if (folded[at] === pair.open) pending.push(at);
    else if (pending.length > 0) pending.pop();
    else yield missing(text, at, pair, "opening");
  }
  for (const at of pending) yield missing(text, at, pair, "closing");
}

/** Quotation marks tell by their order which of them is missing or faces the wrong way. */
function* quotes(text: string, marks: readonly number[], pair: Pair): Generator<Finding> {
  const { open, close } = pair;
  const opens = (i: number): boolean => text[marks[i] ?? -1] === open;
  const closes = (i: number): boolean => text[marks[i] ?? -1] === close;
  const near = (i: number): boolean => {
    const between = text.slice(marks[i]! + 1, marks[i + 1]);
    return between.length <= QUOTED && !/[，。！？；,;\n]/.test(between.slice(0, -1));
  };
  for (let i = 0; i < marks.length; ) {
    const at = marks[i]!;
    if (opens(i) && closes(i + 1)) i += 2;
    else if (opens(i) && opens(i + 1) && closes(i + 2) && closes(i + 3)) {
      // A quotation within a quotation, with the same marks.
      i += 4;
    } else if (opens(i) && opens(i + 1) && !closes(i + 2) && near(i)) {
      yield reversed(text, span(at, marks[i + 1]! + 1), pair);
      i += 2;
    } else if (opens(i)) {
      yield missing(text, at, pair, "closing");
      i += 1;
    } else if ((opens(i + 1) && !closes(i + 2) && near(i)) || (closes(i + 1) && near(i))) {
      yield reversed(text, span(at, marks[i + 1]! + 1), pair);
      i += 2;
    } else {
      yield missing(text, at, pair, "opening");
      i += 1;
    }
  }
}

const reversed = (text: string, place: Span, { open, close }: Pair): Finding => {
  const right = open + text.slice(place.start + 1, place.end - 1) + close;
  return {
    span: place,
    message: say(`引号方向反了，应为：${right}`, `A quotation mark faces the wrong way; write “${right}”.`),
    fixes: [
      {
        title: say(`改为${right}`, `Write “${right}”`),
        safe: true,
        edits: [
          { span: span(place.start, place.start + 1), newText: open },
          { span: span(place.end - 1, place.end), newText: close },
        ],
      },
    ],
  };
};

/** The lone mark with the clause on the side on which its other half, the `lacking` one, should stand. */
function missing(text: string, at: number, { name }: Pair, lacking: "opening" | "closing"): Finding {
  const mark = text[at]!;
  return lacking === "closing"
    ? {
        span: span(at, at + 1 + /^[^，,。；;：:！!？?\n]*/.exec(text.slice(at + 1, at + 1 + CLAUSE))![0].length),
        message: say(`左${name}后面缺右${name}，请补上。`, `“${mark}” is never closed; close it.`),
      }
    : {
        span: span(at - /[^，,。；;：:！!？?\n]*$/.exec(text.slice(Math.max(0, at - CLAUSE), at))![0].length, at + 1),
        message: say(`右${name}前面缺左${name}，请补上。`, `“${mark}” was never opened; open it.`),
      };
}
