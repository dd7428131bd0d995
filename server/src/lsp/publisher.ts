// Keeps the editor's findings current: pushes them, or asks a client that pulls to pull again.

import { CodeLensRefreshRequest, type Diagnostic } from "vscode-languageserver";
import { guarded } from "./answer.ts";
import { configurationReport, type DiagnosticReport, diagnosticsOf } from "./diagnostics.ts";
import { startProgress } from "./progress.ts";
import type { StatusChangedParams } from "./protocol.ts";
import { reportedHomes } from "./scope.ts";
import type { Session } from "./session.ts";
import { nextTurn } from "./turn.ts";
import type { Home, Workspaces } from "./workspaces.ts";

/** How long nothing must be typed before files are looked at that were not edited themselves. */
const quietTime = 200;
/** A slow check rests as long as it took, up to this, so that typing never waits for it. */
const longestRest = 250;
/** From so many files on, a first look at them shows how far it is. */
const manyFiles = 50;

export class Publisher {
  readonly #session: Session;
  readonly #edited = new Set<string>();
  /** The mark of what was last published for each address. */
  readonly #published = new Map<string, string>();
  #restUntil = 0;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #later: ReturnType<typeof setTimeout> | undefined;
  /** Grows with every reason to look at all files again; an older round stops. */
  #round = 0;
  #mustPull = false;
  #loggedFailures = new Set<string>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** A document was opened or edited: it is looked at once, the others when typing pauses. */
  edited(uri: string): void {
    if (!this.#session.client.pullsDiagnostics) {
      this.#edited.add(uri);
      if (this.#soon === undefined) {
        const publish = guarded(this.#session, "diagnostics", () => this.#publishEdited());
        this.#soon = setTimeout(publish, Math.max(0, this.#restUntil - now()));
      }
    }
    // A client that pulls does so after every edit of code, also for other files; it cannot know what is a guide.
    if (!/\.pyi?$/.test(uri)) this.#mustPull = true;
    this.#lookAtAllSoon();
  }

  closed(uri: string): void {
    this.#edited.delete(uri);
    if (!this.#session.client.pullsDiagnostics) this.#send(uri, [], "");
    this.everythingChanged();
  }

  /** Guides, configuration or files on disk are others: all that is shown may be old. */
  everythingChanged(): void {
    this.#mustPull = true;
    this.#lookAtAllSoon();
  }

  #lookAtAllSoon(): void {
    this.#round++;
    clearTimeout(this.#later);
    this.#later = setTimeout(
      guarded(this.#session, "diagnostics", () => this.#publishAll()),
      quietTime,
    );
  }

  async #publishEdited(): Promise<void> {
    const start = now();
    this.#soon = undefined;
    const uris = [...this.#edited];
    this.#edited.clear();
    await Promise.all(uris.map((uri) => this.#publish(uri)));
    this.#restUntil = now() + Math.min(now() - start, longestRest);
  }

  async #publish(uri: string): Promise<void> {
    const { documents, workspaces } = this.#session;
    const version = documents.get(uri)?.version;
    const home = await workspaces.homeOf(uri);
    // A newer text has its own turn; results of the old one would be shown at wrong places.
    if (documents.get(uri)?.version !== version) return;
    if (!home) return this.#send(uri, [], "", version);
    const { items, resultId } = diagnosticsOf(home);
    this.#send(uri, items, resultId, version);
  }

  async #publishAll(): Promise<void> {
    const round = this.#round;
    const { connection, workspaces } = this.#session;
    this.#askToRefresh();
    const wanted = this.#wanted();
    const progress =
      wanted.size > manyFiles && this.#published.size === 0
        ? startProgress(this.#session, "checking files")
        : undefined;
    try {
      let done = 0;
      for (const [uri, { home, report }] of wanted) {
        await nextTurn();
        if (round !== this.#round) return;
        const { items, resultId } = report(home);
        const version = home.folder.versionOf(home.path) ?? undefined;
        if ((this.#published.get(uri) ?? "") !== resultId && (items.length > 0 || this.#published.has(uri))) {
          this.#send(uri, items, resultId, version);
        }
        progress?.report(++done, wanted.size);
      }
    } finally {
      progress?.done();
    }
    for (const uri of this.#published.keys()) {
      if (!wanted.has(uri)) this.#send(uri, [], "");
    }
    this.#logFailures();
    if (workspaces.isReady)
      void connection.sendNotification("heed/statusChanged", { state: "ready" } satisfies StatusChangedParams);
  }

  /** What is to be pushed: everything in scope, or only what a client that pulls would not ask for. */
  #wanted(): ReadonlyMap<string, { readonly home: Home; readonly report: (home: Home) => DiagnosticReport }> {
    const { client, workspaces } = this.#session;
    const report = client.pullsDiagnostics ? configurationReport : diagnosticsOf;
    const homes = [...(client.pullsDiagnostics ? [] : reportedHomes(workspaces)), ...brokenConfigurations(workspaces)];
    return new Map(homes.map((home) => [home.folder.uriOf(home.path), { home, report }]));
  }

  /** A rule that threw is silent; its author should hear of it once. */
  #logFailures(): void {
    for (const { engine } of this.#session.workspaces.folders) {
      for (const { rule, path, message } of engine?.failures ?? []) {
        if (this.#loggedFailures.has(rule)) continue;
        this.#loggedFailures.add(rule);
        this.#session.connection.console.error(`The rule ${rule} failed on ${path} and is left out there: ${message}`);
      }
    }
  }

  /** What the client asked for may be old, so it is to ask again. */
  #askToRefresh(): void {
    const { client, connection } = this.#session;
    const ask = (refresh: () => void | Promise<void>) => guarded(this.#session, "refresh", refresh)();
    if (this.#mustPull && client.pullsDiagnostics && client.diagnosticRefresh) {
      ask(() => connection.languages.diagnostics.refresh());
    }
    this.#mustPull = false;
    if (client.inlayHintRefresh) ask(() => connection.languages.inlayHint.refresh());
    if (client.codeLensRefresh) ask(() => connection.sendRequest(CodeLensRefreshRequest.type));
  }

  #send(uri: string, diagnostics: Diagnostic[], resultId: string, version?: number): void {
    if (diagnostics.length === 0 && version === undefined) this.#published.delete(uri);
    else this.#published.set(uri, resultId);
    void this.#session.connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) });
  }
}

/** Shown whether open or not, since they change what is found everywhere. */
function brokenConfigurations({ folders }: Workspaces): readonly Home[] {
  return folders.flatMap((folder) => {
    const { engine } = folder;
    const paths = new Set(engine?.configurationProblems.map(({ path }) => path));
    return engine ? [...paths].map((path) => ({ folder, engine, path })) : [];
  });
}

function now(): number {
  return performance.now();
}
