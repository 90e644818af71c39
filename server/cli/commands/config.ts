import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { activeRules } from "../../config/active.ts";
import { type Origin, origins } from "../../config/origin.ts";
import { type JsonSchema, profileJsonSchema, settingsJsonSchema } from "../../config/schemas.ts";
import type { Settings } from "../../config/settings.ts";
import { writeWhole } from "../../disk/write.ts";
import { read as analysed } from "../../lint/check.ts";
import { rules } from "../../rules/index.ts";
import type { Decoded } from "../../text/decode.ts";
import { type Locale, say } from "../../text/message.ts";
import { givenUp, inTime, TooLong } from "../../watchdog/watchdog.ts";
import { type Choices, DRAFT_OPTIONS, projects } from "../files/drafts.ts";
import { read, slashed, statOf } from "../files/find.ts";
import type { Command } from "../terminal/command.ts";
import { aligned, printable } from "../terminal/printable.ts";
import { SOUND, type Status, UNUSABLE } from "../terminal/status.ts";
import { type Terminal, tell } from "../terminal/terminal.ts";

const SCHEMAS: Readonly<Record<string, (locale: Locale) => JsonSchema>> = {
  config: settingsJsonSchema,
  profile: profileJsonSchema,
};

/** What is in force for a file or folder, and where each value comes from. */
export const config: Command = {
  about: say("显示生效的设置和它们的来处", "show the settings in force and where they come from"),
  argument: { name: say("路径", "path"), about: say("文件或文件夹", "a file or folder"), many: false },
  options: {
    format: {
      about: say("输出格式", "form of the output"),
      value: say("格式", "FORMAT"),
      choices: ["pretty", "json"],
      fallback: "pretty",
    },
    "write-schemas": {
      about: say("把设置文件和报告种类文件的 JSON Schema 写进一个文件夹", "write the JSON schemas to a folder"),
      value: say("文件夹", "FOLDER"),
    },
    config: DRAFT_OPTIONS.config!,
    profile: DRAFT_OPTIONS.profile!,
  },
  run([name = "."], asked, terminal) {
    const { writeSchemas } = asked;
    if (typeof writeSchemas === "string") return writeFiles(resolve(terminal.folder, writeSchemas), asked.locale);
    return run(name, asked as unknown as Choices & { readonly format: "pretty" | "json" }, terminal);
  },
};

function writeFiles(folder: string, locale: Locale): Status {
  mkdirSync(folder, { recursive: true });
  for (const [name, schema] of Object.entries(SCHEMAS))
    writeWhole(resolve(folder, `${name}.json`), `${JSON.stringify(schema(locale), null, 2)}\n`);
  return SOUND;
}

async function run(
  name: string,
  choices: Choices & { readonly format: "pretty" | "json" },
  terminal: Terminal,
): Promise<Status> {
  const { locale } = choices;
  let usable = true;
  const projectOf = await projects(choices, terminal, (name, message) => {
    usable = false;
    tell(terminal, locale, name, message);
  });
  if (!projectOf) return UNUSABLE;
  const path = slashed(resolve(terminal.folder, name));
  const isFile = statOf(path)?.isFile() ?? false;
  const project = await projectOf(isFile ? path : `${path}/.`);
  const draft = isFile ? read(path) : null;
  const kindOf = ({ text }: Decoded): string | null => {
    try {
      return inTime(text.length, () => analysed(text, project, { path }).kind);
    } catch (error) {
      if (!(error instanceof TooLong)) throw error;
      usable = false;
      tell(terminal, locale, name, givenUp(error));
      return null;
    }
  };
  const kind = draft && "text" in draft ? kindOf(draft) : null;
  const active = new Map(activeRules(project.settings, kind, path).map((entry) => [entry.rule.id, entry]));
  const inForce: InForce = {
    path,
    kind,
    files: project.layers.flatMap(({ file }) => file ?? []),
    settings: project.settings,
    origins: origins(project.layers),
    rules: rules.map(({ id, severity, preview }) => ({
      id,
      level: active.get(id)?.severity ?? "off",
      fallback: preview ? "off" : severity,
      options: active.get(id)?.options,
    })),
  };
  terminal.out(choices.format === "json" ? json(inForce) : pretty(inForce, locale));
  return usable ? SOUND : UNUSABLE;
}

interface InForce {
  readonly path: string;
  readonly kind: string | null;
  /** The project file and those that it extends, the farthest first. */
  readonly files: readonly string[];
  readonly settings: Settings;
  readonly origins: ReadonlyMap<string, Origin>;
  readonly rules: readonly {
    readonly id: string;
    readonly level: string;
    readonly fallback: string;
    readonly options: unknown;
  }[];
}

const json = ({ origins, rules, ...rest }: InForce): string =>
  `${JSON.stringify(
    {
      version: 1,
      ...rest,
      origins: Object.fromEntries([...origins].map(([key, { files }]) => [key, files])),
      rules: Object.fromEntries(rules.map(({ id, level, options }) => [id, { level, options }])),
    },
    null,
    2,
  )}\n`;

function pretty({ path, kind, files, origins, rules }: InForce, locale: Locale): string {
  const none = say("没有设置文件，全部为默认值。", "No settings file: all defaults.")[locale];
  const values = [...origins].map(([key, { value, files }]) => [key, JSON.stringify(value), files.join(" ")]);
  const changed = rules.filter(({ level, fallback }) => level !== fallback);
  return `${[
    `${path}${kind ? `  ${kind}` : ""}`,
    "",
    ...(files.length > 0 ? table(values) : [none]),
    ...(changed.length > 0
      ? [
          "",
          say("与默认不同的规则：", "Rules that are not at their default:")[locale],
          ...table(
            changed.map(({ id, level, fallback }) => [id, level, `（${say("默认", "default")[locale]} ${fallback}）`]),
          ),
        ]
      : []),
    "",
  ]
    .map(printable)
    .join("\n")}`;
}

const table = (rows: readonly (readonly string[])[]): readonly string[] => aligned(rows).map((row) => `  ${row}`);
