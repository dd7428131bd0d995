// Makes heed-<version>.vsix: bundles without slack, and only the files that the extension needs.
import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const root = join(import.meta.dirname, "..");
const sizeLimit = 8 * 1024 * 1024;

/** Answers the path of the package. */
export async function makePackage(output) {
  const { createVSIX } = await import("@vscode/vsce");
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const path = output ?? join(root, `heed-${version}.vsix`);
  const { status } = spawnSync(process.execPath, ["scripts/build.mjs", "--minify"], { cwd: root, stdio: "inherit" });
  if (status !== 0) throw new Error("The bundles could not be built; esbuild says above why.");
  // Everything is in the bundles, so node_modules is left out; pictures of the README are in the package itself.
  await createVSIX({
    cwd: root,
    packagePath: path,
    dependencies: false,
    rewriteRelativeLinks: false,
    allowMissingRepository: true,
  });
  const { size } = statSync(path);
  if (size > sizeLimit)
    throw new Error(`${path} has ${size} bytes; at most ${sizeLimit} are allowed. See .vscodeignore.`);
  return path;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const path = await makePackage();
  console.log(`${path} (${(statSync(path).size / 1024 / 1024).toFixed(1)} MB)`);
}
