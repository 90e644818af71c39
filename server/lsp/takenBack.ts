import { LSPErrorCodes, type ResponseMessage } from "vscode-languageserver";

/**
 * What is answered to a request that its editor takes back while it still waits for its turn, so that of a row of keys
 * only the last is checked. Whose answer it is, the library writes down.
 */
export const takenBack = (): ResponseMessage => ({
  jsonrpc: "2.0",
  id: null,
  error: { code: LSPErrorCodes.RequestCancelled, message: "taken back" },
});
