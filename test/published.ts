import { existsSync, readdirSync, readFileSync } from "node:fs";

/** Published reports with their labels. They are not part of the project and lie beside it, where they are at hand. */
export const published = new URL("../../shared/", import.meta.url);

export const isAtHand = existsSync(published);

/** Says at the end of a run what was left out of it. */
export default () => () => {
  if (isAtHand) return;
  const skipping = readdirSync("test", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".test.ts") && readFileSync(`test/${path}`, "utf8").includes('/published.ts"'))
    .map((path) => path.replaceAll("\\", "/"));
  console.log(`Skipped, as there are no published reports in ../shared: parts of ${skipping.sort().join(", ")}.`);
};
