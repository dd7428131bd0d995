// Bundles the client, the server and the command line into dist/, with the WebAssembly files they load beside them.
import { copyFileSync, existsSync, mkdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build, context } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const require = createRequire(import.meta.url);
const asked = parseArgs({ strict: false, options: { outdir: { type: "string" }, bench: { type: "string" } } }).values;
const dist = resolve(root, asked.outdir ?? "dist");
mkdirSync(dist, { recursive: true });

/** The wasm files are read at run time from the folder of the bundle. */
for (const wasm of [
  "@astral-sh/ruff-wasm-nodejs/ruff_wasm_bg.wasm",
  "web-tree-sitter/web-tree-sitter.wasm",
  "tree-sitter-python/tree-sitter-python.wasm",
]) {
  const source = require.resolve(wasm);
  const target = join(dist, wasm.split("/").at(-1));
  // One that is there stays, because a running server may be reading it.
  if (!existsSync(target) || statSync(target).size !== statSync(source).size) copyFileSync(source, target);
}

const options = {
  absWorkingDir: root,
  // A benchmark measures what users run, which is the bundle.
  entryPoints: asked.bench
    ? { [asked.bench]: `scripts/${asked.bench}.ts` }
    : { cli: "server/src/cli/main.ts", server: "server/src/lsp/start.ts", extension: "client/src/extension.ts" },
  outdir: dist,
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  external: ["vscode"],
  mainFields: ["module", "main"],
  logOverride: { "empty-import-meta": "silent" },
  alias: { "web-tree-sitter": require.resolve("web-tree-sitter") },
  sourcemap: process.argv.includes("--sourcemap"),
  minify: process.argv.includes("--minify"),
  logLevel: "warning",
};

if (process.argv.includes("--watch")) {
  const watcher = await context(options);
  await watcher.watch();
} else {
  await build(options);
}
