// Bundles the product once before the tests, so that those which start it as a process test the present sources.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export default function build(): void {
  const script = fileURLToPath(new URL("../../scripts/build.mjs", import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [script], { encoding: "utf8" });
  // Tests of single parts go on without the bundle; those of the whole then say that it is missing or old.
  if (status !== 0) console.error(`The bundle could not be built, so tests of the whole may fail:\n${stderr}`);
}
