import fc from "fast-check";

/** A sentence with the rules of which one must speak up where its figures are wrong. */
export interface Sample {
  readonly form: string;
  readonly text: string;
  readonly wrong: boolean;
  readonly rules: readonly string[];
}

/** A way to state a relation. It is given the figures, right or wrong, and writes the sentence. */
interface Form<V> {
  readonly rules: readonly string[];
  readonly figures: fc.Arbitrary<V>;
  /** The same figures with one of them wrong. */
  readonly spoil: (figures: V, by: number, which: number) => V;
  readonly ways: readonly ((figures: V, words: Words) => string)[];
}

interface Words {
  readonly when: string;
  readonly course: Course;
  readonly kinds: readonly string[];
  readonly things: string;
  readonly unit: string;
}

/** A number with one of its digits mistaken, never the first of several for a nought. */
function mistyped(number: number | string, by: number): string {
  const chars = [...String(number)];
  const digits = chars.flatMap((char, i) => (char === "." ? [] : [i]));
  const at = digits[by % digits.length]!;
  const digit = (Number(chars[at]) + 1 + (by % 8)) % 10;
  chars[at] = String(digit === 0 && at === 0 ? (chars[at] === "5" ? 6 : 5) : digit);
  return chars.join("");
}

/** What is counted, and by which deeds it goes in and out. */
interface Course {
  readonly taken: string;
  readonly done: string;
  readonly rate: string;
  readonly thing: string;
  readonly unit: string;
}

const WHEN = [
  "全年",
  "2024年，全县",
  "一年来，",
  "截至12月底，",
  "报告期内，",
  "今年以来，全区",
  "年内",
  "",
  "上半年，",
];

const COURSES: readonly Course[] = [
  { taken: "受理", done: "办结", rate: "办结率", thing: "行政复议案件", unit: "件" },
  { taken: "共受理", done: "调解成功", rate: "调解成功率", thing: "矛盾纠纷", unit: "起" },
  { taken: "收到", done: "答复", rate: "答复率", thing: "信息公开申请", unit: "件" },
  { taken: "提出", done: "被采纳", rate: "采纳率", thing: "审查意见", unit: "条" },
  { taken: "累计排查", done: "整改", rate: "整改率", thing: "安全隐患", unit: "处" },
  { taken: "发现", done: "完成整改", rate: "整改率", thing: "各类问题", unit: "个" },
  { taken: "发放", done: "回收", rate: "回收率", thing: "调查问卷", unit: "份" },
  { taken: "抽检", done: "合格", rate: "合格率", thing: "食品", unit: "批次" },
  { taken: "监测", done: "达标", rate: "达标率", thing: "水质断面", unit: "个" },
  { taken: "接到", done: "办结", rate: "办结率", thing: "群众诉求", unit: "件" },
  { taken: "接收", done: "审结", rate: "审结率", thing: "仲裁申请", unit: "宗" },
];

const KINDS = [
  ["民事案件", "刑事案件", "行政案件", "执行案件", "其他案件"],
  ["咨询类", "投诉类", "求助类", "举报类", "建议类"],
  ["婚姻家庭纠纷", "邻里纠纷", "劳动争议", "物业纠纷", "道路交通事故纠纷"],
  ["一审案件", "二审案件", "再审案件", "非诉审查", "赔偿案件"],
  ["消防安全", "燃气使用", "特种设备", "建筑施工", "危化品"],
];

const THINGS = ["法律援助案件", "信访事项", "12345热线工单", "行政处罚案件", "涉企诉求", "各类矛盾纠纷", "检查事项"];

const words: fc.Arbitrary<Words> = fc.record({
  when: fc.constantFrom(...WHEN),
  course: fc.constantFrom(...COURSES),
  kinds: fc.constantFrom(...KINDS),
  things: fc.constantFrom(...THINGS),
  unit: fc.constantFrom("件", "起", "宗", "项"),
});

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const fixed = (value: number, places: number): string => Number(value.toFixed(places)).toString();

interface TotalFigures {
  readonly total: number;
  readonly parts: readonly number[];
}

const listed = (parts: readonly number[], { kinds, unit }: Words, joint: string): string =>
  parts.map((part, i) => `${kinds[i]}${part}${unit}`).join(joint);

const totals: Form<TotalFigures> = {
  rules: ["figure/sum-mismatch", "figure/part-exceeds-whole"],
  figures: fc
    .array(fc.integer({ min: 12, max: 900 }), { minLength: 2, maxLength: 5 })
    .map((parts) => ({ parts, total: sum(parts) })),
  // A part that grows or a total that shrinks; a list that lacks a little is wrong as well.
  spoil: ({ total, parts }, by, which) =>
    which % 2
      ? { total: Number(mistyped(total, by)), parts }
      : { total, parts: parts.map((part, i) => (i === which % parts.length ? Number(mistyped(part, by)) : part)) },
  ways: [
    ({ total, parts }, w) => `${w.when}办理${w.things}${total}${w.unit}，其中${listed(parts, w, "、")}。`,
    ({ total, parts }, w) =>
      `${w.when}共办理${w.things}${total}${w.unit}(其中${listed(parts, w, "、")}),比去年同期增加17%。`,
    ({ total, parts }, w) => `${w.when}受理${w.things}${total}${w.unit}，其中：${listed(parts, w, "；")}。`,
    ({ total, parts }, w) => `${w.when}受理${w.things}${total}${w.unit}。其中，${listed(parts, w, "，")}。`,
    ({ total, parts }, w) => `${w.when}登记${w.things}${total}${w.unit}，包括${listed(parts, w, "、")}，群众普遍满意。`,
    ({ total, parts }, w) => `${w.when}登记${total}${w.unit}${w.things}（${listed(parts, w, "、")}）。`,
    ({ total, parts }, w) => `${w.when}查处${w.things}${total}${w.unit},含${listed(parts, w, ",")}。`,
    ({ total, parts }, w) => `${w.when}办理${listed(parts, w, "、")}，合计${total}${w.unit}。`,
    ({ total, parts }, w) => `${w.when}办理${listed(parts, w, "，")}，共计${total}${w.unit}，实现应办尽办。`,
    ({ total, parts }, w) => `${w.when}${listed(parts, w, "、")}，总计办理${total}${w.unit}。`,
    ({ total, parts }, w) =>
      `在${w.when.replace(/，$/, "")}受理的${total}${w.unit}${w.things}中，${listed(parts, w, "，")}。`,
    ({ total, parts }, w) => `${w.when}受理${w.things}${total}${w.unit}。按类型分，${listed(parts, w, "，")}。`,
    ({ total, parts }, w) => `${w.when}受理${w.things}${total}${w.unit}，分别为${listed(parts, w, "、")}。`,
    ({ total, parts }, w) =>
      `${w.when}受理${w.things}${total}${w.unit}，较上年略有增长，其中${listed(parts.slice(0, -1), w, "、")}，其余${parts.at(-1)}${w.unit}为其他事项。`,
    ({ total, parts }, w) => `${w.when}审查${w.things}${total}${w.unit}：${listed(parts, w, "、")}。`,
    ({ total, parts }, w) =>
      `${w.when}处理${w.things}${total}${w.unit}，由${parts.map((part, i) => `${part}${w.unit}${w.kinds[i]}`).join("、")}构成。`,
  ],
};

interface RateFigures {
  readonly whole: number;
  readonly part: number;
  readonly rate: string;
}

const ratio = fc
  .record({
    whole: fc.integer({ min: 20, max: 30000 }),
    share: fc.double({ min: 0.3, max: 0.99, noNaN: true }),
    places: fc.integer({ min: 1, max: 2 }),
  })
  .map(({ whole, share, places }) => {
    const part = Math.max(1, Math.min(whole - 1, Math.round(whole * share)));
    return { whole, part, rate: fixed((part / whole) * 100, places) };
  });

const rates: Form<RateFigures> = {
  rules: ["figure/rate-mismatch", "figure/part-exceeds-whole", "figure/impossible-rate"],
  figures: ratio,
  spoil: ({ whole, part, rate }, by) => ({ whole, part, rate: mistyped(rate, by) }),
  ways: [
    ({ whole, part, rate }, { when, course: c }) =>
      `${when}${c.taken}${c.thing}${whole}${c.unit}，${c.done}${part}${c.unit}，${c.rate}${rate}%。`,
    ({ whole, part, rate }, { when, course: c }) =>
      `${when}${c.taken}${c.thing}${whole}${c.unit},${c.done}${part}${c.unit},${c.rate}为${rate}%,成效明显。`,
    ({ whole, part, rate }, { when, course: c }) =>
      `${when}${c.taken}${c.thing}${whole}${c.unit}，已${c.done}${part}${c.unit}（${c.rate}${rate}%）。`,
    ({ whole, part, rate }, { when, course: c }) =>
      `${when}${c.taken}${c.thing}${whole}${c.unit}，${c.rate}达${rate}%（${part}/${whole}）。`,
    ({ whole, part, rate }, { when, things, kinds }) =>
      `${when}受理${things}${whole}件，其中${kinds[0]}${part}件，占${rate}%。`,
    ({ whole, part, rate }, { when, things, kinds }) =>
      `${when}受理${things}${whole}件，${kinds[1]}${part}件，占总数的${rate}%。`,
    ({ whole, part, rate }, { when, things, kinds }) =>
      `${when}受理${things}${whole}件。其中，${kinds[2]}${part}件，占比${rate}%。`,
    ({ whole, part, rate }, { when }) => `${when}一般公共预算收入${part}万元，完成年初预算${whole}万元的${rate}%。`,
    ({ whole, part, rate }, { when }) => `${when}计划实施项目${whole}个，开工${part}个，开工率${rate}%。`,
    ({ whole, part, rate }, { when }) => `${when}应参训干部${whole}人，实际参训${part}人，参训率达${rate}%。`,
    ({ whole, part, rate }, { when }) => `${when}抽查药品${whole}批次，不合格${whole - part}批次，合格率${rate}%。`,
    ({ whole, part, rate }, { when }) => `${when}回访办事群众${whole}人，表示满意的${part}人，满意率为${rate}%。`,
    ({ whole, part, rate }, { when, things }) => `${when}共有${things}${whole}件，${part}件已经办结，办结率${rate}%。`,
    ({ whole, part, rate }, { when }) => `${when}通过简易程序办结${part}件，占全部案件${whole}件的${rate}%。`,
  ],
};

interface ChangeFigures {
  readonly now: number;
  readonly before: number;
  readonly percent: string;
  readonly up: boolean;
  readonly delta: number;
}

const changeOf = (now: number, before: number, places: number): ChangeFigures => ({
  now,
  before,
  percent: fixed((Math.abs(now - before) / before) * 100, places),
  up: now > before,
  delta: Math.abs(now - before),
});

const changes: Form<ChangeFigures> = {
  rules: ["figure/change-mismatch", "figure/impossible-change"],
  figures: fc
    .record({
      now: fc.integer({ min: 30, max: 9000 }),
      before: fc.integer({ min: 30, max: 9000 }),
      places: fc.integer({ min: 1, max: 2 }),
    })
    .filter(({ now, before }) => Math.abs(now - before) / before > 0.02 && now < before * 4)
    .map(({ now, before, places }) => changeOf(now, before, places)),
  spoil: (figures, by, which) =>
    which % 3 === 0 ? { ...figures, up: !figures.up } : { ...figures, percent: mistyped(figures.percent, by) },
  ways: [
    ({ now, before, percent, up }, { when, course: c }) =>
      `${when}${c.taken}${c.thing}${now}${c.unit}，同比${up ? "增长" : "下降"}${percent}%（上年同期${before}${c.unit}）。`,
    ({ now, before, percent, up }, { when, course: c }) =>
      `${when}${c.taken}${c.thing}${now}${c.unit}(上年同期${before}${c.unit}),同比${up ? "上升" : "下降"}${percent}%。`,
    ({ now, before, percent, up }, { when, course: c }) =>
      `${when}${c.taken}${c.thing}${now}${c.unit}，比上年的${before}${c.unit}${up ? "增加" : "减少"}${percent}%。`,
    ({ now, before, percent, up }, { when, course: c }) =>
      `${when}${c.taken}${c.thing}${now}${c.unit}，较去年同期的${before}${c.unit}${up ? "提高" : "降低"}${percent}%。`,
    ({ now, before, percent, up }, { course: c }) =>
      `${c.thing}由上年的${before}${c.unit}${up ? "增至" : "降至"}${now}${c.unit}，${up ? "增长" : "下降"}${percent}%。`,
    ({ now, before, percent, up }, { course: c }) =>
      `${c.thing}从${before}${c.unit}${up ? "增加到" : "减少到"}${now}${c.unit}，${up ? "增幅" : "降幅"}为${percent}%。`,
    ({ now, before, percent, up }, { course: c }) =>
      `2023年${c.taken}${c.thing}${before}${c.unit}，2024年${c.taken}${now}${c.unit}，同比${up ? "增长" : "下降"}${percent}%。`,
    ({ now, before, percent, up }, { course: c }) =>
      `去年${c.taken}${c.thing}${before}${c.unit}，今年${c.taken}${now}${c.unit}，同比${up ? "增长" : "下降"}${percent}%。`,
    ({ now, percent, up, delta }, { when, course: c }) =>
      `${when}${c.taken}${c.thing}${now}${c.unit}，同比${up ? "增加" : "减少"}${delta}${c.unit}，${up ? "增长" : "下降"}${percent}%。`,
    ({ now, percent, up, delta }, { when, course: c }) =>
      `${when}${c.taken}${c.thing}${now}${c.unit}，比上年${up ? "多" : "少"}${delta}${c.unit}，${up ? "增幅" : "降幅"}达${percent}%。`,
    ({ now, before, percent, up }, { when, course: c }) =>
      `${when}${c.taken}${c.thing}${now}${c.unit}，上年同期为${before}${c.unit}，同比${up ? "增长" : "下降"}${percent}%。`,
    ({ now, before, percent, up }, { when, course: c }) =>
      `${when}${c.taken}${c.thing}${now}${c.unit}，${up ? "增长" : "下降"}${percent}%，上年同期为${before}${c.unit}。`,
    ({ now, before, percent, up }, { when, course: c }) =>
      `${when}${c.thing}同比${up ? "增长" : "下降"}${percent}%，达${now}${c.unit}（上年${before}${c.unit}）。`,
    ({ now, before, percent, up }, { when, course: c }) =>
      `${when}${c.taken}${c.thing}${now}${c.unit}，与上年同期${before}${c.unit}相比${up ? "增长" : "下降"}${percent}%。`,
    ({ now, before, percent, up }, { when, course: c }) =>
      `${when}${c.taken}${c.thing}${now}${c.unit}，同比${up ? "上升" : "下降"}${percent}%，其中${c.done}${Math.floor(now / 2)}${c.unit}；上年同期${c.taken}${before}${c.unit}。`,
  ],
};

interface PointFigures {
  readonly now: string;
  readonly before: string;
  readonly points: string;
  readonly up: boolean;
}

const points: Form<PointFigures> = {
  rules: ["figure/change-mismatch"],
  figures: fc
    .record({ now: fc.integer({ min: 700, max: 999 }), before: fc.integer({ min: 700, max: 999 }) })
    .filter(({ now, before }) => Math.abs(now - before) > 3)
    .map(({ now, before }) => ({
      now: fixed(now / 10, 1),
      before: fixed(before / 10, 1),
      points: fixed(Math.abs(now - before) / 10, 1),
      up: now > before,
    })),
  spoil: (figures, by, which) =>
    which % 2 ? { ...figures, up: !figures.up } : { ...figures, points: mistyped(figures.points, by) },
  ways: [
    ({ now, before, points: p, up }) => `群众满意率${now}%，较上年的${before}%${up ? "提高" : "下降"}${p}个百分点。`,
    ({ now, before, points: p, up }) =>
      `案件办结率为${now}%，同比${up ? "上升" : "下降"}${p}个百分点（上年同期${before}%）。`,
    ({ now, before, points: p, up }) =>
      `调解成功率由${before}%${up ? "提升至" : "降至"}${now}%，${up ? "提高" : "降低"}${p}个百分点。`,
    ({ now, before, points: p, up }) =>
      `空气质量优良率达${now}%,上年同期为${before}%,${up ? "提升" : "下降"}${p}个百分点。`,
    ({ now, before, points: p, up }) => `城乡垃圾分类覆盖率${now}%，比去年${before}%${up ? "高" : "低"}${p}个百分点。`,
    ({ now, before, points: p, up }) =>
      `行政复议纠错率从${before}%变为${now}%，${up ? "上升" : "下降"}了${p}个百分点。`,
  ],
};

interface BalanceFigures {
  readonly carried: number;
  readonly taken: number;
  readonly released: number;
  readonly left: number;
  readonly handled: number;
}

const balances: Form<BalanceFigures> = {
  rules: ["figure/balance-mismatch", "figure/sum-mismatch", "figure/part-exceeds-whole"],
  figures: fc
    .record({
      taken: fc.integer({ min: 60, max: 4000 }),
      share: fc.double({ min: 0.5, max: 0.95, noNaN: true }),
      carried: fc.integer({ min: 3, max: 50 }),
    })
    .map(({ taken, share, carried }) => {
      const released = Math.round(taken * share);
      return { taken, released, left: taken - released, carried, handled: taken + carried };
    }),
  spoil: (figures, by) => ({
    ...figures,
    left: Number(mistyped(figures.left, by)),
    handled: Number(mistyped(figures.handled, by)),
  }),
  ways: [
    ({ taken, released, left }) => `累计接收社区矫正对象${taken}人，累计解除${released}人，现在册${left}人。`,
    ({ taken, released, left }) => `截至年底,全区累计接收矫正对象${taken}名,期满解矫${released}名,在册${left}名。`,
    ({ taken, released, left }) => `全年共受理仲裁案件${taken}件，已审结${released}件，尚未审结${left}件。`,
    ({ taken, released, left }) => `收到群众来信${taken}件，办结${released}件，正在办理${left}件。`,
    ({ taken, released, left }) => `受理投诉${taken}宗，办结${released}宗，剩余${left}宗在办。`,
    ({ taken, carried, handled }) => `上年结转案件${carried}件，新收${taken}件，共办理${handled}件。`,
    ({ taken, carried, handled }) => `全年办理公证${handled}件，其中新收${taken}件，上年结转${carried}件。`,
    ({ taken, released, left }) => `全年收入${taken}万元，支出${released}万元，年末结余${left}万元。`,
    ({ taken, released, left, carried }) =>
      `期初旧存${carried}件，本期新收${taken}件，办结${released}件，期末未结${left + carried}件。`,
  ],
};

interface OrderFigures {
  readonly whole: number;
  readonly part: number;
}

const orders: Form<OrderFigures> = {
  rules: ["figure/part-exceeds-whole"],
  figures: fc
    .record({ whole: fc.integer({ min: 20, max: 5000 }), share: fc.double({ min: 0.4, max: 1, noNaN: true }) })
    .map(({ whole, share }) => ({ whole, part: Math.max(1, Math.floor(whole * share)) })),
  spoil: ({ whole }, by) => ({ whole, part: whole + by }),
  ways: [
    ({ whole, part }, { when, course: c }) =>
      `${when}${c.taken}${c.thing}${whole}${c.unit}，${c.done}${part}${c.unit}。`,
    ({ whole, part }, { when, course: c }) =>
      `${when}${c.taken}${c.thing}${whole}${c.unit},已${c.done}${part}${c.unit},群众反响良好。`,
    ({ whole, part }, { when, course: c }) =>
      `${when}${c.taken}${whole}${c.unit}${c.thing}，比上年略有增加，${c.done}${part}${c.unit}。`,
    ({ whole, part }, { when, course: c }) =>
      `${when}${c.taken}${c.thing}${whole}${c.unit}（${c.done}${part}${c.unit}）。`,
    ({ whole, part }, { when }) => `${when}检查餐饮单位${whole}家次，其中学校食堂${part}家次。`,
    ({ whole, part }, { when }) => `${when}报名参加公开招聘${whole}人，通过笔试${part}人。`,
  ],
};

const NUMERALS = "〇一二三四五六七八九";

interface ListFigures {
  readonly said: number;
  readonly count: number;
}

const ITEMS = ["政策宣讲", "法律咨询", "纠纷调处", "风险预警", "人才培养", "信息共享", "应急处置"];

const lists: Form<ListFigures> = {
  rules: ["figure/listed-count"],
  figures: fc.integer({ min: 4, max: 6 }).map((count) => ({ said: count, count })),
  spoil: ({ count }, _, which) => ({ count, said: count + (which % 2 ? 1 : -1) }),
  ways: [
    ({ said, count }) => `建成综合服务中心，具备${NUMERALS[said]}大功能：${ITEMS.slice(0, count).join("、")}。`,
    ({ said, count }) => `充分发挥${ITEMS.slice(0, count).join("、")}${NUMERALS[said]}大功能，方便群众办事。`,
    ({ said, count }) => `重点抓好${said}个方面：${ITEMS.slice(0, count - 1).join("、")}和${ITEMS[count - 1]}。`,
    ({ said, count }) => `推行${NUMERALS[said]}项机制，即${ITEMS.slice(0, count).join("、")}。`,
    ({ said, count }) => `全年突出${NUMERALS[said]}个重点，分别是${ITEMS.slice(0, count).join("、")}。`,
    ({ said, count }) =>
      `工作任务分为${NUMERALS[said]}类，分别是${ITEMS.slice(0, count - 1).join("、")}以及${ITEMS[count - 1]}。`,
  ],
};

const impossible: Form<RateFigures> = {
  rules: ["figure/impossible-rate"],
  figures: ratio.filter(({ whole }) => whole < 90),
  // A rate between two neighbouring fractions, far enough from both not to be a rounding of either.
  spoil: ({ whole, part }) => ({ whole, part, rate: fixed(((part + 0.5) / whole) * 100, 1) }),
  ways: [
    ({ whole, rate }, { when, course: c }) => `${when}${c.taken}${c.thing}${whole}${c.unit}，${c.rate}${rate}%。`,
    ({ whole, rate }, { when, course: c }) => `${when}${c.taken}${c.thing}${whole}${c.unit},${c.rate}为${rate}%。`,
    ({ whole, rate }, { when }) => `${when}审查合同并出具意见${whole}份，涉及金额12亿元，意见采纳率${rate}%。`,
    ({ whole, rate }, { when }) => `${when}审结案件${whole}件，胜诉率达${rate}%。`,
    ({ whole, rate }, { when }) => `${when}参加考试${whole}人，考试通过率为${rate}%。`,
    ({ whole, rate }, { when }) => `${when}回访服务对象${whole}户，满意率${rate}%。`,
  ],
};

const unattainable: Form<ChangeFigures> = {
  rules: ["figure/impossible-change"],
  figures: fc
    .record({ now: fc.integer({ min: 20, max: 120 }), before: fc.integer({ min: 20, max: 120 }) })
    .filter(({ now, before }) => Math.abs(now - before) > 2)
    .map(({ now, before }) => changeOf(now, before, 2)),
  spoil: (figures) => {
    const { now, before } = figures;
    const off = (Math.abs(now - before - 0.5) / (before + 0.5)) * 100;
    return { ...figures, percent: fixed(off, 2) };
  },
  ways: [
    ({ now, percent, up }, { when, course: c }) =>
      `${when}${c.taken}${c.thing}${now}${c.unit}，同比${up ? "增长" : "下降"}${percent}%。`,
    ({ now, percent, up }, { when, course: c }) =>
      `${when}${c.taken}${c.thing}${now}${c.unit},比上年${up ? "上升" : "下降"}${percent}%。`,
    ({ now, percent, up }, { when, course: c }) =>
      `${when}共${c.taken.replace(/^共/, "")}${now}${c.unit}${c.thing}，较上年同期${up ? "增加" : "减少"}${percent}%。`,
    ({ now, percent, up }, { when }) => `${when}发生生产安全事故${now}起，同比${up ? "上升" : "下降"}${percent}%。`,
    ({ now, percent, up }, { when }) => `${when}立案查处${now}件，${up ? "增幅" : "降幅"}为${percent}%。`,
    ({ now, percent, up }, { when }) => `${when}新增就业${now}人，与去年同期相比${up ? "增长" : "下降"}${percent}%。`,
  ],
};

/** Lists that say they are not complete, courses that need not add up, and other sound sentences that look like relations. */
const SOUND: readonly ((a: number, b: number, c: number) => string)[] = [
  (a, b, c) => `全年办理案件${a + b + c + 40}件，其中民事案件${a}件、刑事案件${b}件等。`,
  (a, b, c) => `排查隐患${a + b + c}处，主要包括消防隐患${a}处、用电隐患${b}处。`,
  (a, b) => `受理投诉${a + b}件，办结${a}件，接待来访${a + b + 9}人次。`,
  (a, b) => `现有干部${a + b}名，其中女干部${a}名、党员${Math.max(a, b)}名。`,
  (a, b, c) => `组织培训${a}场，参训${a + b}人次，发放资料${a + b + c}份。`,
  (a, b) => `全年新收案件${a}件，办结${a + b}件（含上年结转${b + 5}件）。`,
  (a, b) => `完成年度任务的${100 + (a % 60)}%，新建站点${b}个。`,
  (a, b) => `全年化解纠纷${a + b}件，其中涉农纠纷${a}件。`,
  (a, b) => `约${a}人参加活动，其中学生${a + b}人次。`,
  (a, b, c) => `受理${a + b}件，办结${a}件，按期办结率100%，挽回损失${c}万元。`,
  (a, b) => `收到建议${a}条、提案${b}件，全部办结。`,
  (a, b, c) => `其中，公证${a}件、仲裁${b}件、调解${c}件。`,
];

const sound: Form<readonly [number, number, number]> = {
  rules: [],
  figures: fc.tuple(
    fc.integer({ min: 11, max: 800 }),
    fc.integer({ min: 11, max: 800 }),
    fc.integer({ min: 11, max: 800 }),
  ),
  spoil: (figures) => figures,
  ways: SOUND.map(
    (way) =>
      ([a, b, c]: readonly [number, number, number]) =>
        way(a, b, c),
  ),
};

const HALF = ["（(", "）)", "，,", "；;", "：:", "％%"] as const;
const halved = (text: string): string => HALF.reduce((all, [wide, narrow]) => all.replaceAll(wide!, narrow!), text);

function samples<V>(name: string, { rules, figures, spoil, ways }: Form<V>): fc.Arbitrary<Sample> {
  return fc
    .record({
      figures,
      words,
      way: fc.nat(ways.length - 1),
      by: fc.integer({ min: 2, max: 40 }),
      which: fc.nat(30),
      wrong: fc.boolean(),
      half: fc.boolean(),
    })
    .map(({ figures: right, words: w, way, by, which, wrong, half }) => {
      const broken = wrong && rules.length > 0;
      const text = ways[way]!(broken ? spoil(right, by, which) : right, w);
      return { form: `${name} ${way + 1}`, text: half ? halved(text) : text, wrong: broken, rules };
    });
}

/** Sentences of every relation, right and wrong. */
export const forms: readonly fc.Arbitrary<Sample>[] = [
  samples("total", totals),
  samples("rate", rates),
  samples("change", changes),
  samples("points", points),
  samples("balance", balances),
  samples("order", orders),
  samples("list", lists),
  samples("impossible rate", impossible),
  samples("impossible change", unattainable),
  samples("sound", sound),
];
