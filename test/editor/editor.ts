// One editor for one test: private folders, a copy of a workspace, a browser, and everything gone afterwards.

import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { quietSettings, startEditor } from "../../scripts/editor-server.mjs";
import { editions, ensureEditor } from "../../scripts/editor-stack.mjs";
import { openBrowser } from "./browser.ts";
import { EditorPage } from "./editor-page.ts";
import { vsix, workspaceTemplate } from "./places.ts";

export interface EditorOptions {
  readonly edition?: keyof typeof editions;
  readonly workspace?: string;
  /** Adds to the copy of the workspace before the editor opens it. */
  readonly furnish?: (folder: string) => void;
  /** Asks whether the folder is trusted, as it is answered here; without it every folder is trusted. */
  readonly trust?: "ask" | "never";
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The file that is open at the start, in the workspace. */
  readonly file?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly scale?: number;
}

export interface Editor extends AsyncDisposable {
  readonly page: EditorPage;
  /** The copy of the workspace. */
  readonly folder: string;
}

export async function openEditor(options: EditorOptions = {}): Promise<Editor> {
  const { edition = "newest", workspace = workspaceTemplate, trust, file } = options;
  const home = mkdtempSync(join(tmpdir(), "heed-editor-"));
  const folder = join(home, "project");
  cpSync(workspace, folder, { recursive: true });
  options.furnish?.(folder);
  const state = join(home, "state");
  mkdirSync(state);
  const server = await startEditor({
    entry: ensureEditor(editions[edition], console.error),
    state,
    extensions: [vsix],
    trust: trust !== undefined,
    settings: { ...(trust === undefined ? quietSettings : askingFor(trust)), ...options.settings },
  });
  const browser = await openBrowser(options.viewport, options.scale);
  const page = new EditorPage(browser.page);
  await page.goto(server.url(folder, file === undefined ? [] : [["openFile", server.uri(join(folder, file))]]));
  return {
    page,
    folder,
    [Symbol.asyncDispose]: async () => {
      await browser.close();
      await server.stop();
      rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

function askingFor(trust: "ask" | "never"): Record<string, unknown> {
  const { "security.workspace.trust.enabled": _, ...settings } = quietSettings;
  return { ...settings, "security.workspace.trust.startupPrompt": trust === "ask" ? "always" : "never" };
}
