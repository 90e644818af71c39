import { rules } from "../rules/index.ts";
import { page } from "../rules/page.ts";
import { type Locale, say } from "../text/message.ts";
import { padded } from "./printable.ts";
import { SOUND, type Status, UNUSABLE } from "./status.ts";
import type { Terminal } from "./terminal.ts";

/** `govreport rules`: the catalogue, or the page of one rule. */
export function runRules(id: string | undefined, { locale }: { readonly locale: Locale }, terminal: Terminal): Status {
  if (id === undefined) {
    const width = Math.max(...rules.map((rule) => rule.id.length));
    for (const { id, severity, preview, summary } of rules)
      terminal.out(`${padded(id, width)}  ${padded(preview ? "off" : severity, 11)}  ${summary[locale]}\n`);
    return SOUND;
  }
  const rule = rules.find((rule) => rule.id === id);
  if (rule) {
    terminal.out(page(rule, locale));
    return SOUND;
  }
  const message = say(
    `没有“${id}”这条规则。全部规则见 govreport rules。`,
    `There is no rule "${id}"; see govreport rules.`,
  );
  terminal.err(`${message[locale]}\n`);
  return UNUSABLE;
}
