import { type Profile, profileSchema, type RoleSpec, slotOf } from "../grammar/profile.ts";
import { type Message, say } from "../text/message.ts";
import { type Key, type Mistake, mistakesOf } from "./mistake.ts";

/** A profile as a writer's file has it: perhaps no more than what differs from the one it `extends`. */
export interface ProfileSource {
  readonly file: string;
  readonly value: unknown;
}

/** A mistake in a profile file. */
export interface ProfileMistake extends Mistake {
  readonly file: string;
}

type Raw = Readonly<Record<string, unknown>>;

const isRaw = (value: unknown): value is Raw => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Adds a folder's own profiles to the built-in ones; one with the id of another takes its place.
 * A profile that cannot be used is named in `mistakes` and left out, and the others stay in force.
 */
export function extendProfiles(
  base: readonly Profile[],
  sources: readonly ProfileSource[],
): { readonly profiles: readonly Profile[]; readonly mistakes: readonly ProfileMistake[] } {
  const mistakes: ProfileMistake[] = [];
  const known = new Map<string, Raw>(base.map((profile) => [profile.id, profile]));
  const own = new Map<string, { source: ProfileSource; raw: Raw }>();
  for (const source of sources) {
    if (isRaw(source.value) && typeof source.value.id === "string")
      own.set(source.value.id, { source, raw: source.value });
    else mistakes.push({ file: source.file, key: [], message: NO_ID });
  }

  const whole = (id: string, within: readonly string[]): Raw | Message => {
    const found = within.at(-1) === id || !own.has(id) ? undefined : own.get(id);
    if (!found) return known.get(id) ?? unknownParent(id);
    if (within.includes(id)) return CIRCLE;
    const { extends: parent, ...rest } = found.raw;
    if (parent === undefined) return rest;
    const below = whole(String(parent), [...within, id]);
    return isMessage(below) ? below : merged(below, rest);
  };

  const profiles = new Map<string, Profile>(base.map((profile) => [profile.id, profile]));
  for (const [id, { source, raw }] of own) {
    const value = whole(id, []);
    if (isMessage(value)) {
      mistakes.push({ file: source.file, key: ["extends"], message: value });
      continue;
    }
    const parsed = profileSchema.safeParse(value);
    if (parsed.success) profiles.set(id, parsed.data);
    else {
      for (const { key, message } of mistakesOf(parsed.error)) {
        mistakes.push({ file: source.file, key: ownKey(key, value, raw), message });
      }
    }
  }
  return { profiles: [...profiles.values()], mistakes };
}

const isMessage = (value: Raw | Message): value is Message => "zh" in value && "en" in value;

/** The values of `over` outweigh those of `base`; roles are matched by what the orders call them. */
function merged(base: Raw, over: Raw): Raw {
  const rolesOf = (raw: Raw) => (Array.isArray(raw.roles) ? raw.roles.filter(isRaw) : []) as (Raw & RoleSpec)[];
  const changed = new Map(rolesOf(over).map((role) => [slotOf(role), role]));
  const roles = rolesOf(base).map((role) => ({ ...role, ...changed.get(slotOf(role)) }));
  const added = rolesOf(over).filter((role) => !roles.some((known) => slotOf(known) === slotOf(role)));
  const recognise =
    isRaw(base.recognise) && isRaw(over.recognise) ? { ...base.recognise, ...over.recognise } : over.recognise;
  return {
    ...base,
    ...over,
    ...(recognise === undefined ? {} : { recognise }),
    ...(over.roles === undefined || Array.isArray(over.roles) ? { roles: [...roles, ...added] } : {}),
  };
}

/** Leads a path in the merged profile back to the writer's own file, as far as it goes there. */
function ownKey(path: Key, value: Raw, raw: Raw): Key {
  const [first, index, ...rest] = path;
  if (first !== "roles" || typeof index !== "number" || !Array.isArray(raw.roles)) return path;
  const role = (value.roles as RoleSpec[])[index];
  const own = raw.roles.findIndex(
    (each) => isRaw(each) && role && slotOf(each as unknown as RoleSpec) === slotOf(role),
  );
  return own < 0 ? ["roles"] : ["roles", own, ...rest];
}

const NO_ID = say(
  "报告种类文件要是一个对象，并有 id，如“my-report”。",
  "A profile is an object with an id, such as my-report.",
);
const CIRCLE = say("extends 绕回了自己，请去掉其中一处。", "This extends itself in a circle; remove one of the links.");
const unknownParent = (id: string) =>
  say(`extends 指向的种类“${id}”不存在，请检查拼写。`, `There is no kind “${id}” to extend; check the spelling.`);
