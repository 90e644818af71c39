import type { Report } from "../../../report/report.ts";
import { fold } from "../../../text/fold.ts";
import { divisionsNamed, placeNames } from "./gazetteer.ts";

/** The place that a report is about. */
export interface OwnPlace {
  /** 区, 县, 市 …: what the place calls itself. */
  readonly suffix: string;
  readonly level: "province" | "prefecture" | "county";
  /** The body that reports, without its place: 司法局, 人民政府; empty where the title does not name it. */
  readonly office: string;
  /** Whether a name is the place's own, of one around it, or of one inside it. */
  owns(name: string): boolean;
  /** Whether it lies in an autonomous region, whose people also say 全区. */
  readonly autonomous: boolean;
}

const OFFICE = /^(?:人民政府|政府|[\u4e00-\u9fff]{1,12}?(?:局|委员会|办公室|厅|法院|检察院|街道办事处))/;

/**
 * The place named in the title, or in the signature, or given by the settings; null where there is none, and where
 * the name is masked or unknown.
 */
export function ownPlace({ title, signature }: Report, given: string): OwnPlace | null {
  for (const text of [given, title?.text ?? "", signature.organisation?.text ?? ""]) {
    const folded = fold(text);
    const names = placeNames(folded);
    // In 台州市黄岩区司法局 the last of the names that stand side by side is the place.
    const last = names.findLast(({ span }, i) => i === 0 || names[i - 1]!.span.end === span.start);
    if (!last) continue;
    const before = new Set(names.filter(({ span }) => span.end <= last.span.start).map(({ name }) => name));
    const all = divisionsNamed(last.name);
    const narrowed = all.filter(({ within }) => [...before].every((name) => within.includes(name)));
    const own = narrowed.length > 0 ? narrowed : all;
    const around = new Set([last.name, ...before, ...own.flatMap(({ within }) => within)]);
    return {
      suffix: last.name.at(-1)!,
      level: own[0]!.level,
      office: OFFICE.exec(folded.slice(last.span.end))?.[0] ?? "",
      autonomous: own.some(({ within }) => within.some((name) => name.endsWith("自治区"))),
      owns: (name) => around.has(name) || divisionsNamed(name).some(({ within }) => within.includes(last.name)),
    };
  }
  return null;
}
