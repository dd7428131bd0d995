// Reads only those settings that the user has set, so that an editor's default never outweighs the project's `heed.toml`.

import * as vscode from "vscode";

export interface Settings {
  readonly [name: string]: unknown;
  readonly diagnostics?: Readonly<Record<string, unknown>>;
}

/** Settings that speak of the client alone. */
const clientSettings: ReadonlySet<string> = new Set(["enable", "trace.server"]);

/** The settings as one nested object: "diagnostics.scope" becomes `{ diagnostics: { scope } }`. */
export function explicitSettings(names: readonly string[], scope: vscode.Uri | undefined): Settings {
  const configuration = vscode.workspace.getConfiguration("heed", scope ?? null);
  const settings: Record<string, unknown> = {};
  for (const name of names) {
    if (clientSettings.has(name)) continue;
    const found = configuration.inspect(name);
    const isSet = [found?.globalValue, found?.workspaceValue, found?.workspaceFolderValue].some(
      (value) => value !== undefined,
    );
    if (isSet) place(settings, name.split("."), configuration.get(name));
  }
  return settings;
}

function place(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [first, ...rest] = path;
  if (first === undefined) return;
  if (rest.length === 0) {
    target[first] = value;
    return;
  }
  const inner = (target[first] ??= {}) as Record<string, unknown>;
  place(inner, rest, value);
}
