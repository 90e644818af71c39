import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { findPhrase } from "../../server/grammar/phrase.ts";
import { profileSchema, slotOf } from "../../server/grammar/profile.ts";
import { builtinProfiles } from "../../server/grammar/profiles/index.ts";

test.each(builtinProfiles.map((profile) => [profile.id, profile] as const))("%s is written out in full", (_, profile) =>
  expect(profileSchema.parse(profile)).toEqual(profile),
);

test("every profile there is, is listed", () => {
  const folder = new URL("../../server/grammar/profiles/", import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const listed = builtinProfiles.map(({ id }) => `${id}.json`);
  const forgotten = files.filter((name) => !listed.includes(name));
  expect(forgotten.map((name) => `add it to server/grammar/profiles/index.ts: ${name}`)).toEqual([]);
  expect(listed.filter((name) => !files.includes(name))).toEqual([]);
});

test("orders name sections that there are, each once", () => {
  for (const { roles, orders } of builtinProfiles) {
    const slots = roles.map(slotOf);
    expect(new Set(slots).size).toBe(slots.length);
    for (const order of orders) expect(slots).toEqual(expect.arrayContaining(order));
  }
});

test("what is asked for can be inserted, and is recognised where it has been", () => {
  const period = { year: 2024, half: null };
  const years = { period, next: { year: 2025, half: null } };
  for (const { roles } of builtinProfiles) {
    for (const { missing, skeleton, headings } of roles) {
      if (missing === null) continue;
      const heading = skeleton!.heading.replaceAll("{year}", "2024").replaceAll("{next}", "2025");
      expect(headings.some((phrase) => findPhrase(heading, phrase, years) >= 0)).toBe(true);
    }
  }
});
