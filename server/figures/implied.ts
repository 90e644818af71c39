import { POWER } from "./amount.ts";
import { longest, type Vocabulary } from "./vocabulary.ts";

/** The noun before a number may say what it counts: 参加人数达3200, 常住人口298.7万. */
const COUNTED =
  /(?<unit>[人场户批件]次|[人户件次家场项例条宗起份](?=数)|人(?=口))[数口]?(?:分别|已|累计|共|约)?(?:为|达到|达|是|有|超|近|:)?$/;
const SCORED = /(?:得分|评分|总分|平均分|均分|分值)(?:分别|仅)?(?:为|达到|达|是|:)?$/;

/** 金额（万元）：1200 */
const HEAD = /\((?<multiplier>[百千]?[万亿]|万亿)?(?<unit>[^()\d]{1,8})\) ?[:|]? ?$/;

/** The unit that the words before a number imply, and the power of ten that comes with it. */
export function implied(
  line: string,
  { units }: Vocabulary,
): { readonly unit: string; readonly exponent: number } | null {
  const head = HEAD.exec(line)?.groups;
  if (head && longest(units, head.unit!, 0) === head.unit!.length)
    return { unit: head.unit!, exponent: POWER[head.multiplier ?? ""] ?? 0 };
  const counted = COUNTED.exec(line)?.groups;
  if (counted) return { unit: counted.unit!, exponent: 0 };
  return SCORED.test(line) ? { unit: "分", exponent: 0 } : null;
}
