// "Heed: Why This File?": which guides apply to the file, why, and which rules they bring.

import * as vscode from "vscode";
import type { Command } from "./command.ts";

export const why: Command = {
  id: "heed.why",
  servesServer: true,
  run: async ({ session, pages }, ...parameters) => {
    const uri = uriOf(parameters[0]) ?? vscode.window.activeTextEditor?.document.uri;
    if (uri === undefined) {
      void vscode.window.showInformationMessage("Open a Python file first: Heed then says which guides apply to it.");
      return;
    }
    const line = parameters[1];
    const answer = await session.request("heed/why", {
      uri: uri.toString(),
      ...(typeof line === "number" && { line }),
    });
    if (answer === undefined) return;
    await pages.show(`Why ${vscode.workspace.asRelativePath(uri)}`, answer.markdown);
  },
};

/** The server names a file by text, a menu of the editor by its own type. */
function uriOf(value: unknown): vscode.Uri | undefined {
  if (value instanceof vscode.Uri) return value;
  return typeof value === "string" ? vscode.Uri.parse(value) : undefined;
}
