// The suites inside the editor: in VS Code itself where it can be had, else in the embedded editor; in the oldest one too.

import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { downloadAndUnzipVSCode, runTests } from "@vscode/test-electron";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cacheFolder, editions } from "../../scripts/editor-stack.mjs";
import { root, shim, shots, suiteEntry, workspaceTemplate } from "./places.ts";
import type { Results } from "./suite/index.ts";

/** Fewer would mean that a suite was not loaded. */
const leastTests = 10;

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "heed-host-"));
  cpSync(workspaceTemplate, join(home, "project"), { recursive: true });
});
afterEach(() => rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

describe.each(["newest", "oldest"] as const)("in the %s VS Code", (edition) => {
  test("the suites pass", async () => {
    const results = join(home, "results.json");
    process.env["HEED_SUITE_RESULTS"] = results;
    process.env["HEED_EDITION"] = edition;
    process.env["HEED_SHOT"] = join(shots, `extension-host-${edition}.png`);
    const outcome = await runTests({
      vscodeExecutablePath: await findVSCode(editions[edition].vscode),
      extensionDevelopmentPath: root,
      extensionTestsPath: suiteEntry,
      launchArgs: [join(home, "project"), "--disable-extensions", "--no-sandbox"],
    }).catch((error: unknown) => error);
    expect(existsSync(results), `the suite left no results; it ended with ${String(outcome)}`).toBe(true);
    const { finished, passed, failed }: Results = JSON.parse(readFileSync(results, "utf8"));
    expect(failed).toEqual([]);
    expect(finished).toBe(true);
    expect(passed.length).toBeGreaterThanOrEqual(leastTests);
    expect(outcome).toBe(0);
  }, 240_000);
});

/** VS Code's own program where it can be downloaded and has a screen to draw on, else the embedded editor. */
async function findVSCode(version: string): Promise<string> {
  const hasScreen = process.platform !== "linux" || process.env["DISPLAY"] !== undefined;
  if (process.env["HEED_VSCODE"] === "embedded" || !hasScreen || !(await canDownload())) return shim;
  return downloadAndUnzipVSCode({ version, cachePath: join(cacheFolder, "vscode-test") });
}

async function canDownload(): Promise<boolean> {
  try {
    const answer = await fetch("https://update.code.visualstudio.com/api/releases/stable", {
      signal: AbortSignal.timeout(5000),
    });
    return answer.ok;
  } catch {
    return false;
  }
}
