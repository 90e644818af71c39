import { fold } from "../text/fold.ts";
import { greatest } from "../text/list.ts";
import { memo } from "../text/memo.ts";
import { nextPeriod, type Period } from "./period.ts";
import { findPhrase, mayHold, type Years } from "./phrase.ts";
import type { Profile } from "./profile.ts";

const TITLE_WEIGHT = 100;

/**
 * The profile that a title, or failing that the first-level headings or the openings of paragraphs, speak for most
 * strongly; null where none does. A title outweighs all else.
 */
export function recognise(
  profiles: readonly Profile[],
  title: string,
  headings: readonly string[],
  openings: readonly string[],
): Profile | null {
  const texts = { title: fold(title), headings: headings.map(fold), openings: openings.map(fold) };
  let best: Profile | null = null;
  let most = 0;
  for (const profile of profiles) {
    const { recognise } = profile;
    const inTitle = strength(recognise.title, texts.title);
    const inHeadings = greatest(
      texts.headings.map((heading) => strength(recognise.headings, heading)),
      0,
    );
    const inText = greatest(
      texts.openings.map((opening) => strength(recognise.openings, opening)),
      inHeadings,
    );
    const score = inTitle ? TITLE_WEIGHT + recognise.weight + inTitle : inText ? recognise.weight + inText : 0;
    if (score > most) {
      most = score;
      best = profile;
    }
  }
  return best;
}

const NO_YEARS: Years = { period: null, next: null };

/** The length of the longest group of phrases that all stand in the text; 0 where no group does. */
const strength = (groups: Groups, text: string): number =>
  mayHoldAll(groups)(text)
    ? greatest(
        groups.map((group) =>
          group.every((phrase) => findPhrase(text, phrase, NO_YEARS) >= 0) ? group.join("").length : 0,
        ),
        0,
      )
    : 0;

type Groups = readonly (readonly string[])[];

/** Whether a text may hold all phrases of any group: it may hold the first. */
const mayHoldAll = memo((groups: Groups) => mayHold(groups.map(([first = ""]) => first)));

const HANZI_YEAR = /[二2][〇○零0O]([〇○零一二三四五六七八九])([〇○零一二三四五六七八九])年/;
const YEAR = /(20\d\d)\s?(?:年|-|—|\.)/;

/** The first year named in a folded text, in Arabic digits or 汉字. */
export function yearIn(text: string): number | null {
  const arabic = YEAR.exec(text);
  if (arabic) return Number(arabic[1]);
  const hanzi = HANZI_YEAR.exec(text);
  if (!hanzi) return null;
  const digit = (c: string) => Math.max(0, "〇一二三四五六七八九".indexOf(c));
  return 2000 + digit(hanzi[1]!) * 10 + digit(hanzi[2]!);
}

/**
 * The period a report speaks of, from its title or else from headings and paragraph openings, in that order of trust.
 * A half-year report's plan (2025年下半年) tells its period as well as its summary does.
 */
export function periodOf(
  profile: Profile | null,
  title: string,
  headings: readonly string[],
  openings: readonly string[],
): Period | null {
  const half = profile?.span === "half" ? 1 : null;
  const inTitle = yearIn(fold(title));
  if (inTitle) return { year: profile?.titleYear === "plan" ? inTitle - 1 : inTitle, half };
  const candidates = [...headings, ...openings].map(fold);
  // A report to a congress opens with the day of the session, in the year that is planned.
  const session = profile?.titleYear === "plan" && candidates.map((text) => SESSION.exec(text)).find((match) => match);
  if (session) return { year: Number(session[1]) - 1, half };
  if (half) {
    for (const text of candidates) {
      const match = /(20\d\d)年(?:度)?[上下]半年/.exec(text);
      if (match) return { year: Number(match[1]), half };
    }
  }
  for (const text of candidates) {
    const year = yearIn(text);
    if (year) return { year, half };
  }
  return null;
}

const SESSION = /^\s{0,40}[(—]{0,4}(20\d\d)年\d{1,2}月\d{1,2}日/;

export const yearsOf = (period: Period | null): Years => ({ period, next: period && nextPeriod(period) });
