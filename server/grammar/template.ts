import { nextPeriod, type Period } from "./period.ts";

/** Fills `{year}`, `{next}` and `{org}` in a profile's title or skeleton. */
export const fillTemplate = (template: string, period: Period, organisation: string): string =>
  template
    .replaceAll("{year}", String(period.year))
    .replaceAll("{next}", String(nextPeriod(period).year))
    .replaceAll("{org}", organisation);
