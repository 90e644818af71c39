import { type Message, say } from "../text/message.ts";

/** What a section does in a report, as the regulation on annual reports and custom name it. */
export const ROLES = ["summary", "highlights", "shortcomings", "leader", "plan", "other"] as const;

export type Role = (typeof ROLES)[number];

/** What a writer calls the roles. */
export const ROLE_NAME = {
  summary: say("成效", "results"),
  highlights: say("亮点", "highlights"),
  shortcomings: say("不足", "shortcomings"),
  leader: say("第一责任人", "leader’s duty"),
  plan: say("安排", "plan"),
  other: say("其他", "other"),
} as const satisfies Record<Role, Message>;
