import type { Section } from "../syntax/outline.ts";
import { walk } from "../syntax/outline.ts";
import { fold } from "../text/fold.ts";
import { hasPhrase, type Years } from "./phrase.ts";
import type { Profile, RoleSpec } from "./profile.ts";
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
  /** Every role a section fills; more than one where sections are merged (存在的问题及下一步打算). */
  readonly filled: ReadonlyMap<Section, readonly Role[]>;
  readonly repairs: readonly Repair[];
}

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
  readonly roles: readonly Role[];
  readonly cost: number;
}

/** The best way so far to read the sections up to some point, for one furthest place in the order and one set of filled roles. */
interface State {
  readonly cost: number;
  readonly place: number;
  readonly filled: number;
  readonly reading: Reading;
  readonly before: State | null;
}

/**
 * Assigns sections to the roles of a profile so that the fewest repairs remain, and returns those repairs.
 * @param promised whether the title promises a role (…及2025年工作计划).
 */
export function match(profile: Profile, allSections: readonly Section[], years: Years, title: string): Match {
  const sections = allSections.slice(0, MOST_SECTIONS);
  const readings = sections.map((section) => readingsOf(profile, section, years));
  const severityOf = (spec: RoleSpec) =>
    spec.promised && hasPhrase(fold(title), spec.promise, years) ? spec.promised : spec.missing;
  const nested = nestedRoles(profile, sections, years);
  const best = profile.orders
    .map((order) => ({ order, state: cheapest(readings, order, profile, severityOf, nested) }))
    .reduce((a, b) => (b.state.cost < a.state.cost ? b : a));

  const chosen: Reading[] = [];
  for (let state: State | null = best.state; state?.before; state = state.before) chosen.unshift(state.reading);
  const roles = new Map<Section, Role>();
  const filled = new Map<Section, readonly Role[]>();
  sections.forEach((section, i) => {
    const reading = chosen[i];
    if (!reading?.roles[0]) return;
    roles.set(section, reading.roles[0]);
    filled.set(section, reading.roles);
  });
  for (const [role, section] of nested)
    if (![...filled.values()].some((all) => all.includes(role))) roles.set(section, role);
  return { roles, filled, repairs: repairs(profile, sections, best.order, filled, severityOf, nested) };
}

function cheapest(
  readings: readonly (readonly Reading[])[],
  order: readonly Role[],
  profile: Profile,
  severityOf: (spec: RoleSpec) => RoleSpec["missing"],
  nested: ReadonlyMap<Role, Section>,
): State {
  const none: Reading = { roles: [], cost: 0 };
  let states = new Map<number, State>([[0, { cost: 0, place: 0, filled: 0, reading: none, before: null }]]);
  for (const options of readings) {
    const next = new Map<number, State>();
    for (const state of states.values()) {
      for (const reading of options) {
        const places = reading.roles.map((role) => order.indexOf(role)).filter((place) => place >= 0);
        const first = Math.min(...places, Number.POSITIVE_INFINITY);
        const violation = first < state.place ? COST.order : 0;
        const place = Math.max(state.place, ...places);
        const filled = places.reduce((set, at) => set | (1 << at), state.filled);
        const cost = state.cost + reading.cost + violation;
        const key = filled * 16 + place;
        const known = next.get(key);
        if (!known || cost < known.cost) next.set(key, { cost, place, filled, reading, before: state });
      }
    }
    states = next;
  }
  const missing = (state: State): number =>
    profile.roles.reduce((sum, spec) => {
      const severity = severityOf(spec);
      const isFilled = (state.filled & (1 << order.indexOf(spec.role))) !== 0 || nested.has(spec.role);
      return severity && !isFilled ? sum + COST.missing[severity] : sum;
    }, 0);
  return [...states.values()]
    .map((state) => ({ ...state, cost: state.cost + missing(state) }))
    .reduce((a, b) => (b.cost < a.cost ? b : a));
}

/** Roles in the profile's order of precedence: the first that a heading names wins unless another reading saves a repair. */
function readingsOf(profile: Profile, section: Section, years: Years): Reading[] {
  const title = fold(section.title);
  const opening = section.heading ? "" : fold(section.body[0]?.block.text.slice(0, 40) ?? "");
  const named = profile.roles.filter((spec) => names(spec, title || opening, years));
  const readings: Reading[] = named.map(({ role }, i) => ({
    roles: [role],
    cost: i === 0 ? COST.keyword : COST.second,
  }));
  const [first, second] = named;
  if (first && second && MERGED.test(title)) readings.push({ roles: [first.role, second.role], cost: COST.keyword });
  for (const spec of profile.roles) {
    if (!named.includes(spec) && hasPhrase(title, spec.weak, years) && !hasPhrase(title, spec.not, years)) {
      readings.push({ roles: [spec.role], cost: COST.weak });
    }
  }
  if (named.length === 0) readings.push({ roles: ["summary"], cost: COST.unnamed });
  readings.push({ roles: [], cost: named.length > 0 ? COST.ignored : COST.unassigned });
  return readings;
}

const MERGED = /[及和与暨、]/;

const names = (spec: RoleSpec, title: string, years: Years): boolean =>
  hasPhrase(title, spec.headings, years) && !hasPhrase(title, spec.not, years);

/** Roles that a sub-section or the topic sentence of a paragraph speaks for, below sections of any role. */
function nestedRoles(profile: Profile, sections: readonly Section[], years: Years): Map<Role, Section> {
  const found = new Map<Role, Section>();
  const plan = profile.roles.find((spec) => spec.role === "plan");
  const past = sections.filter(({ title }) => !plan || !names(plan, fold(title), years));
  for (const spec of profile.roles) {
    if ((spec.missing === null && !spec.promised) || spec.role === "summary") continue;
    const within = spec === plan ? sections : past;
    const section =
      [...walk(within.flatMap(({ children }) => children))].find(({ title }) => names(spec, fold(title), years)) ??
      [...walk(within)].find(({ body }) =>
        body.some(({ block }) => hasPhrase(fold(block.text), spec.paragraphs, years)),
      );
    if (section) found.set(spec.role, section);
  }
  return found;
}

function repairs(
  profile: Profile,
  sections: readonly Section[],
  order: readonly Role[],
  filled: ReadonlyMap<Section, readonly Role[]>,
  severityOf: (spec: RoleSpec) => RoleSpec["missing"],
  nested: ReadonlyMap<Role, Section>,
): Repair[] {
  const found: Repair[] = [];
  const placeOf = (section: Section) => {
    const places = (filled.get(section) ?? []).map((role) => order.indexOf(role)).filter((place) => place >= 0);
    return places.length > 0 ? { first: Math.min(...places), last: Math.max(...places) } : null;
  };
  const specOf = (role: Role) => profile.roles.find((spec) => spec.role === role)!;
  for (const role of order) {
    const spec = profile.roles.find((candidate) => candidate.role === role);
    if (!spec || severityOf(spec) === null) continue;
    const own = sections.find((section) => filled.get(section)?.includes(role));
    const below = nested.get(role);
    if (own) {
      if (!own.heading) found.push({ kind: "unheaded", spec, section: own });
    } else if (below) {
      found.push({ kind: "nested", spec, section: below });
    } else {
      const at = order.indexOf(role);
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
    const spec = specOf(filled.get(section)![0]!);
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
