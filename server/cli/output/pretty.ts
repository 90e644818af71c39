import { styleText } from "node:util";
import type { Diagnostic } from "../../lint/diagnostic.ts";
import type { Severity } from "../../rules/rule.ts";
import { type Lines, lines } from "../../text/lines.ts";
import { type Message, say } from "../../text/message.ts";
import { isSpace } from "../../text/space.ts";
import { excerpt } from "../terminal/excerpt.ts";
import { printable } from "../terminal/printable.ts";
import type { MakeFormat, Totals } from "./format.ts";

const SEVERITY: Readonly<
  Record<Severity, { readonly name: Message; readonly colour: "red" | "yellow" | "cyan" | "gray" }>
> = {
  error: { name: say("错误", "error"), colour: "red" },
  warning: { name: say("警告", "warning"), colour: "yellow" },
  information: { name: say("提示", "information"), colour: "cyan" },
  hint: { name: say("建议", "hint"), colour: "gray" },
};

const INDENT = "     ";
const LEAST_COLUMNS = 20;

/** For people: each finding with the line it stands in, and at the end one line that sums up. */
export const pretty: MakeFormat = ({ locale, colour, columns }) => {
  const ink = (style: Parameters<typeof styleText>[0], text: string): string =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  const found = (diagnostic: Diagnostic, places: Lines): string => {
    const { name, colour } = SEVERITY[diagnostic.severity];
    const { line, character } = places.position(diagnostic.span.start);
    const end = places.position(diagnostic.span.end);
    const drawn = places.line(line);
    const fault = { start: character, end: end.line === line ? end.character : drawn.length };
    const { line: shown, marks } = excerpt(drawn, fault, Math.max(columns - INDENT.length, LEAST_COLUMNS));
    const place = `${line + 1}:${character + 1}`;
    const message = printable(diagnostic.message[locale]);
    return [
      `  ${ink(colour, name[locale])} ${ink("dim", place)}  ${message}  ${ink("dim", diagnostic.rule)}`,
      ...(isSpace(shown) ? [] : [INDENT + shown, INDENT + ink(colour, marks)]),
      ...diagnostic.related.map(({ span, message }) => {
        const { line, character } = places.position(span.start);
        return INDENT + ink("dim", `${line + 1}:${character + 1}  ${printable(message[locale])}`);
      }),
      "",
    ].join("\n");
  };
  return {
    level: "warning",
    draft({ name, text, kindName, period, findings, failures }) {
      if (findings.length + failures.length === 0) return "";
      const places = lines(text);
      const about = [kindName, period].filter((part) => part !== null).join(" ");
      return [
        `${ink("bold", printable(name))}${about && `  ${ink("dim", about)}`}`,
        ...findings.map((diagnostic) => found(diagnostic, places)),
        ...failures.map(({ rule, error }) => `  ${ink("red", broken(rule, error)[locale])}\n`),
        "",
      ].join("\n");
    },
    end: (totals) => `${summary(totals)[locale]}\n`,
  };
};

const broken = (rule: string, error: unknown): Message =>
  say(
    `规则 ${rule} 出了故障，这份报告没有按它检查（${printable(String(error))}）。`,
    `The rule ${rule} failed, and this report was not checked by it (${printable(String(error))}).`,
  );

function summary({ reports, shown, all, fixable }: Totals): Message {
  if (reports === 0) return say("没有检查任何报告。", "No report was checked.");
  const { error, warning } = all;
  const hidden = (Object.keys(all) as Severity[]).reduce((sum, severity) => sum + all[severity] - shown[severity], 0);
  const faults =
    error + warning === 0
      ? say("没有发现错误和警告", "no errors, no warnings")
      : say(`${error} 处错误，${warning} 处警告`, `errors: ${error}, warnings: ${warning}`);
  const mendable =
    fixable > 0 ? say(`；其中 ${fixable} 处可用 govreport fix 修好`, `; govreport fix mends ${fixable}`) : NOTHING;
  const below =
    hidden > 0
      ? say(`；另有 ${hidden} 处提示，加 --severity hint 查看`, `; ${hidden} more with --severity hint`)
      : NOTHING;
  return say(
    `检查了 ${reports} 份报告：${faults.zh}${mendable.zh}${below.zh}。`,
    `Reports checked: ${reports}; ${faults.en}${mendable.en}${below.en}.`,
  );
}

const NOTHING = say("", "");
