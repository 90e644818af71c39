import * as z from "zod/mini";

/** An offset or a pair of them counts UTF-16 code units. */
const offset = z.tuple([z.number(), z.number()]);
const count = z.number();
const place = z.object({ text: z.string(), offset });
const files = <T extends z.ZodMiniType>(file: T) => z.object({ version: z.literal(1), files: z.tuple([file]) });

const verdicts = { proved: count, refuted: count, open: count };
const severities = z.enum(["error", "warning", "information", "hint"]);
const position = z.object({ line: count, character: count });

/** What `check --format json` answers for one draft. */
export const checked = files(
  z.strictObject({
    path: z.string(),
    recognised: z.literal(true),
    kind: z.nullable(z.string()),
    period: z.nullable(z.string()),
    diagnostics: z.array(
      z.strictObject({
        rule: z.string(),
        severity: severities,
        message: z.string(),
        offset,
        range: z.strictObject({ start: position, end: position }),
        role: z.optional(z.string()),
        related: z.array(z.strictObject({ message: z.string(), offset, path: z.string() })),
        fixes: z.array(
          z.strictObject({
            title: z.string(),
            safe: z.boolean(),
            edits: z.array(z.strictObject({ offset, newText: z.string() })),
          }),
        ),
      }),
    ),
    audit: z.strictObject(verdicts),
  }),
);

/** What `audit --format json` answers for one draft. */
export const audited = files(
  z.strictObject({
    path: z.string(),
    ...verdicts,
    claims: z.array(
      z.strictObject({
        verdict: z.enum(["proved", "refuted", "open"]),
        kind: z.enum(["sum", "ratio", "change", "flow", "order", "equal", "count"]),
        claim: place,
        operands: z.array(z.extend(place, { role: z.string() })),
        computation: z.string(),
        indicator: z.nullable(z.string()),
      }),
    ),
  }),
);

/** What `figures --format json` answers for one draft. */
export const listed = files(
  z.strictObject({
    path: z.string(),
    figures: z.array(
      z.strictObject({
        text: z.string(),
        offset,
        digits: offset,
        kind: z.enum(["quantity", "rate", "change", "ratio", "date", "ordinal", "name", "residue"]),
        value: z.nullable(z.number()),
        upper: z.optional(z.number()),
        unit: z.nullable(z.string()),
        approximate: z.boolean(),
        indicator: z.nullable(z.string()),
        period: z.nullable(z.string()),
        direction: z.nullable(z.enum(["up", "down", "flat"])),
        base: z.nullable(z.object({ value: z.number(), source: z.enum(["stated", "derived"]) })),
      }),
    ),
  }),
);
