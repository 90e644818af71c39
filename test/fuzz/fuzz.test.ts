import fc from "fast-check";
import { expect, test } from "vitest";
import { type Case, cases } from "./case.ts";
import { FOUND } from "./found.ts";
import { violation } from "./violation.ts";

const held = async (one: Case): Promise<void> => {
  const broken = await violation(one);
  expect(broken && `${broken.invariant}: ${broken.error.message}`).toBeNull();
};

test.each(Object.entries(FOUND))("%s", (_, one) => held(one));

// `npm run fuzz -- --minutes 10` holds the same against as many as there is time for, and makes what it finds small.
test("any draft under any settings keeps what is promised", { timeout: 60_000 }, () =>
  fc.assert(fc.asyncProperty(cases, held), { seed: 8, numRuns: 150, endOnFailure: true }),
);
