import { type Audited, audit as auditOf, counted } from "../../constraints/audit.ts";
import type { Kind } from "../../constraints/constraint.ts";
import type { Claim, Verdict } from "../../constraints/judge.ts";
import { kindOf } from "../../constraints/kinds.ts";
import { spelledName } from "../../statements/name.ts";
import type { Statement } from "../../statements/statement.ts";
import { lines } from "../../text/lines.ts";
import { type Message, say } from "../../text/message.ts";
import { shift } from "../../text/span.ts";
import { csvRow } from "../output/csv.ts";
import { offset } from "../output/json.ts";
import { aligned, printable } from "../terminal/printable.ts";
import { listing } from "./listing.ts";

const VERDICT = {
  proved: say("无误", "proved"),
  refuted: say("有误", "refuted"),
  open: say("存疑", "open"),
} as const satisfies Record<Verdict, Message>;

/** Every claim of each report that can be checked, with its computation. */
export const audit = listing(say("核算每一处可以核对的数", "reckon every figure that can be checked"), {
  json(path, report) {
    const claims = auditOf(report);
    return { path, ...counted(claims), claims: claims.map(entry) };
  },
  pretty(name, report, locale) {
    const places = lines(report.text);
    const claims = auditOf(report);
    const { proved, refuted, open } = counted(claims);
    const rows = claims.map(({ claim, start }) => {
      const { line, character } = places.position(start + claim.statement.figure.span.start);
      return [
        `${line + 1}:${character + 1}`,
        VERDICT[claim.verdict][locale],
        written(claim.statement),
        computationOf(claim),
      ];
    });
    const summary = say(
      `可核算关系 ${claims.length} 项：${proved} 项无误，${refuted} 项有误，${open} 项存疑`,
      `${claims.length} claims can be checked: ${proved} proved, ${refuted} refuted, ${open} open`,
    )[locale];
    return `${[printable(name), ...aligned(rows).map((row) => printable(`  ${row}`)), `  ${summary}`].join("\n")}\n\n`;
  },
  csv: {
    head: csvRow(["path", "line", "character", "verdict", "kind", "claim", "indicator", "computation"]),
    rows(name, report) {
      const places = lines(report.text);
      return auditOf(report)
        .map(({ claim, start }) => {
          const { line, character } = places.position(start + claim.statement.figure.span.start);
          return csvRow([
            name,
            line + 1,
            character + 1,
            claim.verdict,
            kindNamed(claim),
            written(claim.statement),
            spelledName(claim.statement),
            computationOf(claim),
          ]);
        })
        .join("");
    },
  },
});

const written = ({ paragraph, figure }: Statement): string => paragraph.text.slice(figure.span.start, figure.span.end);

const computationOf = ({ constraint }: Claim): string => kindOf.get(constraint.kind)!.explain(constraint);

/** What a family of reckonings is called outside. */
const NAMES: Readonly<Record<Kind["family"], string>> = {
  sum: "sum",
  account: "flow",
  order: "order",
  rate: "ratio",
  change: "change",
  average: "ratio",
  integer: "ratio",
  count: "count",
  equal: "equal",
};

const kindNamed = ({ constraint }: Claim): string => NAMES[kindOf.get(constraint.kind)!.family];

const place = (statement: Statement, start: number) => ({
  text: written(statement),
  offset: offset(shift(statement.figure.span, start)),
});

const entry = ({ claim, start, from = start }: Audited): object => ({
  verdict: claim.verdict,
  kind: kindNamed(claim),
  claim: place(claim.statement, start),
  operands: claim.constraint.operands.map(({ statement, part }) => ({
    ...place(statement, statement.paragraph === claim.statement.paragraph ? start : from),
    role: part,
  })),
  computation: computationOf(claim),
  indicator: spelledName(claim.statement) || null,
});
