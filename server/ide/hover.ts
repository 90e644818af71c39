import type { HoverParams } from "vscode-languageserver";
import { type Hover, MarkupKind } from "vscode-languageserver-types";
import { type Base, type Reading, readingOf } from "../constraints/reading.ts";
import { type Direction, type Figure, type FigureKind, isStatistic } from "../figures/figure.ts";
import { periodName } from "../grammar/period.ts";
import { type Message, say } from "../text/message.ts";
import { shift } from "../text/span.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { rangeOf } from "./range.ts";

/** How the figure under the cursor is read; null where there is none. */
export function hover(snapshot: Snapshot, { position }: HoverParams): Hover | null {
  const { report, reader } = snapshot;
  const at = snapshot.lines.offset(position);
  const located = report.paragraphs.find(({ paragraph, start }) => start <= at && at <= start + paragraph.text.length);
  const figure = located?.paragraph.figures.find(
    ({ span }) => span.start <= at - located.start && at - located.start <= span.end,
  );
  if (!report.recognised || !located || !figure) return null;
  const [title, ...details] = described(
    located.paragraph.text.slice(figure.span.start, figure.span.end),
    figure,
    readingOf(report, located, figure),
  ).map((message) => message[reader.locale]);
  return {
    range: rangeOf(snapshot, shift(figure.span, located.start)),
    contents: {
      kind: MarkupKind.Markdown,
      value: [`**${literal(title!)}**`, details.map((line) => `- ${literal(line)}`).join("\n")].join("\n\n").trim(),
    },
  };
}

const KIND = {
  quantity: say("数量", "quantity"),
  rate: say("比率", "rate"),
  change: say("增减", "change"),
  ratio: say("比值", "ratio"),
  date: say("日期，不作统计数字", "date, not a statistic"),
  ordinal: say("序号，不作统计数字", "ordinal, not a statistic"),
  name: say("名称中的数字，不作统计数字", "part of a name, not a statistic"),
  residue: say("残留的数字，不作统计数字", "leftover, not a statistic"),
} as const satisfies Record<FigureKind, Message>;

const DIRECTION = {
  up: say("上升", "up"),
  down: say("下降", "down"),
  flat: say("持平", "level"),
} as const satisfies Record<Direction, Message>;

function described(written: string, figure: Figure, reading: Reading): Message[] {
  const title = join(say(written, written), KIND[figure.kind]);
  if (!isStatistic(figure)) return [title];
  const { indicator, period, direction, base, relations } = reading;
  return [
    title,
    ...(indicator ? [say(`指标：${indicator}`, `Indicator: ${indicator}`)] : []),
    ...(figure.value === null || written === `${figure.value}${figure.unit}` ? [] : [value(figure, figure.value)]),
    ...(direction ? [say(`方向：${DIRECTION[direction].zh}`, `Direction: ${DIRECTION[direction].en}`)] : []),
    ...(period ? [time(period)] : []),
    ...(base ? [origin(base, figure)] : []),
    ...relations,
  ];
}

const join = (a: Message, b: Message): Message => say(`${a.zh}（${b.zh}）`, `${a.en} (${b.en})`);

function value({ unit, upper, approximate }: Figure, lower: number): Message {
  const number = upper === null ? grouped(lower) : `${grouped(lower)}—${grouped(upper)}`;
  return say(
    `数值：${number}${unit ?? "，没有单位"}${approximate ? "，约数" : ""}`,
    `Value: ${number}${unit ?? ", no unit"}${approximate ? ", approximate" : ""}`,
  );
}

/** A period in words: 2024, 2025H1, or the day up to which was counted, 2023-06-30. */
function time(period: string): Message {
  const [, year, half, month, day] = /^(\d{4})(?:H([12])|-(\d\d)-(\d\d))?$/.exec(period) ?? [];
  if (month) return say(`时段：截至${year}年${Number(month)}月${Number(day)}日`, `Period: up to ${period}`);
  const { zh, en } = periodName({ year: Number(year), half: half === "1" ? 1 : half === "2" ? 2 : null });
  return say(`时段：${zh}`, `Period: ${en}`);
}

const origin = ({ value, source }: Base, { kind, unit }: Figure): Message => {
  const number = `${grouped(value)}${kind === "quantity" ? (unit ?? "") : ""}`;
  return source === "stated"
    ? say(`基数：${number}（文中写明）`, `Base: ${number} (stated)`)
    : say(`基数：${number}（按增减幅度倒推）`, `Base: ${number} (worked back from the change)`);
};

/** Digits in groups of three, as nobody writes them but everybody can count them. */
const grouped = (value: number): string => value.toLocaleString("en-US", { maximumFractionDigits: 6 });

/** Text in which Markdown finds nothing to mark up. */
const literal = (text: string): string => text.replace(/[\\`*_{}[\]<>#+\-.!|~]/g, "\\$&").replace(/\s+/g, " ");
