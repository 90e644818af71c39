import { lint } from "../../server/lint/run.ts";
import { analyse } from "../../server/report/report.ts";
import { rules } from "../../server/rules/index.ts";
import { inForce } from "../kit.ts";

/** The rules that say a computation is wrong; the others ask for more figures, and sound sentences may lack some. */
const ARITHMETIC = /^figure\/.*(?:mismatch|impossible|part-exceeds|listed-count|percent-or-points|inconsistent-value)/;

const active = inForce(rules.filter(({ id }) => ARITHMETIC.test(id)));

/** What the arithmetic rules have to say of a piece of a report. */
export const told = (text: string) => lint(analyse(text, { declared: true }), active).diagnostics;
