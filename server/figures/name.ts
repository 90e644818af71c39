import { arabicAt } from "./numeral.ts";
import { type Clued, isOneOf, matchAt, plain } from "./place.ts";
import { longest } from "./vocabulary.ts";

/** Nouns of which a number may be the proper name: “1361”工作思路, 100天攻坚行动. */
const NOUNS =
  "工程|行动|工作法|机制|模式|体系|计划|战略|圈|联动|制度|部署|思路|举措|三合一|活动|品牌|格局|平台|专线|热线|布局|框架|架构|矩阵|政策|方案|集群|理念|法则|原则|方针|路径|目标体系|指标体系|先锋|讲堂|课堂|大赛";
const NAMED_INSIDE = new RegExp(`\\d.{0,20}(?:${NOUNS})|[+×]|^[\\d.·、/-]+$|个 ?\\d`);
const NAMED_AFTER = new RegExp(`[\\u4e00-\\u9fff]{0,6}?(?:${NOUNS})`, "y");
const STATEMENT = /同比|环比|增长|下降|上升|提高|减少|增加|达到|超过|完成|[,。;!?]/;
const SHORT = 16;
const LONG = 26;

/** A number inside 《…》, or inside a quotation that is a name. */
export const quoted: Clued = {
  read(place) {
    const { text, at, quotation, inTitle } = place;
    if (inTitle) return plain("name", place, arabicAt(text, at)!.end);
    if (!quotation || quotation.end - quotation.start > LONG) return null;
    const inside = text.slice(quotation.start + 1, quotation.end - 1);
    if (STATEMENT.test(inside)) return null;
    const named =
      NAMED_INSIDE.test(inside) ||
      matchAt(NAMED_AFTER, text, quotation.end) !== null ||
      (quotation.end - quotation.start <= SHORT && !/[%万亿]/.test(inside));
    return named ? plain("name", place, arabicAt(text, at)!.end) : null;
  },
};

/** A number inside a name of the project's dictionary. */
export const known: Clued = {
  read: (place) => place.name && plain("name", place, Math.max(place.name.end, place.end)),
};

const INTERPUNCT = /\d{1,4}[·•]\d{1,4}/y;
const MEMORIAL =
  /\d{1,2}\.\d{1,2}(?![\d级万亿%个])(?=[”’"]? ?[\u4e00-\u9fff“]{0,10}?(?:宪法日|宣传日|纪念日|消费者|禁毒|国家安全|消防|地震|节|案件?[”,。]|专案|事故|事件))/y;

/** The rest of a name after its digits. */
const TAIL = new RegExp(
  [
    /(?: ?分钟| ?公里| ?小时|刻钟|里)[^,。;、!?\n\d]{0,12}?圈/,
    /(?<=(?<!\d)24)小时(?!内|以内|之内|后|前|左右|以上|以下|[,。、;)\n]|$)/,
    / ?(?:会一课|大(?:工程|行动|战略|方位|会|精神)|个(?:意识|自信|维护|确立|务必|全面|必须)(?!书))/,
    /所联动|方联动|级联动/,
    /(?:[.·]\d)?版(?!块|权|本科)|星级|楼(?!宇|盘)|(?<=\d[05])后(?=[^\u4e00-\u9fff]|青年|干部|年轻|群体|一代|大学|人才|员工)|强(?=企|县|市|区|镇|乡|高|[,。;、)”]|$)|级(?=新生|学生|毕业|本科|硕士)/,
    /年(?=行动|规划|计划|攻坚|提升行动|专项行动)/,
    / ?(?:国道|省道|县道|乡道|高速|室(?!内)|路公交|路车|街坊|大道)/,
    // 101路、105路 are bus lines; 监控360路 is a count.
    /路(?=[、和及]\d{1,3}路)|(?<=\d路[、和及]\d{1,3})路|(?<=公交(?:线路|车|线)?\d{1,3})路/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "y",
);
/** What any of these begins with. */
const TAILS = " 分公小刻里会大个所方级.·版星楼后强年国省县乡高室路街";
/** Numbers that are known by heart: emergency lines, and the five-digit lines of authorities and banks. */
const HOTLINE =
  /(?:12[03]\d\d(?=[\u4e00-\u9fff“”"、)])|(?:110|119|120|122|114|315|96\d{3}|95\d{3}|100\d{2})(?=[\u4e00-\u9fff“”"]))/y;
/** What goes on with a number and so makes it no name. */
const GOES_ON = /[%万亿千百十余几年月日时点+]|多(?!发)|来(?![自源电访信人])/y;
const CALENDAR_YEAR = /(?:19|20)\d\d(?!\d)/y;
const OWN_NAME = new RegExp(`[\\u4e00-\\u9fff]{0,10}?(?:${NOUNS}|高校|大学|晚会|院校|市民|政务|便民)`, "y");

/** Names that a number is part of, told by what stands around it: 15分钟服务圈, 12345热线, 90后, 500强, 12·4. */
export const named: Clued = {
  read(place) {
    const { text, at, end, vocabulary } = place;
    const dotted = isOneOf("·•.", text, end);
    const day = dotted ? (matchAt(INTERPUNCT, text, at) ?? matchAt(MEMORIAL, text, at)) : null;
    if (day) return plain("name", place, at + day[0].length);
    const tail = isOneOf(TAILS, text, end) ? matchAt(TAIL, text, end) : null;
    if (tail) return plain("name", place, end + tail[0].length);
    if (longest(vocabulary.units, text, end) > end || matchAt(GOES_ON, text, end)) return null;
    const hotline = matchAt(HOTLINE, text, at);
    const titled =
      end - at > 1 &&
      !matchAt(CALENDAR_YEAR, text, at) &&
      /[\u4e00-\u9fff“]/.test(text[end] ?? "") &&
      matchAt(OWN_NAME, text, end);
    return hotline || titled ? plain("name", place, end) : null;
  },
};
