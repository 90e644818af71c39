import { createRequire } from "node:module";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { report } from "./corpus.ts";
import { editor, type Served } from "./editor.ts";
import { milliseconds, table, times } from "./table.ts";
import { askUsage, quantile } from "./usage.ts";

const KB = 1000;

/** How often is typed into a document of how many bytes; the first keys warm up and are not counted. */
const SIZES = [
  { name: "10 KB", bytes: 10 * KB, keys: 400 },
  { name: "100 KB", bytes: 100 * KB, keys: 200 },
  { name: "1 MB", bytes: 1000 * KB, keys: 40 },
] as const;
const BURST = 20;

const draft = (bytes: number): string => report(4, bytes);
/** The same paragraphs as strings of a list. */
const list = (bytes: number): string => JSON.stringify(draft(bytes).split("\n\n"), null, 2);

function servers(root: string, scratch: string, peers: string | null): readonly Served[] {
  const floor = join(scratch, "floor-server.cjs");
  buildSync({
    entryPoints: [join(root, "test/bench/floor-server.ts")],
    bundle: true,
    minify: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    outfile: floor,
    logLevel: "error",
  });
  const own = { name: "govreport", script: join(root, "dist/server.cjs"), language: "markdown", text: draft };
  const least = { name: FLOOR, script: floor, language: "markdown", text: draft };
  if (peers === null) return [own, least];
  const others = join(peers, "vscode-langservers-extracted/bin");
  const MarkdownIt = createRequire(join(peers, "package.json"))("markdown-it") as new () => {
    parse(text: string, env: object): readonly { readonly map: unknown }[];
  };
  const parser = new MarkdownIt();
  return [
    own,
    least,
    {
      name: "Markdown",
      script: join(others, "vscode-markdown-language-server"),
      language: "markdown",
      text: draft,
      // It leaves the parsing to its editor, whose time is in how long one waits and not in the server's CPU time.
      answers: {
        "markdown/parse": ({ text }) => parser.parse(text ?? "", {}),
        "markdown/fs/stat": () => null,
        "markdown/fs/readFile": () => [],
        "markdown/fs/readDirectory": () => [],
        "markdown/fs/watcher/create": () => null,
        "markdown/fs/watcher/delete": () => null,
        "markdown/findMarkdownFilesInWorkspace": () => [],
      },
    },
    { name: "JSON", script: join(others, "vscode-json-language-server"), language: "json", text: list },
  ];
}

const FLOOR = "floor";

export interface ServerFigures {
  readonly size: string;
  readonly server: string;
  /** From a change to the diagnostics of the new text, in milliseconds. */
  readonly p50: number;
  readonly p95: number;
  /** The server's CPU time for a key, in milliseconds: the mean. */
  readonly cpu: number;
  /** CPU time by that of the floor server. */
  readonly ratio: number;
  /** From the first of many keys at once to the diagnostics of the last, and how many of them were answered. */
  readonly burst: number;
  readonly answered: number;
}

export interface Patience {
  readonly edits: number;
  /** What the server held after a tenth of the edits and at the end, in bytes. */
  readonly early: number;
  readonly late: number;
}

interface Bench {
  readonly root: string;
  readonly scratch: string;
  readonly peers: string | null;
  readonly quick: boolean;
}

/** Where somebody types: all over the document, the same places for all servers. */
const placeOf = (text: string, key: number): number => {
  const at = (key * 7919 * 31) % text.length;
  const inner = text.slice(at).search(/[\u4e00-\u9fff]{2}/);
  return inner < 0 ? 0 : at + inner + 1;
};

/** Types into documents of several sizes in each server, by turns. */
export async function measureServer({ root, scratch, peers, quick }: Bench): Promise<readonly ServerFigures[]> {
  const probe = join(root, "test/bench/probe.cjs");
  const all = servers(root, scratch, peers);
  const figures: ServerFigures[] = [];
  for (const { name: size, bytes, keys: most } of SIZES) {
    const keys = quick ? most / 4 : most;
    const open = await Promise.all(
      all.map(async (served) => {
        const text = served.text(bytes);
        return { served, text, editor: await editor(served, text, probe), walls: [] as number[], cpu: 0 };
      }),
    );
    for (const one of open) for (let i = 0; i < keys / 2; i++) await one.editor.key(placeOf(one.text, i));
    const ROUNDS = 4;
    for (let round = 0; round < ROUNDS; round++)
      for (const one of open) {
        const before = await askUsage(one.editor.process);
        for (let i = 0; i < keys / ROUNDS; i++)
          one.walls.push(await one.editor.key(placeOf(one.text, 1000 + round * keys + i)));
        one.cpu += (await askUsage(one.editor.process)).cpu - before.cpu;
      }
    const cpuOf = ({ cpu, walls }: (typeof open)[number]): number => cpu / walls.length;
    const least = cpuOf(open.find(({ served }) => served.name === FLOOR)!);
    const own: ServerFigures[] = [];
    for (const one of open) {
      const { wall, answered } = await one.editor.burst(placeOf(one.text, 77), BURST);
      await one.editor.quit();
      const { walls, served } = one;
      own.push({
        size,
        server: served.name,
        p50: quantile(walls, 0.5),
        p95: quantile(walls, 0.95),
        cpu: cpuOf(one),
        ratio: cpuOf(one) / least,
        burst: wall,
        answered,
      });
    }
    figures.push(...own);
    console.log(`\na key in ${size}\n${serverTable(own)}`);
  }
  return figures;
}

/** Types for a long time and looks whether the server holds more at the end. */
export async function measurePatience({ root, scratch }: Bench, edits: number): Promise<Patience> {
  const [own] = servers(root, scratch, null);
  const text = draft(10 * KB);
  const typing = await editor(own!, text, join(root, "test/bench/probe.cjs"));
  let early = 0;
  for (let i = 0; i < edits; i++) {
    await typing.key(placeOf(text, i));
    if (i === Math.floor(edits / 10)) early = (await askUsage(typing.process)).heap;
  }
  const late = (await askUsage(typing.process)).heap;
  await typing.quit();
  console.log(
    `\n${edits} edits of 10 KB: ${(early / 2 ** 20).toFixed(1)} MB held after a tenth, ${(late / 2 ** 20).toFixed(1)} MB at the end`,
  );
  return { edits, early, late };
}

const serverTable = (figures: readonly ServerFigures[]): string =>
  table(
    ["server", "p50", "p95", "CPU a key", `÷ ${FLOOR}`, `${BURST} keys at once`, "answered"],
    figures.map(({ server, p50, p95, cpu, ratio, burst, answered }) => [
      server,
      milliseconds(p50),
      milliseconds(p95),
      milliseconds(cpu),
      times(ratio),
      milliseconds(burst),
      String(answered),
    ]),
  );
