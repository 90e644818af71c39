import * as z from "zod/mini";
import { ROLES } from "./role.ts";

const severity = z.enum(["error", "warning", "information", "hint"]);

/**
 * A phrase looked for in a title, a heading or an opening. `{year}` and `{next}` stand for the years of the report and
 * of its plan, `…` for up to twelve characters, a leading `^` for the beginning. Never a regular expression, so that a
 * profile from an untrusted folder cannot hang anything.
 */
const phrase = z.string().check(z.minLength(1), z.maxLength(60));

const roleSchema = z.strictObject({
  role: z.enum(ROLES),
  /** What `orders` calls it; the role's own name if left out. Needed where several sections share a role. */
  id: z.optional(z.string()),
  /** What the section is called in messages. */
  name: z.string(),
  /** How grave it is that no section fills the role; `null` where it may be left out. */
  missing: z._default(z.nullable(severity), null),
  /** The same where the title promises the section by one of `promise`. */
  promised: z.optional(severity),
  promise: z._default(z.array(phrase), []),
  /** Phrases that make a heading this role's. */
  headings: z.array(phrase),
  /** Phrases that make it this role's where nothing better fits. */
  weak: z._default(z.array(phrase), []),
  /** Phrases that rule the role out for a heading. */
  not: z._default(z.array(phrase), []),
  /** Phrases by which a paragraph fills the role without a heading of its own. */
  paragraphs: z._default(z.array(phrase), []),
  /** The fewest characters that say something; a required section with less is thin. */
  minimum: z._default(z.int(), 0),
  /** The section as it is inserted: heading without number, then text. */
  skeleton: z.optional(z.strictObject({ heading: z.string(), text: z.string() })),
});

/** The section grammar of one kind of report, as data. */
export const profileSchema = z.strictObject({
  $schema: z.optional(z.string()),
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,60}$/)),
  name: z.string(),
  /** The regulation or custom it rests on. */
  source: z.string(),
  basis: z.enum(["regulation", "practice", "house"]),
  span: z.enum(["year", "half"]),
  /** Each group of phrases, found together in a title (or in a heading), speaks for this kind. */
  recognise: z.strictObject({
    weight: z._default(z.int(), 0),
    title: z.array(z.array(phrase)),
    headings: z._default(z.array(z.array(phrase)), []),
    /** The same for how its paragraphs begin. */
    openings: z._default(z.array(z.array(phrase)), []),
  }),
  title: z.string(),
  /** Whether a year in the title is that of the report's period or that of its plan. */
  titleYear: z._default(z.enum(["period", "plan"]), "period"),
  /** How grave it is that the shortcomings state no cause; null where none is asked for. */
  cause: z._default(z.nullable(severity), null),
  roles: z.array(roleSchema),
  /** The orders that are customary, by id; the first is the one that is recommended. */
  orders: z.array(z.array(z.string())).check(z.minLength(1)),
});

export type Profile = z.infer<typeof profileSchema>;
export type RoleSpec = Profile["roles"][number];

/** The name by which a profile's orders call one of its sections. */
export const slotOf = ({ id, role }: RoleSpec): string => id ?? role;
