// What a command of the palette is: its name, and what it does with the tools that all commands share.

import type { Pages } from "../page.ts";
import type { Session } from "../session.ts";

export interface Tools {
  readonly session: Session;
  readonly pages: Pages;
}

export interface Command {
  readonly id: `heed.${string}`;
  /** The server uses it behind code actions and lenses, so it must know that the client carries it out. */
  readonly servesServer: boolean;
  /** The parameters come from the server, a menu, or the palette, which gives none. */
  readonly run: (tools: Tools, ...parameters: unknown[]) => Promise<void>;
}
