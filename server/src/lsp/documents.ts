// The texts that are open in the editor, kept by incremental changes, and handed on to the folders they belong to.

import { type Connection, TextDocumentSyncKind, type TextDocumentSyncOptions } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Workspaces } from "./workspaces.ts";

export const documentSync: TextDocumentSyncOptions = {
  openClose: true,
  change: TextDocumentSyncKind.Incremental,
  save: { includeText: false },
};

export interface DocumentEvents {
  readonly changed: (uri: string) => void;
  readonly closed: (uri: string) => void;
  readonly saved: (uri: string) => void;
}

export class Documents {
  readonly #open = new Map<string, TextDocument>();

  get(uri: string): TextDocument | undefined {
    return this.#open.get(uri);
  }

  get uris(): readonly string[] {
    return [...this.#open.keys()];
  }

  listen(connection: Connection, workspaces: Workspaces, events: DocumentEvents): void {
    connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
      const document = TextDocument.create(uri, languageId, version, text);
      this.#open.set(uri, document);
      workspaces.documentChanged(document);
      events.changed(uri);
    });
    connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
      const document = this.#open.get(uri);
      if (!document) return;
      const changed = TextDocument.update(document, contentChanges, version);
      this.#open.set(uri, changed);
      workspaces.documentChanged(changed);
      events.changed(uri);
    });
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
      const document = this.#open.get(uri);
      if (!document) return;
      this.#open.delete(uri);
      workspaces.documentClosed(document);
      events.closed(uri);
    });
    connection.onDidSaveTextDocument(({ textDocument: { uri } }) => events.saved(uri));
  }
}
