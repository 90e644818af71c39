import { Disposable, languages, StatusBarAlignment, type TextDocument, window } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { Summary } from "../server/ide/summary.ts";
import { say } from "../server/text/message.ts";
import { LANGUAGES, locale } from "./draft.ts";

/** The item that says what the report in front is and how many problems it has; a click opens them. */
export function statusItem(client: LanguageClient): Disposable {
  const item = window.createStatusBarItem("govreport.status", StatusBarAlignment.Right, 100);
  item.name = say("政府报告", "Government report")[locale];
  item.tooltip = say("打开“问题”面板", "Open the Problems view")[locale];
  item.command = "workbench.actions.view.problems";

  const refresh = async (): Promise<void> => {
    const document = window.activeTextEditor?.document;
    // A look into the output leaves the report in front.
    if (document?.uri.scheme === "output") return;
    const summary = document && LANGUAGES.includes(document.languageId) ? await summaryOf(client, document) : null;
    // An answer that comes late must not speak of another editor.
    if (document !== window.activeTextEditor?.document) return;
    if (!summary) return item.hide();
    item.text = `$(checklist) ${text(summary)}`;
    item.show();
  };

  return Disposable.from(
    item,
    window.onDidChangeActiveTextEditor(refresh),
    languages.onDidChangeDiagnostics(refresh),
    client.onDidChangeState(refresh),
  );
}

async function summaryOf(client: LanguageClient, { uri }: TextDocument): Promise<Summary | null> {
  if (!client.isRunning()) return null;
  try {
    return await client.sendRequest("govreport/summary", { textDocument: { uri: uri.toString() } });
  } catch {
    // The server went away in between; its end is told elsewhere.
    return null;
  }
}

function text({ kind, period, problems }: Summary): string {
  const count = say(
    problems === 0 ? "没有问题" : `${problems} 个问题`,
    problems === 0 ? "no problems" : problems === 1 ? "1 problem" : `${problems} problems`,
  );
  return [kind ?? say("政府报告", "Government report")[locale], period, count[locale]].filter(Boolean).join(" · ");
}
