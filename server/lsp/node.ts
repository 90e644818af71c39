import { existsSync, readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { version } from "../../package.json";
import { serve } from "./server.ts";

// The rules' pages are shipped beside the bundle.
const folder = join(__dirname, "rules");
const pages = new Set(existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : []);

const connection = process.argv.some((argument) => /^--(?:stdio|node-ipc|socket|pipe)/.test(argument))
  ? createConnection(ProposedFeatures.all)
  : createConnection(ProposedFeatures.all, process.stdin, process.stdout);

serve(connection, {
  version,
  rulePage(rule) {
    const page = `${rule.replace("/", sep)}.md`;
    return pages.has(page) ? pathToFileURL(join(folder, page)).href : null;
  },
});
connection.listen();
