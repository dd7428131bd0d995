// textDocument/diagnostic: the findings of one file, or "unchanged".

import type { DocumentDiagnosticParams, DocumentDiagnosticReport } from "vscode-languageserver";
import { diagnosticsOf } from "../diagnostics.ts";
import type { Session } from "../session.ts";

export async function documentDiagnostic(
  params: DocumentDiagnosticParams,
  { workspaces }: Session,
): Promise<DocumentDiagnosticReport> {
  const home = await workspaces.homeOf(params.textDocument.uri);
  if (!home) return { kind: "full", items: [] };
  const { items, resultId } = diagnosticsOf(home);
  return resultId === params.previousResultId ? { kind: "unchanged", resultId } : { kind: "full", resultId, items };
}
