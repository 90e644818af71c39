import { say } from "../../text/message.ts";
import { defineRule } from "../rule.ts";
import { refuted } from "./shared/refuted.ts";

export default defineRule({
  id: "figure/balance-mismatch",
  scope: "paragraph",
  severity: "error",
  basis: "arithmetic",
  summary: say("收支或进出相抵后与余数不符。", "What came in less what went out is not what is left."),
  why: say(
    "接收、解除、在册三个数互相牵制，改了一个忘了另一个就会对不上。",
    "The three counts hang together; changing one breaks the account.",
  ),
  examples: [
    { good: "收到申请135件，受理126件，连同上年结转14件，共办理140件，审结122件，结转下年18件。" },
    { good: "累计接收社区矫正对象3502人，解除3112人，现在册390人。" },
    { good: "上年结转案件35件，新收45件，共办理80件。" },
    {
      bad: "累计接收社区矫正对象3502人，解除3112人，现在册⟦380人⟧。",
      fixed: "累计接收社区矫正对象3502人，解除3112人，现在册390人。",
    },
    { bad: "上年结转案件35件，新收45件，共办理⟦85件⟧。", fixed: "上年结转案件35件，新收45件，共办理80件。" },
  ],
  needs: "figures",
  check: (paragraph) => refuted(paragraph, ["flow", "rest"]),
});
