// Makes what the editor tests stand on, once: the packed extension, and the suites that run inside the editor.

import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { makePackage } from "../../scripts/package.mjs";
import { root, suiteEntry, vsix } from "./places.ts";

export default async function prepare(): Promise<void> {
  mkdirSync(join(root, "out"), { recursive: true });
  execFileSync(process.execPath, ["scripts/build.mjs"], { cwd: root, stdio: "inherit" });
  await makePackage(vsix);
  await build({
    absWorkingDir: root,
    entryPoints: ["test/editor/suite/index.ts"],
    outfile: suiteEntry,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["vscode", "mocha"],
    logLevel: "warning",
  });
}
