// What the connected editor can do, read once from its capabilities; features ask here and never look at them again.

import type { ClientCapabilities, InitializeParams } from "vscode-languageserver";
import type { InitializationOptions } from "./protocol.ts";

export interface ClientSupport {
  /** It asks for diagnostics itself, so that pushing them too would show each twice. */
  readonly pullsDiagnostics: boolean;
  readonly diagnosticRefresh: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly diagnosticTags: boolean;
  /** It passes edits of a code action on to `codeAction/resolve`. */
  readonly lazyEdits: boolean;
  readonly snippetEdits: boolean;
  readonly versionedEdits: boolean;
  readonly createsFiles: boolean;
  readonly removesFiles: boolean;
  readonly markdownHover: boolean;
  readonly configuration: boolean;
  readonly watchesFiles: boolean;
  readonly watchesConfiguration: boolean;
  readonly folders: boolean;
  readonly progress: boolean;
  readonly showDocument: boolean;
  readonly inlayHintRefresh: boolean;
  readonly codeLensRefresh: boolean;
  /** Commands that it carries out itself. */
  readonly ownCommands: ReadonlySet<string>;
}

export function readClientSupport(params: InitializeParams): ClientSupport {
  const { workspace, textDocument, window }: ClientCapabilities = params.capabilities;
  const published = textDocument?.publishDiagnostics;
  const pulled = textDocument?.diagnostic;
  return {
    pullsDiagnostics: pulled !== undefined,
    diagnosticRefresh: workspace?.diagnostics?.refreshSupport ?? false,
    relatedInformation: (pulled?.relatedInformation ?? published?.relatedInformation) === true,
    codeDescription: (pulled?.codeDescriptionSupport ?? published?.codeDescriptionSupport) === true,
    diagnosticTags: (pulled?.tagSupport ?? published?.tagSupport) !== undefined,
    lazyEdits:
      textDocument?.codeAction?.dataSupport === true &&
      (textDocument.codeAction.resolveSupport?.properties.includes("edit") ?? false),
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport ?? false,
    versionedEdits: workspace?.workspaceEdit?.documentChanges ?? false,
    createsFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      (workspace.workspaceEdit.resourceOperations?.includes("create") ?? false),
    removesFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      (workspace.workspaceEdit.resourceOperations?.includes("delete") ?? false),
    markdownHover: textDocument?.hover?.contentFormat?.includes("markdown") ?? false,
    configuration: workspace?.configuration ?? false,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    watchesConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    folders: workspace?.workspaceFolders ?? false,
    progress: window?.workDoneProgress ?? false,
    showDocument: window?.showDocument?.support ?? false,
    inlayHintRefresh: workspace?.inlayHint?.refreshSupport ?? false,
    codeLensRefresh: workspace?.codeLens?.refreshSupport ?? false,
    ownCommands: new Set(readOwnCommands(params.initializationOptions)),
  };
}

function readOwnCommands(options: unknown): readonly string[] {
  if (typeof options !== "object" || options === null) return [];
  const { clientCommands } = options as InitializationOptions;
  return Array.isArray(clientCommands) ? clientCommands.filter((name) => typeof name === "string") : [];
}
