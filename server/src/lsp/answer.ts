// Wraps a feature so that a cancellation or a crash becomes an answer, with the reason in the log, and never ends the process.

import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import { CancelledError, throwIfCancelled } from "../engine/cancellation.ts";
import type { Cancellation } from "../engine/ports.ts";
import { reasonOf } from "./reason.ts";
import type { Session } from "./session.ts";
import { nextTurn } from "./turn.ts";

export type Feature<P, R> = (params: P, session: Session, token: CancellationToken) => R | Promise<R>;

export function stopIfCancelled(token: CancellationToken): void {
  throwIfCancelled(cancellationOf(token));
}

/** What the engine asks between two pieces of work. */
export function cancellationOf(token: CancellationToken): Cancellation {
  return {
    get isCancelled() {
      return token.isCancellationRequested;
    },
  };
}

export function answering<P, R>(session: Session, name: string, feature: Feature<P, R>) {
  return async (params: P, token: CancellationToken): Promise<R> => {
    const start = performance.now();
    try {
      // A cancellation that came in the same breath is heard first.
      await nextTurn();
      stopIfCancelled(token);
      const answer = await feature(params, session, token);
      session.connection.tracer.log(`${name}: ${(performance.now() - start).toFixed(1)} ms`);
      return answer;
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      if (error instanceof CancelledError) {
        throw new ResponseError(LSPErrorCodes.RequestCancelled, `${name} was cancelled.`);
      }
      session.connection.console.error(`${name} failed: ${detailsOf(error)}`);
      throw new ResponseError(ErrorCodes.InternalError, `Heed could not answer ${name}: ${reasonOf(error)}`);
    }
  };
}

/** For notifications and timers, which have nobody to answer to. */
export function guarded<A extends readonly unknown[]>(
  session: Pick<Session, "connection">,
  name: string,
  work: (...args: A) => void | Promise<void>,
) {
  return (...args: A): void => {
    const failed = (error: unknown) => session.connection.console.error(`${name} failed: ${detailsOf(error)}`);
    try {
      const done = work(...args);
      if (done) done.catch(failed);
    } catch (error) {
      failed(error);
    }
  };
}

export function detailsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
