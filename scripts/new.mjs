/**
 * Begins a rule: its file, and its line in the list of rules.
 *
 *     npm run new -- rule figure/some-name
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const LIST = "server/rules/index.ts";
const GROUPS = ["figure", "punctuation", "residue", "structure", "wording"];
const ID = new RegExp(`^(${GROUPS.join("|")})/([a-z]+(?:-[a-z]+)*)$`);
const TYPE_IMPORT = /^import type .* from "\.\/(.+)\.ts";$/gm;
const IMPORT = /^import (\w+) from "\.\/(.+)\.ts";$/gm;
const EXPORTED = /(export const rules: readonly AnyRule\[\] = \[\n)[^\]]*(\];)/;

/** @param {string} id */
const pathOf = (id) => `server/rules/${id}.ts`;
/**
 * @param {{ id: string }} a
 * @param {{ id: string }} b
 */
const byId = (a, b) => (a.id < b.id ? -1 : 1);

/**
 * A rule that finds nothing yet, so that the test of its wrong example fails until it does.
 * @param {string} id
 */
const rule = (id) => `import { say } from "../../text/message.ts";
import { span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

/** What is wrong, for whoever reads the code. Patterns are matched against folded text, in which ，is a comma. */
const WRONG = /(?!)/g;

export default defineRule({
  id: "${id}",
  scope: "paragraph",
  severity: "warning",
  basis: "practice",
  summary: say("一句话：应当怎样写。", "In a sentence: what is asked for."),
  why: say("不这样写，读者会怎样误解。", "What its reader would otherwise get wrong."),
  examples: [{ good: "写得对的一句。" }, { bad: "写得⟦不对⟧的一句。" }],
  *check({ folded }) {
    for (const { index, 0: found } of folded.matchAll(WRONG)) {
      yield {
        span: span(index, index + found.length),
        message: say("什么不对，应当怎样改。", "What is wrong, and what to do."),
      };
    }
  },
});
`;

/** @param {string} id */
const next = (id) => `Made ${pathOf(id)} and its line in ${LIST}. Next:

  1. Write the examples: what is right, and what is wrong between ⟦ and ⟧. They are the rule's tests.
  2. Write the check until they pass:  npx vitest run --reporter minimal test/rules.test.ts -t ${id}
  3. Write its page:                   npm run docs
  4. Try it on the samples:            npm start
  5. Say in CHANGELOG.md, under Unreleased, what writers will notice.
`;

/**
 * The list of rules with one more, all in the order of their ids.
 * @param {string} list
 * @param {string} id
 */
function listed(list, id) {
  const rules = [...list.matchAll(IMPORT)].map(([, name = "", id = ""]) => ({ name, id }));
  const name = nameFor(id, new Set(rules.map(({ name }) => name)));
  const all = [...rules, { name, id }].sort(byId);
  // The rules' imports stand on both sides of that of their type, in the one order of paths.
  const types = [...list.matchAll(TYPE_IMPORT)].map(([line, id = ""]) => ({ line, id }));
  const lines = [...all.map(({ name, id }) => ({ line: `import ${name} from "./${id}.ts";`, id })), ...types]
    .sort(byId)
    .map(({ line }) => `${line}\n`);
  return list
    .replace(/^(?:import .*\n)+/, lines.join(""))
    .replace(EXPORTED, (_, open, close) => `${open}${all.map(({ name }) => `  ${name},\n`).join("")}${close}`);
}

/**
 * What the list calls a rule: its name in camel case, with its group before it where that is taken.
 * @param {string} id
 * @param {ReadonlySet<string>} taken
 */
function nameFor(id, taken) {
  const [group = "", ...words] = id.split(/[/-]/);
  const name = camelCase(words);
  return taken.has(name) || RESERVED.has(name) ? camelCase([group, ...words]) : name;
}

/** @param {readonly string[]} words */
const camelCase = (words) =>
  words.map((word, i) => (i > 0 ? word.charAt(0).toUpperCase() + word.slice(1) : word)).join("");

/** Words of the language, and names that the list itself uses. */
const RESERVED = new Set(
  `break case catch class const continue debugger default delete do else enum export extends false finally for function if
   import in instanceof new null return static super switch this throw true try typeof var void while with yield let await
   rules`.split(/\s+/),
);

/**
 * Why a rule cannot be begun; null where it can.
 * @param {string} what
 * @param {string} id
 */
function refusal(what, id) {
  if (what !== "rule" || id === "")
    return "Usage: npm run new -- rule GROUP/SOME-NAME. What else can be added, and how, is in CONTRIBUTING.md.";
  if (!ID.test(id))
    return `"${id}" is no name for a rule: write GROUP/SOME-NAME in lower-case letters and hyphens, GROUP one of ${GROUPS.join(", ")}.`;
  if (!existsSync(LIST)) return `There is no ${LIST} here; run it from the project's own folder.`;
  if (existsSync(pathOf(id))) return `There is a rule ${id} already: ${pathOf(id)}.`;
  return null;
}

const [what = "", id = ""] = process.argv.slice(2);
const refused = refusal(what, id);
if (refused) {
  console.error(refused);
  process.exit(2);
}
writeFileSync(pathOf(id), rule(id), { flag: "wx" });
writeFileSync(LIST, listed(readFileSync(LIST, "utf8"), id));
console.log(next(id));
