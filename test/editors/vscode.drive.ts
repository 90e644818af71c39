import { basename, join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checked, type Fault, type Section, sample, sections, seeds, vsix } from "./report.ts";
import { type Code, startCode } from "./vscode.ts";

/** A problem as VS Code's own list copies it to the clipboard; lines and columns count from one. */
interface Marker {
  /** An object where the rule has a page to link to. */
  readonly code: string | { readonly value: string };
  readonly severity: number;
  readonly message: string;
  readonly startLineNumber: number;
  readonly startColumn: number;
  readonly endLineNumber: number;
  readonly endColumn: number;
}

/** VS Code's names of severities; hints it underlines faintly and does not list. */
const SEVERITY = { error: 8, warning: 4, information: 2, hint: 1 } as const;

describe("VS Code in a browser", () => {
  let code: Code;
  let browser: Browser;
  let page: Page;
  let expected: readonly Fault[];
  const logged: string[] = [];

  beforeAll(async () => {
    expected = await listed(sample);
    code = await startCode(vsix, seeds);
    browser = await chromium.launch({
      executablePath: "/usr/bin/chromium",
      args: [
        ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
        ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
      ],
    });
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on("console", (message) => message.type() === "error" && logged.push(message.text()));
    await page.goto(code.url);
  });

  afterAll(async () => {
    await browser?.close();
    await code?.end();
  });

  test("underlines the faults of a sample", async () => {
    await open(page, sample);
    await page.locator(".squiggly-error, .squiggly-warning").first().waitFor({ timeout: 30_000 });
  });

  test("shows the outline of the report", async () => {
    const pane = page.locator(".pane-header", { hasText: "大纲" });
    await pane.click();
    // Room for whole headings, and for all of them.
    const bar = (await page.locator(".part.sidebar").boundingBox())!;
    await drag(page, [bar.x + bar.width + 2, 200], [bar.x + bar.width + 82, 200]);
    const { x, y } = (await pane.boundingBox())!;
    await drag(page, [x + 60, y], [x + 60, y - 300]);
    const headings = (await sections()).flatMap(headingsOf);
    const rows = page.locator(".outline-tree .monaco-list-row .label-name");
    await expect.poll(() => rows.allTextContents()).toEqual(headings);
  });

  test("says kind, period and number of problems in the status bar", async () => {
    await expect.poll(() => statusOf(page)).toBe(`法治政府建设年度报告 · 2023年 · ${expected.length} 个问题`);
  });

  test("lists the problems that the command line lists, in Chinese and with their rules", async () => {
    await page.keyboard.press("Control+Shift+M");
    await page.locator(".markers-panel .monaco-list-row").nth(1).waitFor();
    await screenshot(page, "overview");
    const found = await markers(page);
    expect(found.map(lineOf).sort()).toEqual(expected.map(markerOf).map(lineOf).sort());
    for (const { message } of found) expect(message).toMatch(/[一-鿿]/);
  });

  test("reads a figure aloud where the cursor rests", async () => {
    const fault = expected.find(({ rule }) => rule === "figure/change-mismatch")!;
    await goTo(page, fault.offset[0]);
    await page.keyboard.press("Control+K");
    await page.keyboard.press("Control+I");
    const hover = page.locator(".monaco-hover:visible", { hasText: fault.message });
    await hover.getByText("指标：").waitFor();
    await screenshot(page, "hover");
    await page.keyboard.press("Escape");
  });

  test("mends a fault by a quick fix, and the problem goes", async () => {
    const fault = expected.find(({ rule }) => rule === "wording/confusable")!;
    await goTo(page, fault.offset[0]);
    const actions = await openQuickFixes(page);
    await screenshot(page, "quick-fix");
    await actions.filter({ hasText: fault.fixes[0]!.title }).first().click();
    const line = lineOf(markerOf(fault));
    await expect.poll(async () => (await markers(page)).map(lineOf)).not.toContain(line);
  });

  test("opens the page of a rule, and does not take it for a report", async () => {
    const list = page.locator(".markers-panel");
    await list
      .getByText("residue/web-text")
      .first()
      .click({ modifiers: ["Control"] });
    await page.locator(".tab.active", { hasText: "web-text.md" }).waitFor();
    await page
      .frameLocator("iframe.webview.ready")
      .frameLocator("iframe")
      .getByRole("heading", { name: "residue/web-text" })
      .waitFor();
    expect(await list.getByText("web-text.md").count()).toBe(0);
  });

  test("knows a report in Markdown by what it holds", async () => {
    const markdown = join(seeds, "段首主题句的年度报告.md");
    await open(page, markdown);
    const problems = (await listed(markdown)).length;
    await expect.poll(() => statusOf(page)).toBe(`法治政府建设年度报告 · 2023年 · ${problems} 个问题`);
  });

  test("finds no problem in a sound report", async () => {
    await open(page, join(seeds, "健全的年度报告.govreport"));
    await expect.poll(() => statusOf(page)).toBe("法治政府建设年度报告 · 2024年 · 没有问题");
  });

  test("logs no error of ours and bothers nobody with a notification", async () => {
    expect(logged.filter((text) => text.includes("govreport.govreport"))).toEqual([]);
    expect(await page.locator(".notification-list-item-message").allTextContents()).toEqual([]);
  });
});

/** What VS Code lists of what the command line finds: all but hints. */
const listed = async (file: string): Promise<readonly Fault[]> =>
  (await checked(file)).diagnostics.filter(({ severity }) => severity !== "hint");

/** Opens a report from the list of files, which may still be loading. */
async function open(page: Page, file: string): Promise<void> {
  const row = page.locator(".explorer-folders-view .monaco-list-row", { hasText: basename(file) });
  await row.waitFor({ timeout: 40_000 });
  await row.dblclick();
}

/** What our item in the status bar says; empty while there is none. */
const statusOf = async (page: Page): Promise<string> =>
  (await page.locator("[id='govreport.govreport.govreport.status']").allTextContents()).join().trim();

const markerOf = ({ rule, severity, message, range: { start, end } }: Fault): Marker => ({
  code: rule,
  severity: SEVERITY[severity],
  message,
  startLineNumber: start.line + 1,
  startColumn: start.character + 1,
  endLineNumber: end.line + 1,
  endColumn: end.character + 1,
});

const lineOf = (m: Marker) =>
  `${m.startLineNumber}:${m.startColumn}-${m.endLineNumber}:${m.endColumn} ${m.severity} ${typeof m.code === "string" ? m.code : m.code.value} ${m.message}`;

const headingsOf = ({ label, heading, children }: Section): string[] => [
  `${label}${heading}`,
  ...children.flatMap(headingsOf),
];

/** Drags with the mouse, and takes it out of the way. */
async function drag(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(0, 0);
}

/** All rows of the open Problems panel. */
async function markers(page: Page): Promise<readonly Marker[]> {
  // A click on the first row, the file's own, would fold the list.
  const row = page.locator(".markers-panel .monaco-list-row").nth(1);
  await row.click();
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Control+C");
  await row.click();
  return JSON.parse(await page.evaluate("navigator.clipboard.readText()"));
}

/** Puts the cursor at an offset, and the keyboard into the text. A column would not do: VS Code counts 汉字 twice there. */
async function goTo(page: Page, offset: number): Promise<void> {
  await page.keyboard.press("Control+G");
  await page.keyboard.insertText(`:${offset + 1}`);
  await page.keyboard.press("Enter");
}

/** The rows of the quick fix menu at the cursor. VS Code sometimes opens none at the first request, so we ask thrice. */
async function openQuickFixes(page: Page) {
  const rows = page.locator(".action-widget .monaco-list-row.action");
  for (let attempt = 1; attempt <= 3; attempt++) {
    await page.keyboard.press("Control+.");
    const opened = await rows
      .first()
      .waitFor({ timeout: 4_000 })
      .then(
        () => true,
        () => false,
      );
    if (opened) {
      if (attempt > 1) console.log(`The quick fix menu opened at request ${attempt}.`);
      return rows;
    }
    await page.keyboard.press("Escape");
  }
  throw new Error("No quick fix menu within three requests of 4 s each.");
}

/** Scroll bars are left out: they fade, and each picture would differ from the last. */
const screenshot = (page: Page, name: string) =>
  page.screenshot({
    path: join(import.meta.dirname, "screenshots", `${name}.png`),
    animations: "disabled",
    style: ".scrollbar { visibility: hidden !important }",
  });
