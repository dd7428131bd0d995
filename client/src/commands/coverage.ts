// "Heed: Show What Is Enforced": every directive of every guide and what became of it, on one page.

import * as vscode from "vscode";
import { coveragePage } from "../coverage-page.ts";
import type { Command } from "./command.ts";

export const coverage: Command = {
  id: "heed.coverage",
  servesServer: true,
  run: async ({ session, pages }) => {
    const answer = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: "Heed reads the guides" },
      () => session.request("heed/coverage", {}),
    );
    if (answer !== undefined) await pages.show("What is enforced", coveragePage(answer));
  },
};
