// A bar in the editor for work that takes a while; nothing where the editor has none.

import type { Session } from "./session.ts";

export interface Progress {
  report(done: number, of: number): void;
  done(): void;
}

/** Never waited for: the work goes on while the editor makes the bar. */
export function startProgress(
  { client, connection }: Pick<Session, "client" | "connection">,
  message: string,
): Progress {
  if (!client.progress) return { report() {}, done() {} };
  const shown = connection.window.createWorkDoneProgress();
  const tell = (what: Parameters<typeof shown.then>[0]) => void shown.then(what).catch(() => {});
  tell((progress) => progress.begin("Heed", 0, message, false));
  return {
    report: (done, of) =>
      tell((progress) => progress.report(Math.floor((100 * done) / of), `${message}, ${done} of ${of}`)),
    done: () => tell((progress) => progress.done()),
  };
}
