import type * as z from "zod/mini";
import type { Profile, profileSchema } from "../profile.ts";
import annualReport from "./annual-report.json" with { type: "json" };
import halfYearSummary from "./half-year-summary.json" with { type: "json" };
import workSummary from "./work-summary.json" with { type: "json" };
