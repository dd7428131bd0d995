// "Heed: Restart Server": a fresh server, as after starting the editor.

import type { Command } from "./command.ts";

export const restart: Command = {
  id: "heed.restart",
  servesServer: false,
  run: ({ session }) => session.restart(),
};
