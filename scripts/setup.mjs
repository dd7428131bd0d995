// Makes a fresh clone ready: installs what package-lock.json names, where it is not there yet. Plain Node 20, no dependency.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** The Node that the project brings for its own scripts, newer than the one of the machine may be. */
export const projectNode = join(root, "node_modules/node/bin", process.platform === "win32" ? "node.exe" : "node");

/** Does nothing where everything is in place. */
export function setUp() {
  if (isInstalled()) return;
  console.error("Heed installs its tools (npm ci); the first time this takes about half a minute.");
  const { status } = npm(["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: root });
  if (status !== 0) fail("The tools could not be installed: npm says above why. Check the network and run this again.");
  if (!isInstalled()) fail("npm ci left node_modules incomplete. Remove the folder and run this again.");
}

/** npm as this process was started by it, else the one on the PATH. */
export function npm(parameters, options = {}) {
  const own = process.env.npm_execpath;
  const [command, first] = own?.endsWith(".js") ? [process.execPath, [own]] : ["npm", []];
  return spawnSync(command, [...first, ...parameters], {
    stdio: ["ignore", "inherit", "inherit"],
    shell: command === "npm" && process.platform === "win32",
    ...options,
  });
}

export function fail(message) {
  console.error(message);
  process.exit(1);
}

/** Compares what npm noted in node_modules with the lock file, package by package. */
function isInstalled() {
  const wanted = readLock(join(root, "package-lock.json"));
  const present = readLock(join(root, "node_modules/.package-lock.json"));
  if (wanted === undefined || present === undefined || !existsSync(projectNode)) return false;
  return Object.entries(wanted.packages).every(
    ([path, { version, optional }]) =>
      path === "" || present.packages[path]?.version === version || (optional === true && !(path in present.packages)),
  );
}

function readLock(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  if (Number(process.versions.node.split(".")[0]) < 20) {
    fail(`Heed needs Node 20 or newer, and this is ${process.version}. Install a newer one from https://nodejs.org.`);
  }
  setUp();
}
