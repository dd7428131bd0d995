// workspace/diagnostic: the findings of every file that the setting `diagnostics.scope` asks for.

import type { CancellationToken, WorkspaceDiagnosticParams, WorkspaceDiagnosticReport } from "vscode-languageserver";
import { stopIfCancelled } from "../answer.ts";
import { diagnosticsOf } from "../diagnostics.ts";
import { reportedHomes } from "../scope.ts";
import type { Session } from "../session.ts";
import { nextTurn } from "../turn.ts";

export async function workspaceDiagnostic(
  params: WorkspaceDiagnosticParams,
  { workspaces }: Session,
  token: CancellationToken,
): Promise<WorkspaceDiagnosticReport> {
  const previous = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]));
  const items: WorkspaceDiagnosticReport["items"] = [];
  await Promise.all(workspaces.folders.map(({ ready }) => ready));
  for (const home of reportedHomes(workspaces)) {
    await nextTurn();
    stopIfCancelled(token);
    const uri = home.folder.uriOf(home.path);
    const version = home.folder.versionOf(home.path);
    const report = diagnosticsOf(home);
    const isKnown = previous.get(uri) === report.resultId;
    previous.delete(uri);
    items.push(
      isKnown
        ? { kind: "unchanged", uri, version, resultId: report.resultId }
        : { kind: "full", uri, version, ...report },
    );
  }
  // What was reported once and is no longer in scope must disappear.
  for (const uri of previous.keys()) items.push({ kind: "full", uri, version: null, items: [] });
  return { items };
}
