// What every feature may use while the server runs.

import type { Connection } from "vscode-languageserver";
import type { ClientSupport } from "./client-support.ts";
import type { Documents } from "./documents.ts";
import type { Settings } from "./settings.ts";
import type { Workspaces } from "./workspaces.ts";

export interface Session {
  readonly connection: Connection;
  readonly client: ClientSupport;
  readonly documents: Documents;
  readonly settings: Settings;
  readonly workspaces: Workspaces;
}
