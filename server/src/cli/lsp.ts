// `heed lsp`: the language server, for any editor.

import { startServer } from "../lsp/main.ts";
import { UsageError } from "./usage-error.ts";

export async function lsp(args: readonly string[]): Promise<number> {
  const isTransport = (arg: string) => /^--(stdio|node-ipc|socket(=\d+)?|pipe(=.+)?|clientProcessId=\d+)$/.test(arg);
  const wrong = args.find((arg) => arg.startsWith("-") && !isTransport(arg));
  if (wrong !== undefined) throw new UsageError(`There is no option ${wrong}; \`heed lsp --stdio\` starts the server.`);
  if (args.length === 0) throw new UsageError("Say how the editor talks to the server: heed lsp --stdio.");
  startServer();
  return 0;
}
