import { join } from "node:path";
import { commands, type ExtensionContext, window, workspace } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { say } from "../server/text/message.ts";
import { calmly } from "./calm.ts";
import { LANGUAGES, locale } from "./draft.ts";
import { withReason } from "./reason.ts";
import { statusItem } from "./status.ts";
import { workspaceCheck } from "./workspace.ts";

/** Starts the language server and hangs what only VS Code has around it. */
export async function activate({ extensionPath, subscriptions }: ExtensionContext): Promise<void> {
  const output = window.createOutputChannel(say("政府报告校对", "GovReport")[locale], { log: true });
  const module = join(extensionPath, "dist", "server.cjs");
  const client = new LanguageClient(
    "govreport",
    output.name,
    { module, transport: TransportKind.ipc },
    {
      documentSelector: LANGUAGES.map((language) => ({ language })),
      outputChannel: output,
      initializationOptions: () => ({ locale, ownSentences: ["govreport"], trusted: workspace.isTrusted }),
      middleware: { executeCommand: withReason, provideCompletionItem: calmly },
    },
  );
  subscriptions.push(
    output,
    client,
    statusItem(client),
    // A server that is not running is told when it starts.
    workspace.onDidGrantWorkspaceTrust(() => client.sendNotification("govreport/trusted").catch(() => {})),
    workspaceCheck(client, output),
    commands.registerCommand("govreport.fixAll", () =>
      commands.executeCommand("editor.action.sourceAction", { kind: "source.fixAll.govreport", apply: "first" }),
    ),
    commands.registerCommand("govreport.restart", () => client.restart()),
    commands.registerCommand("govreport.showOutput", () => output.show()),
  );
  await client.start();
  output.info(say("语言服务已启动。", "The language server has started.")[locale]);
}
