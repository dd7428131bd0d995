// The language server: says what it can do, hands every message to its feature, and keeps the editor's findings current.

import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
} from "vscode-languageserver";
import { answering, detailsOf, guarded } from "./answer.ts";
import { type ClientSupport, readClientSupport } from "./client-support.ts";
import { Documents, documentSync } from "./documents.ts";
import { codeAction, codeActionKinds, resolveCodeAction } from "./features/code-action.ts";
import { codeLens } from "./features/code-lens.ts";
import { coverage } from "./features/coverage.ts";
import { documentDiagnostic } from "./features/document-diagnostic.ts";
import { documentLink } from "./features/document-link.ts";
import { commandNames, executeCommand } from "./features/execute-command.ts";
import { explain } from "./features/explain.ts";
import { hover } from "./features/hover.ts";
import { inlayHint } from "./features/inlay-hint.ts";
import { status } from "./features/status.ts";
import { watchers } from "./features/watched-files.ts";
import { why } from "./features/why.ts";
import { workspaceDiagnostic } from "./features/workspace-diagnostic.ts";
import { startProgress } from "./progress.ts";
import type { StatusChangedParams } from "./protocol.ts";
import { Publisher } from "./publisher.ts";
import { reasonOf } from "./reason.ts";
import type { Session } from "./session.ts";
import { Settings } from "./settings.ts";
import { type EngineSource, type OpenedEngine, Workspaces } from "./workspaces.ts";

export interface ServerOptions {
  readonly version: string;
  readonly source: EngineSource;
}

/** Speaks over a connection until it ends. */
export function serve(connection: Connection, options: ServerOptions): void {
  connection.onInitialize((params) => {
    const client = readClientSupport(params);
    const running = new RunningServer(connection, client, options.source);
    running.listen(params);
    return initializeResult(client, options.version);
  });
  connection.listen();
}

function initializeResult(client: ClientSupport, version: string): InitializeResult {
  return {
    serverInfo: { name: "heed", version },
    capabilities: {
      positionEncoding: PositionEncodingKind.UTF16,
      textDocumentSync: documentSync,
      diagnosticProvider: { identifier: "heed", interFileDependencies: true, workspaceDiagnostics: true },
      codeActionProvider: { codeActionKinds: [...codeActionKinds], resolveProvider: true },
      hoverProvider: true,
      codeLensProvider: { resolveProvider: false },
      inlayHintProvider: { resolveProvider: false },
      documentLinkProvider: { resolveProvider: false },
      executeCommandProvider: { commands: commandNames.filter((name) => !client.ownCommands.has(name)) },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}

class RunningServer implements Session {
  readonly connection: Connection;
  readonly client: ClientSupport;
  readonly documents = new Documents();
  readonly settings: Settings;
  readonly workspaces: Workspaces;
  readonly #publisher: Publisher;

  constructor(connection: Connection, client: ClientSupport, source: EngineSource) {
    this.connection = connection;
    this.client = client;
    this.settings = new Settings(connection, client);
    this.#publisher = new Publisher(this);
    this.workspaces = new Workspaces(client, {
      open: (folder) => this.#open(source, folder),
      projectOf: (file) => source.projectOf(file),
    });
  }

  listen(params: InitializeParams): void {
    this.#answerRequests();
    this.documents.listen(this.connection, this.workspaces, {
      changed: (uri) => this.#publisher.edited(uri),
      closed: (uri) => this.#publisher.closed(uri),
      // An editor that watches files tells of this one too.
      saved: (uri) => this.client.watchesFiles || this.#filesChanged([uri]),
    });
    this.connection.onDidChangeWatchedFiles(
      guarded(this, "workspace/didChangeWatchedFiles", ({ changes }) =>
        this.#filesChanged(changes.map(({ uri }) => uri)),
      ),
    );
    this.connection.onDidChangeConfiguration(
      guarded(this, "workspace/didChangeConfiguration", ({ settings }) => this.#configurationChanged(settings)),
    );
    this.connection.onInitialized(guarded(this, "initialized", () => this.#initialized(params)));
  }

  #answerRequests(): void {
    const { connection } = this;
    connection.languages.diagnostics.on(answering(this, "textDocument/diagnostic", documentDiagnostic));
    connection.languages.diagnostics.onWorkspace(answering(this, "workspace/diagnostic", workspaceDiagnostic));
    connection.onCodeAction(answering(this, "textDocument/codeAction", codeAction));
    connection.onCodeActionResolve(answering(this, "codeAction/resolve", resolveCodeAction));
    connection.onHover(answering(this, "textDocument/hover", hover));
    connection.onCodeLens(answering(this, "textDocument/codeLens", codeLens));
    connection.languages.inlayHint.on(answering(this, "textDocument/inlayHint", inlayHint));
    connection.onDocumentLinks(answering(this, "textDocument/documentLink", documentLink));
    connection.onExecuteCommand(answering(this, "workspace/executeCommand", executeCommand));
    connection.onRequest("heed/status", answering(this, "heed/status", status));
    connection.onRequest("heed/why", answering(this, "heed/why", why));
    connection.onRequest("heed/coverage", answering(this, "heed/coverage", coverage));
    connection.onRequest("heed/explain", answering(this, "heed/explain", explain));
  }

  async #initialized(params: InitializeParams): Promise<void> {
    const { client, connection, workspaces } = this;
    workspaces.changeFolders(firstFolders(params), []);
    if (client.folders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        workspaces.changeFolders(
          added.map(({ uri }) => uri),
          removed.map(({ uri }) => uri),
        );
        this.#publisher.everythingChanged();
      });
    }
    if (client.watchesFiles) await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    if (client.watchesConfiguration)
      await connection.client.register(DidChangeConfigurationNotification.type, { section: "heed" });
  }

  /** Reads a folder's guides, settings and code in the background, and says so where that takes time. */
  async #open(source: EngineSource, folder: string | undefined): Promise<OpenedEngine> {
    this.#say({ state: "starting" });
    const progress = startProgress(this, "reading the workspace");
    try {
      const opened = await source.open(folder);
      await this.settings.apply(opened.engine, folder);
      const { length } = opened.engine.guides;
      await opened.engine.readAhead({ onProgress: (done, of) => progress.report(done, of) });
      this.connection.console.info(`${folder ?? "Unsaved files"}: ${length} guide${length === 1 ? "" : "s"}.`);
      this.#publisher.everythingChanged();
      return opened;
    } catch (error) {
      const message = `Heed could not open ${folder ?? "unsaved files"}: ${reasonOf(error)}`;
      this.connection.console.error(`${message}\n${detailsOf(error)}`);
      this.#say({ state: "failed", message });
      throw error;
    } finally {
      progress.done();
    }
  }

  #filesChanged(uris: readonly string[]): void {
    this.workspaces.filesChanged(uris);
    this.#publisher.everythingChanged();
  }

  async #configurationChanged(settings: unknown): Promise<void> {
    this.settings.received(settings);
    for (const folder of this.workspaces.folders) {
      await this.settings.apply(await folder.ready, folder.uri);
      folder.ignoredMayChange();
    }
    this.#publisher.everythingChanged();
  }

  #say(params: StatusChangedParams): void {
    void this.connection.sendNotification("heed/statusChanged", params);
  }
}

/** The workspace folders, or what older clients name instead. */
function firstFolders({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders && workspaceFolders.length > 0) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}
