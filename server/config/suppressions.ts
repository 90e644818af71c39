import * as z from "zod/mini";
import { append } from "../text/list.ts";
import { type Message, say } from "../text/message.ts";
import { mistakesOf } from "./mistake.ts";
import { folderOf, pathFrom } from "./path.ts";
import { type Problem, type Read, source } from "./source.ts";

/** The file below the folder that it holds for. It lies beside the reports, as an official document bears no comments. */
export const SUPPRESSIONS_FILE = ".govreport/suppressions.json";

const suppression = z.strictObject({
  /** The report, from the folder that holds `.govreport`. */
  file: z.string(),
  rule: z.string(),
  /** The fingerprint of the finding (see `lint/fingerprint.ts`); without one, the rule is passed over in the whole file. */
  finding: z.optional(z.string()),
  /** The words that the finding is about, for whoever reads the file. */
  text: z.optional(z.string()),
  /** Why it is no fault. */
  reason: z.string(),
});

const schema = z.strictObject({ version: z.literal(1), suppressions: z.array(suppression) });

/** One finding, or one rule in one file, that somebody has looked at and found to be no fault. */
export type Suppression = z.infer<typeof suppression>;

/** The suppressions that hold for a folder and all below it. */
export interface Suppressions {
  /** The folder that holds `.govreport`; absolute, with slashes. */
  readonly folder: string;
  readonly entries: readonly Suppression[];
  /** Whether the file can be added to: it was read whole, or there is none yet. */
  readonly sound: boolean;
}

/** The suppressions of a folder: its own, or those of the nearest folder around it that has some; null where none has. */
export async function suppressionsFor(folder: string, read: Read, problems: Problem[]): Promise<Suppressions | null> {
  const file = pathFrom(folder, SUPPRESSIONS_FILE);
  const text = await read(file);
  if (typeof text === "string") return parse(folder, file, text, problems);
  const above = folderOf(folder);
  return above === folder ? null : suppressionsFor(above, read, problems);
}

/** An entry that cannot be used is named in `problems`, and the others hold. */
async function parse(folder: string, file: string, text: string, problems: Problem[]): Promise<Suppressions> {
  const { value, problem, problems: broken } = await source(file, text);
  append(problems, broken);
  if (broken.length > 0) return { folder, entries: [], sound: false };
  const whole = schema.safeParse(value);
  if (whole.success) return { folder, entries: whole.data.suppressions, sound: true };
  append(
    problems,
    mistakesOf(whole.error).map(({ key, message }) => problem(key, message)),
  );
  const listed = (value as { suppressions?: unknown } | null)?.suppressions;
  const entries = (Array.isArray(listed) ? listed : []).flatMap((entry) => {
    const read = suppression.safeParse(entry);
    return read.success ? [read.data] : [];
  });
  return { folder, entries, sound: false };
}

/**
 * The text of the file with one more entry.
 * @returns a message where what is there must not be written over
 */
export function withSuppression(known: Suppressions | null, entry: Suppression): string | Message {
  if (known && !known.sound) return UNSOUND;
  const others = (known?.entries ?? []).filter(
    ({ file, rule, finding }) => file !== entry.file || rule !== entry.rule || finding !== entry.finding,
  );
  return `${JSON.stringify({ version: 1, suppressions: [...others, entry] }, null, 2)}\n`;
}

const UNSOUND = say(
  `${SUPPRESSIONS_FILE} 里有读不通的地方，请先改好，再添加。`,
  `${SUPPRESSIONS_FILE} has mistakes in it; please mend them first.`,
);
