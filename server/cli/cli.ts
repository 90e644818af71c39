import "./jitless.ts";
import process from "node:process";
import { run } from "./run.ts";
import { UNUSABLE } from "./terminal/status.ts";
import { terminal } from "./terminal/terminal.ts";

// All is written by then. Left to itself, Node would first wait for what V8 is still optimising.
run(process.argv.slice(2), terminal()).then(
  (status) => process.exit(status),
  (error: Error) => {
    process.stderr.write(`govreport: ${error.stack}\n`);
    process.exit(UNUSABLE);
  },
);
