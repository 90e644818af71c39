import type { Role } from "../../server/grammar/role.ts";
import { analyse, type Report } from "../../server/report/report.ts";
import { formatLabel, type Label } from "../../server/syntax/label.ts";
import { headingSpan, type Section, walk } from "../../server/syntax/outline.ts";
import { type Span, span } from "../../server/text/span.ts";

/** A sound report with one fault put into it, and where a rule must put its finger. */
export interface Broken {
  readonly text: string;
  readonly place: Span;
}

/** A way to spoil a report: the rule that must find it, and every form it takes in a given report. */
export interface Break {
  readonly name: string;
  readonly rule: string;
  make(report: Report): readonly Broken[];
}

/** Replaces `at` by `newText`; the fault lies in what is new, or around the gap where nothing is. */
function edit(text: string, at: Span, newText: string, before = 0, after = 0): Broken {
  const place = span(Math.max(0, at.start - before), at.start + Math.max(newText.length, 1) + after);
  return { text: text.slice(0, at.start) + newText + text.slice(at.end), place };
}

/** Pasted into one line. */
export const isFlat = (text: string): boolean => !text.trimEnd().includes("\n");

/** What stands in quotes, titles, tables and headings is quoted or laid out, and no place for these faults. */
const isProse = ({ text, sections }: Report) => {
  const apart: Span[] = [...text.matchAll(/“[^”]*”|《[^》]*》|^\|.*$|^——.*$/gm)].map((m) =>
    span(m.index, m.index + m[0].length),
  );
  for (const section of walk(sections)) if (section.heading) apart.push(headingSpan(section));
  const first = sections[0]?.start ?? 0;
  return (at: number) => at >= first && !apart.some(({ start, end }) => start <= at && at < end);
};

type Spoil = (...groups: string[]) => string | null;

/** A fault made by rewriting what a pattern finds in running text. */
const rewrite = (name: string, rule: string, pattern: RegExp, spoil: Spoil, before = 0, after = 0): Break => ({
  name,
  rule,
  make(report) {
    const prose = isProse(report);
    const made: Broken[] = [];
    for (const match of report.text.matchAll(pattern)) {
      const newText = prose(match.index) ? spoil(...match.map((group) => group ?? "")) : null;
      if (newText === null || newText === match[0]) continue;
      made.push(edit(report.text, span(match.index, match.index + match[0].length), newText, before, after));
    }
    return made;
  },
});

/** The same fault, made only in reports of which something holds. */
const only = (holds: (report: Report) => boolean, fault: Break): Break => ({
  ...fault,
  make: (report) => (holds(report) ? fault.make(report) : []),
});

/** Signed in the year after the one it reports on. */
const isOfYearBefore = ({ signature, period }: Report): boolean =>
  signature.date !== null && period !== null && signature.date.year > period.year;

type Relabel = (label: Label) => string | null;

/** A fault made by rewriting the label of a heading on a line of its own; it shows there or at the next one. */
const relabel = (name: string, rule: string, spoil: Relabel): Break => ({
  name,
  rule,
  make({ text, sections }) {
    const families = [sections, ...[...walk(sections)].map(({ children }) => children)];
    return families.flatMap((siblings) =>
      siblings.flatMap((section, i) => {
        const { heading, label } = section;
        if (!heading || !label || label.form === "一是" || !/(?:^|\n)[#\s]*$/.test(text.slice(0, heading.start)))
          return [];
        const at = span(heading.start + label.span.start, heading.start + label.span.end);
        const newText = spoil(label);
        if (newText === null || newText === label.text) return [];
        const next = siblings[i + 1];
        const { text: broken, place } = edit(text, at, newText);
        return [{ text: broken, place: span(place.start, next ? headingSpan(next).end : place.end) }];
      }),
    );
  },
});

/** The report with its first-level sections in another order, numbered anew as a writer would. */
function arrange(
  { text, sections, signature }: Report,
  order: readonly Section[],
): Map<Section, Span> & { text?: string } {
  const labels = sections.map(({ label }) => label?.text ?? "");
  const end = sections.at(-1)!.end;
  const close = Math.min(end, signature.organisation?.span.start ?? end, signature.date?.span.start ?? end);
  const places: Map<Section, Span> & { text?: string } = new Map();
  let out = text.slice(0, sections[0]!.start);
  for (const section of order) {
    const piece = text.slice(section.start, Math.min(section.end, close));
    const label = section.label;
    const at = section.heading && label ? section.heading.start - section.start + label.span.start : -1;
    const written = at < 0 ? piece : piece.slice(0, at) + labels[places.size]! + piece.slice(at + label!.text.length);
    places.set(section, span(out.length, out.length + written.length));
    out += out.endsWith("\n") || isFlat(text) ? written : `\n${written}`;
  }
  places.text = out + text.slice(close);
  return places;
}

/** The section that fills a role, where it fills no other and no other fills it. */
const sole = ({ match, sections }: Report, role: Role): Section | undefined => {
  const roles = (section: Section) => (match.filled.get(section) ?? []).map((spec) => spec.role);
  const filling = sections.filter((section) => roles(section).includes(role));
  return filling.length === 1 && roles(filling[0]!).length === 1 ? filling[0] : undefined;
};

/** A section left out; the order of some is free, so that they may be missed anywhere. */
const drop = (role: Role): Break => ({
  name: `the ${role} section is left out`,
  rule: "structure/missing-section",
  make(report) {
    const spec = report.profile?.roles.find((candidate) => candidate.role === role);
    const gone = sole(report, role);
    const standIn = report.sections.some((section) => section !== gone && /亮点|自身建设/.test(section.title));
    if (!gone || !spec?.missing || (role === "summary" && standIn)) return [];
    const places = arrange(
      report,
      report.sections.filter((section) => section !== gone),
    );
    const i = report.sections.indexOf(gone);
    const [before, after] = [report.sections[i - 1], report.sections[i + 1]];
    const place = span(before ? places.get(before)!.start : 0, after ? places.get(after)!.end : places.text!.length);
    return [{ text: places.text!, place: role === "leader" ? span(0, places.text!.length) : place }];
  },
});

const swapped: Break = {
  name: "the plan stands before the summary",
  rule: "structure/section-order",
  make(report) {
    const [summary, plan] = [sole(report, "summary"), sole(report, "plan")];
    if (!summary || !plan) return [];
    const order = report.sections.map((s) => (s === summary ? plan : s === plan ? summary : s));
    const places = arrange(report, order);
    return [{ text: places.text!, place: span(places.get(plan)!.start, places.get(summary)!.end) }];
  },
};

const emptied: Break = {
  name: "a heading is left with nothing under it",
  rule: "structure/empty-section",
  make(report) {
    return [...walk(report.sections)]
      .filter(({ heading, body, children }) => heading && !heading.block.runIn && body.length > 0 && !children.length)
      .filter(
        ({ body }) => !report.signature.date || body.every(({ start }) => start < report.signature.date!.span.start),
      )
      .map((section) => {
        const from = section.body[0]!.start;
        const last = section.body.at(-1)!;
        const organisation = report.signature.organisation?.span.start ?? report.text.length;
        const to = Math.min(last.start + last.block.text.length, organisation);
        return { text: report.text.slice(0, from) + report.text.slice(to), place: span(section.start, from + 1) };
      });
  },
};

const glued: Break = {
  name: "a heading is glued to the paragraph before it",
  rule: "structure/run-in-heading",
  make({ text, sections }) {
    return [...walk(sections)].flatMap((section) => {
      const from = section.heading ? text.slice(0, section.heading.start).search(/[。！？]\s+$/) + 1 : 0;
      if (from < 1 || !/\n/.test(text.slice(from, section.start)) || !section.label?.regular) return [];
      if (section.label.form === "一是") return [];
      const at = section.heading!.start + section.label.span.start;
      const end = headingSpan(section).end - (at - from);
      return [{ text: text.slice(0, from) + text.slice(at), place: span(from, end) }];
    });
  },
};

/** Puts a line of something else into the report. */
const insert = (name: string, rule: string, line: string, where: "top" | "middle" | "end"): Break => ({
  name,
  rule,
  make({ text, sections }) {
    if (isFlat(text)) return [];
    const at = { top: sections[0]?.start, middle: sections[1]?.start, end: text.length }[where];
    if (at === undefined) return [];
    const lead = where === "end" && !text.endsWith("\n") ? "\n" : "";
    return [edit(text, span(at, at), `${lead}${line}\n`)];
  },
});

/** The headings alone must tell what it is; a piece of a report needs no title. */
const untitled: Break = {
  name: "the title is left out",
  rule: "structure/missing-title",
  make({ text, title, sections }) {
    if (!title || isFlat(text)) return [];
    const start = text.lastIndexOf("\n", title.span.start) + 1;
    const rest = text.slice(0, start) + text.slice(title.span.end).trimStart();
    return analyse(rest).kind === null ? [] : [{ text: rest, place: span(0, sections[0]!.start) }];
  },
};

/** The year in a span, set to the one before. It shows there or where the text names the right one. */
const misdate = (
  name: string,
  rule: string,
  where: (report: Report) => Span | undefined,
  shows: (report: Report) => Span | undefined,
): Break => ({
  name,
  rule,
  make(report) {
    const at = where(report);
    const place = shows(report);
    const year = at && /20\d\d(?=年)/.exec(report.text.slice(at.start, at.end));
    if (!at || !place || !year) return [];
    const start = at.start + year.index;
    return [{ text: edit(report.text, span(start, start + 4), String(Number(year[0]) - 1)).text, place }];
  },
});

const titleSpan = ({ title }: Report): Span | undefined => title?.span;

/** From the title to the last heading, where the text names the year of the title a second time. */
const yearAgain = ({ text, title, period, sections }: Report): Span | undefined => {
  const last = sections.at(-1);
  const openings = [...sections.map(({ title }) => title), text.slice(title?.span.end, sections[0]?.start)];
  const again = openings.some((opening) => new RegExp(`(?:^|\\s)${period?.year}年`).test(opening));
  return title && last && again ? span(title.span.start, headingSpan(last).end) : undefined;
};

const planHeading = (report: Report): Span | undefined => {
  const plan = sole(report, "plan");
  return plan && headingSpan(plan);
};

const causeless: Break = {
  name: "the shortcomings give no cause",
  rule: "structure/missing-cause",
  make(report) {
    const section = sole(report, "shortcomings");
    if (report.kind !== "annual-report" || !section) return [];
    const prose = report.text.slice(section.start, section.end);
    const cause = /[^。\n]*?(?:究其原因|原因在于|原因，主要|主要是因为|（二）原因分析。)[\s\S]*?。/.exec(prose);
    if (!cause) return [];
    const at = section.start + cause.index;
    return [
      {
        text: report.text.slice(0, at) + report.text.slice(at + cause[0].length),
        place: span(section.start, section.end - cause[0].length),
      },
    ];
  },
};

const NUMBER = "(\\d+(?:\\.\\d+)?)";
const COUNTER = "(?:件|起|名|户|人次|个|条|家|份|宗|例|亿元|万元|亩|场|项|次)";

/** A total followed by parts that make it up, of which one is changed. */
const missummed: Break = {
  name: "a part of a sum is changed",
  rule: "figure/sum-mismatch",
  make(report) {
    const prose = isProse(report);
    const made: Broken[] = [];
    for (const sentence of report.text.matchAll(/[^。；\n]+[。；]/g)) {
      const total = new RegExp(`${NUMBER}(${COUNTER})(?:，[^，]*）)?，其中`).exec(sentence[0]);
      if (!total || !prose(sentence.index + total.index)) continue;
      const from = total.index + total[0].length;
      const parts = [...sentence[0].slice(from).matchAll(new RegExp(`${NUMBER}${total[2]}`, "g"))];
      let sum = 0;
      const upTo = parts.findIndex((part) => {
        sum += Number(part[1]);
        return Math.abs(sum - Number(total[1])) < 1e-9;
      });
      if (upTo < 1) continue;
      const part = parts[upTo - 1]!;
      const at = sentence.index + from + part.index;
      const wrong = bump(part[1]!, 3);
      const { text } = edit(report.text, span(at, at + part[1]!.length), wrong);
      made.push({ text, place: span(sentence.index + total.index, sentence.index + sentence[0].length) });
    }
    return made;
  },
};

/** A numeral moved by so many units of its last place, written as precisely as before. */
function bump(numeral: string, by: number): string {
  const places = /\.(\d+)/.exec(numeral)?.[1]?.length ?? 0;
  return (Number(numeral) + by * 10 ** -places).toFixed(places);
}

/** A change with both of its values, written out to the last one. */
const CHANGE =
  /(?<=\d[件户张次名例批个]，(?:同比|比上年))(增长|下降)(\d+(?:\.\d+)?)%（上年(?:同期)?\d+[件户张次名例批个]）/g;

const OPPOSITE: Readonly<Record<string, string>> = { 增长: "下降", 下降: "增长", 增加: "减少", 减少: "增加" };

export const breaks: readonly Break[] = [
  drop("shortcomings"),
  drop("plan"),
  drop("leader"),
  drop("summary"),
  swapped,
  emptied,
  glued,
  untitled,
  causeless,
  missummed,
  misdate("the plan is for the wrong year", "structure/plan-period", planHeading, planHeading),
  misdate("the title names another year", "structure/title-period", titleSpan, yearAgain),
  insert("a paywall mark", "residue/web-text", "---此处隐藏2316字,下载后查看---", "middle"),
  insert("a web page's head", "residue/web-text", "发布时间：2025-03-06 来源：本站 字体大小：", "top"),
  insert("a web page's foot", "residue/web-text", "扫一扫在手机打开当前页", "end"),

  relabel("a number is skipped", "structure/numbering", ({ form, number }) =>
    number > 1 ? formatLabel(form, number + 1) : null,
  ),
  relabel("a number is repeated", "structure/numbering", ({ form, number }) =>
    number > 1 ? formatLabel(form, number - 1) : null,
  ),
  relabel("a label is written wrong", "structure/numbering-style", ({ form, text, number }) =>
    form === "一、" ? text.replace("、", "，") : form === "（一）" ? `${text}、` : `${number}、`,
  ),
  rewrite("points skip a number", "structure/enumeration-sequence", /(?<=[。；\n：])二是/g, () => "四是", 0, 400),

  rewrite("a place is masked", "residue/placeholder", /[\u4e00-\u9fff]{2}(?=[县区市]委、)/g, () => "XX"),
  rewrite("a name is masked", "residue/placeholder", /(?<=[，。])(?:全市|全区|全县)/g, ([, place]) => `××${place}`),
  rewrite("a number is left open", "residue/placeholder", /\d{2,}(?=[件名户场]，)/g, () => "____"),
  rewrite(
    "a word is repeated",
    "wording/repeated",
    /(?<=[，。、\n])(?:开展|制定|推进|完善|建立|落实|审查|修订|办理)(?=[\u4e00-\u9fff《“])/g,
    (word) => word + word,
  ),
  rewrite("a quote is not closed", "punctuation/unpaired", /“[^”“\n]{2,12}”/g, (quoted) => quoted.slice(0, -1)),
  rewrite("a quote is not opened", "punctuation/unpaired", /“[^”“\n]{2,12}”/g, (quoted) => quoted.slice(1)),
  rewrite("a quote is turned round", "punctuation/unpaired", /“[^”“\n]{2,12}”/g, (quoted) => `”${quoted.slice(1)}`),
  rewrite("a title is not closed", "punctuation/unpaired", /《[^》《\n]{2,20}》(?!（)/g, (title) => title.slice(0, -1)),
  rewrite("a bracket is not closed", "punctuation/unpaired", /(?<=\d[^\n]{0,8})（[^）（\n]{2,20}）/g, (s) =>
    s.slice(0, -1),
  ),
  rewrite("a stop is doubled", "punctuation/repeated", /。(?=[^”\n])/g, () => "。。"),
  rewrite("a comma is doubled", "punctuation/repeated", /，/g, () => "，，"),
  rewrite("a comma is half-width", "punctuation/half-width", /(?<=[\u4e00-\u9fff])，(?=[\u4e00-\u9fff])/g, () => ","),
  rewrite(
    "a cut-off lies behind the half year",
    "figure/cut-off",
    /(?<=截至(?:20\d\d年)?)6月\d{2}日/g,
    () => "9月30日",
    8,
  ),
  rewrite(
    "a document number's brackets",
    "punctuation/document-number",
    /〔(20\d\d)〕(\d+)号/g,
    (_, year, n) => `(${year})${n}号`,
  ),
  rewrite(
    "a document number has a 第",
    "punctuation/document-number",
    /〔(20\d\d)〕(\d+)号/g,
    (_, year, n) => `〔${year}〕第${n}号`,
  ),

  rewrite("截止 for 截至", "wording/confusable", /(?<=[。；\n])(?:截至|全年(?=[\u4e00-\u9fff]))/g, (was) =>
    was === "截至" ? "截止" : "截止12月31日，",
  ),
  rewrite("年来 for 年以来", "wording/confusable", /(?<=\n)(20\d\d)年，/g, (_, year) => `${year}年来，`),
  rewrite("其它 for 其他", "wording/confusable", /其他(?=\d|[\u4e00-\u9fff]{2}\d)/g, () => "其它"),
  rewrite("防患 for 防范", "wording/confusable", /防范(?=[\u4e00-\u9fff]*风险)/g, () => "防患"),

  rewrite(
    "a rate is wrong",
    "figure/rate-mismatch",
    /(\d+(?:\.\d+)?)%（(\d+)\/(\d+)）/g,
    (_, rate, a, b) => `${bump(rate!, -7)}%（${a}/${b}）`,
  ),
  rewrite("a change is wrong", "figure/change-mismatch", CHANGE, (all, word, rate) =>
    all!.replace(`${word}${rate}`, `${word}${bump(rate!, 6)}`),
  ),
  rewrite("a change has the wrong direction", "figure/change-mismatch", CHANGE, (all, word) =>
    all!.replace(word!, OPPOSITE[word!]!),
  ),
  rewrite(
    "points are written %",
    "figure/percent-or-points",
    /(提高|下降|增加)([\d.]+)个百分点/g,
    (_, verb, n) => `${verb}${n}%`,
  ),
  rewrite(
    "a unit is left out",
    "figure/missing-unit",
    /(?<=(?:金额|资金|经费|损失|投资|收入|罚没款)[^，。；\d]{0,4}[\d.]+余?)万元(?=[，。；])/g,
    () => "万",
    8,
  ),
  rewrite("a measure word is left out", "figure/missing-unit", /(?<=[^数达\d.][\d.]+万)人次(?=[，。])/g, () => "", 8),
  rewrite("a decrease by times", "figure/impossible-decrease", /下降[\d.]+%/g, () => "下降2倍"),
  rewrite(
    "a share above 100%",
    "figure/part-exceeds-whole",
    /(?<=(?:办结率|合格率|满意率|采纳率|整改率|成功率|满意度|覆盖率)(?:均?为|达)?)(\d\d(?:\.\d+)?)%(?!以)/g,
    (_, rate) => `1${rate}%`,
  ),
  rewrite(
    "an approximation is doubled",
    "figure/double-approximation",
    /(?<=[^约近超达逾\d.])\d[\d.]*余(?=[人件条家次个万]+)/g,
    (few) => `近${few}`,
    0,
    2,
  ),

  rewrite(
    "another place speaks",
    "residue/foreign-place",
    /(?<=\n20\d\d年，)[\u4e00-\u9fff]{2}[市县](?=[\u4e00-\u9fff]{2,8}(?:坚持|围绕|认真))/g,
    () => "青田县",
  ),
  only(
    isOfYearBefore,
    rewrite(
      "last year as if now",
      "residue/stale-year",
      /(?<=[。；\n])全年(?=[\u4e00-\u9fff])/g,
      () => "今年以来，",
      0,
      2,
    ),
  ),

  rewrite(
    "a date has leading zeros",
    "structure/signature-date",
    /(?<=\n)(20\d\d)年(\d)月(\d{1,2})日(?=\s*$)/g,
    (_, y, m, d) => `${y}年0${m}月${d!.padStart(2, "0")}日`,
  ),
  rewrite(
    "a date is written with dots",
    "structure/signature-date",
    /(?<=\n)(20\d\d)年(\d)月(\d{1,2})日(?=\s*$)/g,
    (_, y, m, d) => `${y}.${m}.${d}`,
  ),
  rewrite(
    "a date does not exist",
    "structure/signature-date",
    /(?<=\n)(20\d\d)年(\d)月(\d{1,2})日(?=\s*$)/g,
    (_, y) => `${y}年2月30日`,
  ),
];
