import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { version } from "../../package.json";
import { measureCli } from "./cli.ts";
import { peers } from "./peers.ts";
import { measurePatience, measureServer } from "./server.ts";

const HELP = `npm run bench -- [options]

  --only cli|server|edits  one part
  --quick                  smaller corpora, fewer runs
  --runs N                 how often each command line is run (5; 3 with --quick)
  --edits N                how many edits the memory is watched over (10000; 1000 with --quick)
  --no-peers               this project and the floors alone
  --json FILE              where the figures go (node_modules/.cache/bench/bench.json)
`;

const { values: asked } = parseArgs({
  options: {
    only: { type: "string" },
    quick: { type: "boolean", default: false },
    runs: { type: "string" },
    edits: { type: "string" },
    "no-peers": { type: "boolean", default: false },
    json: { type: "string", default: "node_modules/.cache/bench/bench.json" },
    help: { type: "boolean", default: false },
  },
});

const root = process.cwd();

async function bench(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), "govreport-bench-"));
  const { quick } = asked;
  try {
    const wanted = (part: string): boolean => asked.only === undefined || asked.only === part;
    const others = asked["no-peers"] || asked.only === "edits" ? null : peers(join(root, "test/bench/peers"));
    const where = { root, scratch, peers: others, quick };
    const figures = {
      version,
      node: process.version,
      cpu: cpus()[0]?.model ?? null,
      cores: cpus().length,
      quick,
      cli: wanted("cli") ? await measureCli(where, Number(asked.runs ?? (quick ? 3 : 5))) : null,
      server: wanted("server") ? await measureServer(where) : null,
      edits: wanted("edits") ? await measurePatience(where, Number(asked.edits ?? (quick ? 1000 : 10_000))) : null,
    };
    writeFileSync(resolve(root, asked.json), `${JSON.stringify(figures, null, 2)}\n`);
    console.log(`\n${asked.json}`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

if (asked.help) console.log(HELP);
else await bench();
