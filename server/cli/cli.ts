import "./jitless.ts";
import process from "node:process";
import { run } from "./run.ts";
import { terminal } from "./terminal.ts";

run(process.argv.slice(2), terminal()).then((status) => {
  process.exitCode = status;
});
