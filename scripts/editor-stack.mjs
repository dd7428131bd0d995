// Brings a real VS Code into a cache folder of the user's: code-server from npm, with nothing native to build.
// Plain Node, no dependency: `npm start` and the editor tests both stand on it.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { npm } from "./setup.mjs";

/** The newest VS Code that Heed is tried with, and the oldest that it supports. */
export const editions = {
  newest: { codeServer: "4.139.1", vscode: "1.139.1" },
  oldest: { codeServer: "4.100.3", vscode: "1.100.3" },
};

export const cacheFolder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "heed");

/**
 * Answers the entry script of code-server, installing it the first time.
 * The folder gets its name only when it is complete, so one that exists can be used.
 */
export function ensureEditor({ codeServer, vscode }, say) {
  if (process.platform === "win32") {
    throw new Error("The embedded editor does not run on Windows. Install VS Code, so that `code` is on the PATH.");
  }
  const folder = join(cacheFolder, `code-server-${codeServer}`);
  const entry = join(folder, "node_modules/code-server/out/node/entry.js");
  if (existsSync(entry)) return entry;

  say(`fetches VS Code ${vscode} (code-server ${codeServer} from npm, about 300 MB on disk) into ${folder}.`);
  mkdirSync(cacheFolder, { recursive: true });
  const building = mkdtempSync(join(cacheFolder, "installing-"));
  try {
    writeFileSync(
      join(building, "package.json"),
      JSON.stringify({ private: true, dependencies: { "code-server": codeServer } }),
    );
    const editor = join(building, "node_modules/code-server/lib/vscode");
    install(building, []);
    say("has the server; its libraries follow.");
    install(editor, ["--omit=dev"]);
    install(join(editor, "extensions"), ["--omit=dev"]);
    replacePasswordHashing(building);
    removeWhatTalks(editor);
    if (existsSync(folder)) rmSync(folder, { recursive: true });
    renameSync(building, folder);
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    // Another process may have been faster.
    if (!existsSync(entry)) throw error;
  }
  say("has its editor.");
  return entry;
}

/** True for editions whose pages take an extension under development only when the server is told so. */
export function needsTestDriver(entry) {
  return readFileSync(join(entry, "../cli.js"), "utf8").includes('"vscode-option"');
}

function install(folder, options) {
  const { status } = npm(
    ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-save", "--loglevel=error", ...options],
    // Settings that npm hands to its scripts, such as the project's own prefix, must not reach this other project.
    { cwd: folder, env: withoutNpmSettings() },
  );
  if (status !== 0)
    throw new Error("The embedded editor could not be installed from npm. Check the network and try again.");
}

function withoutNpmSettings() {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^npm_(config_(local_prefix|prefix|package|omit)|package_|lifecycle_)/i.test(name),
  );
  return { ...Object.fromEntries(kept), npm_config_engine_strict: "false" };
}

/** Older editions load a native module for passwords, which nobody needs on a loopback port without a password. */
function replacePasswordHashing(folder) {
  const script = join(folder, "node_modules/argon2/argon2.js");
  if (existsSync(script)) writeFileSync(script, "module.exports = {};\n");
}

/** Built-in extensions that sign in or call services; they only slow a local editor down. */
function removeWhatTalks(editor) {
  for (const name of [
    "extensions/copilot",
    "extensions/mermaid-markdown-features",
    "node_modules/@devcontainers",
    "node_modules/@microsoft/mxc-sdk",
    "node_modules/@github/copilot-sdk-linux-x64",
    "node_modules/@github/copilot-sdk-linux-arm64",
  ]) {
    rmSync(join(editor, name), { recursive: true, force: true });
  }
}
