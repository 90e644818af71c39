import { type Block, foldedOf } from "../syntax/block.ts";
import type { Section } from "../syntax/outline.ts";
import { walk } from "../syntax/outline.ts";
import { which } from "../text/finder.ts";
import { fold } from "../text/fold.ts";
import { greatest, least } from "../text/list.ts";
import { memo } from "../text/memo.ts";
import { hasPhrase, lettersOf, type Years } from "./phrase.ts";
import { type Profile, type RoleSpec, slotOf } from "./profile.ts";
import type { Role } from "./role.ts";

/** What would have to be done to a report for its sections to follow the profile. */
export type Repair =
  /** No section fills the role. It belongs before `before`, or at the end. */
  | {
      readonly kind: "missing";
      readonly spec: RoleSpec;
      readonly before: Section | null;
      readonly after: Section | null;
    }
  /** Something below a section of another role fills it, not a section of its own. */
  | { readonly kind: "nested"; readonly spec: RoleSpec; readonly section: Section }
  /** The text that fills the role has no heading. */
  | { readonly kind: "unheaded"; readonly spec: RoleSpec; readonly section: Section }
  /** The section would have to move to the other side of `other`. */
  | {
      readonly kind: "order";
      readonly spec: RoleSpec;
      readonly section: Section;
      readonly other: Section;
      readonly to: "before" | "after";
    };

export interface Match {
  readonly roles: ReadonlyMap<Section, Role>;
  /** What each section fills; more than one where sections are merged (存在的问题及下一步打算). */
  readonly filled: ReadonlyMap<Section, readonly RoleSpec[]>;
  readonly repairs: readonly Repair[];
}

export const NO_MATCH: Match = { roles: new Map(), filled: new Map(), repairs: [] };

const COST = {
  keyword: 0,
  second: 1,
  weak: 1,
  unnamed: 2,
  unassigned: 3,
  ignored: 12,
  order: 5,
  missing: { error: 10, warning: 8, information: 4, hint: 4 },
} as const;

/** A report has a dozen sections; what has hundreds is searched no further than this. */
const MOST_SECTIONS = 64;

/** One way to read a section. */
interface Reading {
  readonly specs: readonly RoleSpec[];
  readonly cost: number;
}

/** The best way so far to read the sections up to some point, for one furthest place in the order and one set of filled places. */
interface State {
  readonly cost: number;
  readonly place: number;
  readonly filled: number;
  readonly reading: Reading;
  readonly before: State | null;
}

/** What is asked of one report: its profile, the years it speaks of, and how grave a missing section would be. */
interface Demand {
  readonly profile: Profile;
  readonly years: Years;
  severity(spec: RoleSpec): RoleSpec["missing"];
  /** Sections below others, or paragraphs, that speak for a role. */
  readonly nested: ReadonlyMap<RoleSpec, Section>;
}

type Order = readonly RoleSpec[];

/**
 * Assigns sections to the roles of a profile so that the fewest repairs remain, and returns those repairs.
 * @param title the report's title, which may promise a section (…及2025年工作计划).
 */
export function match(profile: Profile, allSections: readonly Section[], years: Years, title: string): Match {
  const sections = allSections.slice(0, MOST_SECTIONS);
  const demand: Demand = {
    profile,
    years,
    severity: (spec) => (spec.promised && hasPhrase(fold(title), spec.promise, years) ? spec.promised : spec.missing),
    nested: nestedRoles(profile, sections, years),
  };
  const readings = sections.map((section) => readingsOf(demand, section));
  const best = profile.orders
    .map((ids) => ids.flatMap((id) => profile.roles.filter((spec) => slotOf(spec) === id)))
    .map((order) => ({ order, state: cheapest(demand, readings, order) }))
    .reduce((a, b) => (b.state.cost < a.state.cost ? b : a));

  const chosen: Reading[] = [];
  for (let state: State | null = best.state; state?.before; state = state.before) chosen.push(state.reading);
  chosen.reverse();
  const roles = new Map<Section, Role>();
  const filled = new Map<Section, readonly RoleSpec[]>();
  sections.forEach((section, i) => {
    const specs = chosen[i]?.specs ?? [];
    if (!specs[0]) return;
    roles.set(section, specs[0].role);
    filled.set(section, specs);
  });
  for (const [spec, section] of demand.nested) {
    if (![...filled.values()].some((specs) => specs.includes(spec)) && !roles.has(section))
      roles.set(section, spec.role);
  }
  return { roles, filled, repairs: repairs(demand, sections, best.order, filled) };
}

function cheapest(
  { profile, nested, severity }: Demand,
  readings: readonly (readonly Reading[])[],
  order: Order,
): State {
  let states = new Map<number, State>([
    [0, { cost: 0, place: 0, filled: 0, reading: { specs: [], cost: 0 }, before: null }],
  ]);
  for (const options of readings) {
    const next = new Map<number, State>();
    for (const state of states.values()) {
      for (const reading of options) {
        const places = reading.specs.map((spec) => order.indexOf(spec)).filter((place) => place >= 0);
        const violation = least(places, state.place) < state.place ? COST.order : 0;
        const place = greatest(places, state.place);
        const filled = places.reduce((set, at) => set | (1 << at), state.filled);
        const cost = state.cost + reading.cost + violation;
        const key = filled * order.length + place;
        const known = next.get(key);
        if (!known || cost < known.cost) next.set(key, { cost, place, filled, reading, before: state });
      }
    }
    states = next;
  }
  const missing = (state: State): number =>
    profile.roles.reduce((sum, spec) => {
      const grave = severity(spec);
      const place = order.indexOf(spec);
      const isFilled = (place >= 0 && (state.filled & (1 << place)) !== 0) || nested.has(spec);
      return grave && !isFilled ? sum + COST.missing[grave] : sum;
    }, 0);
  return [...states.values()]
    .map((state) => ({ ...state, cost: state.cost + missing(state) }))
    .reduce((a, b) => (b.cost < a.cost ? b : a));
}

/** Roles in the profile's order of precedence: the first that a heading names wins unless another reading saves a repair. */
function readingsOf({ profile, years }: Demand, section: Section): Reading[] {
  const title = fold(section.title);
  const opening = section.heading ? "" : fold(section.body[0]?.block.text.slice(0, 40) ?? "");
  const named = profile.roles.filter((spec) => names(spec, title || opening, years));
  const readings: Reading[] = named.map((spec, i) => ({ specs: [spec], cost: i === 0 ? COST.keyword : COST.second }));
  const [first, second] = named;
  if (first && second && MERGED.test(title)) readings.push({ specs: [first, second], cost: COST.keyword });
  for (const spec of profile.roles) {
    if (!named.includes(spec) && hasPhrase(title, spec.weak, years) && !hasPhrase(title, spec.not, years)) {
      readings.push({ specs: [spec], cost: COST.weak });
    }
  }
  const summary = profile.roles.find((spec) => slotOf(spec) === "summary");
  if (named.length === 0 && summary) readings.push({ specs: [summary], cost: COST.unnamed });
  readings.push({ specs: [], cost: named.length > 0 ? COST.ignored : COST.unassigned });
  return readings;
}

const MERGED = /[及和与暨、]/;

const names = (spec: RoleSpec, title: string, years: Years): boolean =>
  hasPhrase(title, spec.headings, years) && !hasPhrase(title, spec.not, years);

/** Roles that a sub-section or the topic sentence of a paragraph speaks for, below sections of any role. */
function nestedRoles(profile: Profile, sections: readonly Section[], years: Years): Map<RoleSpec, Section> {
  const found = new Map<RoleSpec, Section>();
  const mayOpen = openersOf(profile);
  const plan = profile.roles.find((spec) => spec.role === "plan");
  const past = sections.filter(({ title }) => !plan || !names(plan, fold(title), years));
  for (const [place, spec] of profile.roles.entries()) {
    if ((spec.missing === null && !spec.promised) || spec.role === "summary") continue;
    const within = spec === plan ? sections : past;
    const section =
      [...walk(within.flatMap(({ children }) => children))].find(({ title }) => names(spec, fold(title), years)) ??
      [...walk(within)].find(({ body }) =>
        body.some(({ block }) => mayOpen(block, place) && hasPhrase(foldedOf(block), spec.paragraphs, years)),
      );
    if (section) found.set(spec, section);
  }
  return found;
}

/** Whether a paragraph may speak for a role, by its place in a profile: for all roles it is looked through once. */
const openersOf = memo((profile: Profile) => {
  const letters = profile.roles.map(({ paragraphs }) => lettersOf(paragraphs));
  const any = letters.reduce((set, list, place) => (list.includes("") ? set | (1 << place) : set), 0);
  const held = which(letters);
  const rolesOf = memo((block: Block): number =>
    held(foldedOf(block)).reduce((set, holds, place) => (holds ? set | (1 << place) : set), any),
  );
  return (block: Block, place: number): boolean => (rolesOf(block) & (1 << place)) !== 0;
});

function repairs(
  { severity, nested }: Demand,
  sections: readonly Section[],
  order: Order,
  filled: Match["filled"],
): Repair[] {
  const found: Repair[] = [];
  const placeOf = (section: Section) => {
    const places = (filled.get(section) ?? []).map((spec) => order.indexOf(spec)).filter((place) => place >= 0);
    return places.length > 0 ? { first: least(places), last: greatest(places) } : null;
  };
  for (const [at, spec] of order.entries()) {
    if (severity(spec) === null) continue;
    const own = sections.find((section) => filled.get(section)?.includes(spec));
    const below = nested.get(spec);
    if (own) {
      if (!own.heading) found.push({ kind: "unheaded", spec, section: own });
    } else if (below) {
      found.push({ kind: "nested", spec, section: below });
    } else {
      const before = sections.find((section) => (placeOf(section)?.first ?? -1) > at) ?? null;
      const after = before ? (sections[sections.indexOf(before) - 1] ?? null) : (sections.at(-1) ?? null);
      found.push({ kind: "missing", spec, before, after });
    }
  }
  const placed = sections.flatMap((section) => {
    const place = placeOf(section);
    return place ? [{ section, ...place }] : [];
  });
  const inOrder = longestRun(placed);
  for (const [i, { section, first, last }] of placed.entries()) {
    if (inOrder.has(i)) continue;
    const spec = filled.get(section)![0]!;
    const earlier = placed.find((other, k) => k < i && inOrder.has(k) && other.last > first);
    const later = placed.findLast((other, k) => k > i && inOrder.has(k) && other.first < last);
    if (earlier) found.push({ kind: "order", spec, section, other: earlier.section, to: "before" });
    else if (later) found.push({ kind: "order", spec, section, other: later.section, to: "after" });
  }
  return found;
}

/** The indices of a longest run of sections whose places never go back: what need not be moved. */
function longestRun(placed: readonly { readonly first: number; readonly last: number }[]): ReadonlySet<number> {
  const best: { readonly length: number; readonly before: number }[] = [];
  placed.forEach((section, i) => {
    let before = -1;
    for (let k = 0; k < i; k++) {
      if (placed[k]!.last <= section.first && (before < 0 || best[k]!.length > best[before]!.length)) before = k;
    }
    best.push({ length: before < 0 ? 1 : best[before]!.length + 1, before });
  });
  const kept = new Set<number>();
  let at = best.reduce((most, { length }, i) => (most < 0 || length > best[most]!.length ? i : most), -1);
  for (; at >= 0; at = best[at]!.before) kept.add(at);
  return kept;
}
