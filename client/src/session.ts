// The connection to the language server: starts it, starts it again after a crash, and asks it typed questions.

import type { CancellationToken, Event, LogOutputChannel, Uri } from "vscode";
import {
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  LanguageClient,
  State,
  TransportKind,
} from "vscode-languageclient/node";
import * as vscode from "vscode";
import type {
  InitializationOptions,
  Notifications,
  Requests,
  ServerState,
  StatusChangedParams,
} from "../../server/src/lsp/protocol.ts";
import { documentSelector } from "./document-selector.ts";
import { explicitSettings } from "./explicit-settings.ts";

export type SessionState = ServerState | "off";

/** More crashes than this within three minutes are not an accident, so the server stays down until the user asks. */
const crashLimit = 4;
const crashWindow = 3 * 60_000;

export class Session implements vscode.Disposable {
  readonly #module: string;
  readonly #output: LogOutputChannel;
  readonly #trace: LogOutputChannel;
  readonly #settingNames: readonly string[];
  readonly #clientCommands: readonly string[];
  readonly #changed = new vscode.EventEmitter<void>();
  #client: LanguageClient | undefined;
  #state: SessionState = "off";
  #message: string | undefined;
  #crashes: number[] = [];
  #checksWorkspace = false;
  /** Starting and stopping never overlap: each waits for the one before. */
  #queue: Promise<void> = Promise.resolve();

  constructor(extension: vscode.ExtensionContext, clientCommands: readonly string[]) {
    this.#module = extension.asAbsolutePath("dist/server.js");
    this.#output = vscode.window.createOutputChannel("Heed", { log: true });
    this.#trace = vscode.window.createOutputChannel("Heed Trace", { log: true });
    this.#settingNames = settingNames(extension.extension.packageJSON);
    this.#clientCommands = clientCommands;
  }

  /** Fires when the state, the findings or the guides may have changed. */
  get onDidChange(): Event<void> {
    return this.#changed.event;
  }

  get state(): SessionState {
    return this.#state;
  }

  /** What went wrong, where the state is "failed". */
  get message(): string | undefined {
    return this.#message;
  }

  get output(): LogOutputChannel {
    return this.#output;
  }

  /** True once the user has asked for findings in all files, until the window is closed. */
  get checksWorkspace(): boolean {
    return this.#checksWorkspace;
  }

  start(): Promise<void> {
    return this.#enqueue(() => this.#open());
  }

  stop(): Promise<void> {
    return this.#enqueue(async () => {
      await this.#close();
      this.#enter("off");
    });
  }

  restart(): Promise<void> {
    this.#crashes = [];
    return this.#enqueue(async () => {
      await this.#close();
      await this.#open();
    });
  }

  /** Undefined where the server does not run; a server that cannot answer rejects. */
  async request<M extends keyof Requests>(
    method: M,
    params: Requests[M]["params"],
    token?: CancellationToken,
  ): Promise<Requests[M]["result"] | undefined> {
    await this.#queue;
    if (this.#client?.isRunning() !== true) return undefined;
    // An absent token must not be passed on: the library would take it for a second parameter.
    const rest = token === undefined ? [] : [token];
    return this.#client.sendRequest<Requests[M]["result"]>(method, params, ...rest);
  }

  /** From now on, and until the window is closed, findings of all files are shown. */
  async checkWorkspace(): Promise<void> {
    this.#checksWorkspace = true;
    await this.settingsChanged();
  }

  /** The server asks for the settings again. */
  async settingsChanged(): Promise<void> {
    await this.#queue;
    await this.#client?.sendNotification("workspace/didChangeConfiguration", { settings: null });
  }

  dispose(): void {
    void this.stop().finally(() => {
      this.#changed.dispose();
      this.#output.dispose();
      this.#trace.dispose();
    });
  }

  #enqueue(step: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(step).catch((error: unknown) => {
      this.#output.error(error instanceof Error ? error : String(error));
      this.#enter("failed", error instanceof Error ? error.message : String(error));
    });
    return this.#queue;
  }

  async #open(): Promise<void> {
    if (this.#client !== undefined) return;
    this.#enter("starting");
    const client = this.#create();
    this.#client = client;
    const statusChanged: keyof Notifications = "heed/statusChanged";
    client.onNotification(statusChanged, (params: StatusChangedParams) => this.#enter(params.state, params.message));
    // The server says itself when it is ready; one that says nothing is ready as soon as it runs, also after a crash.
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running && this.#state === "starting") this.#enter("ready");
    });
    await client.start();
  }

  async #close(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    try {
      await client?.dispose();
    } catch (error) {
      // A server that has crashed cannot be asked to stop, and need not be.
      this.#output.debug(`The server did not stop in order: ${String(error)}`);
    }
  }

  #create(): LanguageClient {
    const initializationOptions: InitializationOptions = { clientCommands: this.#clientCommands };
    return new LanguageClient(
      "heed",
      "Heed",
      {
        module: this.#module,
        transport: TransportKind.ipc,
        args: vscode.workspace.isTrusted ? [] : ["--untrusted"],
      },
      {
        documentSelector,
        initializationOptions,
        outputChannel: this.#output,
        traceOutputChannel: this.#trace,
        diagnosticCollectionName: "heed",
        errorHandler: this.#errorHandler(),
        markdown: { isTrusted: { enabledCommands: [...this.#clientCommands] }, supportThemeIcons: true },
        middleware: {
          workspace: {
            configuration: (params) =>
              params.items.map((item) => (item.section === "heed" ? this.#settings(item.scopeUri) : null)),
          },
        },
      },
    );
  }

  #settings(scopeUri: string | undefined): object {
    const scope: Uri | undefined = scopeUri === undefined ? undefined : vscode.Uri.parse(scopeUri);
    const settings = explicitSettings(this.#settingNames, scope);
    if (!this.#checksWorkspace) return settings;
    return { ...settings, diagnostics: { ...settings["diagnostics"], scope: "workspace" } };
  }

  #errorHandler(): ErrorHandler {
    return {
      error: () => ({ action: ErrorAction.Continue }),
      closed: () => {
        const now = Date.now();
        this.#crashes = [...this.#crashes.filter((at) => now - at < crashWindow), now];
        if (this.#crashes.length <= crashLimit) {
          this.#output.warn("The server stopped unexpectedly and is started again.");
          this.#enter("starting");
          return { action: CloseAction.Restart, handled: true };
        }
        this.#enter("failed", `The server stopped ${this.#crashes.length} times within three minutes.`);
        void this.#offerRestart();
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    };
  }

  async #offerRestart(): Promise<void> {
    const answer = await vscode.window.showErrorMessage(
      "Heed stopped: its server crashed several times, so findings are no longer current. The output says why.",
      "Restart",
      "Show Output",
    );
    if (answer === "Restart") await this.restart();
    if (answer === "Show Output") this.#output.show();
  }

  #enter(state: SessionState, message?: string): void {
    this.#state = state;
    this.#message = message;
    this.#changed.fire();
  }
}

/** The settings that the manifest declares, without "heed.". */
function settingNames(manifest: unknown): readonly string[] {
  const { contributes } = manifest as {
    readonly contributes: {
      readonly configuration: readonly { readonly properties: Readonly<Record<string, unknown>> }[];
    };
  };
  return contributes.configuration
    .flatMap((section) => Object.keys(section.properties))
    .map((name) => name.slice("heed.".length));
}
