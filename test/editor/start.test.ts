// `npm start` serves the example with Heed running, and Ctrl+C ends everything it started.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { EditorPage } from "./editor-page.ts";
import { root } from "./places.ts";

test("npm start opens the example, and ends when it is asked to", async () => {
  const start = spawn("npm", ["start", "--", "--embedded", "--no-open"], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  const ended = once(start, "exit");
  try {
    let url = "";
    for await (const line of createInterface(start.stdout)) {
      url = /http:\/\/127\.0\.0\.1:\d+\S*/.exec(line)?.[0] ?? "";
      if (url !== "") break;
    }
    expect(url, "npm start prints an address").not.toBe("");
    const browser = await openBrowser();
    const page = new EditorPage(browser.page);
    await page.goto(url);
    await page.squiggles.first().waitFor();
    await browser.close();
    interrupt(start.pid);
    await ended;
    await expect(fetch(url)).rejects.toThrow("fetch failed");
  } finally {
    interrupt(start.pid);
  }
});

/** As Ctrl+C in a terminal: the signal reaches the whole group. */
function interrupt(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGINT");
  } catch {
    // It has ended.
  }
}
