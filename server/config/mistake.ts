import type * as z from "zod/mini";
import { type Message, say } from "../text/message.ts";

/** Where a value stands: names of keys and places in lists, from the outside in. */
export type Key = readonly PropertyKey[];

/** A value that cannot be used: the key under which it stands, and what to write instead. */
export interface Mistake {
  readonly key: Key;
  readonly message: Message;
}

/** What a schema has against a value, in words that name the key and say what to write. */
export const mistakesOf = (error: z.core.$ZodError): readonly Mistake[] =>
  error.issues.flatMap((issue) => explained(issue, []));

type Issue = z.core.$ZodIssue;

function explained(issue: Issue, above: Key): readonly Mistake[] {
  const key = [...above, ...issue.path];
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((name) => ({ key: [...key, name], message: unknownKey(key, name) }));
  // Of the forms a value may take, the one that was meant is the one whose fault lies deepest.
  const [meant] = issue.code === "invalid_union" ? issue.errors.flat().sort((a, b) => depth(b) - depth(a)) : [];
  if (meant && depth(meant) > 0) return explained(meant, key);
  return [{ key, message: expected(issue) }];
}

const depth = (issue: Issue): number => issue.path.length + (issue.code === "unrecognized_keys" ? 1 : 0);

const unknownKey = (above: Key, name: string): Message =>
  above.at(-1) === "rules"
    ? say(`没有“${name}”这条规则。全部规则见 govreport rules。`, `There is no rule "${name}"; see govreport rules.`)
    : say(`不认识“${name}”这个设置项，请检查拼写。`, `There is no setting "${name}"; please check its spelling.`);

const TYPES: Readonly<Record<string, Message>> = {
  string: say("文字", "a string"),
  number: say("数字", "a number"),
  boolean: say(" true 或 false", "true or false"),
  array: say("列表", "a list"),
  object: say("一组设置项", "an object"),
  record: say("一组设置项", "an object"),
};

function expected(issue: Issue): Message {
  const form = formOf(issue);
  return form
    ? say(`这里应为${form.zh}。`, `This should be ${form.en}.`)
    : say("这里的值不合要求。", `This value cannot be used: ${issue.message}.`);
}

/** What is asked for, as part of a sentence. */
function formOf(issue: Issue): Message | null {
  switch (issue.code) {
    case "invalid_type":
      return TYPES[issue.expected] ?? null;
    case "invalid_value": {
      const values = issue.values.map(String);
      return values.length === 1
        ? say(` ${values[0]}`, values[0]!)
        : say(` ${values.join("、")} 之一`, `one of ${values.join(", ")}`);
    }
    case "invalid_union": {
      const forms = issue.errors.flatMap(([first]) => (first && formOf(first)) ?? []);
      return say(forms.map(({ zh }) => zh).join("，或者"), forms.map(({ en }) => en).join(", or "));
    }
    default:
      return null;
  }
}
