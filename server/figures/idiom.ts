/**
 * Fixed terms that begin like a quantity in 汉字, told by what follows the numeral: 两个维护, 三年行动, 四通八达.
 * A row is the measure word and what makes it none.
 */
const ROWS: Readonly<Record<string, string>> = {
  个: "意识|自信|维护|确立|务必|全面|结合|大局|坚持|必须|率先|革命|不|毫不|文明|代表|跟上|围绕|融入|强化|转变|空间|统筹|当好|先行|面向|一|百|没有|过硬|带头|规范|严禁|严格|优先|同步|覆盖|到位|清零|延伸|提升|倒逼|聚焦|问题一|善于|相结合|离不开|专项行动|导向",
  项: "规定|制度|行动",
  小时: "之?外|工作制",
  大: "工程|发展理念|行动|战略|方位|会|精神|攻坚|报告|家|概|致|部分|多数|夫|代|比拼|员|国|班子|美|名著|洲|洋|运河",
  年: "代|义务|行动|规划|计划|攻坚|制|级|一|专项|方案|如一|之计|前|大计|初|轻",
  套: "班子",
  位: "一体|数",
  方: "联|会|面|合作|协议|各",
  字: "路|街|架|工作|经|诀|方针|箴言|头",
  天: "两头|一|下",
  分: "[^钟]|$",
  级: "[^以]|$",
  点: "[^以]|$",
  号: "[^以]|$",
  成: "以[^上下内]|不变",
  元: "化|论|一次",
  场: "所",
  届: "[^,。;、)]",
  所: "联|共",
  家: "人|亲|渠",
  类: "事|化",
  台: "县|山|河|子|区",
  盘: "棋|水",
  张: "皮",
  处: "奔|走|寻",
  支: "一",
  部: "曲|委",
  次: "性|分配|元|产业|函数|会议上|创业",
  期: "盈|间",
  周: "年",
  条: "龙|心",
  人: "之|为|成|一",
  起: "来|着|步",
  票: "否",
  节: "课|气",
  把: "手|火",
  句: "话",
};

const PATTERNS = new Map(Object.entries(ROWS).map(([unit, tails]) => [unit, new RegExp(`(?:${tails})`, "y")] as const));
/** What counts only with a longer numeral: 三里屯, 两面, 四通 but 三百五十里. */
const WEAK = new Set([..."伏里步面头门体度站层角回口路行手折包两只环片星克升斤单对版段通封针栏席股首目员眼孔根"]);
/** 三支一扶, 三通一平, 一户一档: numeral, word, numeral; 八亩三分 is an amount. */
const PAIRED = /(?![一二三四五六七八九][分角厘](?!地))[一二两三四五六七八九十百千](?![等级类线流名])/y;

/** Whether a 汉字 numeral with a measure word that ends at `end` of the text makes a fixed term, with what follows or alone. */
export function isIdiom(numeral: string, unit: string, text: string, end: number): boolean {
  if (numeral.length === 1 && WEAK.has(unit)) return true;
  return [PATTERNS.get(unit), PAIRED].some((pattern) => {
    if (!pattern) return false;
    pattern.lastIndex = end;
    return pattern.test(text);
  });
}
