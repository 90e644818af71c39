import type { Constraint, Part } from "../../../constraints/constraint.ts";
import { type Claim, claimsOf } from "../../../constraints/judge.ts";
import { kindOf } from "../../../constraints/kinds.ts";
import type { Slip } from "../../../constraints/slips.ts";
import type { Paragraph } from "../../../report/paragraph.ts";
import type { Statement } from "../../../statements/statement.ts";
import { greatest } from "../../../text/list.ts";
import { type Message, say } from "../../../text/message.ts";
import { overlaps, type Span, span } from "../../../text/span.ts";
import type { Token } from "../../../words/lexer.ts";
import type { Finding, Fix } from "../../rule.ts";
import { replacement, written } from "./operand.ts";

/** The refuted claims of some kinds as findings, one a slip, each at the figure whose mending sets it right. */
export const refuted = (paragraph: Paragraph, kinds: readonly string[]): readonly Finding[] =>
  claimsOf(paragraph)
    .filter(({ verdict, constraint }) => verdict === "refuted" && kinds.includes(constraint.kind))
    .map((claim) => finding(paragraph, claim, claim.slip!));

function finding(paragraph: Paragraph, claim: Claim, slip: Slip): Finding {
  const { constraint, statement, certain } = claim;
  const word = slip.how === "direction" ? turned(statement) : null;
  const place =
    constraint.kind === "trend"
      ? toldBy(paragraph, claim)
      : word
        ? span(word.token.start, statement.figure.span.end)
        : slip.statement.figure.span;
  const computation = kindOf.get(constraint.kind)!.explain(scaled(claim, slip));
  return {
    span: place,
    ...(certain ? {} : { severity: "warning" as const }),
    message: message(paragraph, claim, slip, computation, word),
    related: [statement, ...constraint.operands.map((operand) => operand.statement)]
      .filter(({ figure }) => !overlaps(figure.span, place))
      .map((other) => ({ span: other.figure.span, message: roleOf(claim, other) })),
    fixes: word ? [turning(word)] : mending(paragraph, claim, slip),
  };
}

/** 4.68亿 of 7.2万 makes 650000 %: with the 万 put right the sum is one that can be followed. */
function scaled({ constraint, statement }: Claim, { how, statement: wrong, value }: Slip): Constraint {
  if (how !== "scale" || wrong === statement || value === null) return constraint;
  const { figure } = wrong;
  const by = value / figure.value!;
  const meant = { ...wrong, figure: { ...figure, value, precision: figure.precision * by } };
  return {
    ...constraint,
    operands: constraint.operands.map((operand) =>
      operand.statement === wrong ? { ...operand, statement: meant } : operand,
    ),
  };
}

/** What would set a claim right: two values exchanged are both written anew, and none is copied over the other. */
function mending(paragraph: Paragraph, { constraint, statement }: Claim, slip: Slip): readonly Fix[] {
  if (slip.value === null) return [];
  if (slip.how !== "exchanged") return replacement(paragraph, slip.statement.figure, Math.abs(slip.value));
  const other = [statement, ...constraint.operands.map((operand) => operand.statement)].find(
    (s) => s !== slip.statement && s.figure.value === slip.value && s.figure.unit === slip.statement.figure.unit,
  );
  if (!other) return [];
  const [one, two] = [slip.statement.figure.digits, other.figure.digits];
  const [first, second] = [one, two].map(({ start, end }) => paragraph.text.slice(start, end));
  return [
    {
      title: say(`把${first}和${second}对调`, `Exchange ${first} and ${second}`),
      safe: false,
      edits: [
        { span: one, newText: second! },
        { span: two, newText: first! },
      ],
    },
  ];
}

/** Where the word stands that says which way: 有所下降, 持平. */
function toldBy({ folded }: Paragraph, { constraint, statement }: Claim): Span {
  const last = greatest(
    constraint.operands.map((operand) => operand.statement.figure.span.end),
    statement.figure.span.end,
  );
  const after = folded.indexOf(constraint.form, last);
  const start =
    after < 0 || after > last + 16 ? folded.indexOf(constraint.form, Math.min(statement.figure.span.end, last)) : after;
  return start < 0 ? statement.figure.span : span(start, start + constraint.form.length);
}

export const HOW = {
  swapped: say("疑为数字颠倒", "two digits may be swapped"),
  changed: say("疑为一位数字有误", "one digit may be wrong"),
  doubled: say("疑为多写了一位", "a digit too many"),
  lost: say("疑为漏写了一位", "a digit too few"),
  point: say("疑为小数点错位", "the decimal point may be displaced"),
  scale: say("疑为“万”“亿”有误", "万 and 亿 may be mistaken"),
  direction: say("疑为升降写反", "the direction may be the other way"),
  exchanged: say("疑为前后写反", "two values may be exchanged"),
  copied: say("疑为照抄了旁边的数", "it may be a copy of the number beside it"),
  method: say("疑为算法有误", "it may be reckoned in a wrong way"),
  unknown: say("至少有一个数有误", "at least one of the numbers is wrong"),
} as const satisfies Record<Slip["how"], Message>;

function message(
  paragraph: Paragraph,
  { statement, constraint }: Claim,
  slip: Slip,
  computation: string,
  word: Turn | null,
): Message {
  const there = written(paragraph, statement.figure);
  const other = slip.statement !== statement;
  const said = word ? `${word.token.text}${there}` : there;
  if (constraint.kind === "trend")
    return say(`${computation}，请核对。`, `${there} is not what the word says of it and the value before.`);
  if (constraint.kind === "shares" && constraint.form !== "first") {
    const exceeds =
      constraint.operands.reduce((sum, operand) => sum + operand.statement.figure.value!, statement.figure.value!) >
      100;
    return exceeds
      ? say(`${computation}，合计超过100%，请核对。`, `${computation}: more than all of it.`)
      : say(`${computation}，合计不是100%，请核对。`, `${computation}: not all of it.`);
  }
  const asked =
    other && slip.value !== null
      ? `“${written(paragraph, slip.statement.figure)}”${HOW[slip.how].zh}，请核对。`
      : `${HOW[slip.how].zh}，请核对。`;
  const turn = turned(statement);
  const [from, to] = ends({ statement, constraint });
  if (from && to && turn && (constraint.form === "reached" || slip.how === "exchanged")) {
    const [before, now] = [from, to].map(({ figure }) => written(paragraph, figure));
    const falls = to.figure.value! < from.figure.value!;
    const told = to === statement ? turn.token.text : `${turn.token.text}${there}`;
    const cause = slip.how === "direction" || slip.how === "exchanged" ? `${HOW[slip.how].zh}，请核对。` : asked;
    return say(
      `由${before}到${now}是${falls ? "下降" : "上升"}，文中为“${told}”，${cause}`,
      `From ${before} to ${now} it ${falls ? "falls" : "rises"}, but the text says the contrary: ${HOW[slip.how].en}.`,
    );
  }
  if (other && slip.how === "scale" && slip.value !== null) {
    const wrong = written(paragraph, slip.statement.figure);
    return say(
      `${computation}，文中写的是“${wrong}”，${HOW.scale.zh}，请核对。`,
      `${computation}; the text says ${wrong}: ${HOW.scale.en}.`,
    );
  }
  const exceeds = constraint.kind === "order";
  return say(
    exceeds
      ? `${computation}，部分不应多于整体，请核对；若含往年结转，请写明。`
      : `${computation}，文中为${said}，${asked}`,
    `${computation}; the text says ${there}: ${HOW[slip.how].en}.`,
  );
}

/** What a change goes from, and to. */
function ends({ statement, constraint: { form, operands } }: Pick<Claim, "statement" | "constraint">) {
  const of = (wanted: Part) => operands.find(({ part }) => part === wanted)?.statement;
  return [of("base"), form === "reached" ? statement : of("level")] as const;
}

const ROLES = {
  whole: say("总数", "Whole"),
  part: say("分项", "Part"),
  rest: say("余数", "Rest"),
  numerator: say("分子", "Part"),
  denominator: say("分母", "Whole"),
  level: say("本期数", "Now"),
  base: say("上期数", "Before"),
  delta: say("增减数", "Difference"),
  growth: say("增幅", "Growth"),
  rate: say("比率", "Rate"),
  value: say("数值", "Value"),
  number: say("个数", "Number"),
  first: say("起始数", "First"),
  last: say("末期数", "Last"),
  rank: say("位次", "Rank"),
  opening: say("上期结转", "Carried over"),
  inflow: say("增加", "In"),
  outflow: say("减少", "Out"),
  step: say("前一环节", "Step before"),
  mention: say("前文", "Earlier"),
  item: say("列项", "Item"),
} as const satisfies Record<Part, Message>;

function roleOf({ constraint, statement }: Claim, other: Statement): Message {
  const shown = written(other.paragraph, other.figure);
  const operand = constraint.operands.find((operand) => operand.statement === other);
  const role = operand
    ? ROLES[operand.part]
    : other === statement
      ? say("按此核对", "Checked against")
      : say("相关数字", "Figure");
  return say(`${role.zh}：${shown}`, `${role.en}: ${shown}`);
}

/** The word that says which way, and its opposite. */
interface Turn {
  readonly token: Token;
  readonly other: string;
}

const OPPOSITES = [
  "增长 下降",
  "增加 减少",
  "上升 下降",
  "提高 降低",
  "提升 下降",
  "上涨 下跌",
  "多 少",
  "增 减",
  "升 降",
  "增收 减收",
  "增支 减支",
  "高 低",
  "高于 低于",
  "净增 净减",
  "攀升 下降",
  "扩大 缩小",
  "涨 跌",
  "增幅 降幅",
  "涨幅 跌幅",
  "前移 后移",
  "增至 降至",
  "升至 降至",
  "增加到 减少到",
  "提高到 下降到",
  "上升到 下降到",
  "快于 慢于",
].map((pair) => pair.split(" ") as [string, string]);

const OTHER: ReadonlyMap<string, string> = new Map([...OPPOSITES.map(([a, b]) => [b, a] as const), ...OPPOSITES]);

function turned({ own }: Statement): Turn | null {
  const token = own.findLast(({ text }) => OTHER.has(text));
  return token ? { token, other: OTHER.get(token.text)! } : null;
}

const turning = ({ token, other }: Turn): Fix => {
  const at: Span = span(token.start, token.end);
  return {
    title: say(`把“${token.text}”改为“${other}”`, `Change “${token.text}” to “${other}”`),
    safe: false,
    edits: [{ span: at, newText: other }],
  };
};
