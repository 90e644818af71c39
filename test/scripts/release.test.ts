import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { notesOf, partsOf, released, UNRELEASED } from "../../scripts/changelog.mjs";
import { bundled, noticeWith } from "../../scripts/notice.mjs";
import { published, refusal, webAddress } from "../../scripts/release.mjs";
import { folder } from "../cli/kit.ts";

describe("CHANGELOG.md", () => {
  const parts = partsOf(readFileSync("CHANGELOG.md", "utf8"));

  test("is in the form of Keep a Changelog", () => {
    const [unreleased, ...versions] = parts;
    expect(unreleased).toMatchObject({ version: UNRELEASED, date: null });
    const dates = versions.map(({ date }) => date);
    for (const { version, date } of versions) {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
      expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
    expect(dates).toEqual(dates.toSorted().toReversed());
    const groups = [...(unreleased?.body ?? "").matchAll(/^### (.+)$/gm)].map(([, group]) => group);
    expect(groups.filter((group) => !["新增", "改动", "修正", "删除"].includes(group!))).toEqual([]);
  });

  test("tells of the version that this is", () => expect(parts[1]?.version).toBe(manifest.version));
});

describe("a change log", () => {
  const log = `# 更新记录

## ${UNRELEASED}

### 新增

- 甲。

## 1.0.0 - 2024-01-02

- 乙。
`;

  test("gives a version's own part, or what is unreleased to a new one", () => {
    expect(notesOf(log, "1.0.0")).toBe("- 乙。");
    expect(notesOf(log, "1.1.0")).toBe("### 新增\n\n- 甲。");
    expect(notesOf("# 更新记录\n", "1.0.0")).toBe("");
  });

  test("puts what was unreleased under the version that is out, once", () => {
    const after = released(log, "1.1.0", "2024-02-03");
    expect(partsOf(after)).toEqual([
      { version: UNRELEASED, date: null, body: "" },
      { version: "1.1.0", date: "2024-02-03", body: "### 新增\n\n- 甲。" },
      { version: "1.0.0", date: "2024-01-02", body: "- 乙。" },
    ]);
    expect(released(after, "1.1.0", "2024-04-05")).toBe(after);
  });
});

describe("a release", () => {
  const fine = { version: "1.2.3", notes: "- 甲。", dirty: false, home: "https://example.org/a/b", dryRun: false };

  test.each([
    [{}, null],
    [{ dirty: true, home: null, dryRun: true }, null],
    [{ version: "1.2" }, '"1.2" is no version'],
    [{ notes: "" }, "nothing under Unreleased"],
    [{ dirty: true }, "Some files are not committed"],
    [{ home: null }, "--repository URL"],
  ])("%j is refused: %s", (change, said) => {
    const refused = refusal({ ...fine, ...change });
    if (said === null) expect(refused).toBeNull();
    else expect(refused).toContain(said);
  });

  test.each([
    ["https://example.org/a/b.git", "https://example.org/a/b"],
    ["git@example.org:a/b.git", "https://example.org/a/b"],
    ["ssh://git@example.org/a/b", "https://example.org/a/b"],
    ["https://user:secret@example.org/a/b/", "https://example.org/a/b"],
    ["../elsewhere", null],
    ["", null],
  ])("kept at %s is found at %s", (remote, address) => expect(webAddress(remote)).toBe(address));

  test("says where the project is kept, in all places", () =>
    expect(published({ name: "a", version: "1.0.0" }, "1.2.3", "https://example.org/a/b")).toEqual({
      name: "a",
      version: "1.2.3",
      repository: { type: "git", url: "git+https://example.org/a/b.git" },
      bugs: "https://example.org/a/b/issues",
      homepage: "https://example.org/a/b#readme",
    }));
});

describe("a release of a small project", () => {
  const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
  const manifest = {
    name: "govreport",
    version: "1.0.0",
    publisher: "a",
    engines: { vscode: "^1.91.0" },
    activationEvents: [],
    main: "./dist/client.cjs",
    files: ["dist/"],
    scripts: { build: "node build.mjs" },
  };
  const files = {
    "package.json": json(manifest),
    "package-lock.json": json({ name: "govreport", version: "1.0.0", packages: { "": { version: "1.0.0" } } }),
    "CHANGELOG.md": `# 更新记录\n\n## ${UNRELEASED}\n\n### 新增\n\n- 甲。\n\n## 1.0.0 - 2024-01-02\n\n- 乙。\n`,
    "build.mjs": `import { mkdirSync, writeFileSync } from "node:fs";
mkdirSync("dist");
writeFileSync("dist/client.cjs", "");\n`,
    "client/README.md": "# 甲\n",
    ".vscodeignore": "**\n!dist/client.cjs\n!package.json\n!client/README.md\n",
    ".gitignore": "dist/\nnode_modules/\nrelease/\n",
    "gone.txt": "",
  };
  const git = (cwd: string, ...words: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", ...words], { cwd, encoding: "utf8" });

  /** A project that is all committed. */
  function project(): string {
    const path = folder(files);
    mkdirSync(join(path, "node_modules"));
    git(path, "init", "--quiet");
    git(path, "add", "--all");
    git(path, "commit", "--quiet", "--message", "甲");
    return path;
  }

  const release = (cwd: string, ...words: readonly string[]) =>
    spawnSync(process.execPath, [join(process.cwd(), "scripts/release.mjs"), ...words], { cwd, encoding: "utf8" });

  test("makes the packages and their checksums, and with --dry-run changes nothing else", () => {
    const cwd = project();
    rmSync(join(cwd, "gone.txt"));
    const { status, stdout, stderr } = release(cwd, "1.1.0", "--dry-run");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("Nothing is published.");
    expect(readdirSync(join(cwd, "release")).sort()).toEqual([
      "NOTES.md",
      "SHA256SUMS",
      "govreport-1.1.0.tgz",
      "govreport-1.1.0.vsix",
    ]);
    expect(readFileSync(join(cwd, "release/NOTES.md"), "utf8")).toBe("### 新增\n\n- 甲。\n");
    expect(git(cwd, "status", "--porcelain")).toBe(" D gone.txt\n");
  });

  test("writes its version, date and place into the files that are to be committed", () => {
    const cwd = project();
    const { status, stderr } = release(cwd, "1.1.0", "--repository", "git@example.org:a/b.git");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(git(cwd, "status", "--porcelain")).toBe(" M CHANGELOG.md\n M package-lock.json\n M package.json\n");
    expect(JSON.parse(readFileSync(join(cwd, "package.json"), "utf8"))).toMatchObject({
      version: "1.1.0",
      homepage: "https://example.org/a/b#readme",
    });
    expect(JSON.parse(readFileSync(join(cwd, "package-lock.json"), "utf8"))).toMatchObject({
      version: "1.1.0",
      packages: { "": { version: "1.1.0" } },
    });
    expect(partsOf(readFileSync(join(cwd, "CHANGELOG.md"), "utf8")).map(({ version }) => version)).toEqual([
      UNRELEASED,
      "1.1.0",
      "1.0.0",
    ]);
  });
});

test("the npm package holds the command line, what it needs and nothing else", () => {
  const listing = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    shell: process.platform === "win32",
  });
  const [{ files }] = JSON.parse(listing) as [{ files: readonly { path: string }[] }];
  const paths = files
    .map(({ path }) => path)
    .filter((path) => !/^dist\/rules\/(?:\w+\/[a-z-]+|README)\.md$/.test(path));
  expect(paths.sort()).toEqual([
    "CHANGELOG.md",
    "LICENSE",
    "NOTICE",
    "README.en.md",
    "README.md",
    "dist/cli.cjs",
    "dist/govreport.cjs",
    "dist/schemas/config.json",
    "dist/schemas/profile.json",
    "dist/server.cjs",
    "dist/worker.cjs",
    "package.json",
  ]);
  expect(manifest.private).toBe(false);
});

describe("NOTICE", () => {
  const meta = JSON.parse(readFileSync("dist/meta.json", "utf8"));

  test("names what the bundles hold of others, with the terms of each", () => {
    const notice = readFileSync("NOTICE", "utf8");
    expect(bundled(meta)).toContain("zod");
    expect(
      noticeWith(notice, meta) === notice,
      "made of what is bundled, which has changed; run `npm run notice`",
    ).toBe(true);
    for (const name of bundled(meta)) expect(notice).toMatch(new RegExp(`^${name} \\([\\w.-]+\\)$`, "m"));
  });

  test("knows a package by its innermost folder, and a scope as part of its name", () =>
    expect(
      bundled({
        inputs: { "node_modules/a/node_modules/@b/c/d.js": {}, "node_modules/e/f.js": {}, "server/g.ts": {} },
      }),
    ).toEqual(["@b/c", "e"]));
});
