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

/** The groups of rules, in the order in which a writer meets them. */
const GROUPS = {
  structure: say("章节", "Sections"),
  figure: say("数字", "Figures"),
  residue: say("残留", "Leftovers"),
  wording: say("用语", "Wording"),
  punctuation: say("标点", "Punctuation"),
} as const;

const PART = {
  severity: say("级别", "Severity"),
  off: say("默认关闭", "off by default"),
  rules: say("规则", "Rules"),
  rule: say("规则", "Rule"),
  about: say("要求", "What it asks for"),
  basis: say("依据", "Basis"),
  right: say("这样写", "Right"),
  wrong: say("不这样写（⟦ ⟧ 之间有误）", "Wrong (the fault stands between ⟦ and ⟧)"),
  fixed: say("改为", "Mended"),
  options: say("选项", "Options"),
  turn: say("调整或关闭", "To change or turn it off"),
  where: say("在 govreport.config.json 中写：", "In govreport.config.json:"),
} as const;

/** The path of a rule's page in a folder of pages. */
export const pathOf = ({ id }: AnyRule): string => `${id}.md`;

/** All rules by group, each with a link to its page. */
export function contents(rules: readonly AnyRule[], locale: Locale): string {
  const head = ["rule", "severity", "about"].map((name) => PART[name as keyof typeof PART][locale]);
  const sections = Object.entries(GROUPS).flatMap(([group, title]) => [
    `## ${title[locale]}`,
    [
      row(head),
      row(head.map(() => "---")),
      ...rules
        .filter(({ id }) => id.startsWith(`${group}/`))
        .map((rule) => row([`[${rule.id}](${pathOf(rule)})`, levelOf(rule, locale), rule.summary[locale]])),
    ].join("\n"),
  ]);
  return `${[`# ${PART.rules[locale]}`, ...sections].join("\n\n")}\n`;
}

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;

const levelOf = ({ severity, preview }: AnyRule, locale: Locale): string =>
  preview ? `${SEVERITY[severity][locale]}（${PART.off[locale]}）` : SEVERITY[severity][locale];

/** A rule's page, in Markdown: what, why, on what it rests, right and wrong, options, how to turn it off. */
export function page(rule: AnyRule, locale: Locale): string {
  const part = (name: keyof typeof PART): string => PART[name][locale];
  const { id, basis, source, summary, why, examples, options } = rule;
  const rests = [BASIS[basis][locale], ...(source ? [source[locale]] : [])].join(locale === "zh" ? "：" : ": ");
  const sections = [
    `# ${id}`,
    summary[locale],
    why[locale],
    `- ${part("severity")}：${levelOf(rule, locale)}\n- ${part("basis")}：${rests}`,
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
