/** What a section does in a report, as the regulation on annual reports and custom name it. */
export const ROLES = ["summary", "highlights", "shortcomings", "leader", "plan", "other"] as const;

export type Role = (typeof ROLES)[number];
