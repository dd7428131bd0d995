// A headless browser that reaches nothing but this machine.

import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type BrowserContext, chromium, type Page } from "playwright-core";

export interface Browser {
  readonly page: Page;
  close(): Promise<void>;
}

export async function openBrowser(viewport = { width: 1280, height: 800 }, scale = 1): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), "heed-browser-"));
  const { path, args } = await findChromium();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: path,
    headless: true,
    viewport,
    deviceScaleFactor: scale,
    args: [
      ...args,
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
    ],
  });
  await stayOnThisMachine(context);
  return {
    page: context.pages()[0] ?? (await context.newPage()),
    close: async () => {
      await Promise.race([context.close(), pause(5000, undefined, { ref: false })]);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** A request to anywhere else fails at once, instead of waiting for a name that nobody resolves. */
async function stayOnThisMachine(context: BrowserContext): Promise<void> {
  await context.route(
    (url) => /^https?:$/.test(url.protocol) && !["127.0.0.1", "localhost"].includes(url.hostname),
    (route) => route.abort(),
  );
}

/** One that is installed, else the headless one that comes through npm. */
async function findChromium(): Promise<{ readonly path: string; readonly args: readonly string[] }> {
  const named = process.env["CHROMIUM"];
  if (named !== undefined) return { path: named, args: [] };
  for (const name of ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]) {
    const path = onPath(name);
    if (path !== undefined) return { path, args: [] };
  }
  const bundled = (await import("@sparticuz/chromium")).default;
  return { path: await bundled.executablePath(), args: bundled.args.filter((arg) => !arg.startsWith("--headless")) };
}

function onPath(name: string): string | undefined {
  return (process.env["PATH"] ?? "")
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
