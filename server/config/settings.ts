import * as z from "zod/mini";
import { rules } from "../rules/index.ts";
import { type AnyRule, SEVERITIES } from "../rules/rule.ts";
import { append } from "../text/list.ts";
import { once } from "../text/memo.ts";
import { type Key, type Mistake, mistakesOf } from "./mistake.ts";

const level = z.enum([...SEVERITIES, "off"]);
const strings = z._default(z.array(z.string()), []);

export type Level = z.infer<typeof level>;

/** What is asked of one rule: its level alone, or its level with options. */
export type RuleSetting = Level | { severity?: Level | undefined; options?: unknown };

const ruleSetting = ({ options }: AnyRule) =>
  z.union([level, z.strictObject({ severity: z.optional(level), options: z.optional(options ?? z.strictObject({})) })]);

const ruleSettings = () =>
  z._default(
    z.strictObject(Object.fromEntries(rules.map((rule) => [rule.id, z.optional(ruleSetting(rule))]))),
    {},
  ) as z.ZodMiniType<Readonly<Record<string, RuleSetting>>>;

/**
 * The schema of the keys of `govreport.config.json` and of `govreport.*` in an editor, with every rule's options. It is
 * made when it is first asked for: most runs have no settings to read.
 */
export const settingsSchema = once(() => {
  const rules = ruleSettings();
  return z.strictObject({
    $schema: z.optional(z.string()),
    extends: z.optional(z.string()),
    rules,
    profile: z.optional(z.string()),
    profiles: strings,
    organisation: z._default(
      z.strictObject({
        name: z.optional(z.string()),
        shortName: z.optional(z.string()),
        level: z.optional(z.enum(["province", "city", "county", "township"])),
        place: z.optional(z.string()),
      }),
      {},
    ),
    previous: strings,
    dictionary: z._default(z.strictObject({ terms: strings, units: strings, names: strings }), {
      terms: [],
      units: [],
      names: [],
    }),
    publicEdition: z._default(z.boolean(), false),
    files: strings,
    /** Later entries outweigh earlier ones; an entry with neither `files` nor `kinds` holds for every report. */
    overrides: z._default(
      z.array(
        z.strictObject({
          files: z.optional(z.array(z.string())),
          kinds: z.optional(z.array(z.string())),
          /** The kind that these files are; goes with `files`, not with `kinds`. */
          profile: z.optional(z.string()),
          rules,
        }),
      ),
      [],
    ),
  });
});

export type Settings = z.infer<ReturnType<typeof settingsSchema>>;

/** What the schema gives where nothing is set; a test holds the two together. */
const DEFAULTS: Settings = {
  rules: {},
  profiles: [],
  organisation: {},
  previous: [],
  dictionary: { terms: [], units: [], names: [] },
  publicEdition: false,
  files: [],
  overrides: [],
};

export interface Resolved {
  readonly settings: Settings;
  readonly mistakes: readonly Mistake[];
  /** What was given, without the mistakes. */
  readonly input: unknown;
}

/**
 * Reads settings from whatever an editor or a file gave. Every value that cannot be used is named in `mistakes` and
 * left out; the rest is in force.
 */
export function resolve(raw: unknown): Resolved {
  if (isNothing(raw)) return { settings: DEFAULTS, mistakes: [], input: {} };
  const mistakes: Mistake[] = [];
  for (let input = raw ?? {}; ; ) {
    const result = settingsSchema().safeParse(input);
    if (result.success) return { settings: result.data, mistakes, input };
    const found = mistakesOf(result.error);
    append(mistakes, found);
    input = without(
      input,
      found.map(({ key }) => removable(key)),
    );
  }
}

const isNothing = (raw: unknown): boolean =>
  (raw ?? null) === null || (typeof raw === "object" && !Array.isArray(raw) && Object.keys(raw!).length === 0);

/** An override whose condition is wrong goes as a whole: without its condition it would hold for every report. */
const removable = (key: Key): Key => (key[0] === "overrides" && key[2] !== "rules" ? key.slice(0, 2) : key);

/** A copy of a JSON value without what stands under any of `keys`. */
function without(value: object, keys: readonly Key[]): object {
  if (keys.some((key) => key.length === 0)) return {};
  const under = new Map<string, Key[]>();
  for (const [head, ...rest] of keys) {
    const known = under.get(String(head));
    if (known) known.push(rest);
    else under.set(String(head), [rest]);
  }
  const kept = Object.entries(value).flatMap(([name, item]) => {
    const below = under.get(name) ?? [];
    if (below.some((key) => key.length === 0)) return [];
    return [[name, below.length > 0 ? without(item, below) : item] as const];
  });
  return Array.isArray(value) ? kept.map(([, item]) => item) : Object.fromEntries(kept);
}
