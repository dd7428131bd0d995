// The entry point in VS Code: registers what Heed shows, and starts the language server in the background.

import * as vscode from "vscode";
import { checkWorkspace } from "./commands/check-workspace.ts";
import type { Command, Tools } from "./commands/command.ts";
import { coverage } from "./commands/coverage.ts";
import { explain } from "./commands/explain.ts";
import { fixAll } from "./commands/fix-all.ts";
import { openDirective } from "./commands/open-directive.ts";
import { restart } from "./commands/restart.ts";
import { showOutput } from "./commands/show-output.ts";
import { why } from "./commands/why.ts";
import { PacksView } from "./packs-view.ts";
import { Pages } from "./page.ts";
import { Session } from "./session.ts";
import { Status } from "./status.ts";

const commands: readonly Command[] = [
  checkWorkspace,
  coverage,
  explain,
  fixAll,
  openDirective,
  restart,
  showOutput,
  why,
];

export function activate(context: vscode.ExtensionContext): void {
  const session = new Session(
    context,
    commands.filter((command) => command.servesServer).map((command) => command.id),
  );
  const pages = new Pages();
  const tools: Tools = { session, pages };
  context.subscriptions.push(
    session,
    pages,
    new Status(session),
    new PacksView(session),
    ...commands.map(({ id, run }) =>
      vscode.commands.registerCommand(id, (...parameters: unknown[]) => run(tools, ...parameters)),
    ),
    vscode.workspace.onDidGrantWorkspaceTrust(() => session.restart()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("heed.enable")) void startOrStop(session);
    }),
  );
  // Nothing waits for the server: the editor goes on while it starts.
  void startOrStop(session);
}

function startOrStop(session: Session): Promise<void> {
  return vscode.workspace.getConfiguration("heed").get("enable", true) ? session.start() : session.stop();
}
