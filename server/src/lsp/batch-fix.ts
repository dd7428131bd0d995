// Fixing many findings of a file at once: what a code action remembers of it, and the edit it becomes when chosen.

import type { WorkspaceEdit } from "vscode-languageserver";
import { lineEdits } from "../engine/line-edits.ts";
import type { FixEdit } from "../rules/rule.ts";
import { toWorkspaceEdit } from "./convert.ts";
import type { Home } from "./workspaces.ts";

/** Kept in a code action's `data` until it is chosen. */
export interface BatchData {
  readonly uri: string;
  readonly version: number | null;
  /** One rule's findings; those of all rules where it is left out. */
  readonly rule?: string;
  readonly unsafe: boolean;
}

export function readBatch(data: unknown): BatchData | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const { uri, version, rule, unsafe } = data as Partial<Record<keyof BatchData, unknown>>;
  if (typeof uri !== "string" || typeof unsafe !== "boolean") return undefined;
  return {
    uri,
    version: typeof version === "number" ? version : null,
    unsafe,
    ...(typeof rule === "string" && { rule }),
  };
}

export function batchEdit({ rule, unsafe }: BatchData, { engine, folder, path }: Home): WorkspaceEdit {
  const { texts } = engine.fixAll({
    paths: [path],
    unsafe,
    ...(rule !== undefined && { wanted: (finding) => finding.rule === rule }),
  });
  const { createsFiles, removesFiles } = folder.client;
  const possible = [...texts].filter(([changed, text]) =>
    text === undefined ? removesFiles : createsFiles || folder.has(changed),
  );
  const edits = possible.flatMap(([changed, text]): FixEdit[] => {
    const before = engine.text(changed) ?? "";
    if (text === undefined)
      return [{ path: changed, span: { start: 0, end: before.length }, text: "", removesFile: true }];
    return lineEdits(before, text).map((edit) => ({ ...edit, path: changed }));
  });
  return toWorkspaceEdit(edits, path, folder);
}
