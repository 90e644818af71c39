import { deedOf } from "../indicator.ts";
import type { Mention } from "../mention.ts";
import { NESTED, OPEN_END, RESET } from "./list-words.ts";
import { MOST, sameUnit } from "./neighbours.ts";
import { addsUp, holding, judged, type Total } from "./sum.ts";

/** Deeds that a sum may be of, whatever its parts are called. */
const GENERAL = /^(?:举办|开展|组织|办理|受理|完成|建成|审理|处理|登记)$/;
/** A new sentence that sums up the one before. */
const SUMMING = /[。](?:以上)?(?:[两二三四五六七八九十各上]+[项类者种])?(?:合计|共计|总计)$/;
/** 共 closes a list only where it opens its clause: 求助类共21570件 is one of several. */
const CLOSING =
  /(?:合计|总计|合起来|^(?:以上|全部|两者|三者|各[类项]|全年|[上下]半年|年内|总体|[两二三四五六七八九十][类项种][\u4e00-\u9fff]{0,4})?(?:共计|总共|一共|总数|总量|累计|共(?![享同建治用]))|^全年(?=[\u4e00-\u9fff]{2,6}$))(?:为|是|达|达到|有)?/;

/** 由32名医生、45名护士组成的77人队伍. */
const COMPOSED = /[组构]成的$/;

/** 民事437件、刑事483件，合计920件: the whole comes last. */
export function closed(group: readonly Mention[], at: number): Total | null {
  const whole = group[at]!;
  const composed = COMPOSED.exec(whole.before);
  const closing = composed ?? CLOSING.exec(whole.before);
  if (whole.standing !== "level" || !closing) return null;
  if (!composed && !/[,;:、和]/.test(whole.gap) && !SUMMING.test(whole.gap)) return null;
  const parts: Mention[] = [];
  const verb = deedOf(whole);
  let from = at;
  for (let i = at - 1; i >= at - MOST && i >= 0; i--) {
    const part = group[i]!;
    if (part.sentence !== whole.sentence && !(SUMMING.test(whole.gap) && part.sentence === whole.previous?.sentence))
      break;
    // 国企、民企两类企业分别新增131户、816户: the kinds are counted, and nothing beside what they share out.
    const kinds = part.figure.hanzi && /分别/.test(group[i + 1]!.before);
    if (part.standing === "level" && !sameUnit(part.figure, whole.figure) && part.mark === "、" && !kinds) return null;
    if (part.standing !== "level" || !sameUnit(part.figure, whole.figure)) continue;
    parts.unshift(part);
    from = i;
    if (parts.length > 1 && addsUp(whole, parts)) return holding(whole, parts, "closed");
    if (composed && /由[^由]*$/.test(part.before)) break;
    if (
      NESTED.test(part.gap) ||
      (CLOSING.test(part.before) && i < at - 1 && parts.length > 1 && !/[,;]/.test(group[i + 1]!.mark))
    )
      break;
  }
  // 在上年120个的基础上，新增36个，改造20个，总数达到156个: the whole holds more than the parts.
  if (parts.length < 2 || /基础上/.test(parts[0]!.gap) || (composed && !parts[0]!.before.includes("由"))) return null;
  // 累计结余1.06亿元 is what is left of all, not their sum.
  if (/结余|余额|结存|剩余|未结|库存/.test(whole.before)) return null;
  const told = "两二三四五六七八九十".indexOf(/([两二三四五六七八九十])[项类者种]/.exec(closing[0])?.[1] ?? "");
  if (told > 0 && told + 1 !== parts.length) return null;
  const doing = deedOf(parts[0]!);
  const remainder = whole.before.slice(closing.index + closing[0].length);
  if (verb && verb !== doing && doing) return null;
  if (/^(?:共|累计)/.test(closing[0]) && remainder && verb !== doing && !(doing === "" && GENERAL.test(verb)))
    return null;
  const timed = /分别/.test(parts[0]!.before) ? parts.slice(0, 1) : parts;
  if (/^全年/.test(closing[0]) && !timed.every(({ gap }) => /季度|半年|\d月/.test(gap))) return null;
  const turns = parts.slice(1).some((part) => ![doing, ""].includes(deedOf(part)));
  const adjoining = remainder === "" && at - from === parts.length;
  if (turns && !adjoining) return null;
  if (remainder && NESTED.test(parts[0]!.gap)) return null;
  if (parts.some((part, i) => i > 0 && (NESTED.test(part.gap) || RESET.test(part.gap)))) return null;
  return judged(whole, parts, parts.some((p) => OPEN_END.test(p.after)) ? "open" : "closed");
}
