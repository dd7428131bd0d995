// Runs oxlint with type information over everything that the project wrote.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const { status } = spawnSync(
  process.execPath,
  [join(root, "node_modules/oxlint/bin/oxlint"), "--type-aware", "--deny-warnings", ...process.argv.slice(2)],
  { cwd: root, stdio: "inherit" },
);
process.exit(status ?? 1);
