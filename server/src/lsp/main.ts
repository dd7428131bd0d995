// The language server for Node: brings real files and WebAssembly to the server, and a connection that the caller's arguments name.

import { fileURLToPath } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { version } from "../../../package.json";
import { createEngine } from "../host/create-engine.ts";
import { createEngineWithoutFiles } from "../host/create-engine-without-files.ts";
import { holdLittleMemory } from "../host/memory.ts";
import { projectFolderOf } from "../host/project-folder.ts";
import { detailsOf } from "./answer.ts";
import { serve } from "./server.ts";
import type { EngineSource } from "./workspaces.ts";

/** Speaks over `--stdio`, `--node-ipc`, `--socket` or `--pipe`, whichever the process was started with. */
export function startServer(): void {
  holdLittleMemory();
  const connection = createConnection(ProposedFeatures.all);
  // What nobody awaited must not end the process: the editor would lose all findings for one mistake.
  process.on("unhandledRejection", (error) => connection.console.error(`Unexpected: ${detailsOf(error)}`));
  process.on("uncaughtException", (error) => connection.console.error(`Unexpected: ${detailsOf(error)}`));
  serve(connection, { version, source });
}

/** An editor says so of folders that the user does not trust yet: nothing but this server may run on their behalf. */
const isUntrusted = process.argv.includes("--untrusted");

const source: EngineSource = {
  async open(folder) {
    if (folder === undefined || !folder.startsWith("file:"))
      return { engine: await createEngineWithoutFiles(), headChanged() {} };
    const { engine, git } = await createEngine(fileURLToPath(folder), !isUntrusted);
    return {
      engine,
      headChanged() {
        git.forget();
        engine.headChanged();
      },
    };
  },
  projectOf: (file) => projectFolderOf(file),
};
