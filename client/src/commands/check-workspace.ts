// "Heed: Check Workspace": shows the findings of all files, opened or not, until the window is closed.

import * as vscode from "vscode";
import type { Command } from "./command.ts";

export const checkWorkspace: Command = {
  id: "heed.checkWorkspace",
  servesServer: false,
  run: async ({ session }) => {
    await session.checkWorkspace();
    await vscode.commands.executeCommand("workbench.actions.view.problems");
  },
};
