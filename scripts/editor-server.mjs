// Starts and ends one embedded editor with folders of its own, on a free loopback port.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { needsTestDriver } from "./editor-stack.mjs";
import { projectNode } from "./setup.mjs";

/**
 * Nothing that pops up, signs in, phones out or moves: the editor, the file, and Heed.
 *
 * @type {Readonly<Record<string, unknown>>}
 */
export const quietSettings = {
  "chat.commandCenter.enabled": false,
  "chat.disableAIFeatures": true,
  "editor.accessibilitySupport": "off",
  "editor.minimap.enabled": false,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "files.hotExit": "off",
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "window.commandCenter": false,
  "workbench.colorTheme": "Default Dark Modern",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.welcomePage.walkthroughs.openOnInstall": false,
};

/**
 * `state` is a folder that belongs to this editor alone: its home, settings, extensions and log.
 * With `trust` the editor asks whether the folder is trusted; with `testDriver` its page can run a test suite.
 *
 * @param {{
 *   entry: string,
 *   state: string,
 *   extensions?: readonly string[],
 *   settings?: Readonly<Record<string, unknown>>,
 *   trust?: boolean,
 *   testDriver?: boolean,
 *   port?: number,
 *   environment?: Readonly<Record<string, string>>,
 * }} options
 */
export async function startEditor({
  entry,
  state,
  extensions = [],
  settings = quietSettings,
  trust,
  testDriver,
  port,
  environment = {},
}) {
  const folder = (name) => {
    const path = join(state, name);
    mkdirSync(path, { recursive: true });
    return path;
  };
  writeFileSync(join(folder("data/User"), "settings.json"), JSON.stringify(settings));
  writeFileSync(join(state, "config.yaml"), "");
  const env = {
    ...process.env,
    HOME: folder("home"),
    XDG_CONFIG_HOME: folder("home/.config"),
    XDG_DATA_HOME: folder("home/.local/share"),
    XDG_CACHE_HOME: folder("home/.cache"),
    XDG_RUNTIME_DIR: folder("run"),
    TMPDIR: folder("tmp"),
    ...environment,
  };
  for (const name of ["VSCODE_IPC_HOOK_CLI", "PORT", "PASSWORD", "NODE_OPTIONS"]) delete env[name];
  const base = [
    entry,
    "--config",
    join(state, "config.yaml"),
    "--user-data-dir",
    join(state, "data"),
    "--extensions-dir",
    folder("extensions"),
  ];

  for (const vsix of extensions) installExtension(base, vsix, env);

  const chosen = port ?? (await freePort());
  const logFile = join(state, "server.log");
  const log = openSync(logFile, "a");
  const child = spawn(
    projectNode,
    [
      ...base,
      `--bind-addr=127.0.0.1:${chosen}`,
      "--auth=none",
      "--disable-telemetry",
      "--disable-update-check",
      "--disable-getting-started-override",
      ...(trust ? [] : ["--disable-workspace-trust"]),
      ...(testDriver && needsTestDriver(entry) ? ["--vscode-option", "enable-smoke-test-driver"] : []),
    ],
    // A process group of its own, so that stopping it takes every process that it started.
    { env, stdio: ["ignore", log, log], detached: true },
  );
  const ended = new Promise((resolve) => child.once("exit", resolve));
  // Whatever ends this process, its editor does not stay behind.
  const killGroup = () => signalGroup(child, "SIGKILL");
  process.once("exit", killGroup);
  const origin = `http://127.0.0.1:${chosen}`;
  await Promise.race([
    untilHealthy(origin),
    ended.then((code) => {
      throw new Error(`The embedded editor ended with ${code} instead of starting:\n${tail(logFile)}`);
    }),
  ]);
  return {
    origin,
    state,
    ended,
    /** The address under which the page knows a file of this machine. */
    uri: (path) => `vscode-remote://127.0.0.1:${chosen}${encodeURI(path)}`,
    /** @type {(path: string, payload?: readonly (readonly [string, string])[]) => string} */
    url: (path, payload = []) =>
      `${origin}/?folder=${encodeURIComponent(path)}&payload=${encodeURIComponent(JSON.stringify(payload))}`,
    async stop() {
      await stopGroup(child, ended);
      process.off("exit", killGroup);
    },
  };
}

function installExtension(base, vsix, env) {
  const { status, stdout, stderr } = spawnSync(projectNode, [...base, "--force", "--install-extension", vsix], {
    env,
    encoding: "utf8",
  });
  if (status !== 0 || !/successfully installed/.test(stdout)) {
    throw new Error(`The editor did not install ${vsix}:\n${stdout}${stderr}`);
  }
}

/** File watchers and hosts outlive their parent for a moment, and would write into a folder that is being removed. */
async function stopGroup(child, ended) {
  signalGroup(child, "SIGTERM");
  await Promise.race([ended, pause(5000, undefined, { ref: false })]);
  for (let round = 0; round < 60 && signalGroup(child, round < 30 ? 0 : "SIGKILL"); round++) await pause(100);
}

/** False where no process of the group is left. */
function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
    return true;
  } catch {
    return false;
  }
}

async function untilHealthy(origin) {
  for (let round = 0; round < 600; round++) {
    try {
      if ((await fetch(`${origin}/healthz`)).ok) return;
    } catch {
      // It does not listen yet.
    }
    await pause(100);
  }
  throw new Error("The embedded editor did not answer within a minute.");
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function tail(file) {
  return readFileSync(file, "utf8").split("\n").slice(-20).join("\n");
}
