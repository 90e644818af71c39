/** What CHANGELOG.md says, part by part. It is kept in the form of Keep a Changelog. */

export const UNRELEASED = "Unreleased";

const HEADING = /^## (\S+)(?: - (\d{4}-\d{2}-\d{2}))?$/;

/**
 * The parts of a change log in their order: version (or `Unreleased`), date, and what is written under it.
 * @param {string} text
 * @returns {readonly { version: string, date: string | null, body: string }[]}
 */
export function partsOf(text) {
  const [, ...parts] = text.split(/^(?=## )/m);
  return parts.map((part) => {
    const [heading = "", ...lines] = part.split("\n");
    const [, version = heading.slice(3), date = null] = HEADING.exec(heading) ?? [];
    return { version, date, body: lines.join("\n").trim() };
  });
}

/**
 * What is to be said of a version: its own part, or what is unreleased where it has none yet. Empty where nothing is.
 * @param {string} text
 * @param {string} version
 */
export function notesOf(text, version) {
  const parts = partsOf(text);
  const part = parts.find((part) => part.version === version) ?? parts.find((part) => part.version === UNRELEASED);
  return part?.body ?? "";
}

/**
 * The change log once a version is out: what was unreleased stands under it, and nothing under Unreleased.
 * @param {string} text
 * @param {string} version
 * @param {string} date as in 2024-12-31
 */
export const released = (text, version, date) =>
  partsOf(text).some((part) => part.version === version)
    ? text
    : text.replace(`## ${UNRELEASED}\n`, `## ${UNRELEASED}\n\n## ${version} - ${date}\n`);
