#!/usr/bin/env node
// Stands in for VS Code's desktop program where that cannot be downloaded: takes the arguments that
// @vscode/test-electron gives it, and runs the suite in the embedded editor's own extension host.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { format } from "node:util";
import { startEditor } from "../../scripts/editor-server.mjs";
import { editions, ensureEditor } from "../../scripts/editor-stack.mjs";
import { openBrowser } from "./browser.ts";

const limit = 120_000;
/** What the editor says about services that it cannot reach, which says nothing about Heed. */
const noise =
  /socket|connection token|grace-time|open-vsx|Service Worker|builtin extensions cache|AgentHost|AccountPolicyGate|DialogService|[qQ]uery(Raw)?Gallery|bindings file|watchdog|net::ERR_|Failed to fetch/;

const argument = (name) => process.argv.find((text) => text.startsWith(`--${name}=`))?.slice(name.length + 3);
const folder = process.argv.slice(2).find((text) => !text.startsWith("-"));

const state = mkdtempSync(join(tmpdir(), "heed-suite-"));
const editor = await startEditor({
  entry: ensureEditor(editions[process.env.HEED_EDITION ?? "newest"], console.error),
  state,
  testDriver: true,
});
const browser = await openBrowser();
try {
  process.exitCode = await runSuite(browser.page);
} finally {
  await browser.close();
  await editor.stop();
  rmSync(state, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

async function runSuite(page) {
  let finish;
  const finished = new Promise((resolve) => {
    finish = resolve;
  });
  await page.exposeFunction("codeAutomationLog", (_type, parameters) => {
    const line = format(...parameters);
    if (!noise.test(line)) console.log(line);
  });
  await page.exposeFunction("codeAutomationExit", (code) => finish(code));
  page.on("crash", () => finish("the page crashed"));
  await page.goto(
    editor.url(folder, [
      ["extensionDevelopmentPath", editor.uri(argument("extensionDevelopmentPath"))],
      ["extensionTestsPath", editor.uri(argument("extensionTestsPath"))],
      ["skipWelcome", "true"],
    ]),
  );
  const code = await Promise.race([finished, pause(limit, "the time ran out", { ref: false })]);
  if (typeof code === "number") return code;
  console.error(`The suite did not end: ${code}.`);
  if (process.env.HEED_SHOT !== undefined) await page.screenshot({ path: process.env.HEED_SHOT });
  console.error(readFileSync(join(state, "server.log"), "utf8").split("\n").slice(-15).join("\n"));
  return 1;
}
