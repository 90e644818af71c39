import * as z from "zod/mini";
import { profileSchema } from "../grammar/profile.ts";
import { rules } from "../rules/index.ts";
import { type Locale, type Message, say } from "../text/message.ts";
import { settingsSchema } from "./settings.ts";

/** A JSON schema, by which an editor completes and checks a file. */
export type JsonSchema = { [key: string]: unknown; properties?: Record<string, JsonSchema> };

const ABOUT: Readonly<Record<string, Message>> = {
  extends: say("在另一个设置文件的基础上修改。", "Another settings file to build upon."),
  rules: say("各条规则的级别，off 为不查。", "The level of each rule; off turns it off."),
  profile: say("报告种类，如 annual-report；不写则从标题和章节识别。", "The kind of report; found out if left out."),
  profiles: say("自定义报告种类的文件。", "Files of your own kinds of report."),
  organisation: say("本单位：全称、简称、层级、所在地。", "Your organisation: name, short name, level, place."),
  previous: say("往期报告所在的文件或文件夹。", "Where earlier reports lie."),
  dictionary: say("本单位的术语、计量单位、名称。", "Your own terms, units and names."),
  publicEdition: say("公开稿：不要求写存在的问题。", "Public edition: shortcomings may be left out."),
  files: say("不指明文件时检查哪些，写法同 .gitignore。", "What is checked where nothing is named, as in .gitignore."),
  overrides: say("只对某些文件或某些种类的报告生效的设置。", "Settings for some files or kinds only."),
};

/** The schema of `govreport.config.json`. */
export function settingsJsonSchema(locale: Locale): JsonSchema {
  const schema = jsonSchema(settingsSchema());
  const properties = schema.properties!;
  for (const [key, about] of Object.entries(ABOUT)) properties[key]!.description = about[locale];
  for (const { id, summary } of rules) properties.rules!.properties![id]!.description = summary[locale];
  return schema;
}

/** The schema of `*.profile.json`, which may hold no more than what differs from the profile that it extends. */
export function profileJsonSchema(): JsonSchema {
  const { required: _, properties, ...schema } = jsonSchema(profileSchema);
  return { ...schema, properties: { extends: { type: "string" }, ...properties }, required: ["id"] };
}

const jsonSchema = (schema: z.core.$ZodType): JsonSchema =>
  z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema;
