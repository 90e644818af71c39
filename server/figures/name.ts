import type { Figure } from "./figure.ts";
import { longest } from "./lexicon.ts";
import { before, matchAt, type Place, plain } from "./place.ts";

const RESIDUE_AFTER =
  /\d+ ?(?:个字|字)(?=[,。].{0,4}(?:下载|会员|全文|开头|部分|已省略|后查看)|,?全文)|20(?=[xX×*＊○]{2})/y;
const RESIDUE_BEFORE = /(?:此处隐藏|仅展示|全文共|已省略|(?:浏览|点击|阅读|访问)(?:次数|量|数)? ?[:：] ?)$/;

/** What a web page or a template left behind: 此处隐藏5158字, 浏览次数:12, 20XX年. */
export function residue(place: Place): Figure | null {
  const { text, at } = place;
  const found =
    matchAt(RESIDUE_AFTER, text, at) ?? (RESIDUE_BEFORE.test(before(place, 8)) ? matchAt(/\d+/y, text, at) : null);
  return found && plain("residue", place, at + found[0].length);
}

const UNIT_LETTERS =
  /(?:km|KM|cm|mm|m|kg|mg|g|t|ml|mL|L|kW|KW|kWh|MW|MWh|GW|GWh|kV|KV|dB|GB|TB|MB|PB|Mbps|Gbps|GHz|MHz|Hz|ppm|hm|W|V|A|TEU|x|X)(?![A-Za-z0-9])/y;
const TOKEN = /[A-Za-z0-9_@#&.:/+×·-]{0,200}[A-Za-z0-9_]/y;

/** Codes that mix digits with letters or marks: 5G, GB/T 9704, 2018cxghj.png, 113310030026771540/2025-01248. */
export function code(place: Place): Figure | null {
  const { text, at } = place;
  const prior = text[at - 1] ?? "";
  const run = matchAt(/\d+(?:\.\d+)?/y, text, at)?.[0] ?? "";
  const after = at + run.length;
  const lettered =
    /[A-Za-z_@]/.test(prior) ||
    (/[A-Za-z_]/.test(text[after] ?? "") && !matchAt(UNIT_LETTERS, text, after)) ||
    (/[-/ ]/.test(prior) && /[A-Z][-/ ]$/.test(before(place, 2)));
  const long = run.length >= 12 && !run.includes(".");
  const dashed = matchAt(/\d+(?:[-/]\d+){1,8}/y, text, at)?.[0];
  const joined = dashed !== undefined && /\d{7}|^0\d|\d[-/].*[-/]/.test(dashed);
  const dotted = matchAt(/\d+(?:\.\d+){2,8}/y, text, at);
  if (!lettered && !long && !joined && !dotted) return null;
  const token = matchAt(TOKEN, text, at);
  return plain("name", place, token ? Math.max(after, at + token[0].length) : after);
}

const DOCUMENT_NUMBER = /(?:19|20)\d\d[〕\])】] ?第? ?\d{1,6} ?号|\d{1,6} ?号/y;

/** The number of a document: 〔2024〕12号, and the 号 of anything: 3号线, 1号文件. */
export function documentNumber(place: Place): Figure | null {
  const { text, at } = place;
  const found = matchAt(DOCUMENT_NUMBER, text, at);
  if (!found) return null;
  return plain(text[at - 1] === "第" ? "ordinal" : "name", place, at + found[0].length);
}

const COMPOUND = /[A-Za-z0-9]{0,8}(?:[+×][\dA-Za-z]{1,8}(?![%.\d])){1,12}|\d+(?=[+×][\u4e00-\u9fff])/y;

/** Slogans made of numbers: 1+4+N, 7×24小时, N+1. */
export function compound(place: Place): Figure | null {
  const { text, at } = place;
  const prior = text[at - 1];
  const found = matchAt(COMPOUND, text, at);
  if (found && !/^\d+\+$/.test(found[0])) return plain("name", place, at + found[0].length);
  if ((prior === "+" || prior === "×") && !matchAt(/\d+(?:\.\d+)?%/y, text, at))
    return plain("name", place, at + matchAt(/\d+/y, text, at)![0].length);
  return null;
}

const NOUN_OF_A_NAME =
  "工程|行动|工作法|机制|模式|体系|计划|战略|圈|联动|制度|部署|思路|举措|三合一|活动|品牌|格局|平台|专线|热线|目标|布局|工作体系|框架|架构|矩阵|政策|方案|专项|集群|清单|路径|服务|标准|要求|理念|法则|原则|方针|指标体系";
const NAMED_INSIDE = new RegExp(`\\d.*(?:${NOUN_OF_A_NAME})|[+×]|^[\\d.·、-]+$`);
const NAMED_AFTER = new RegExp(`[\\u4e00-\\u9fff]{0,6}?(?:${NOUN_OF_A_NAME})`, "y");
const STATEMENT = /(?:同比|增长|下降|上升|提高|减少|达到|超过|完成)/;

/** A number inside 《…》, or inside a quotation that is a name. */
export function quoted(place: Place): Figure | null {
  const { text, at, quotation, inTitle } = place;
  const end = at + matchAt(/[\d.,]*\d/y, text, at)![0].length;
  if (inTitle) return plain("name", place, end);
  if (!quotation || quotation.end - quotation.start > 24) return null;
  const inside = text.slice(quotation.start + 1, quotation.end - 1);
  if (STATEMENT.test(inside)) return null;
  return NAMED_INSIDE.test(inside) || matchAt(NAMED_AFTER, text, quotation.end) ? plain("name", place, end) : null;
}

const NAME_AFTER = [
  /\d+ ?(?:分钟|公里|小时|刻钟|里)[^,。;、!?\n]{0,10}?圈/y,
  /\d+小时(?=值班|值守|不打烊|在线|自助|服务|政务|热线|全天|备勤|应急|接警|待命|响应|轮班|工作制|畅通|专人|开放|营业|运行|监测|监控|巡|$|[,。;、])/y,
  /\d+ ?(?:联动|大(?:工程|行动|战略|方位|会|精神)|会一课|个(?:意识|自信|维护|确立|务必))/y,
  /\d+(?:版本?|后|级(?=新生|学生|毕业|本科|硕士)|纳米制程)(?![\u4e00-\u9fff]{0,1}续)/y,
  /\d+ ?(?:热线|专线|报警|急救|接处警|接警|警情|指挥|平台|便民|政务|高校|工程|市民|晚会|消费者|文明)/y,
  /(?:110|119|120|122|12\d{3}|96\d{3}|95\d{3}|100\d{2})(?=[\u4e00-\u9fff"”’)、])(?![件个起人次家名条份项户元万亿余多场])/y,
  new RegExp(`\\d{2,6}(?![万亿千百十余多来几年月日])[\\u4e00-\\u9fff]{0,8}?(?:${NOUN_OF_A_NAME})`, "y"),
];
const CALLED =
  /(?:电话|热线|邮编|邮政编码|邮箱|编号|证号|账号|代码|信箱|传真|QQ|微信|手机|索引号|文号|电邮|专线|号码)(?:号码?)?(?:为|是)? ?[:：]? ?$/;
const FESTIVAL = /\d{1,2}[·.]\d{1,2}(?=[”’"]?[\u4e00-\u9fff“]{0,6}(?:日|周|案|事故|专案|事件|专项|行动|活动|节))/y;
const INTERPUNCT = /\d{1,3}·\d{1,3}/y;

/** Names that a number is part of, told by what follows or comes before: 15分钟服务圈, 12345热线, 90后, 电话：… */
export function named(place: Place): Figure | null {
  const { text, at } = place;
  const own = longest(place.lexicon.names, text, at);
  if (own > at) return plain("name", place, own);
  const day = matchAt(INTERPUNCT, text, at) ?? matchAt(FESTIVAL, text, at);
  if (day) return plain("name", place, at + day[0].length);
  if (CALLED.test(before(place, 10)) && !matchAt(/\d+ ?[\u4e00-\u9fff]/y, text, at))
    return plain("name", place, at + matchAt(/[\d-]*\d/y, text, at)![0].length);
  for (const pattern of NAME_AFTER) {
    const found = matchAt(pattern, text, at);
    if (!found) continue;
    const digits = matchAt(/\d+/y, text, at)![0];
    const bare = longest(place.lexicon.units, text, at + digits.length) === at + digits.length;
    if (pattern !== NAME_AFTER.at(-1) || bare) return plain("name", place, at + found[0].length);
  }
  return null;
}

const ORDINAL_AFTER = /\d+ ?周年/y;
const LABEL = /\d{1,3}(?:[.、](?![\d])|\)(?!\d))/y;
const RANKED = /(?:第|前|附件|附表|附图|专栏|表|图|名列|列第|居第|TOP) ?$/;

/** Positions: 第84次, 前3名, 60周年, heading labels 1. and (1), 附件1. */
export function ordinal(place: Place): Figure | null {
  const { text, at } = place;
  const line = before(place, 12);
  const run = matchAt(/\d+/y, text, at)![0];
  const value = Number(run.slice(0, 15));
  const anniversary = matchAt(ORDINAL_AFTER, text, at);
  if (anniversary) return plain("ordinal", place, at + anniversary[0].length, value);
  const label = matchAt(LABEL, text, at);
  if (label) {
    const dotted = !label[0].endsWith(")");
    if (
      dotted
        ? /(?:^|[\n。;:!?”)])[ \t\u3000#>*-]*$/.test(line) &&
          !/[.。]$/.test(text.slice(at + label[0].length, at + label[0].length))
        : /\($/.test(line) || /^[ \t\u3000#>*-]*$/.test(line)
    )
      return plain("ordinal", place, at + run.length, value);
  }
  if (/第 ?$/.test(line) || (RANKED.test(line) && !/[件个起项条份]/.test(text[at + run.length] ?? "")))
    return plain("ordinal", place, at + run.length, value);
  return null;
}
