// Keeps the editor's findings current: pushes them, or asks a client that pulls to pull again.

import { CodeLensRefreshRequest, type Diagnostic } from "vscode-languageserver";
import type { Engine } from "../engine/engine.ts";
import { guarded } from "./answer.ts";
import { configurationReport, diagnosticsOf } from "./diagnostics.ts";
import type { StatusChangedParams } from "./protocol.ts";
import { reportedPaths } from "./scope.ts";
import type { Session } from "./session.ts";
import { nextTurn } from "./turn.ts";
import type { Folder } from "./workspaces.ts";

/** How long nothing must be typed before files are looked at that were not edited themselves. */
const quietTime = 200;
/** A slow check rests as long as it took, up to this, so that typing never waits for it. */
const longestRest = 250;

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

  constructor(session: Session) {
    this.#session = session;
  }

  /** A document was opened or edited: it is looked at once, the others when typing pauses. */
  edited(uri: string): void {
    if (!this.#session.client.pullsDiagnostics) {
      this.#edited.add(uri);
      this.#soon ??= setTimeout(
        guarded(this.#session, "diagnostics", () => this.#publishEdited()),
        Math.max(0, this.#restUntil - now()),
      );
    }
    this.everythingChanged();
  }

  closed(uri: string): void {
    this.#edited.delete(uri);
    if (!this.#session.client.pullsDiagnostics) this.#send(uri, [], "");
    this.everythingChanged();
  }

  /** Guides, configuration or files on disk are others: all that is shown may be old. */
  everythingChanged(): void {
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
    for (const uri of uris) await this.#publish(uri);
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
    const { client, connection, workspaces } = this.#session;
    void connection.sendNotification("heed/statusChanged", { state: "ready" } satisfies StatusChangedParams);
    this.#askToRefresh();
    const current = new Set<string>();
    for (const folder of workspaces.folders) {
      const { engine } = folder;
      if (!engine) continue;
      for (const path of client.pullsDiagnostics ? brokenConfigurations(engine) : reported(folder, engine)) {
        await nextTurn();
        if (round !== this.#round) return;
        const home = { folder, engine, path };
        const { items, resultId } = client.pullsDiagnostics ? configurationReport(home) : diagnosticsOf(home);
        const uri = folder.uriOf(path);
        current.add(uri);
        if (this.#published.get(uri) !== resultId)
          this.#send(uri, items, resultId, folder.versionOf(path) ?? undefined);
      }
    }
    for (const uri of this.#published.keys()) {
      if (!current.has(uri)) this.#send(uri, [], "");
    }
  }

  /** What the client asked for may be old, so it is to ask again. */
  #askToRefresh(): void {
    const { client, connection } = this.#session;
    const ask = (refresh: () => void | Promise<void>) => guarded(this.#session, "refresh", refresh)();
    if (client.pullsDiagnostics && client.diagnosticRefresh) ask(() => connection.languages.diagnostics.refresh());
    if (client.inlayHintRefresh) ask(() => connection.languages.inlayHint.refresh());
    if (client.codeLensRefresh) ask(() => connection.sendRequest(CodeLensRefreshRequest.type));
  }

  #send(uri: string, diagnostics: Diagnostic[], resultId: string, version?: number): void {
    if (diagnostics.length === 0 && version === undefined) this.#published.delete(uri);
    else this.#published.set(uri, resultId);
    void this.#session.connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) });
  }
}

/** A broken configuration is shown whether it is open or not, since it changes what is found everywhere. */
function reported(folder: Folder, engine: Engine): ReadonlySet<string> {
  return new Set([...reportedPaths(folder, engine), ...brokenConfigurations(engine)]);
}

function brokenConfigurations(engine: Engine): ReadonlySet<string> {
  return new Set(engine.configurationProblems.map(({ path }) => path));
}

function now(): number {
  return performance.now();
}
