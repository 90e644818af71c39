import { formatPeriod } from "../../grammar/period.ts";
import { ROLE_NAME } from "../../grammar/role.ts";
import type { Report } from "../../report/report.ts";
import type { Section } from "../../syntax/outline.ts";
import { say } from "../../text/message.ts";
import { offset } from "../output/json.ts";
import { printable } from "../terminal/printable.ts";
import { listing } from "./listing.ts";

/** The sections of each report, with what each does in it. */
export const outline = listing(say("显示章节", "show the sections"), {
  json: (path, { kind, title, period, sections, match }) => ({
    path,
    kind,
    title: title?.text ?? null,
    period: period && formatPeriod(period),
    sections: sections.map((section) => sectionOf(section, match.roles)),
  }),
  pretty(name, { profile, title, period, sections, match }, locale) {
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
  },
});

const sectionOf = (section: Section, roles: Report["match"]["roles"]): object => ({
  level: section.level,
  label: section.label?.text ?? null,
  heading: section.title,
  role: roles.get(section) ?? null,
  offset: offset(section),
  children: section.children.map((child) => sectionOf(child, roles)),
});
