import type { Severity } from "../../rules/rule.ts";
import { lines } from "../../text/lines.ts";
import type { MakeFormat } from "./format.ts";

const COMMAND = {
  error: "error",
  warning: "warning",
  information: "notice",
  hint: "notice",
} as const satisfies Record<Severity, string>;

/** Workflow commands, which GitHub shows beside the changed lines of a pull request. */
export const github: MakeFormat = ({ locale }) => ({
  level: "warning",
  draft({ name, text, findings, failures }) {
    const places = lines(text);
    return [
      ...findings.map(({ rule, severity, message, span }) => {
        const start = places.position(span.start);
        const end = places.position(span.end);
        // Columns count only where the place is within one line.
        const columns = start.line === end.line ? `,col=${start.character + 1},endColumn=${end.character + 1}` : "";
        const place = `file=${property(name)},line=${start.line + 1},endLine=${end.line + 1}${columns},title=${property(rule)}`;
        return `::${COMMAND[severity]} ${place}::${data(message[locale])}\n`;
      }),
      ...failures.map(
        ({ rule, error }) => `::error file=${property(name)},title=${property(rule)}::${data(String(error))}\n`,
      ),
    ].join("");
  },
  end: () => "",
});

const data = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
