import type { Report } from "../facts/report.ts";
import { formatPeriod } from "../grammar/period.ts";
import { ROLE_NAME } from "../grammar/role.ts";
import { read } from "../lint/check.ts";
import type { Section } from "../syntax/outline.ts";
import type { Locale } from "../text/message.ts";
import { type Choices, eachDraft } from "./drafts.ts";
import { offset } from "./format/json.ts";
import { printable } from "./printable.ts";
import { SOUND, type Status, UNUSABLE } from "./status.ts";
import type { Terminal } from "./terminal.ts";

export const OUTLINE_FORMATS = ["pretty", "json", "ndjson"] as const;

export interface OutlineChoices extends Choices {
  readonly format: (typeof OUTLINE_FORMATS)[number];
}

/** `govreport outline`: the sections of each report, with what each does in it. */
export async function runOutline(
  names: readonly string[],
  choices: OutlineChoices,
  terminal: Terminal,
): Promise<Status> {
  const files: object[] = [];
  const usable = await eachDraft(names, choices, terminal, (draft) => {
    const report = read(draft.text, draft.project, { path: draft.path });
    if (!report.recognised && draft.origin === "found") return false;
    if (choices.format === "pretty") terminal.out(drawn(draft.name, report, choices.locale));
    else if (choices.format === "ndjson") terminal.out(`${JSON.stringify(fileOf(draft.name, report))}\n`);
    else files.push(fileOf(draft.name, report));
    return true;
  });
  if (choices.format === "json") terminal.out(`${JSON.stringify({ version: 1, files }, null, 2)}\n`);
  return usable ? SOUND : UNUSABLE;
}

const fileOf = (path: string, { kind, title, period, sections, match }: Report): object => ({
  path,
  kind,
  title: title?.text ?? null,
  period: period && formatPeriod(period),
  sections: sections.map((section) => sectionOf(section, match.roles)),
});

const sectionOf = (section: Section, roles: Report["match"]["roles"]): object => ({
  level: section.level,
  label: section.label?.text ?? null,
  heading: section.title,
  role: roles.get(section) ?? null,
  offset: offset(section),
  children: section.children.map((child) => sectionOf(child, roles)),
});

function drawn(name: string, { profile, title, period, sections, match }: Report, locale: Locale): string {
  const about = [profile?.name, period && formatPeriod(period)].filter(Boolean).join(" ");
  const lines = [about === "" ? name : `${name}  ${about}`, ...(title ? [`  ${title.text}`] : [])];
  const draw = (section: Section): void => {
    const role = match.roles.get(section);
    const heading = `${section.label?.text ?? ""}${section.title}`;
    lines.push(`${"  ".repeat(section.level)}${heading}${role ? `  [${ROLE_NAME[role][locale]}]` : ""}`);
    section.children.forEach(draw);
  };
  sections.forEach(draw);
  return `${lines.map(printable).join("\n")}\n\n`;
}
