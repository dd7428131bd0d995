// textDocument/documentLink: the files that a guide names, as links.

import type { DocumentLink, DocumentLinkParams } from "vscode-languageserver";
import { namedFiles } from "../../guides/named-files.ts";
import { toRange } from "../convert.ts";
import type { Session } from "../session.ts";

export async function documentLink(
  { textDocument }: DocumentLinkParams,
  { workspaces }: Session,
): Promise<DocumentLink[] | null> {
  const home = await workspaces.homeOf(textDocument.uri);
  const guide = home?.engine.guide(home.path);
  if (!home || !guide) return null;
  return namedFiles(guide).flatMap(({ span, candidates }) => {
    const target = candidates.find((path) => home.engine.workspace.has(path));
    return target === undefined ? [] : [{ range: toRange(span, guide.lines), target: home.folder.uriOf(target) }];
  });
}
