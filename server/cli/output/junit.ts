import { lines } from "../../text/lines.ts";
import type { MakeFormat } from "./format.ts";

/** A report for build servers: a suite a draft, a failed case a finding. */
export const junit: MakeFormat = ({ locale }) => {
  const suites: string[] = [];
  let [tests, failed, broken] = [0, 0, 0];
  return {
    level: "warning",
    draft({ name, text, findings, failures }) {
      const places = lines(text);
      const cases = [
        ...findings.map(({ rule, severity, message, span }) => {
          const { line, character } = places.position(span.start);
          const place = `${name}:${line + 1}:${character + 1}`;
          const text = message[locale];
          return `<testcase name="${xml(rule)}" classname="${xml(name)}"><failure type="${severity}" message="${xml(text)}">${xml(`${place} ${text}`)}</failure></testcase>`;
        }),
        ...failures.map(
          ({ rule, error }) =>
            `<testcase name="${xml(rule)}" classname="${xml(name)}"><error message="${xml(String(error))}"/></testcase>`,
        ),
      ];
      // A sound draft is a case that passed.
      const shown = cases.length > 0 ? cases : [`<testcase name="govreport" classname="${xml(name)}"/>`];
      tests += shown.length;
      failed += findings.length;
      broken += failures.length;
      const counts = `tests="${shown.length}" failures="${findings.length}" errors="${failures.length}"`;
      suites.push(
        [`  <testsuite name="${xml(name)}" ${counts}>`, ...shown.map((one) => `    ${one}`), "  </testsuite>"].join(
          "\n",
        ),
      );
      return "";
    },
    end: () =>
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites name="govreport" tests="${tests}" failures="${failed}" errors="${broken}">`,
        ...suites,
        "</testsuites>",
        "",
      ].join("\n"),
  };
};

const ENTITY: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** XML allows no control characters but blanks, and no halves of surrogate pairs. */
const ILLEGAL = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const xml = (text: string): string => text.replace(ILLEGAL, "\ufffd").replace(/[&<>"']/g, (c) => ENTITY[c]!);
