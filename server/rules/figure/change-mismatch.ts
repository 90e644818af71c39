import { spell } from "../../facts/arithmetic.ts";
import type { Paragraph } from "../../report/paragraph.ts";
import { type Change, changesOf } from "../../facts/relations/change.ts";
import { trendsOf } from "../../facts/relations/trend.ts";
import { directionOf, GROWTH_NAME, MOVE, REACHED } from "../../facts/standing.ts";
import { say } from "../../text/message.ts";
import { type Span, span } from "../../text/span.ts";
import { defineRule, type Fix } from "../rule.ts";
import { number, operand, replacement, written } from "./shared/operand.ts";

export default defineRule({
  id: "figure/change-mismatch",
  scope: "paragraph",
  severity: "error",
  basis: "arithmetic",
  summary: say("增减幅度与本期数、上期数不符。", "A change that the two stated values do not give."),
  why: say(
    "两个数都写出来了，增幅算错或升降写反，一核便知。",
    "Both values are there; a wrong growth or direction shows at once.",
  ),
  examples: [
    { good: "零售总额118.3亿元；一般公共预算收入18.36亿元，同比增长2%（上年18亿元）。" },
    { good: "收到复议申请882件，同比增长36.32%（上年同期647件）。" },
    { good: "满意率98.5%，较上年的97.3%提高1.2个百分点。" },
    { good: "发案数由240起降至180起，下降25%。" },
    {
      bad: "收到复议申请882件，同比增长⟦63.32%⟧（上年同期647件）。",
      fixed: "收到复议申请882件，同比增长36.32%（上年同期647件）。",
    },
    { bad: "全年发案180起，同比⟦增长25%⟧（上年240起）。", fixed: "全年发案180起，同比下降25%（上年240起）。" },
    { bad: "全年发案180起，比上年减少⟦50起⟧（上年240起）。", fixed: "全年发案180起，比上年减少60起（上年240起）。" },
    { bad: "满意率98.5%，较上年的97.3%提高⟦1.5个百分点⟧。", fixed: "满意率98.5%，较上年的97.3%提高1.2个百分点。" },
    { good: "火灾事故122起，较上年的135起有所下降；救助386人，与上年380人持平。" },
    { bad: "火灾事故185起，较上年的135起⟦有所下降⟧。" },
    { bad: "办理司法救助386件，与上年320件⟦持平⟧。" },
    { bad: "服务网点由123个增加到184个，⟦实现翻番⟧。" },
    { bad: "在库企业由85家⟦减少到92家⟧。", fixed: "在库企业由85家增加到92家。" },
  ],
  *check(paragraph) {
    for (const change of changesOf(paragraph)) {
      const { claim, current, base, delta, verdict } = change;
      if (!current || (verdict !== "fails" && verdict !== "direction")) continue;
      const right = expected(change);
      if (right === null) continue;
      const turned = verdict === "direction";
      const word = turned ? opposite(paragraph, change) : null;
      const level = claim === current;
      yield {
        span: turned && word ? span(word.span.start, claim.figure.span.end) : claim.figure.span,
        message: level
          ? say(
              `从${written(paragraph, base!.figure)}到${written(paragraph, claim.figure)}是${right > 0 ? "增加" : "减少"}，与“${word?.text ?? ""}”不符，请核对。`,
              `From ${number(base!.figure)} to ${number(claim.figure)} is ${right > 0 ? "an increase" : "a decrease"}.`,
            )
          : say(
              `${computation(change)}，文中为${claim.standing === "times" ? "" : directionOf(claim) === "down" ? "下降" : "增长"}${written(paragraph, claim.figure)}，请核对。`,
              `The figures give ${Number(right.toFixed(2))}${unitOf(change)}, the text says ${directionOf(claim) === "down" ? "−" : "+"}${number(claim.figure)}.`,
            ),
        related: [
          ...(level ? [] : [operand(paragraph, current, "本期数", "Now")]),
          ...(base ? [operand(paragraph, base, "上期数", "Before")] : []),
          ...(delta && delta !== claim ? [operand(paragraph, delta, "增减数", "Difference")] : []),
        ],
        fixes: repaired(paragraph, change, right, word),
      };
    }
    for (const { current, base, span: word, verdict } of trendsOf(paragraph)) {
      if (verdict !== "fails") continue;
      const [now, before] = [current.figure.value!, base.figure.value!];
      const times = now > before ? `（${Number((now / before).toFixed(2))}倍）` : "";
      yield {
        span: word,
        message: say(
          `从${written(paragraph, base.figure)}到${written(paragraph, current.figure)}是${now > before ? "增加" : "减少"}${times}，与“${paragraph.text.slice(word.start, word.end)}”不符，请核对。`,
          `From ${number(base.figure)} to ${number(current.figure)} is not what the word says.`,
        ),
        related: [operand(paragraph, current, "本期数", "Now"), operand(paragraph, base, "上期数", "Before")],
      };
    }
  },
});

/** The change that the stated values give, in the claim's own unit and with its sign; null where it cannot be said. */
function expected({ claim, current, base, delta }: Change): number | null {
  const now = current!.figure.value!;
  const moved = delta && delta !== claim ? (directionOf(delta) === "down" ? -1 : 1) * delta.figure.value! : null;
  const before = base ? base.figure.value! : moved === null ? null : now - moved;
  if (before === null) return null;
  if (claim.standing === "times") return now / before;
  if (claim.standing !== "growth") return now - before;
  if (!(before > 0)) return base ? null : moved;
  return ((now - before) / before) * (SCALE[claim.figure.unit ?? "%"] ?? 100);
}

const SCALE: Readonly<Record<string, number>> = { "%": 100, "‰": 1000, 成: 10, 倍: 1 };

const unitOf = ({ claim }: Change): string =>
  claim.standing === "growth" || claim.standing === "times" ? (claim.figure.unit ?? "%") : "";

function computation(change: Change): string {
  const { claim, current, base, delta } = change;
  const now = number(current!.figure);
  if (claim.standing === "times") return `${now}÷${number(base!.figure)}＝${Number(expected(change)!.toFixed(2))}`;
  if (claim.standing !== "growth")
    return `${now}－${number(base!.figure)}＝${spell(current!.figure.value! - base!.figure.value!, claim.figure)}`;
  const right = expected(change)!;
  const fall = right < 0 && directionOf(claim) === "down";
  const size = Number(((Math.abs(right) / (SCALE[unitOf(change)] ?? 100)) * 100).toFixed(2));
  const percent = `${right < 0 && !fall ? "－" : ""}${size}%`;
  if (base) {
    const before = number(base.figure);
    return fall ? `（${before}－${now}）÷${before}＝${percent}` : `（${now}－${before}）÷${before}＝${percent}`;
  }
  const moved = number(delta!.figure);
  if (delta!.figure.value! >= current!.figure.value! && directionOf(delta!) !== "down") return `${now}－${moved}＜0`;
  return `${moved}÷（${now}${directionOf(delta!) === "down" ? "＋" : "－"}${moved}）＝${percent}`;
}

const OPPOSITES = [
  "增长 下降",
  "增加 减少",
  "上升 下降",
  "提高 下降",
  "提升 下降",
  "上涨 下跌",
  "多 少",
  "增 减",
  "升 降",
  "增收 减收",
  "增支 减支",
  "高 低",
  "净增 净减",
  "降低 提高",
  "回落 上升",
  "下滑 增长",
  "压减 增加",
  "缩短 延长",
  "攀升 下降",
  "扩大 缩小",
  "涨 跌",
  "增幅 降幅",
  "增速 降速",
  "涨幅 跌幅",
].map((pair) => pair.split(" ") as [string, string]);

const TURNED: ReadonlyMap<string, string> = new Map([...OPPOSITES.map(([a, b]) => [b, a] as const), ...OPPOSITES]);

/** The word that says which way, and its opposite. */
function opposite({ folded }: Paragraph, { claim }: Change): { span: Span; text: string; other: string } | null {
  const found = MOVE.exec(claim.before) ?? GROWTH_NAME.exec(claim.before) ?? REACHED.exec(claim.before);
  const text = found?.[1] ?? found?.[2];
  if (!found || !text) return null;
  const start = folded.lastIndexOf(text, claim.figure.span.start);
  const other = TURNED.get(text);
  return start >= 0 && other ? { span: span(start, start + text.length), text, other } : null;
}

function repaired(
  paragraph: Paragraph,
  { claim, current, verdict }: Change,
  right: number,
  word: ReturnType<typeof opposite>,
): readonly Fix[] {
  if (claim === current) return word ? [turning(word)] : [];
  const amount = replacement(paragraph, claim.figure, Math.abs(right));
  if (verdict !== "direction") return amount;
  if (!word) return [];
  const same = Math.abs(Math.abs(right) - claim.figure.value!) <= claim.figure.precision;
  return [
    same || !amount[0] ? turning(word) : { ...turning(word), edits: [...turning(word).edits, ...amount[0].edits] },
  ];
}

const turning = ({ span: at, text, other }: { span: Span; text: string; other: string }): Fix => ({
  title: say(`把“${text}”改为“${other}”`, `Change “${text}” to “${other}”`),
  safe: false,
  edits: [{ span: at, newText: other }],
});
