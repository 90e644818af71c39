import type { Diagnostic } from "../../lint/diagnostic.ts";
import { type Lines, lines } from "../../text/lines.ts";
import type { Locale } from "../../text/message.ts";
import type { Span } from "../../text/span.ts";
import type { Checkup } from "../checkup/checkup.ts";
import type { MakeFormat } from "./format.ts";

/** One object for the whole run. */
export const json: MakeFormat = ({ locale }) => {
  const files: object[] = [];
  return {
    level: "hint",
    audit: true,
    draft(checkup) {
      files.push(fileOf(checkup, locale));
      return "";
    },
    end({ files: count, shown }) {
      const summary = {
        files: count,
        errors: shown.error,
        warnings: shown.warning,
        informations: shown.information,
        hints: shown.hint,
      };
      return `${JSON.stringify({ version: 1, files, summary }, null, 2)}\n`;
    },
  };
};

/** One object a draft and line, as soon as it is ready. */
export const ndjson: MakeFormat = ({ locale }) => ({
  level: "hint",
  audit: true,
  draft: (checkup) => `${JSON.stringify(fileOf(checkup, locale))}\n`,
  end: () => "",
});

export const offset = ({ start, end }: Span): readonly [number, number] => [start, end];

function fileOf({ name, text, recognised, kind, period, findings, failures, audit }: Checkup, locale: Locale): object {
  const places = lines(text);
  return {
    path: name,
    recognised,
    kind,
    period,
    diagnostics: findings.map((diagnostic) => diagnosticOf(diagnostic, name, places, locale)),
    ...(audit && { audit }),
    ...(failures.length > 0 && { failures: failures.map(({ rule, error }) => ({ rule, message: String(error) })) }),
  };
}

const diagnosticOf = (
  { rule, severity, message, span, role, related, fixes }: Diagnostic,
  path: string,
  places: Lines,
  locale: Locale,
) => ({
  rule,
  severity,
  message: message[locale],
  offset: offset(span),
  range: { start: places.position(span.start), end: places.position(span.end) },
  ...(role !== null && { role }),
  related: related.map(({ span, message }) => ({ message: message[locale], offset: offset(span), path })),
  fixes: fixes.map(({ title, safe, edits }) => ({
    title: title[locale],
    safe,
    edits: edits.map(({ span, newText }) => ({ offset: offset(span), newText })),
  })),
});
