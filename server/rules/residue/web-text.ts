import type { Placed } from "../../syntax/block.ts";
import { say } from "../../text/message.ts";
import { beginning, type Span, span } from "../../text/span.ts";
import { defineRule, type Finding } from "../rule.ts";

const SHOWN = 20;
const PIPES = /^[|\s]+$/;

export default defineRule({
  id: "residue/web-text",
  scope: "document",
  severity: "error",
  basis: "practice",
  summary: say("从网页或文库带来的多余文字。", "Text left over from a web page or a document shop."),
  why: say(
    "付费提示、发布时间、字体大小、扫一扫、索引号表格不是报告的内容。",
    "Paywall notes, publishing dates, font-size switches and index tables are no part of the report.",
  ),
  examples: [
    { good: "来源于基层的经验得到推广，截至6月30日共发布普法信息12条。" },
    { bad: "⟦下面是小编为大家整理的总结，供大家参考。⟧2024年，全局共办理案件12件。" },
    { good: "印发【打印设备管理】等3项制度。" },
    { bad: "2024年，全局共办理案件12件。⟦【打印】【关闭】⟧群众满意度达98%。" },
    { bad: "2024年，全局共办理案件12件。⟦（未完，全文共3000字，当前显示300字）⟧" },
    {
      bad: "全年共办理案件12件，同比增长20%。\n⟦扫一扫在手机打开\n打印 关闭\n⟧",
      fixed: "全年共办理案件12件，同比增长20%。\n",
    },
  ],
  *check({ text, blocks }) {
    const pieces = piecesOf(blocks);
    const isPipes = (piece: Span): boolean => PIPES.test(text.slice(piece.start, piece.end));
    for (const piece of pieces) if (!isPipes(piece)) yield furniture(text, piece);
    const pipes = pieces.filter(isPipes);
    if (pipes.length > 0) yield tablePipes(text, pipes);
  },
});

/** The stretches of residue, whatever stands side by side as one. */
function piecesOf(blocks: readonly Placed[]): Span[] {
  const pieces: Span[] = [];
  for (const { block, start } of blocks) {
    if (block.kind !== "residue") continue;
    const end = start + block.text.length;
    const last = pieces.at(-1);
    if (last?.end === start) pieces[pieces.length - 1] = span(last.start, end);
    else pieces.push(span(start, end));
  }
  return pieces;
}

function furniture(text: string, place: Span): Finding {
  const lines = text
    .slice(place.start, place.end)
    .trim()
    .split(/\r\n|\r|\n/);
  const first = lines[0]!.length > SHOWN ? `${beginning(lines[0]!, SHOWN)}……` : lines[0]!;
  const more = lines.length > 1 ? `等${lines.length}行` : "";
  return {
    span: place,
    unnecessary: true,
    message: say(
      `“${first}”${more}不是报告的内容，请删去；若有正文被隐藏，请补回。`,
      `“${first}” is no part of the report; delete it, and restore any text that it hides.`,
    ),
    fixes: [{ title: say("删去", "Delete"), safe: false, edits: [{ span: deleted(text, place), newText: "" }] }],
  };
}

/** What is deleted of a piece: where it stands behind other words of a line, that line keeps its end. */
function deleted(text: string, { start, end }: Span): Span {
  const opensLine = start === 0 || /[\r\n]/.test(text.charAt(start - 1));
  return span(start, opensLine ? end : start + text.slice(start, end).replace(/(?:\r\n|\r|\n)$/, "").length);
}

/** One table leaves its pipes in many places; they are one fault. */
const tablePipes = (text: string, places: readonly Span[]): Finding => ({
  span: places[0]!,
  unnecessary: true,
  message: say(
    `全文有${places.length}处表格残留的竖线，请删去。`,
    `Pipes left over from a table in ${places.length} places; delete them.`,
  ),
  related: places.slice(1).map((place) => ({ span: place, message: say("这里也有竖线。", "More pipes here.") })),
  fixes: [
    {
      title: say("全部删去", "Delete them all"),
      safe: false,
      edits: places.map((place) => ({
        span: place,
        newText: /[\r\n]/.test(text.slice(place.start, place.end)) ? "\n" : "",
      })),
    },
  ],
});
