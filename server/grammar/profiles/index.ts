import { type Profile, profileSchema } from "../profile.ts";
import annualReport from "./annual-report.json" with { type: "json" };
import halfYearSummary from "./half-year-summary.json" with { type: "json" };
import workSummary from "./work-summary.json" with { type: "json" };

/** The kinds of report that the tool knows by itself. */
export const builtinProfiles: readonly Profile[] = [annualReport, workSummary, halfYearSummary].map((raw) =>
  profileSchema.parse(raw),
);
