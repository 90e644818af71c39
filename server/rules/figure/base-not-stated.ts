import { basesBack, growthsOf, isAdjusted } from "../../constraints/growth.ts";
import { isExact } from "../../constraints/interval.ts";
import { isPercent } from "../../constraints/reach.ts";
import { spell } from "../../constraints/spell.ts";
import type { Statement } from "../../statements/statement.ts";
import { say } from "../../text/message.ts";
import { span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";
import { operand } from "./shared/operand.ts";

export default defineRule({
  id: "figure/base-not-stated",
  scope: "paragraph",
  severity: "hint",
  basis: "practice",
  summary: say("写了增幅和本期数，没有写上年同期数。", "A growth and the current count are given, but not the base."),
  why: say("写出上年同期数，读者可以自己核对增幅。", "With the base stated, a reader can check the growth."),
  examples: [
    { good: "收到复议申请882件，同比增长36.32%（上年同期647件）。" },
    { good: "收到复议申请882件，比上年同期的647件增长36.32%。" },
    { bad: "收到复议申请882件，同比增长⟦36.32%⟧。", fixed: "收到复议申请882件，同比增长36.32%（上年同期647件）。" },
    { bad: "发放补助3.2亿元，较上年下降⟦8.5%⟧。" },
  ],
  *check(paragraph) {
    for (const growth of growthsOf(paragraph)) {
      const { claim, level, base, delta } = growth;
      if (!level || base || delta || isAdjusted(claim) || isBeyond(claim)) continue;
      if (level.standing !== "level" || isPercent(level) || !isExact(level.figure) || !isExact(claim.figure)) continue;
      const whole = basesBack(growth);
      if (whole?.length === 0) continue;
      const derived = whole ?? [];
      const when = claim.own.some(({ text }) => text === "环比")
        ? "上期"
        : claim.gap.some(({ text }) => SAME_TIME.has(text))
          ? "上年同期"
          : "上年";
      const unit = level.figure.unit ?? "";
      const only = derived.length === 1 ? spell(derived[0]!) : null;
      const shown = derived.slice(0, 2).map((value) => `${spell(value)}${unit}`);
      const end = claim.figure.span.end;
      const newText = `（${when}${only ?? "×"}${unit}）`;
      yield {
        span: claim.figure.span,
        message: say(
          `没有写${when}数${shown.length ? `，按增幅倒推为${shown.join("或")}` : ""}，建议注明。`,
          `The base is not stated${derived.length ? `; worked back it is ${derived.slice(0, 2).join(" or ")}` : ""}.`,
        ),
        related: [operand(paragraph, level, "本期数", "Now")],
        fixes: [
          {
            title: say(`注明${newText}`, `Insert ${newText}`),
            safe: false,
            edits: [{ span: span(end, end), newText }],
          },
        ],
      };
    }
  },
});

const SAME_TIME = new Set(["同比", "同期", "上年同期", "去年同期"]);

/** A fall by more than there was, which is another fault. */
const isBeyond = ({ direction, figure }: Statement): boolean =>
  direction === "down" && (figure.unit === "倍" || figure.value! > 100);
