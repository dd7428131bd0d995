// The editor's own settings: asked for once per folder, given to the engines, and kept where only the editor needs them.

import { type Connection, MessageType, ShowMessageNotification } from "vscode-languageserver";
import type { Engine } from "../engine/engine.ts";
import type { ClientSupport } from "./client-support.ts";
import { reasonOf } from "./reason.ts";

/** What an engine has no use for. */
export interface ViewSettings {
  readonly guideHints: boolean;
  readonly guideCodeLens: boolean;
}

/** Keys of the `heed` section that are the client's or this server's, not the engine's. */
const editorKeys = new Set(["guideHints", "guideCodeLens", "trace", "enable", "path", "node", "server"]);

export class Settings {
  readonly #connection: Connection;
  readonly #client: ClientSupport;
  /** What a client sent that cannot be asked. */
  #sent: unknown;
  #view: ViewSettings = { guideHints: true, guideCodeLens: true };
  #lastProblems = "";

  constructor(connection: Connection, client: ClientSupport) {
    this.#connection = connection;
    this.#client = client;
  }

  get view(): ViewSettings {
    return this.#view;
  }

  /** Takes what `workspace/didChangeConfiguration` brings; a client that can be asked brings nothing of use. */
  received(settings: unknown): void {
    if (isTable(settings)) this.#sent = settings["heed"];
  }

  /** Brings the engine of one folder up to date. */
  async apply(engine: Engine, folder: string | undefined): Promise<void> {
    const section = this.#client.configuration ? await this.#ask(folder) : this.#sent;
    const table = isTable(section) ? section : {};
    this.#view = { guideHints: table["guideHints"] !== false, guideCodeLens: table["guideCodeLens"] !== false };
    this.#tell(engine.setConfiguration(forEngine(table)).map(({ message }) => message));
  }

  async #ask(folder: string | undefined): Promise<unknown> {
    try {
      return await this.#connection.workspace.getConfiguration({
        ...(folder && { scopeUri: folder }),
        section: "heed",
      });
    } catch (error) {
      this.#connection.console.warn(`The editor did not tell its settings: ${reasonOf(error)}`);
      return undefined;
    }
  }

  #tell(problems: readonly string[]): void {
    const text = problems.join(" ");
    if (text !== "" && text !== this.#lastProblems) {
      void this.#connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Warning,
        message: `Heed's settings: ${text}`,
      });
    }
    this.#lastProblems = text;
  }
}

/** Without the editor's own keys, and without those that are set to nothing. */
function forEngine(table: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const rest: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(table)) {
    if (editorKeys.has(key) || value === null || value === undefined) continue;
    if (isTable(value)) {
      const inner = Object.fromEntries(
        Object.entries(value).filter(([, entry]) => entry !== null && entry !== undefined),
      );
      if (Object.keys(inner).length > 0) rest[key] = inner;
    } else {
      rest[key] = value;
    }
  }
  return rest;
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
