// A small editor: starts the real server as a process, keeps documents as an editor does, and asks over the real protocol.

import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type InitializeResult,
  type MessageConnection,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";

const serverModule = fileURLToPath(new URL("../../dist/server.js", import.meta.url));

/** An editor that can do all that Heed makes use of; diagnostics are pushed to it. */
export const ableEditor: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    didChangeConfiguration: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true },
  },
  textDocument: {
    publishDiagnostics: {
      relatedInformation: true,
      codeDescriptionSupport: true,
      versionSupport: true,
      tagSupport: { valueSet: [1, 2] },
    },
    codeAction: {
      dataSupport: true,
      resolveSupport: { properties: ["edit"] },
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "source.fixAll"] } },
    },
    hover: { contentFormat: ["markdown"] },
  },
  window: { workDoneProgress: true },
};

/** The same, but it asks for diagnostics itself. */
export const pullingEditor: ClientCapabilities = {
  ...ableEditor,
  workspace: { ...ableEditor.workspace, diagnostics: { refreshSupport: true } },
  textDocument: { ...ableEditor.textDocument, diagnostic: { relatedInformation: true, codeDescriptionSupport: true } },
};

export type Files = Readonly<Record<string, string>>;

export interface EditorOptions {
  readonly capabilities?: ClientCapabilities;
  /** The `heed` section of the settings. */
  readonly settings?: unknown;
  readonly initializationOptions?: unknown;
  /** Which of the folders are opened as workspace folders; the single folder by default. */
  readonly folders?: readonly string[];
  readonly command?: readonly string[];
}

/** How long a test waits for something that is to come. */
const patience = 45_000;

export class Editor {
  readonly root: string;
  readonly connection: ProtocolConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly messages: string[] = [];
  readonly log: string[] = [];
  readonly registered: string[] = [];
  /** What the bars said: "begin", "report", "end". */
  readonly progress: string[] = [];
  refreshes = 0;
  settings: unknown;
  initialized!: InitializeResult;
  readonly #process: ChildProcess;
  readonly #documents = new Map<string, TextDocument>();
  readonly #waiting = new Set<() => void>();
  #ended = false;

  /** Files are laid into a folder of their own, which is opened in a fresh server. */
  static async start(files: Files, options: EditorOptions = {}): Promise<Editor> {
    const root = realpathSync(mkdtempSync(join(tmpdir(), "heed-lsp-")));
    const editor = new Editor(root, options);
    for (const [path, text] of Object.entries(files)) editor.write(path, text);
    editor.initialized = await editor.connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: options.capabilities ?? ableEditor,
      initializationOptions: options.initializationOptions,
      workspaceFolders: (options.folders ?? [""]).map((folder) => ({ name: folder, uri: editor.uri(folder) })),
    });
    await editor.connection.sendNotification("initialized", {});
    return editor;
  }

  private constructor(root: string, options: EditorOptions) {
    this.root = root;
    this.settings = options.settings ?? null;
    const [program = process.execPath, ...parameters] = options.command ?? [process.execPath, serverModule, "--stdio"];
    this.#process = spawn(program, parameters, { cwd: root, stdio: ["pipe", "pipe", "pipe"] });
    this.#process.stderr?.on("data", (data: Buffer) => this.log.push(data.toString()));
    this.#process.on("exit", () => {
      this.#ended = true;
      this.#wake();
    });
    const { stdout, stdin } = this.#process;
    if (!stdout || !stdin) throw new Error("the server has no pipes");
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.#listen();
    this.connection.listen();
  }

  get isAlive(): boolean {
    return !this.#ended;
  }

  uri(path: string): string {
    return path.includes(":") ? path : pathToFileURL(join(this.root, path)).href;
  }

  write(path: string, text: string): void {
    const place = join(this.root, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
  }

  /** Changes a file behind the editor's back, and tells the server as a file watcher does. */
  async writeOutside(path: string, text: string | undefined): Promise<void> {
    if (text === undefined) rmSync(join(this.root, path));
    else this.write(path, text);
    await this.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: this.uri(path), type: text === undefined ? 3 : 2 }],
    });
  }

  async open(path: string, text: string, languageId = path.endsWith(".md") ? "markdown" : "python"): Promise<void> {
    const document = TextDocument.create(this.uri(path), languageId, 1, text);
    this.#documents.set(document.uri, document);
    await this.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri: document.uri, languageId, version: 1, text },
    });
  }

  async close(path: string): Promise<void> {
    this.#documents.delete(this.uri(path));
    await this.connection.sendNotification("textDocument/didClose", { textDocument: { uri: this.uri(path) } });
  }

  text(path: string): string {
    return this.document(path).getText();
  }

  document(path: string): TextDocument {
    const document = this.#documents.get(this.uri(path));
    if (!document) throw new Error(`${path} is not open`);
    return document;
  }

  /** The range of a piece of an open document's text. */
  find(path: string, piece: string): Range {
    const document = this.document(path);
    const at = document.getText().indexOf(piece);
    if (at < 0) throw new Error(`${path} does not hold ${JSON.stringify(piece)}`);
    return { start: document.positionAt(at), end: document.positionAt(at + piece.length) };
  }

  /** Replaces a piece of an open document, as typing does. */
  async replace(path: string, piece: string, by: string): Promise<void> {
    await this.edit(path, [{ range: this.find(path, piece), newText: by }]);
  }

  async edit(path: string, edits: readonly TextEdit[]): Promise<void> {
    const document = this.document(path);
    const last = edits.toSorted((a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start));
    const contentChanges = last.map(({ range, newText: text }) => ({ range, text }));
    const version = document.version + 1;
    this.#documents.set(document.uri, TextDocument.update(document, contentChanges, version));
    await this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: document.uri, version },
      contentChanges,
    });
  }

  /** What was last pushed for the present version of a document. */
  async diagnostics(path: string): Promise<Diagnostic[]> {
    const { version } = this.document(path);
    return this.pushed(path, (params) => params.version === version);
  }

  /** Waits for diagnostics of a file that satisfy a condition. */
  async pushed(path: string, isIt: (params: PublishDiagnosticsParams) => boolean = () => true): Promise<Diagnostic[]> {
    const uri = this.uri(path);
    const find = () => {
      const last = this.published.findLast((params) => params.uri === uri);
      return last && isIt(last) ? last : undefined;
    };
    return (await this.until(find, `diagnostics of ${path}`)).diagnostics;
  }

  async rules(path: string): Promise<string[]> {
    return (await this.diagnostics(path)).map(({ code }) => String(code));
  }

  pull(path: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest("textDocument/diagnostic", {
      textDocument: { uri: this.uri(path) },
      ...(previousResultId !== undefined && { previousResultId }),
    });
  }

  async actions(path: string, range: Range, context: Partial<CodeActionContext> = {}): Promise<CodeAction[]> {
    const found: CodeAction[] | null = await this.connection.sendRequest("textDocument/codeAction", {
      textDocument: { uri: this.uri(path) },
      range,
      context: { diagnostics: [], ...context },
    });
    return found ?? [];
  }

  /** Resolves an action where its edit is missing, and applies it to the open documents. */
  async apply(action: CodeAction): Promise<void> {
    const { edit }: CodeAction = action.edit ? action : await this.connection.sendRequest("codeAction/resolve", action);
    if (!edit) throw new Error(`"${action.title}" has no edit`);
    for (const [uri, edits] of editsOf(edit)) await this.edit(uri, edits);
  }

  hover(path: string, position: Position): Promise<Hover | null> {
    return this.connection.sendRequest("textDocument/hover", { textDocument: { uri: this.uri(path) }, position });
  }

  async changeSettings(settings: unknown): Promise<void> {
    this.settings = settings;
    await this.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
  }

  /** Waits until something is there. */
  async until<T>(find: () => T | undefined, what: string): Promise<T> {
    const end = Date.now() + patience;
    for (;;) {
      const found = find();
      if (found !== undefined) return found;
      if (this.#ended) throw new Error(`the server ended before ${what}\n${this.log.join("\n")}`);
      if (Date.now() > end)
        throw new Error(`no ${what}\n${this.log.join("\n")}\n${JSON.stringify(this.published.slice(-3))}`);
      await new Promise<void>((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          this.#waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, 500);
        this.#waiting.add(wake);
      });
    }
  }

  /** Ends the server in order. */
  async stop(): Promise<void> {
    if (!this.#ended) {
      await this.connection.sendRequest("shutdown");
      await this.connection.sendNotification("exit");
      await this.until(() => (this.#ended ? true : undefined), "exit").catch(() => this.#process.kill("SIGKILL"));
    }
    this.connection.dispose();
    rmSync(this.root, { recursive: true, force: true });
  }

  /** Bytes that are no message. */
  sendRaw(bytes: string): void {
    this.#process.stdin?.write(bytes);
  }

  #listen(): void {
    const { connection } = this;
    const note = (keep: (params: never) => void) => (params: unknown) => {
      keep(params as never);
      this.#wake();
    };
    connection.onNotification(
      "textDocument/publishDiagnostics",
      note((params: PublishDiagnosticsParams) => this.published.push(params)),
    );
    connection.onNotification(
      "window/logMessage",
      note(({ message }: { message: string }) => this.log.push(message)),
    );
    connection.onNotification(
      "window/showMessage",
      note(({ message }: { message: string }) => this.messages.push(message)),
    );
    connection.onRequest("window/workDoneProgress/create", () => null);
    connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) =>
      items.map(() => this.settings),
    );
    connection.onRequest("client/registerCapability", ({ registrations }: { registrations: { method: string }[] }) => {
      this.registered.push(...registrations.map(({ method }) => method));
      this.#wake();
      return null;
    });
    connection.onRequest("workspace/diagnostic/refresh", () => {
      this.refreshes++;
      this.#wake();
      return null;
    });
    // The same object: the protocol's type leaves this event out.
    (connection as unknown as MessageConnection).onUnhandledProgress(
      note(({ value }: { value: { kind: string } }) => this.progress.push(value.kind)),
    );
    connection.onError(() => {});
  }

  #wake(): void {
    for (const wake of this.#waiting) wake();
  }
}

/** The changes of an edit by address, in whichever of its two forms. */
export function editsOf(edit: WorkspaceEdit): readonly (readonly [uri: string, edits: readonly TextEdit[]])[] {
  const versioned = (edit.documentChanges ?? []) as readonly TextDocumentEdit[];
  return [
    ...versioned.map(({ textDocument, edits }) => [textDocument.uri, edits as readonly TextEdit[]] as const),
    ...Object.entries(edit.changes ?? {}),
  ];
}
