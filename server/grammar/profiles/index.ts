import type { Profile } from "../profile.ts";
import annualReport from "./annual-report.json" with { type: "json" };
import dutyReport from "./duty-report.json" with { type: "json" };
import governmentWorkReport from "./government-work-report.json" with { type: "json" };
import halfYearSummary from "./half-year-summary.json" with { type: "json" };
import informationDisclosureReport from "./information-disclosure-report.json" with { type: "json" };
import workSummary from "./work-summary.json" with { type: "json" };

/**
 * The kinds of report that the tool knows by itself. They are written out in full, and a test holds them to the schema,
 * so that a start need not.
 */
export const builtinProfiles = [
  annualReport,
  workSummary,
  halfYearSummary,
  dutyReport,
  governmentWorkReport,
  informationDisclosureReport,
] as unknown as readonly Profile[];
