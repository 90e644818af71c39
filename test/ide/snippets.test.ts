import { expect, test } from "vitest";
import { builtinProfiles } from "../../server/grammar/profiles/index.ts";
import { sentences } from "../../server/ide/sentences.ts";
import { modelled, opened, reportTemplate, sectionTemplate } from "../../server/ide/skeletons.ts";
import { plain, snippet } from "../../server/ide/snippet.ts";

/** The initials of what people call each kind: 年报, 总结, 半年 … Its sections are nb1, nb2 … */
const INITIALS: Readonly<Record<string, string>> = {
  "annual-report": "nb",
  "work-summary": "zj",
  "half-year-summary": "bn",
  "duty-report": "sz",
  "government-work-report": "gz",
  "information-disclosure-report": "gk",
};

const outlines = builtinProfiles.flatMap((profile) => [
  { name: `${profile.name}（整篇提纲）`, prefix: `${INITIALS[profile.id]}`, body: reportTemplate(profile) },
  ...modelled(profile).map((spec, index) => ({
    name: `${profile.name}：${spec.skeleton.heading.replace(/\{(?:year|next)\}年/, "")}`,
    prefix: `${INITIALS[profile.id]}${index + 1}`,
    body: sectionTemplate(spec, index + 1),
  })),
]);
const phrases = sentences.map(({ name, initials, template }) => ({ name: name.zh, prefix: initials, body: template }));

// `npx vitest run test/ide/snippets.test.ts -u` writes the file anew; -u takes the word after it for its own.
test("the editor’s snippets are those of the profiles and of the sentences", async () => {
  const snippets = [...outlines, ...phrases].map(({ name, prefix, body }) => [
    name,
    { prefix, description: name, body: snippet(opened(body)) },
  ]);
  await expect(`${JSON.stringify(Object.fromEntries(snippets), null, 2)}\n`).toMatchFileSnapshot(
    "../../snippets/govreport.json",
  );
});

test("no two snippets answer to the same letters", () => {
  const nameless = builtinProfiles.filter(({ id }) => !(id in INITIALS));
  expect(nameless.map(({ id }) => `give it letters in INITIALS, and run this test with -u: ${id}`)).toEqual([]);
  const prefixes = [...outlines, ...phrases].map(({ prefix }) => prefix);
  expect(prefixes.filter((prefix, index) => prefixes.indexOf(prefix) !== index)).toEqual([]);
});

test("a stop is asked for once, a choice begins with its first, and a dollar is only a dollar", () => {
  const template = "{事项:案件}{数}{单位:件|起}，上年{事项}{数}，$5 ____";
  expect(snippet(template)).toBe(`\${1:案件}\${2:×}\${3|件,起|}，上年\${1}\${2}，\\$5 \${4:____}`);
  expect(plain(template)).toBe("案件×件，上年案件×，$5 ____");
});
