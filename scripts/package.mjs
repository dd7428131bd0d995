// Makes heed-<version>.vsix: bundles without slack, and only the files that the extension needs.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const root = join(import.meta.dirname, "..");
const parts = [
  ".vscodeignore",
  "CHANGELOG.md",
  "LICENSE",
  "README.md",
  "media",
  "package.json",
  "snippets",
  "syntaxes",
];
const sizeLimit = 8 * 1024 * 1024;

/** Answers the path of the package. It is put together in a folder of its own, so that dist/ stays as it is. */
export async function makePackage(output) {
  const { createVSIX } = await import("@vscode/vsce");
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const path = output ?? join(root, `heed-${version}.vsix`);
  const stage = mkdtempSync(join(tmpdir(), "heed-package-"));
  try {
    for (const name of parts) cpSync(join(root, name), join(stage, name), { recursive: true });
    const build = ["scripts/build.mjs", "--minify", `--outdir=${join(stage, "dist")}`];
    const { status } = spawnSync(process.execPath, build, { cwd: root, stdio: "inherit" });
    if (status !== 0) throw new Error("The bundles could not be built; esbuild says above why.");
    // Everything is in the bundles, so node_modules is left out; pictures of the README are in the package itself.
    await createVSIX({
      cwd: stage,
      packagePath: path,
      dependencies: false,
      rewriteRelativeLinks: false,
      allowMissingRepository: true,
    });
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
  const { size } = statSync(path);
  if (size > sizeLimit) {
    throw new Error(`${path} has ${size} bytes; at most ${sizeLimit} are allowed. See .vscodeignore.`);
  }
  return path;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const path = await makePackage();
  console.log(`${path} (${(statSync(path).size / 1024 / 1024).toFixed(1)} MB)`);
}
