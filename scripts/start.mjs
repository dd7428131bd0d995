// `npm start`: opens a real editor on the example project with Heed running.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startEditor } from "./editor-server.mjs";
import { cacheFolder, editions, ensureEditor } from "./editor-stack.mjs";
import { fail, projectNode } from "./setup.mjs";

const root = join(import.meta.dirname, "..");
const example = join(root, "examples");
const oldest = editions.oldest.vscode.split(".").map(Number);

const { values: options } = parseArgs({
  options: {
    embedded: { type: "boolean", default: false },
    "no-open": { type: "boolean", default: false },
    port: { type: "string" },
  },
});

say("builds its bundles …");
run(["scripts/build.mjs"]);
const code = options.embedded ? undefined : findCode();
if (code !== undefined) openInstalled(code);
else await openEmbedded();

/** VS Code on this machine, with a profile of its own, so that the user's settings and extensions stay out of it. */
function openInstalled(command) {
  const profile = join(cacheFolder, "vscode");
  mkdirSync(profile, { recursive: true });
  say(`opens VS Code on ${example}. Close its window, or press Ctrl+C here, to end.`);
  const child = spawn(
    command,
    [
      `--user-data-dir=${join(profile, "data")}`,
      `--extensions-dir=${join(profile, "extensions")}`,
      `--extensionDevelopmentPath=${root}`,
      "--disable-workspace-trust",
      "--new-window",
      "--wait",
      example,
    ],
    { stdio: "inherit", shell: process.platform === "win32" },
  );
  process.once("SIGINT", () => child.kill());
  child.once("exit", (status) => process.exit(status ?? 0));
}

async function openEmbedded() {
  say("found no VS Code that it can use on this machine, so it opens one of its own in the browser.");
  const entry = attempt(() => ensureEditor(editions.newest, say));
  say("packs the extension …");
  const state = mkdtempSync(join(tmpdir(), "heed-start-"));
  process.once("exit", () => rmSync(state, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  const vsix = join(state, "heed.vsix");
  run(["-e", `import("./scripts/package.mjs").then((m) => m.makePackage(${JSON.stringify(vsix)}))`]);
  say("starts the editor …");
  const asked = new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, resolve);
  });
  const editor = await startEditor({
    entry,
    state,
    extensions: [vsix],
    port: options.port === undefined ? undefined : Number(options.port),
  }).catch((error) => fail(error.message));
  const url = editor.url(example, firstFile(editor));
  console.log(`\nHeed runs here:\n\n  ${url}\n\nPress Ctrl+C to end.\n`);
  if (!options["no-open"]) openBrowser(url);
  const status = await Promise.race([asked.then(() => undefined), editor.ended.then((code) => code ?? 1)]);
  if (status !== undefined) {
    const log = readFileSync(join(state, "server.log"), "utf8").split("\n").slice(-10).join("\n");
    fail(`The editor ended by itself (${status}):\n${log}`);
  }
  say("ends the editor.");
  await editor.stop();
  process.exit(0);
}

/** A first file with findings, so that the page does not open empty. */
function firstFile(editor) {
  return [["openFile", editor.uri(join(example, "toolshed/services/printing.py"))]];
}

/** The `code` on the PATH, where it is a desktop VS Code that is new enough. */
function findCode() {
  // Inside a remote terminal `code` only talks to the window around it and can open no other.
  if (process.env.VSCODE_IPC_HOOK_CLI !== undefined) return undefined;
  const shell = process.platform === "win32";
  const { status, stdout } = spawnSync("code", ["--version"], { encoding: "utf8", shell, timeout: 20_000 });
  if (status !== 0) return undefined;
  const [major = 0, minor = 0] = stdout.split(".").map((part) => Number.parseInt(part, 10));
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return "code";
  say(`leaves VS Code ${major}.${minor} alone, as Heed needs ${oldest[0]}.${oldest[1]} or newer.`);
  return undefined;
}

function openBrowser(url) {
  const command = process.platform === "darwin" ? "open" : "xdg-open";
  if (process.platform === "linux" && process.env.DISPLAY === undefined && process.env.WAYLAND_DISPLAY === undefined)
    return;
  const child = spawn(command, [url], { stdio: "ignore", detached: true });
  child.once("error", () => say("could not open a browser; open the address above yourself."));
  child.unref();
}

function run(parameters) {
  const { status } = spawnSync(projectNode, parameters, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) fail("Heed could not be built; the lines above say why.");
}

function attempt(step) {
  try {
    return step();
  } catch (error) {
    return fail(error.message);
  }
}

function say(line) {
  console.error(`Heed ${line}`);
}
