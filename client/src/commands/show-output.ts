// "Heed: Show Output": what the server and the client have written.

import type { Command } from "./command.ts";

export const showOutput: Command = {
  id: "heed.showOutput",
  servesServer: false,
  run: async ({ session }) => session.output.show(),
};
