import ignore from "ignore";
import { rules } from "../rules/index.ts";
import type { AnyRule, Severity } from "../rules/rule.ts";
import { memo } from "../text/memo.ts";
import type { Level, Settings } from "./settings.ts";

/** A rule with what the settings make of it. Reusing the same objects reuses what is known of each paragraph. */
export interface ActiveRule {
  readonly rule: AnyRule;
  readonly severity: Severity;
  /** Already parsed by the rule's own schema. */
  readonly options: unknown;
  /** Whether the user set the severity; it then outweighs what a finding says of its own. */
  readonly pinned: boolean;
}

/**
 * The rules in force for one report. The same settings give the very same list for all reports to which the same
 * overrides apply.
 * @param kind the report's profile, or null
 * @param path absolute, with slashes; null for a text that has no place
 */
export function activeRules(settings: Settings, kind: string | null, path: string | null): readonly ActiveRule[] {
  const lists = listsOf(settings);
  const holding = [...settings.overrides.entries()].filter(
    ([, { files, kinds }]) => (!kinds || (kind !== null && kinds.includes(kind))) && lies(path, files),
  );
  const key = holding.map(([place]) => place).join();
  let list = lists.get(key);
  if (!list) {
    const asked = [settings.rules, ...holding.map(([, override]) => override.rules)];
    list = rules.flatMap((rule) => activated(rule, asked, settings));
    lists.set(key, list);
  }
  return list;
}

const listsOf = memo((_: Settings) => new Map<string, readonly ActiveRule[]>());

function activated(rule: AnyRule, asked: readonly Settings["rules"][], settings: Settings): readonly ActiveRule[] {
  let level: Level | null = null;
  let options: unknown;
  for (const { [rule.id]: setting } of asked) {
    if (typeof setting === "string") level = setting;
    else if (setting) {
      level = setting.severity ?? level;
      options = setting.options ?? options;
    }
  }
  // Asking for options is asking for the rule.
  const on = level ?? (rule.preview && options === undefined ? "off" : rule.severity);
  if (on === "off") return [];
  const own = (options ?? rule.options?.parse({}) ?? {}) as Readonly<Record<string, unknown>>;
  const filled = Object.entries(rule.filledBy?.(settings) ?? {}).filter(([key]) => String(own[key] || "") === "");
  return [{ rule, severity: on, options: { ...own, ...Object.fromEntries(filled) }, pinned: level !== null }];
}

/** The kind that the settings say a file is; undefined where its text decides. */
export const profileOf = ({ profile, overrides }: Settings, path: string | null): string | undefined =>
  overrides.findLast(({ files, kinds, profile }) => profile !== undefined && !kinds && lies(path, files))?.profile ??
  profile;

const lies = (path: string | null, files: readonly string[] | undefined): boolean =>
  !files || (path !== null && matches(files, path));

/** Whether a path is one of those that patterns in the language of .gitignore name. */
export function matches(patterns: readonly string[], path: string): boolean {
  return ignore({ allowRelativePaths: true }).add(patterns).ignores(path.replace(/^\//, ""));
}
