import type { CompletionMiddleware } from "vscode-languageclient/node";

/**
 * VS Code asks for completions while one types. In a plain text, where that cannot be turned off for reports alone, a
 * list would come up under every other 汉字, and Enter would take from it.
 */
export const calmly: NonNullable<CompletionMiddleware["provideCompletionItem"]> = (
  document,
  position,
  context,
  token,
  next,
) => {
  const typing = /[\u4e00-\u9fff]$/.test(document.lineAt(position).text.slice(0, position.character));
  return typing && document.languageId !== "govreport" ? null : next(document, position, context, token);
};
