import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import type { Project } from "../../server/config/project.ts";
import { resolve } from "../../server/config/settings.ts";
import { builtinProfiles } from "../../server/grammar/profiles/index.ts";
import { rules } from "../../server/rules/index.ts";
import { SEVERITIES } from "../../server/rules/rule.ts";
import type { Encoding } from "../../server/text/decode.ts";

/** A change to a text: from a place between 0, its beginning, and 1, its end. */
export interface Change {
  readonly at: number;
  /** In UTF-16 code units. */
  readonly remove: number;
  readonly insert: string;
}

/** What the invariants are held against. */
export interface Case {
  readonly text: string;
  /** As an editor or a file might give them, right or wrong. */
  readonly settings: unknown;
  /** Taken for a report whatever it holds. */
  readonly declared: boolean;
  readonly markdown: boolean;
  readonly changes: readonly Change[];
  readonly encoding: Encoding;
  readonly bom: boolean;
  /** Which of several findings is looked at closely. */
  readonly pick: number;
}

export const PLAIN: Omit<Case, "text"> = {
  settings: {},
  declared: true,
  markdown: false,
  changes: [],
  encoding: "utf-8",
  bom: false,
  pick: 0,
};

export const changed = (text: string, { at, remove, insert }: Change): string => {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + insert + text.slice(start + remove);
};

const lists = new Map<unknown, Project>();

/** A project under some settings; the very same one each time, so that what is known of paragraphs stays known. */
export function projectOf(settings: unknown): Project {
  const known = lists.get(settings);
  if (known) return known;
  const project: Project = {
    settings: resolve(settings).settings,
    profiles: builtinProfiles,
    suppressions: null,
    layers: [],
    problems: [],
  };
  lists.set(settings, project);
  return project;
}

const textsOf = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => /\.(?:txt|md|govreport)$/.test(name))
    .sort()
    .map((name) => readFileSync(`${folder}/${name}`, "utf8"));

const DRAFTS = [...textsOf("seeds"), ...textsOf("test/samples/sound"), ...textsOf("test/samples")];
const LINES = DRAFTS.flatMap((draft) => draft.split(/\r?\n/)).filter((line) => line.trim() !== "");

const words = (list: string): readonly string[] => list.split(" ");

/** What rules, figures and headings are made of. */
const ORDINARY: readonly string[] = [
  ...words(
    "一、 （一） (二) 1. 1、 （1） 一是 二是 第一， 十一、 ① # ## ### - * > | |---| 其中 包括 分别 占 率 比重 合计 共计 累计",
  ),
  ...words(
    "同比增长 下降 增至 由 较上年 去年同期 上年同期 翻番 结转 在册 完成率 办结率 截止 截至 其它 防患 人民 法治 制定 力度",
  ),
  ...words(
    "某县司法局2024年法治政府建设年度报告 2024年工作总结 半年工作总结 2025年工作计划 存在的主要问题 下一步工作打算",
  ),
  ...words(
    "受理案件 办结 行政复议 普法 执法 群众 全市 我县 街道 件 人 万元 亿 % ‰ 个百分点 倍 番 人次 约 余 左右 以上",
  ),
  ...words(
    "0 1 2 12件 35% 3.5 1,234 100 三百二十 2024年 2023年 6月30日 20XX年 XX ____ ○○ 一百余 12月32日 〔2024〕12号 [2024]012号 (2021)5号",
  ),
  ...words("。 ， 、 ； ： ？ ！ “ ” ‘ ’ 《 》 （ ） 【 】 〔 〕 ( ) [ ] , ; : ! ? . \" ' … —— - — ～ + × = /"),
  ...words("http://a.cn 来源：网络 点击查看 上一篇 打印 字号 责任编辑： ##paidbegin## <br> &nbsp; **"),
  " ",
  "　",
  "\n",
  "\n\n",
  "\r\n",
  "\r",
  "\t",
  "| 项目 | 数量 |\n| --- | --- |\n| 受理 | 12件 |\n| 合计 | 13件 |\n",
];

/** What no writer means to write, and pastes now and then. */
const HOSTILE: readonly string[] = [
  "\ud83d",
  "\ude00",
  "😀",
  "𠮷",
  "👩‍👩‍👧",
  "０１２",
  "ＡＢ％",
  "９".repeat(40),
  "7".repeat(200),
  "1e400",
  `0.${"0".repeat(330)}1`,
  "（".repeat(30),
  "）".repeat(21),
  "“".repeat(20),
  "\u0001",
  "\u0000",
  "\u001b[31m",
  "\u007f",
  "\u0085",
  "\u00a0",
  "\u00ad",
  "\u200b",
  "\u200e",
  "\u202e",
  "\u2028",
  "\u2029",
  "\u3000\u3000",
  "\ufeff",
  "\ufffd",
  "\ue5e5",
  "\u0301",
  "e\u0301",
  "\u0e33",
  "مرحبا",
  "שלום",
  "㎡",
  "⑴",
  "Ⅳ",
  "〇",
  "㐀",
  "𠀀",
  "\u{10ffff}",
  "€",
  "·",
  "ǹ",
  "__proto__",
  "constructor",
  "$&",
  "\\",
  "%s",
];

const piece = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...ORDINARY) },
  { weight: 2, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 2, arbitrary: fc.constantFrom(...LINES) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
);

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.nat({ max: 30 }),
  insert: piece,
});
const changes = (maxLength: number) => fc.array(change, { maxLength });

/** A part of a draft, or now and then a whole one. */
const excerpt = fc
  .tuple(fc.constantFrom(...DRAFTS), fc.nat(), fc.oneof({ weight: 300, arbitrary: fc.nat(200) }, fc.constant(20_000)))
  .map(([draft, from, length]) => {
    const start = length > 200 ? 0 : from % draft.length;
    return draft.slice(start, start + length);
  });

const ENDS: Readonly<Record<string, (text: string) => string>> = {
  asTheyAre: (text) => text,
  windows: (text) => text.replace(/\r?\n/g, "\r\n"),
  old: (text) => text.replace(/\r?\n/g, "\r"),
  mixed: (text) => text.replace(/(.)\n/g, (_, c: string) => (c > "是" ? `${c}\r\n` : `${c}\n`)),
  none: (text) => text.replace(/\r?\n/g, " "),
};

const text = fc
  .tuple(
    fc.oneof(
      { weight: 3, arbitrary: fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join("")) },
      { weight: 2, arbitrary: fc.tuple(excerpt, changes(6)).map(([part, all]) => all.reduce(changed, part)) },
      { weight: 1, arbitrary: fc.array(fc.constantFrom(...LINES), { maxLength: 3 }).map((lines) => lines.join("\n")) },
    ),
    fc.oneof({ weight: 4, arbitrary: fc.constant("asTheyAre") }, fc.constantFrom(...Object.keys(ENDS))),
  )
  .map(([drafted, end]) => ENDS[end]!(drafted));

const level = fc.constantFrom(...SEVERITIES, "off");
const names = fc.array(fc.constantFrom("办件量", "架次", "12", "（", "。", "", "𠮷", "\ud83d", "案件", "件"), {
  maxLength: 3,
});
const settings = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record(
      {
        rules: fc.dictionary(
          fc.constantFrom(...rules.map(({ id }) => id)),
          fc.oneof(level, fc.record({ severity: level, options: fc.constant({}) }, { requiredKeys: ["options"] })),
          { maxKeys: 30 },
        ),
        profile: fc.constantFrom(...builtinProfiles.map(({ id }) => id), "none-such"),
        organisation: fc.record({ place: fc.constantFrom("某县", "（", ""), name: fc.constant("某县司法局") }),
        dictionary: fc.record({ terms: names, units: names, names }),
        publicEdition: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
  },
  { weight: 1, arbitrary: fc.dictionary(fc.constantFrom("rules", "overrides", "dictionary", "files"), fc.jsonValue()) },
);

/** So many settings, the first of them none: with each, what is known of the rules has to be made anew. */
const SETTINGS: readonly unknown[] = [{}, ...fc.sample(settings, { seed: 8, numRuns: 24 })];

/** Any text under any settings, with what is done to it. */
export const cases: fc.Arbitrary<Case> = fc.record({
  text,
  settings: fc.oneof(fc.constant(SETTINGS[0]), fc.constantFrom(...SETTINGS)),
  declared: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, fc.constant(false)),
  markdown: fc.boolean(),
  changes: changes(3),
  encoding: fc.constantFrom("utf-8", "utf-16le", "utf-16be", "gb18030"),
  bom: fc.boolean(),
  pick: fc.nat(),
});
