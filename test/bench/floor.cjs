// The least that a checker written for Node can do: reads each file and goes through it once.
const { readdirSync, readFileSync, statSync } = require("node:fs");

const [place = "."] = process.argv.slice(2);
const files = statSync(place).isDirectory() ? readdirSync(place).map((name) => `${place}/${name}`) : [place];
let lines = 0;
for (const file of files) {
  const text = readFileSync(file, "utf8");
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) === 10) lines++;
}
console.log(lines);
