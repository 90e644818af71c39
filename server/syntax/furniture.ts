import { among } from "../text/finder.ts";
import { isSpace } from "../text/space.ts";

/**
 * What web pages and document shops leave around a copied report. Everything here is matched against folded text
 * (full-width ASCII as half-width), at the start of a line for fields and lines, anywhere for marks.
 */

/** `发布机构: 区司法局 | 成文日期: …`: a line that opens with such a field name and a colon or a table pipe. */
const FIELDS = [
  "索引号",
  "公开目录",
  "信息名称",
  "文件编号",
  "发布机构",
  "发文机关",
  "成文日期",
  "发文日期",
  "公开方式",
  "公开范围",
  "公开日期",
  "主题分类",
  "体裁分类",
  "组配分类",
  "有效性",
  "信息索引",
  "统一编号",
  "生成日期",
  "发布日期",
  "发布时间",
  "发表时间",
  "更新时间",
  "信息来源",
  "文章来源",
  "稿件来源",
  "浏览次数",
  "浏览量",
  "点击数",
  "点击量",
  "访问量",
  "阅读次数",
  "阅读量",
  "访问次数",
  "字体大小",
  "字号",
  "字体",
  "分享到",
  "相关文档",
  "相关链接",
  "相关附件下载",
  "附件下载",
  "上一篇",
  "下一篇",
  "上一条",
  "下一条",
  "责任编辑",
  "初审",
  "复审",
  "终审",
  "当前位置",
  "您现在的位置",
  "您的位置",
  "您所在的位置",
  "您当前的位置",
  "所在位置",
  "今天是",
  "语音播报",
  "背景色",
  "视力保护色",
  "保护视力色",
  "版权所有",
  "网站标识码",
  "政府网站标识码",
  "备案序号",
];

/** Field names that open lines of a report as well; what stands behind them must be as short as a name, and no count. */
const NAMES = ["来源", "作者", "点击", "阅读", "分享", "编辑", "审核", "审核人", "校对"];

/** Lines that are page furniture as a whole. */
const LINES = [
  /^扫一扫[^。]{0,20}$/,
  /^微信扫一扫[^。]{0,20}$/,
  /^(?:打印(?:本页|整页|内容)?|关闭(?:窗口|本页)?|(?:点击)?收藏|分享|返回(?:顶部)?|无障碍(?:浏览|阅读)?|关怀版|简体|繁体|语音播报|朗读|大|中|小|首页|(?:我要)?纠错|(?:点击)?下载(?:本?文档|附件)?|(?:^|[\s|/])文档下载|字体:|阅读:|网站地图|联系我们|展开(?:全文|阅读更多)|阅读全文|\s|[|/【】[\]()·>])+$/,
  /^(?:相关(?:阅读|稿件|推荐|文章|新闻)|热门推荐|猜你喜欢|你可能感兴趣的[\u4e00-\u9fff]{0,6}):?$/,
  /^主办(?:单位)?:[^。]{2,30}\s(?:承办|协办|技术支持|维护)(?:单位)?:/,
  /^[-—=*\s]{0,6}本文(?:来自|转自|摘自|转载)[^。]{1,40}$/,
  /^文档(?:格式|大小|页数):[^。]{0,60}$/,
  /^首页\s{0,4}>[^。]{0,60}$/,
  /^扫码[^。]{0,12}(?:浏览|阅读|查看|打开|分享)[^。]{0,12}$/,
  /^(?:[Cc]opyright|COPYRIGHT|©)[^。]{0,80}$/,
  /^\[?字体:?\s*[大中小\s]+\]?/,
  /^【字体[::]?[^】]{0,20}】/,
  /^(?:先登录|请先登录|欢迎您|欢迎访问|今天是20\d\d年)[^。]{0,30}$/,
  /^(?:本文来源于网友上传|本文档?由(?:用户|会员|网友)上传|文档来源为?:|由会员分享)[^\n]{0,60}$/,
  /^《[^》]{1,60}》由会员分享[^\n]{0,80}$/,
  /^(?:该|本)文档(?:为|仅供)?会员(?:专享|可见)[^\n]{0,40}$/,
  /^(?:剩余|其余|以下)内容已(?:隐藏|省略)[^\n]{0,40}$/,
  /^未经(?:授权|许可|允许),?(?:禁止|不得|严禁)转载[^\n]{0,20}$/,
  /^[(【](?:责任)?编辑:[^)】\n]{1,20}[)】]$/,
  /^(?:时间|日期):\s{0,4}20\d\d[-/年.]\d{1,2}[-/月.]\d{1,2}[^。]{0,60}$/,
  /^版权声明[^\n]{0,80}$/,
  /^(?:本文|文章|内容|素材)[^。\n]{0,8}(?:来源于|来自)(?:互联)?网[^\n]{0,60}$/,
  /^[^。\n]{0,30}如有侵权[^\n]{0,30}$/,
  /^[\w.-]{1,60}\.(?:png|jpe?g|gif|bmp|webp|PNG|JPE?G|GIF|BMP)\b[^。]{0,80}$/,
  /^(?:当前位置|您现在的位置)[^。]{0,60}$/,
  /^(?:京|沪|浙|粤|苏|湘|鄂|川|渝|津|冀|晋|辽|吉|黑|皖|闽|赣|鲁|豫|桂|琼|贵|云|藏|陕|甘|青|宁|新|蒙)(?:ICP备|公网安备)[^。]{0,40}$/,
];

const LINE = new RegExp(LINES.map(({ source }) => source).join("|"));

/** What a page's buttons begin with, where they are copied with its text. */
const BUTTONS = ["字体", "打印", "关闭", "返回", "我要纠错", "纠错", "收藏", "分享", "下载附件"].map(
  (word) => `【${word}`,
);

/** Marks that may stand inside a line of the report. */
const MARKS =
  /[\u4e00-\u9fff]{2,8}[-—–]{1,2}[\u4e00-\u9fff]{0,16}www\.(?![\w.-]{0,40}gov)[\w.-]{3,40}|#{1,4}paid(?:begin|end)#{1,4}|(?:下面|以下)(?:是|由)(?:小编|本站|本网)[^。!\n]{0,40}[。!]?|[(【[]?(?:未完,?)?全文共\d{1,7}字,?(?:当前|目前)?(?:仅|只)?(?:显示|展示)\d{1,7}字[)】\]]?|[-—…(【[]{0,6}此处隐藏\d{1,7}个?字(?:[,。]?(?:(?:下载|登录|注册|付费)后?可?(?:查看|可见|阅读)|VIP会员可见))?[-—…)】\]]{0,6}|仅展示\d{1,6}字,全文共\d{1,7}字|…{1,2}\((?:开头|中间|结尾)部分已省略\d{1,7}字\)|点击(?:查看(?:更多|全文|详情|原文)|展开全文|阅读全文)[>》]{0,3}|【(?:字体:?[^】\n]{0,16}|打印(?:本页|内容|页面)?|关闭(?:窗口|本页|页面)?|返回(?:顶部|首页)?|(?:我要)?纠错|收藏(?:本页)?|分享(?:到:?)?|下载附件)】(?:\s{0,4}(?:打印|关闭)(?:本页|窗口)?(?![\u4e00-\u9fff])){0,2}/g;

/** What each of the marks holds. */
const holdsMark = among([
  "www.",
  "#paid",
  "小编",
  "本站",
  "本网",
  "全文共",
  "此处隐藏",
  "仅展示",
  "部分已省略",
  "点击查看",
  "点击展开",
  "点击阅读",
  ...BUTTONS,
]);

const FIELD = new RegExp(`^(?:${FIELDS.join("|")})\\s{0,4}(?::|\\|)`);
const LATER_FIELD = new RegExp(`[\\s|](?:${FIELDS.join("|")})\\s{0,4}:`);
const NAME = new RegExp(`^(?:${NAMES.join("|")})\\s{0,4}:[^。:]{0,16}$`);
const COUNT = /\d余?[万亿元件人个项%场份条]/;

const BULLET = /^[•·●▪■◆*-]\s{0,4}/;

/** Whether a whole line, trimmed and folded, is page furniture. */
export function isFurniture(line: string): boolean {
  if (line.length > 200) return false;
  if (line.includes(":") || line.includes("|")) {
    if (FIELD.test(line.replace(BULLET, ""))) return !line.includes("。");
    if (NAME.test(line)) return !COUNT.test(line);
    if (NAMES.some((name) => line.startsWith(name)) && LATER_FIELD.test(line)) return !line.includes("。");
  }
  return LINE.test(line);
}

/** The spans [start, end) of marks inside a folded line: paywall marks, and runs of table pipes at either end. */
export function furnitureMarks(folded: string): [number, number][] {
  const marks = holdsMark(folded)
    ? [...folded.matchAll(MARKS)].map((m): [number, number] => [m.index, m.index + m[0].length])
    : [];
  let head = 0;
  while (head < folded.length && (folded[head] === "|" || isSpace(folded[head]!))) head++;
  if (folded.slice(0, head).includes("|")) marks.unshift([0, head]);
  let tail = folded.length;
  while (tail > head && (folded[tail - 1] === "|" || isSpace(folded[tail - 1]!))) tail--;
  if (folded.slice(tail).includes("|")) marks.push([tail, folded.length]);
  return marks;
}

/** Whether a folded line is a row of a table: cells between pipes, or at least two that pipes or tabs part. */
export function isTableRow(folded: string): boolean {
  if (!folded.includes("|") && !folded.includes("\t")) return false;
  const trimmed = folded.trim();
  const piped = trimmed.split("|").length > 2;
  const cells = trimmed.split(piped ? "|" : "\t");
  const filled = cells.filter((cell) => !isSpace(cell)).length;
  return filled >= 2 || (filled === 1 && trimmed.startsWith("|") && trimmed.endsWith("|") && cells.length > 2);
}
