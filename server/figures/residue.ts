import { arabicAt } from "./numeral.ts";
import { type Clued, lineBefore, matchAt, plain } from "./place.ts";

/** What a page says about itself: the words around the number. */
const FURNITURE: readonly { readonly before: RegExp; readonly after: RegExp }[] = [
  { before: /(?:此处隐藏|仅展示|已省略)$/, after: / ?个?字/y },
  { before: /全文共 ?$/, after: / ?个?字/y },
  { before: /(?:浏览|点击|阅读|访问|下载)(?:次数|量|数)? ?: ?$/, after: / ?次?(?=[^\u4e00-\u9fff]|$)/y },
  { before: /第 ?$/, after: / ?页,? ?共/y },
  { before: /第 ?\d{1,4} ?页,? ?共 ?$/, after: / ?页/y },
  { before: /\($/, after: /页珍藏版/y },
  { before: /^ ?[—–-]{1,2} ?$/, after: / ?[—–-]{1,2} ?(?=\n|$)/y },
];
/** How any of them ends. */
const LEADING = /[藏示略共:第(—–-] ?$/;
const MASKED_YEAR = /20(?=[xX×*＊○]{2})/y;

/** What a web page or a template left behind: 此处隐藏5158字, 浏览次数：12, 第1页共4页, 20XX年. */
export const residue: Clued = {
  before: "藏示略共:第(—–-",
  after: "xX×*＊○",
  read(place) {
    const { text, at } = place;
    const { end } = arabicAt(text, at)!;
    const line = lineBefore(text, at);
    const left =
      matchAt(MASKED_YEAR, text, at) !== null ||
      (LEADING.test(line) && FURNITURE.some((page) => page.before.test(line) && matchAt(page.after, text, end)));
    return left ? plain("residue", place, end) : null;
  },
};
