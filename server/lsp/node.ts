// First, as it holds for all that runs after it.
import "./compiler.ts";
import { existsSync, readdirSync } from "node:fs";
import { mkdir, realpath } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createConnection, ErrorCodes, ProposedFeatures } from "vscode-languageserver/node";
import { version } from "../../package.json";
import { bytesLater } from "../disk/read.ts";
import { writeWhole } from "../disk/write.ts";
import { decode } from "../text/decode.ts";
import type { Message } from "../text/message.ts";
import { framed } from "./framing.ts";
import { serve } from "./server.ts";
import { answerRefused, stages } from "./stages.ts";
import { takenBack } from "./takenBack.ts";

// The rules' pages are shipped beside the bundle.
const folder = join(__dirname, "rules");
const address = `${pathToFileURL(folder).href}/`;
const pages = new Set(existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : []);

const options = { messageStrategy: stages(), connectionStrategy: { cancelUndispatched: takenBack } };
const connection = process.argv.some((argument) => /^--(?:node-ipc|socket|pipe)/.test(argument))
  ? createConnection(ProposedFeatures.all, options)
  : createConnection(ProposedFeatures.all, process.stdin.pipe(framed(leave)), process.stdout, options);
answerRefused(connection);
// What a library has to say must not come between the messages.
console.log = console.info = console.debug = console.error;

// What an editor cannot answer must not end the visit.
process.on("unhandledRejection", (reason) => connection.console.error(String(reason)));

serve(connection, {
  version,
  path: pathOf,
  uri: (path) => pathToFileURL(path).href,
  async read(path) {
    try {
      return decode(await bytesLater(path))?.text ?? null;
    } catch {
      return null;
    }
  },
  async real(path) {
    try {
      return slashed(await realpath(path));
    } catch {
      return null;
    }
  },
  async write(path, text) {
    await mkdir(dirname(path), { recursive: true });
    writeWhole(path, text);
  },
  rulePage: (rule) => (pages.has(`${rule.replace("/", sep)}.md`) ? `${address}${rule}.md` : null),
  // Editors spell the addresses of drives in more than one way.
  isRulePage: (uri) => pathOf(uri)?.toLowerCase().startsWith(pathOf(address)!.toLowerCase()) ?? false,
});
connection.listen();

const slashed = (path: string): string => path.split(sep).join("/");

/** Ends the visit of an editor that cannot be understood, and says why where it may be heard. */
function leave(message: Message): void {
  process.stderr.write(`govreport: ${message.zh} ${message.en}\n`);
  const answer = JSON.stringify({
    jsonrpc: "2.0",
    id: null,
    error: { code: ErrorCodes.ParseError, message: message.en },
  });
  process.stdout.write(`Content-Length: ${Buffer.byteLength(answer)}\r\n\r\n${answer}`, () => process.exit(1));
}

function pathOf(uri: string): string | null {
  try {
    return slashed(fileURLToPath(uri));
  } catch {
    // Not yet saved, or kept elsewhere than in files.
    return null;
  }
}
