import { lines } from "../../text/lines.ts";
import { printable } from "../terminal/printable.ts";
import type { MakeFormat } from "./format.ts";

/** One finding a line, as compilers print them: editors and grep know how to read it. */
export const compact: MakeFormat = ({ locale }) => ({
  level: "warning",
  draft({ name, text, findings, failures }) {
    const places = lines(text);
    return [
      ...findings.map(({ rule, severity, message, span }) => {
        const { line, character } = places.position(span.start);
        return `${printable(name)}:${line + 1}:${character + 1}: ${severity}: ${printable(message[locale])} [${rule}]\n`;
      }),
      ...failures.map(({ rule, error }) => `${printable(name)}: failure: ${printable(String(error))} [${rule}]\n`),
    ].join("");
  },
  end: () => "",
});
