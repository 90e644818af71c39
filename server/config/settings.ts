import * as z from "zod/mini";
import { SEVERITIES } from "../rules/rule.ts";

const ruleSetting = z.union([
  z.enum([...SEVERITIES, "off"]),
  z.object({ severity: z.optional(z.enum([...SEVERITIES, "off"])), options: z.optional(z.record(z.string(), z.unknown())) }),
]);

/** The keys of `govreport.config.json` and of `govreport.*` in an editor. */
export const settingsSchema = z.strictObject({
  extends: z.optional(z.string()),
  rules: z._default(z.record(z.string(), ruleSetting), {}),
  profile: z.optional(z.string()),
  profiles: z._default(z.array(z.string()), []),
  organisation: z._default(
    z.strictObject({
      name: z.optional(z.string()),
      shortName: z.optional(z.string()),
      level: z.optional(z.enum(["province", "city", "county", "township"])),
      place: z.optional(z.string()),
    }),
    {},
  ),
  previous: z._default(z.array(z.string()), []),
  dictionary: z._default(
    z.strictObject({
      terms: z._default(z.array(z.string()), []),
      units: z._default(z.array(z.string()), []),
      names: z._default(z.array(z.string()), []),
    }),
    { terms: [], units: [], names: [] },
  ),
  publicEdition: z._default(z.boolean(), false),
  files: z._default(z.array(z.string()), []),
});

export type Settings = z.infer<typeof settingsSchema>;
