// "Heed: Fix All in This File": all safe fixes at once, as on save.

import * as vscode from "vscode";
import type { Command } from "./command.ts";

export const fixAll: Command = {
  id: "heed.fixAll",
  servesServer: false,
  run: async () => {
    if (vscode.window.activeTextEditor === undefined) {
      void vscode.window.showInformationMessage("Open a Python file first: its safe fixes are then applied together.");
      return;
    }
    await vscode.commands.executeCommand("editor.action.sourceAction", { kind: "source.fixAll.heed", apply: "first" });
  },
};
