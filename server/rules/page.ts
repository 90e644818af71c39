import { type Locale, type Message, say } from "../text/message.ts";
import type { AnyRule, Basis, Example } from "./rule.ts";

const SEVERITY = {
  error: say("错误", "error"),
  warning: say("警告", "warning"),
  information: say("提示", "information"),
  hint: say("建议", "hint"),
} as const;

const BASIS: Readonly<Record<Basis, Message>> = {
  regulation: say("党内法规、行政法规", "party or state regulation"),
  standard: say("国家标准", "national standard"),
  arithmetic: say("可由文中数字算出", "can be worked out from the text"),
  practice: say("写作惯例", "custom"),
  house: say("本单位的规定", "the organisation’s own rule"),
};

const PART = {
  severity: say("级别", "Severity"),
  off: say("默认关闭", "off by default"),
  basis: say("依据", "Basis"),
  right: say("这样写", "Right"),
  wrong: say("不这样写（⟦ ⟧ 之间有误）", "Wrong (the fault stands between ⟦ and ⟧)"),
  fixed: say("改为", "Mended"),
  options: say("选项", "Options"),
  turn: say("调整或关闭", "To change or turn it off"),
  where: say("在 govreport.config.json 中写：", "In govreport.config.json:"),
} as const;

/** A rule's page, in Markdown: what, why, on what it rests, right and wrong, options, how to turn it off. */
export function page(rule: AnyRule, locale: Locale): string {
  const part = (name: keyof typeof PART): string => PART[name][locale];
  const { id, severity, preview, basis, source, summary, why, examples, options } = rule;
  const level = preview ? `${SEVERITY[severity][locale]}（${part("off")}）` : SEVERITY[severity][locale];
  const rests = [BASIS[basis][locale], ...(source ? [source[locale]] : [])].join(locale === "zh" ? "：" : ": ");
  const sections = [
    `# ${id}`,
    summary[locale],
    why[locale],
    `- ${part("severity")}：${level}\n- ${part("basis")}：${rests}`,
    ...shown(
      part("wrong"),
      examples.flatMap((example) => ("bad" in example ? [bad(example, part("fixed"))] : [])),
    ),
    ...shown(
      part("right"),
      examples.flatMap((example) => ("good" in example ? [quoted(example.good)] : [])),
    ),
    ...(options ? [`## ${part("options")}`, fenced(JSON.stringify(options.parse({}), null, 2), "json")] : []),
    `## ${part("turn")}`,
    part("where"),
    fenced(JSON.stringify({ rules: { [id]: "off" } }, null, 2), "json"),
  ];
  return `${sections.join("\n\n")}\n`;
}

const MOST_SHOWN = 6;

const shown = (title: string, samples: readonly string[]): readonly string[] =>
  samples.length > 0 ? [`## ${title}`, ...samples.slice(0, MOST_SHOWN)] : [];

const bad = ({ bad, fixed }: Extract<Example, { bad: string }>, title: string): string =>
  fixed === undefined ? quoted(bad) : `${quoted(bad)}\n\n${title}\n\n${quoted(fixed)}`;

const quoted = (text: string): string => fenced(text.trimEnd(), "text");

const fenced = (text: string, language: string): string => `\`\`\`${language}\n${text}\n\`\`\``;
