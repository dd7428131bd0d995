// `npm run check -- PATH`: the terminal version, built from this checkout.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { projectNode } from "./setup.mjs";

const root = join(import.meta.dirname, "..");
const build = spawnSync(projectNode, ["scripts/build.mjs"], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
if (build.status !== 0) process.exit(2);

// npm changes to the folder of the project; the paths on the command line are meant where the user stands.
const { status } = spawnSync(projectNode, [join(root, "dist/cli.js"), "check", ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  stdio: "inherit",
});
process.exit(status ?? 2);
