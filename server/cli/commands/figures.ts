import { type Reading, readingOf, UNREAD } from "../../constraints/reading.ts";
import type { Figure, FigureKind } from "../../figures/figure.ts";
import { scan } from "../../figures/scan.ts";
import type { Report } from "../../report/report.ts";
import { type Lines, lines } from "../../text/lines.ts";
import { type Locale, type Message, say } from "../../text/message.ts";
import { shift } from "../../text/span.ts";
import { csvRow } from "../output/csv.ts";
import { offset } from "../output/json.ts";
import { aligned, printable } from "../terminal/printable.ts";
import { listing } from "./listing.ts";

/** Every numeral of each report, with its reading. */
export const figures = listing(say("列出每个数字和它的读法", "show every numeral with its reading"), {
  json: (path, report) => ({
    path,
    figures: readings(report).map(({ figure, text, start, indicator, period, direction, base }) => ({
      text,
      offset: offset(shift(figure.span, start)),
      digits: offset(shift(figure.digits, start)),
      kind: figure.kind,
      value: figure.value,
      ...(figure.upper !== null && { upper: figure.upper }),
      unit: figure.unit,
      approximate: figure.approximate,
      indicator,
      period,
      direction,
      base,
    })),
  }),
  pretty(name, report, locale) {
    const places = lines(report.text);
    const rows = readings(report).map((reading) => cells(reading, places, locale));
    return `${[printable(name), ...aligned(rows).map((row) => `  ${row}`)].join("\n")}\n\n`;
  },
  csv: {
    head: csvRow([
      "path",
      "line",
      "character",
      "text",
      "kind",
      "value",
      "unit",
      "approximate",
      "indicator",
      "period",
      "direction",
      "base",
    ]),
    rows(name, report) {
      const places = lines(report.text);
      return readings(report)
        .map(({ figure, text, start, indicator, period, direction, base }) => {
          const { line, character } = places.position(start + figure.span.start);
          const { kind, value, unit, approximate } = figure;
          return csvRow([
            name,
            line + 1,
            character + 1,
            text,
            kind,
            value,
            unit,
            approximate,
            indicator,
            period,
            direction,
            base?.value,
          ]);
        })
        .join("");
    },
  },
});

interface Read extends Reading {
  readonly figure: Figure;
  readonly text: string;
  /** Where the text begins that the figure's spans count from. */
  readonly start: number;
}

/** Every figure in the order of the text, those of tables and of what is no part of the report included. */
function readings(report: Report): readonly Read[] {
  const located = new Map(report.paragraphs.map((paragraph) => [paragraph.start, paragraph]));
  return report.blocks.flatMap(({ block, start }) => {
    const paragraph = located.get(start);
    const found = paragraph?.paragraph.figures ?? scan(block.text);
    return found.map((figure) => ({
      figure,
      text: block.text.slice(figure.span.start, figure.span.end),
      start,
      ...(paragraph ? readingOf(report, paragraph, figure) : UNREAD),
    }));
  });
}

const KIND = {
  quantity: say("数量", "quantity"),
  rate: say("比率", "rate"),
  change: say("增减", "change"),
  ratio: say("比值", "ratio"),
  date: say("日期", "date"),
  ordinal: say("序号", "ordinal"),
  name: say("名称", "name"),
  residue: say("残留", "residue"),
} as const satisfies Record<FigureKind, Message>;

function cells(
  { figure, text, start, indicator, period, base }: Read,
  places: Lines,
  locale: Locale,
): readonly string[] {
  const { line, character } = places.position(start + figure.span.start);
  const { kind, value, upper, unit } = figure;
  return [
    `${line + 1}:${character + 1}`,
    KIND[kind][locale],
    text,
    value === null ? "" : `${value}${upper === null ? "" : `—${upper}`}${unit ?? ""}`,
    indicator ?? "",
    period ?? "",
    base ? `${say("基数", "base ")[locale]}${base.value}` : "",
  ].map(printable);
}
