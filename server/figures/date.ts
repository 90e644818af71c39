import { type Clued, lineBefore, matchAt, type Place, plain, type Reading } from "./place.ts";

const TO = "(?:--|——|[-—–~至到])";
const CENTURY = "(?:19|20)\\d\\d";
const YEAR = "(?:1[6-9]|2[01])\\d\\d ?(?:学年|财年|年(?!历史))度?";
const MONTH = "(?:1[0-2]|0?[1-9]) ?月份?";
const DAY = "\\d{1,2} ?[日号]";
const POINT = `(?:${YEAR}(?: ?${MONTH}(?: ?${DAY})?)?|${MONTH}(?: ?${DAY})?)`;
const CLOCK = "\\d{1,2}[:∶][0-5]\\d(?:[:∶][0-5]\\d)?(?!\\d)";

/** The longer form stands before the one it begins with. */
const CALENDAR = [
  `${YEAR} ?\\d{1,2} ?${TO} ?${MONTH}`,
  `\\d{1,2} ?${TO} ?${MONTH}`,
  `(?:${YEAR} ?)?${MONTH} ?\\d{1,2} ?[日号]? ?(?:${TO}|、) ?(?:\\d{1,2} ?月 ?)?${DAY}`,
  `${CENTURY} ?${TO} ?(?:${CENTURY}|\\d\\d) ?(?:学?年度?|(?=[)》〉]))`,
  `${CENTURY}${CENTURY} ?年度?`,
  `${CENTURY}-(?:0[1-9]|1[0-2])(?![\\d-])`,
  `${CENTURY}/(?:${CENTURY}|\\d\\d) ?学?年度?`,
  `${POINT} ?${TO} ?${POINT}`,
  POINT,
  "\\d{2}年(?=底|初|度|末|上半年|下半年|以来|\\d{1,2}月|[春夏秋冬]季?)",
  "\\d{2,4} ?年代",
  "\\d{1,2} ?世纪",
  `\\d ?(?:${TO} ?\\d ?)?季度`,
  "\\d{1,2}时(?![间代段期刻常而候不])(?:\\d{1,2}分)?",
  "\\d{1,2}点(?:\\d{1,2}分|钟|整|半)",
  "(?<=[午晚晨早日至于到—~-]|[晚早]上)\\d{1,2}点(?!位|击|评|赞)",
];
const DATE = new RegExp(CALENDAR.join("|"), "y");

const ISO = new RegExp(`${CENTURY}(?<mark>[-./])\\d{1,2}\\k<mark>\\d{1,2}(?!\\d)(?: ?${CLOCK})?`, "y");

/** 2024-03-09, 2024.3.9, 2024/3/9 8:30. */
export const isoDate: Clued = {
  after: "-./",
  read(place) {
    const found = matchAt(ISO, place.text, place.at);
    const begun = found && /[\d.A-Za-z]$|[A-Za-z]\/$/.test(lineBefore(place.text, place.at));
    return found && !begun ? plain("date", place, place.at + found[0].length) : null;
  },
};

/** Dates, years, months, quarters and times of day, with their ranges. */
export const date: Clued = {
  after: "年学财月日-—–~至到/世季时点:∶",
  read(place) {
    const { text, at } = place;
    const found = matchAt(DATE, text, at);
    const end = found ? at + found[0].length : (shortYear(place) ?? dayOfMonth(place) ?? clock(place));
    return end === null ? null : plain("date", place, end);
  },
};

const SHORT_YEAR = /(?:1[5-9]|2\d)年(?![来前后间内多以之的制无未没如累共])/y;
const SINCE = /(?:^|[,。;(]|截至|截止|于|自|到|和|及)$/;

/** “23年，全区…” for 2023年: two digits at the head of a clause. */
function shortYear(place: Place): number | null {
  const found = matchAt(SHORT_YEAR, place.text, place.at);
  return found && SINCE.test(lineBefore(place.text, place.at)) ? place.at + found[0].length : null;
}

const DAY_ALONE = /(?:[12]?\d|3[01]) ?日(?![内均常报游以])/y;
const OPEN_DAY = /^[、,和及与至到—~-]{1,2}$/;
const MONTHLY = /(?:每月|当月|次月|本月|该月|上月)(?:的)? ?$/;
const BY_DAY = /(?:前|起|止|上午|下午|晚|凌晨|清晨|召开|举行|在)/y;
const LASTS = /(?:期限|时限|限期|共|为|满|达|过|超|足|每|近|约|延长|连续|历时|提前|个|第) ?$/;

/** A day without its month: 3月12日、15日; 每月5日; 29日上午. */
function dayOfMonth(place: Place): number | null {
  const { text, at, previous } = place;
  const found = matchAt(DAY_ALONE, text, at);
  if (!found) return null;
  const line = lineBefore(text, at);
  const end = at + found[0].length;
  const continued = previous?.kind === "date" && OPEN_DAY.test(text.slice(previous.span.end, at));
  return continued || MONTHLY.test(line) || (!LASTS.test(line) && matchAt(BY_DAY, text, end)) ? end : null;
}

const HOURS = new RegExp(`${CLOCK}(?:${TO}(?:次日)?${CLOCK})?`, "y");
const AT_HOUR = /(?:[上下中]午|[早晚]上?|凌晨|清晨|夜间|时间|每天|每日|于|从|至|到|日|:) ?$/;

/** 8:30, 9:00—17:00; 1:15 is a ratio unless it is said to be a time. */
function clock(place: Place): number | null {
  const found = matchAt(HOURS, place.text, place.at);
  if (!found) return null;
  const line = lineBefore(place.text, place.at);
  const timed = AT_HOUR.test(line) || /^\d?\d[:∶][0-5][05](?!\d)/.test(found[0]) || found[0].length > 5;
  return timed && !/比[^,。;]{0,5}$/.test(line) ? place.at + found[0].length : null;
}

const YEAR_ALONE = new RegExp(`${CENTURY}(?:\\.(?:0?[1-9]|1[0-2]))?(?!\\d|\\.\\d|,\\d{3}(?!\\d)|[%:+万亿])`, "y");
const LEADS_A_COUNT = /(?:共|计|达|为|到|(?<!截)至|过|足|约|近|超|逾|数|量|额|有|了|:) ?$/;

/** A year without 年 (2024工作要点, (2023), 2024.3): the last guess for a number without a unit. */
export const bareYear: Reading = (place) => {
  const found = matchAt(YEAR_ALONE, place.text, place.at);
  const counted = found && LEADS_A_COUNT.test(lineBefore(place.text, place.at));
  return found && !counted ? plain("date", place, place.at + found[0].length) : null;
};
