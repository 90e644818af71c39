import type { Figure } from "./figure.ts";
import { before, matchAt, type Place, plain } from "./place.ts";

const TO = "(?:--|——|[-—–~至到])";
const YEAR = "(?:\\d{4} ?(?:学年|年)度?)";
const MONTH = "(?:\\d{1,2} ?月份?)";
const DAY = "(?:\\d{1,2} ?[日号])";
const POINT = `(?:${YEAR}(?: ?${MONTH}(?: ?${DAY})?)?|${MONTH}(?: ?${DAY})?)`;
const CENTURY = "(?:19|20)\\d\\d";
const CLOCK = "\\d{1,2}:[0-5]\\d(?::[0-5]\\d)?(?!\\d)";

const PATTERNS = [
  `${YEAR} ?\\d{1,2} ?${TO} ?${MONTH}`,
  `\\d{1,2} ?${TO} ?${MONTH}`,
  `(?:${YEAR} ?)?${MONTH} ?\\d{1,2} ?[日号]? ?(?:${TO}|、) ?(?:\\d{1,2} ?月 ?)?${DAY}`,
  `${CENTURY} ?${TO} ?(?:${CENTURY}|\\d\\d) ?(?:学?年度?|(?=[)》〉]))`,
  `${CENTURY}[/]${CENTURY} ?学?年?度?`,
  `${POINT} ?${TO} ?${POINT}`,
  POINT,
  "\\d{2}年(?=底|初|度|上半年|下半年|以来|\\d{1,2}月|[春夏秋冬])",
  "\\d{2,4} ?年代",
  "(?:前 ?)?\\d ?季度",
  `${CLOCK}(?:${TO}${CLOCK})?`,
  "\\d{1,2}时(?![间代段期刻常而候不])(?:\\d{1,2}分)?",
  "\\d{1,2}点(?:\\d{1,2}分|钟|整|半)",
  `${CENTURY}(?= ?(?:[、和及与] ?${CENTURY}){1,6} ?年)`,
].map((source) => new RegExp(source, "y"));

const ISO = new RegExp(`${CENTURY}(?<mark>[-./])\\d{1,2}\\k<mark>\\d{1,2}(?!\\d)(?: ?${CLOCK})?`, "y");

/** 2024-03-09, 2024.3.9, 2024/3/9 8:30. */
export function isoDate(place: Place): Figure | null {
  const found = /[\d.A-Za-z]/.test(place.text[place.at - 1] ?? "") ? null : matchAt(ISO, place.text, place.at);
  return found && plain("date", place, place.at + found[0].length);
}

/** A day that goes on from the date before it: 3月12日、15日. */
const NEXT_DAY = new RegExp(`${DAY}(?!内|以内|前|以上|游)`, "y");
const YEAR_ALONE = new RegExp(`${CENTURY}(?![\\d.,%:+万亿])`, "y");
const LEADS_A_COUNT = /(?:共|计|达|为|到|至|过|足|约|近|超|逾|数|量|额|有|了|:)$/;

/** Dates, years, months, quarters and times of day, with their ranges. */
export function date(place: Place): Figure | null {
  const { text, at } = place;
  if (/[\d.]/.test(text[at - 1] ?? "")) return null;
  for (const pattern of PATTERNS) {
    const found = matchAt(pattern, text, at);
    if (!found) continue;
    if (found[0].includes(":") && /比[例值]?[为是达]?$/.test(before(place, 4))) continue;
    return plain("date", place, at + found[0].length);
  }
  const { previous } = place;
  if (previous?.kind === "date" && /^[、,和及与至到—~-]{1,2}$/.test(text.slice(previous.span.end, at))) {
    const day = matchAt(NEXT_DAY, text, at);
    if (day) return plain("date", place, at + day[0].length);
  }
  return null;
}

/** A year without 年 (“2024工作要点”, “(2022—2025)”): the last guess for a bare number. */
export function bareYear(place: Place): Figure | null {
  const { text, at } = place;
  const year = matchAt(YEAR_ALONE, text, at);
  return year && !LEADS_A_COUNT.test(before(place, 2)) ? plain("date", place, at + year[0].length) : null;
}
