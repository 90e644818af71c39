import {
  type CancellationToken,
  commands,
  type DiagnosticCollection,
  Disposable,
  type LogOutputChannel,
  languages,
  type Progress,
  ProgressLocation,
  Uri,
  window,
  workspace,
} from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { Verdict } from "../server/ide/verdict.ts";
import { say } from "../server/text/message.ts";
import { locale } from "./draft.ts";

const DRAFTS = "**/*.{govreport,txt,md}";
const NO_DRAFTS = "**/{node_modules,.*}/**";

const CHECKING = say("正在检查工作区中的报告", "Checking the reports of the workspace");

/** The command that checks every report file of the workspace, and the problems that it has shown. */
export function workspaceCheck(client: LanguageClient, output: LogOutputChannel): Disposable {
  const shown = languages.createDiagnosticCollection("govreport-workspace");
  // What is open, or has changed, is told of by the server itself.
  const forget = (uri: Uri) => shown.delete(uri);
  const files = workspace.createFileSystemWatcher(DRAFTS, true);
  return Disposable.from(
    shown,
    files,
    files.onDidChange(forget),
    files.onDidDelete(forget),
    workspace.onDidOpenTextDocument(({ uri }) => forget(uri)),
    commands.registerCommand("govreport.checkWorkspace", () =>
      window.withProgress(
        { location: ProgressLocation.Notification, title: CHECKING[locale], cancellable: true },
        (progress, token) => checkAll(client, output, shown, progress, token),
      ),
    ),
  );
}

async function checkAll(
  client: LanguageClient,
  output: LogOutputChannel,
  shown: DiagnosticCollection,
  progress: Progress<{ message: string; increment: number }>,
  token: CancellationToken,
): Promise<void> {
  shown.clear();
  const found = (await workspace.findFiles(DRAFTS, NO_DRAFTS, undefined, token)).map((uri) => uri.toString());
  const chosen = await client.sendRequest<readonly string[]>("govreport/chosen", { uris: found }, token);
  const open = new Set(workspace.textDocuments.map(({ uri }) => uri.toString()));
  const counts = { reports: 0, problems: 0, others: 0, failed: 0 };
  for (const uri of chosen.map((uri) => Uri.parse(uri))) {
    if (token.isCancellationRequested) return;
    const name = workspace.asRelativePath(uri);
    progress.report({ message: name, increment: 100 / chosen.length });
    const verdict = await client
      .sendRequest<Verdict | null>("govreport/file", { textDocument: { uri: uri.toString() } })
      .catch((error: Error) => error);
    if (verdict instanceof Error) {
      counts.failed++;
      output.error(failed(name, verdict));
      continue;
    }
    if (!verdict?.summary) {
      counts.others++;
      output.info(verdict ? notReport(name) : unreadable(name));
      continue;
    }
    counts.reports++;
    counts.problems += verdict.summary.problems;
    if (open.has(uri.toString())) continue;
    shown.set(uri, await client.protocol2CodeConverter.asDiagnostics([...verdict.diagnostics], token));
  }
  await commands.executeCommand("workbench.actions.view.problems");
  void window.showInformationMessage(conclusion(counts));
}

const notReport = (name: string) =>
  say(`${name}：不像政府报告，没有检查。`, `${name} does not look like a report and was not checked.`)[locale];

const unreadable = (name: string) =>
  say(`${name}：读不出文字，没有检查。`, `${name} cannot be read as text and was not checked.`)[locale];

const failed = (name: string, { message }: Error) => say(`${name}：${message}`, `${name}: ${message}`)[locale];

interface Counts {
  readonly reports: number;
  readonly problems: number;
  readonly others: number;
  readonly failed: number;
}

function conclusion({ reports, problems, others, failed }: Counts): string {
  const found = say(
    reports === 0
      ? "工作区里没有找到报告。"
      : problems === 0
        ? `查了 ${reports} 份报告，没有发现问题。`
        : `查了 ${reports} 份报告，共有 ${problems} 个问题，见“问题”面板。`,
    `Reports checked: ${reports}. Problems found: ${problems}.`,
  );
  const rest = say(
    `另有 ${others} 个文件不是报告，名单见“输出”面板。`,
    `Files that are no reports: ${others} (named in the output).`,
  );
  const lost = say(
    `有 ${failed} 个文件没有查成，原因见“输出”面板。`,
    ` Files that could not be checked: ${failed} (see the output).`,
  );
  return [found, ...(others > 0 ? [rest] : []), ...(failed > 0 ? [lost] : [])].map((part) => part[locale]).join("");
}
