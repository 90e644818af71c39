import { existsSync, readdirSync } from "node:fs";
import { mkdir, realpath } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { version } from "../../package.json";
import { bytesLater } from "../disk/read.ts";
import { writeWhole } from "../disk/write.ts";
import { decode } from "../text/decode.ts";
import { serve } from "./server.ts";

// The rules' pages are shipped beside the bundle.
const folder = join(__dirname, "rules");
const address = `${pathToFileURL(folder).href}/`;
const pages = new Set(existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : []);

const connection = process.argv.some((argument) => /^--(?:stdio|node-ipc|socket|pipe)/.test(argument))
  ? createConnection(ProposedFeatures.all)
  : createConnection(ProposedFeatures.all, process.stdin, process.stdout);

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

function pathOf(uri: string): string | null {
  try {
    return slashed(fileURLToPath(uri));
  } catch {
    // Not yet saved, or kept elsewhere than in files.
    return null;
  }
}
