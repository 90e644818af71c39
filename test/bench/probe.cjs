// Loaded into each process that is measured (node --require): tells what the process has used of CPU time, all its
// threads together, and of memory. Through descriptor 3 at its end, or over the channel to its parent when it is asked.
const { writeSync } = require("node:fs");
const { isMainThread } = require("node:worker_threads");

const usage = () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  return { cpu: (userCPUTime + systemCPUTime) / 1000, peak: maxRSS * 1024 };
};
const tell = () => writeSync(3, `${JSON.stringify(usage())}\n`);

if (isMainThread && process.send) {
  process.on("message", () => {
    globalThis.gc?.();
    process.send?.({ ...usage(), heap: process.memoryUsage().heapUsed });
  });
  process.channel?.unref();
} else if (isMainThread) {
  process.on("exit", tell);
  // A program that is ended by native code, behind the back of Node, has told all but its last moment.
  if (process.env.PROBE_EVERY) setInterval(tell, Number(process.env.PROBE_EVERY)).unref();
}
