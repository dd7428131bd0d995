// The language server for Node: brings real files and WebAssembly to the server, and a connection that the caller's arguments name.

import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { version } from "../../../package.json";
import { createEngine } from "../host/create-engine.ts";
import { createEngineWithoutFiles } from "../host/create-engine-without-files.ts";
import { projectFolderOf } from "../host/project-folder.ts";
import { detailsOf } from "./answer.ts";
import { serve } from "./server.ts";
import type { EngineSource } from "./workspaces.ts";

/** Speaks over `--stdio`, `--node-ipc`, `--socket` or `--pipe`, whichever the process was started with. */
export function startServer(): void {
  // V8 would compile the WebAssembly a second time while it runs. A server that lives all day beside an editor is better
  // off with half the memory, and could not even end before that compilation is done. V8 draws conclusions from its flags
  // only when it starts, so each is set by itself.
  for (const flag of ["--liftoff-only", "--no-wasm-tier-up", "--no-wasm-dynamic-tiering"]) setFlagsFromString(flag);
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
