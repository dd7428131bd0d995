// Measures a workspace of 1,500 Python files: the first look at all of it, the next ones, what an edit costs, and how much memory is held.
// Run as `npm run bench:workspace`.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { createEngine } from "../server/src/host/create-engine.ts";
import { holdLittleMemory } from "../server/src/host/memory.ts";
import { areaName, generatedWorkspace } from "../test/support/generated-workspace.ts";

const wanted = Number(process.argv[2] ?? 1500);
const files = generatedWorkspace(Math.ceil(wanted / 7));
const root = mkdtempSync(join(tmpdir(), "heed-workspace-"));
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
const cache = mkdtempSync(join(tmpdir(), "heed-cache-"));

function show(name: string, value: string): void {
  process.stdout.write(`${name.padEnd(44)} ${value}\n`);
}

/** V8 hands back what it has let go a little later. */
async function megabytes(): Promise<string> {
  globalThis.gc?.();
  await setTimeout(300);
  const { rss, heapUsed } = process.memoryUsage();
  return `rss ${Math.round(rss / 2 ** 20)} MB, heap ${Math.round(heapUsed / 2 ** 20)} MB`;
}

async function timed<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const result = await work();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  show(name, `${ms.toFixed(ms < 100 ? 1 : 0)} ms (${((user + system) / 1000).toFixed(0)} ms of processors)`);
  return result;
}

/** What lies in virtual environments, packages of other languages and build output is to cost nothing. */
function layIgnored(): void {
  writeFileSync(join(root, ".gitignore"), "build/\n");
  for (const folder of [".venv/lib/python3.12/site-packages", "node_modules", "build", "shop/__pycache__"]) {
    for (let at = 0; at < 100; at++) {
      const place = join(root, folder, `package${at}`);
      mkdirSync(place, { recursive: true });
      for (let file = 0; file < 20; file++) writeFileSync(join(place, `m${file}.py`), "import os\n");
    }
  }
}

/** The command line is what teams run in their pipelines; it may use both processors. */
function commandLine(name: string, ...args: string[]): void {
  const start = performance.now();
  try {
    const command = [join(dirname(process.argv[1] ?? ""), "cli.js"), "check", root, "--quiet", ...args];
    execFileSync(process.execPath, command, { env: { ...process.env, XDG_CACHE_HOME: cache }, stdio: "ignore" });
  } catch {
    // There are findings.
  }
  show(name, `${(performance.now() - start).toFixed(0)} ms`);
}

async function measure(): Promise<void> {
  // What is held is what the language server holds.
  holdLittleMemory();
  const lines = Object.values(files).reduce((sum, text) => sum + text.split("\n").length, 0);
  const { engine } = await timed("starting", () => createEngine(root));
  await timed("reading ahead", () => engine.readAhead());
  const found = await timed("first: all findings", () => engine.allFindings());
  show("", `${engine.pythonFiles.length} files, ${lines} lines, ${found.length} findings; ${await megabytes()}`);
  const rules = new Map<string, number>();
  for (const { rule } of found) rules.set(rule, (rules.get(rule) ?? 0) + 1);
  show("", [...rules].map(([rule, count]) => `${rule} ${count}`).join(", "));
  await timed("again: all findings, nothing changed", () => engine.allFindings());

  const area = areaName(4);
  const open = ["service", "repository", "routes", "models", "tools"].map((name) => `shop/${area}/${name}.py`);
  const others = [`shop/${areaName(5)}/service.py`, `shop/${areaName(4 + 12)}/service.py`];
  for (const path of [...open, ...others]) engine.setText(path, files[path] ?? "");
  const shown = () => [...open, ...others].map((path) => engine.findings(path));
  await timed("again: the open files", shown);

  const edits: readonly (readonly [string, string, string, string])[] = [
    ["a word in a service", `shop/${area}/service.py`, "totals = {}", "totals: dict[int, int] = {}"],
    ["a new query in a service", `shop/${area}/service.py`, "return self.repository.all()", "return self.others.all()"],
    ["a comment in a model", `shop/${area}/models.py`, "class ", "# A class.\nclass "],
    [
      "a column in a model",
      `shop/${area}/models.py`,
      "    title:",
      '    extra: Mapped[str] = mapped_column(default="")\n    title:',
    ],
    [
      "a relationship in a model",
      `shop/${area}/models.py`,
      "relationship(back_populates=",
      'relationship(lazy="joined", back_populates=',
    ],
  ];
  for (const [name, path, from, to] of edits) {
    for (const text of [files[path]?.replace(from, to) ?? "", files[path] ?? ""]) {
      const back = text === files[path];
      const before = new Map(engine.memo.counts);
      engine.setText(path, text);
      await timed(`edit: ${back ? "back, " : ""}${name}; the open files`, shown);
      const recomputed = [...engine.memo.counts].flatMap(([key, count]) => {
        const since = count - (before.get(key) ?? 0);
        return since > 0 ? [`${key} ${since}`] : [];
      });
      if (!back) show("  computed", recomputed.join(", "));
      await timed("  then all findings", () => engine.allFindings());
    }
  }
  show("memory at the end", await megabytes());
  const list = () => createEngine(root).then((made) => made.engine.pythonFiles);
  await timed("listing the files", list);
  layIgnored();
  await timed("listing them, 8,000 ignored ones beside", list);
  commandLine("command line, one thread", "--jobs", "1", "--no-cache");
  commandLine("command line, two threads, the first time", "--jobs", "2");
  commandLine("command line, from the cache");
}

void measure().finally(() => {
  for (const folder of [root, cache]) rmSync(folder, { recursive: true });
});
