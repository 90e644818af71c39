import type { Log, Notification, Region, Result, Run } from "sarif";
import { version } from "../../../package.json";
import { rules } from "../../rules/index.ts";
import { page } from "../../rules/page.ts";
import type { Severity } from "../../rules/rule.ts";
import { type Lines, lines } from "../../text/lines.ts";
import { append } from "../../text/list.ts";
import type { Locale } from "../../text/message.ts";
import type { Span } from "../../text/span.ts";
import type { Finding } from "../checkup/checkup.ts";
import type { MakeFormat } from "./format.ts";

const LEVEL = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
} as const satisfies Record<Severity, string>;

/** SARIF 2.1.0, which code hosts and review tools read: rules with their pages, findings with fixes and fingerprints. */
export const sarif: MakeFormat = ({ locale }) => {
  const results: Result[] = [];
  const notifications: Notification[] = [];
  return {
    level: "hint",
    fingerprints: true,
    draft({ name, text, findings, failures }) {
      const uri = uriOf(name);
      const places = lines(text);
      append(
        results,
        findings.map((finding) => result(finding, uri, places, locale)),
      );
      append(
        notifications,
        failures.map(
          ({ rule, error }): Notification => ({
            level: "error",
            message: { text: String(error) },
            associatedRule: { id: rule },
            locations: [{ physicalLocation: { artifactLocation: { uri } } }],
          }),
        ),
      );
      return "";
    },
    end() {
      const run: Run = {
        tool: {
          driver: {
            name: "govreport",
            version,
            semanticVersion: version,
            language: locale === "zh" ? "zh-CN" : "en",
            rules: rules.map((rule) => ({
              id: rule.id,
              shortDescription: { text: rule.summary[locale] },
              fullDescription: { text: rule.why[locale] },
              help: { text: rule.why[locale], markdown: page(rule, locale) },
              defaultConfiguration: { level: LEVEL[rule.severity], enabled: !rule.preview },
              properties: { basis: rule.basis },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        invocations: [{ executionSuccessful: notifications.length === 0, toolExecutionNotifications: notifications }],
        results,
      };
      const log: Log = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
      return `${JSON.stringify(log, null, 2)}\n`;
    },
  };
};

function result(
  { rule, severity, message, span, related, fixes, fingerprint }: Finding,
  uri: string,
  places: Lines,
  locale: Locale,
): Result {
  const artifactLocation = { uri };
  const location = (span: Span) => ({ physicalLocation: { artifactLocation, region: region(span, places) } });
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: LEVEL[severity],
    message: { text: message[locale] },
    locations: [location(span)],
    partialFingerprints: { "govreport/v1": fingerprint },
    ...(related.length > 0 && {
      relatedLocations: related.map(({ span, message }, id) => ({
        id,
        message: { text: message[locale] },
        ...location(span),
      })),
    }),
    ...(fixes.length > 0 && {
      fixes: fixes.map(({ title, edits }) => ({
        description: { text: title[locale] },
        artifactChanges: [
          {
            artifactLocation,
            replacements: edits.map(({ span, newText }) => ({
              deletedRegion: region(span, places),
              insertedContent: { text: newText },
            })),
          },
        ],
      })),
    }),
  };
}

function region({ start, end }: Span, places: Lines): Region {
  const [from, to] = [places.position(start), places.position(end)];
  return {
    startLine: from.line + 1,
    startColumn: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
    charOffset: start,
    charLength: end - start,
  };
}

const uriOf = (path: string): string =>
  (path.startsWith("/") ? "file://" : "") + path.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
