import type { Paragraph } from "../../../report/paragraph.ts";
import { wordsStart } from "../../../syntax/block.ts";
import { around } from "../../../text/around.ts";
import { among } from "../../../text/finder.ts";
import { type Span, span } from "../../../text/span.ts";

/** A place that a template or an anonymiser left to be filled in. */
export interface Blank extends Span {
  /** Whether a name was masked here (X区, ××局), rather than a number, a date or a passage left open. */
  readonly masksName: boolean;
}

const HANZI = /[\u4e00-\u9fff]/;
/** Ｘ that means itself: X光, X型, X染色体. */
const MEANT = /^(?:光|射线|线|轴|型|形|波段|染色体|档案|战警|教授|理论|因子|坐标|变量|值|元素|世代|系列)/;
/** What a weak mark (a lone x, × or *) must stand before to be a blank. */
const AFTER_WEAK =
  /^(?:省|市|县|区|镇|乡|街道|村|社区|局|年|月|日|同志|公司|%|万元|亿元|万|亿|路|桥|人次|人(?![数均口员])|[件次名个项家户场条起宗份期批篇部处所](?![数均位长]))/;
/** What is multiplied: 长*宽, 单价*数量. */
const FACTOR = /[长宽高深厚价量数率额积重]$/;
const PLACE = /^(?:省|市|州|县|区|旗|镇|乡|街|村|局|办|厅|委)/;
const SURNAMES =
  "王李张刘陈杨赵吴徐孙朱胡郭梁谢宋唐韩冯邓曹彭袁潘蒋蔡杜叶魏吕丁沈姚卢姜崔钟谭陆汪范廖贾夏韦邹孟熊秦邱薛闫侯陶黎贺郝龚邵覃戴莫孔汤马高黄周林何罗郑许曾肖董苏程傅田任方石雷史段钱金江余白";
/** 王XX, 李某某: a person whose name is rightly withheld. */
const PERSON = new RegExp(`(?:^|[\\s,。;:、“《(]|[人民员工师诉因与和象主犯者是])[${SURNAMES}]$`);
const CASE =
  /诉|不服|纠纷|申请人|当事人|原告|被告|嫌疑|犯罪|[王李张刘陈杨赵吴周徐孙]某|某公司|某企业|(?<![方提议档答备预草])案/;

const YEAR = /20(?:[Xx×*○]{1,2}|_{2}|\d[Xx×*])(?=年|\s?年|[-—–]20)/g;
const CONGRESS = /党的(?:[Xx×*○]{1,3}大|\d{1,2}D(?![A-Za-z]))/g;
const DECIMAL = /(?<![\w.])[Xx×]{1,6}\.[Xx×]{1,6}(?=\s?(?:[%万亿元倍个分亩吨]|公里|平方|百分点))/g;
const RUN = /[Xx]{1,12}|[×*]{1,12}|[○□△]{2,12}/g;
const LINE = /_{2,60}/g;
const NOTE =
  /[[(【〔](?:此处|请|待)(?:待?补充?|填写?|填入|插入|完善|核实|确认|添加|输入|更新|续写)[^\])】〕\n]{0,30}[\])】〕]|[(【〔](?:填写|填入|插入)(?!说明|要求|规范|范围|时间|日期|人)[^)】〕\n]{1,20}[)】〕]|[[【〔](?:单位|部门|地区|机构)(?:名称|全称|简称)[\])】〕]|[[【〔](?:单位|部门|地名|姓名|人名|年份|职务)[\]】〕]|\{{1,2}[\u4e00-\u9fff\w]{1,20}\}{1,2}|<[\u4e00-\u9fff]{2,10}(?<!法|条例|办法|规定|意见|通知|方案|纲要|规划|决定)>|[〔【[](?:…{1,2}|\.{3,6})[〕】\]]|【\s{0,8}】|\((?:\s{2,12}|\u3000{1,8})\)/g;
const SOME =
  /某某(?=[省市州盟区县旗镇乡局厅委办]|科(?![学技目研普幻])|股(?![东份权])|街道|村|社区|部门|单位|机关|同志|大队|学校|医院|中心)|(?<!某)某(?=(?:省|市|区|县|镇|乡|街道)(?:人民|政府|[省市区县镇乡]?委(?!托)|20\d\d|年度|[\u4e00-\u9fff]{1,6}局))|某(?<=(?:^|[。;!?\n])(?:20\d\d年(?:度|以来)?,)?某)(?=[省市区县镇乡]?[局委厅镇乡](?:党组|党委|认真|坚持|深入|全面|积极|持续|切实|严格|高度|紧紧|始终|扎实|聚焦|共[受办]))/g;

const BLANKS =
  " \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";
const TO_DO = "此处 请 待 填写 填入 插入 单位 部门 地区 机构 地名 姓名 人名 年份 职务 … ..".split(" ");
/** A text with a blank holds at least one of them. */
export const BLANK_WORDS: readonly string[] = [
  ..."Xx×*○□△_某{<【",
  "党的",
  ...[...BLANKS].map((blank) => `(${blank}`),
  ...[..."[(〔"].flatMap((bracket) => TO_DO.map((word) => bracket + word)),
];
const mayBlank = among(BLANK_WORDS);

/** All blanks of a paragraph, in order. Its label is no part of what is read: 1、余X and 1.余X name the same person. */
export function blanksIn({ block, folded }: Paragraph): readonly Blank[] {
  if (!mayBlank(folded)) return NONE;
  const by = wordsStart(block);
  return blanksOf(folded.slice(by), new Set([...emphases(folded)].map((at) => at - by))).map(
    ({ start, end, masksName }) => ({ start: start + by, end: end + by, masksName }),
  );
}

function blanksOf(folded: string, emphasis: ReadonlySet<number>): readonly Blank[] {
  const found: Blank[] = [];
  const add = (start: number, length: number, masksName: boolean) =>
    found.push({ ...span(start, start + length), masksName });
  for (const pattern of [YEAR, CONGRESS, DECIMAL, NOTE]) {
    for (const { index, 0: text } of folded.matchAll(pattern)) add(index, text.length, false);
  }
  for (const { index, 0: text } of folded.matchAll(LINE))
    if (isLineToFill(folded, index, text)) add(index, text.length, false);
  for (const { index, 0: run } of folded.matchAll(RUN)) {
    if (emphasis.has(index) || !isToFill(folded, index, run)) continue;
    add(index, run.length, !/^[年月日%万亿\d]/.test(folded.slice(index + run.length)));
  }
  for (const { index, 0: text } of folded.matchAll(SOME)) {
    if (!PERSON.test(folded.slice(Math.max(0, index - 6), index)) && !CASE.test(around(folded, index, "。;\n")))
      add(index, text.length, true);
  }
  let end = 0;
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((blank) => {
      const apart = blank.start >= end;
      if (apart) end = blank.end;
      return apart;
    });
}

/** Whether a run of X, ×, * or ○ stands for something that is still to be written. */
function isToFill(folded: string, at: number, run: string): boolean {
  const before = folded.slice(Math.max(0, at - 6), at);
  const after = folded.slice(at + run.length, at + run.length + 8);
  const left = before.at(-1) ?? "";
  const right = after[0] ?? "";
  // Part of a Latin word, a number, a formula or a pattern: X光机, iPhone X, 3+X, 7×24.
  if (/[A-Za-z0-9+\-/=.&@]\s?$/.test(before) || /^\s?[A-Za-z0-9+/=.&@]/.test(after)) return false;
  if (/[A-WYZ][、,和与及或]$/.test(before) || /^[、,和与及或][A-WYZ](?![A-Z])/.test(after)) return false;
  if (PERSON.test(before) && !PLACE.test(after)) return false;
  // XX says so by itself; other signs also rule off lines and tick boxes.
  if (/^[Xx]{2}/.test(run)) return !MEANT.test(after);
  const inText =
    HANZI.test(left) ||
    HANZI.test(right) ||
    right === "%" ||
    (opens(folded, at - 1) && closes(folded, at + run.length));
  if (!inText) return false;
  if (run[0] === "○") return !/[〇一二三四五六七八九]$/.test(before) && !/^[〇一二三四五六七八九]/.test(after);
  if (run[0] === "□" || run[0] === "△" || run.length > 1) return true;
  if (run === "*" && HANZI.test(left) && HANZI.test(right)) return !FACTOR.test(before);
  if (run !== "X") return AFTER_WEAK.test(after);
  // “X” is a letter spoken of, 一县一X a pattern.
  const spokenOf = /[“(‘《]/.test(left) && /[”)’》]/.test(right);
  return !spokenOf && !MEANT.test(after) && !/一[\u4e00-\u9fff]一$/.test(before);
}

/** Whether what stands at a place opens a quotation or a title, if only by facing the wrong way: ”**”, but not “是”□“否”. */
const opens = (folded: string, at: number): boolean =>
  /[“《]/.test(folded.charAt(at)) || (folded[at] === "”" && !isQuoted(folded, at));

/** Whether what stands at a place closes a quotation or a title, if only by facing the wrong way. */
const closes = (folded: string, at: number): boolean =>
  /[”》]/.test(folded.charAt(at)) || (folded[at] === "“" && isQuoted(folded, at));

/** Whether a quotation is open at a place: behind “, and behind a ” that closes none. */
function isQuoted(folded: string, at: number): boolean {
  const quotes = folded.slice(Math.max(0, at - QUOTED), Math.max(0, at)).replace(/[^“”]/g, "");
  return quotes !== "" && !quotes.endsWith("“”");
}

/** A quotation is rarely longer, in code units. */
const QUOTED = 40;

/** Where the asterisks of Markdown emphasis stand: **重点** but not **区 … **局. */
function emphases(folded: string): ReadonlySet<number> {
  const places = new Set<number>();
  for (const { index, 0: whole, 1: marks = "", 2: text = "" } of folded.matchAll(
    /(?<![\d*])(\*{1,3})(?=[^\s*，。；、,;])([^*\n]{1,200}?)(?<=[^\s*，。；、,;])\1(?!\*)/g,
  )) {
    const inside = HANZI.test(folded[index - 1] ?? "") && HANZI.test(folded[index + whole.length] ?? "");
    if (AFTER_WEAK.test(text) || (inside && (marks === "*" || /[，。；、,;]/.test(text)))) continue;
    places.add(index);
    places.add(index + whole.length - marks.length);
  }
  return places;
}

const NONE: readonly Blank[] = [];

/** Whether a line stands beside words, or in brackets or quotes; a blank may part it from them. */
function isLineToFill(folded: string, at: number, line: string): boolean {
  const left = SPACE.test(folded.charAt(at - 1)) ? at - 2 : at - 1;
  const end = at + line.length;
  const right = SPACE.test(folded.charAt(end)) ? end + 1 : end;
  return (
    /[\u4e00-\u9fff:(]/.test(folded.charAt(left)) ||
    /[\u4e00-\u9fff%)]/.test(folded.charAt(right)) ||
    opens(folded, left) ||
    closes(folded, right)
  );
}

const SPACE = /\s/;
