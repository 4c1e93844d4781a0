/**
 * Around every handler: a failure is logged and answered with nothing, a cancelled request is given up. No input of a client ends the server.
 */

import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { CancellationToken } from 'vscode-languageserver';
import type { Session } from './session';

/** The session that is open, or null before initialize. */
export type Current = () => Session | null;

export type Answer<R> = R | ResponseError<never>;

/** A request handler that never rejects. `empty` is the answer when there is none to give. */
export function guarded<P, R>(current: Current, method: string, empty: R, handle: (session: Session, params: P, token: CancellationToken) => Promise<R> | R) {
  return async (params: P, token: CancellationToken): Promise<Answer<R>> => {
    const session = current();
    if (!session) return empty;
    try {
      await session.turn();
      if (token.isCancellationRequested) return cancelled();
      const answer = await handle(session, params, token);
      return token.isCancellationRequested ? cancelled() : answer;
    } catch (error) {
      report(session, method, error);
      return empty;
    }
  };
}

/** A notification handler that never throws. */
export function guardedNotice<P>(current: Current, method: string, handle: (session: Session, params: P) => void) {
  return (params: P): void => {
    const session = current();
    if (!session) return;
    try {
      handle(session, params);
    } catch (error) {
      report(session, method, error);
    }
  };
}

const cancelled = (): ResponseError<never> => new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');

function report({ connection }: Session, method: string, error: unknown): void {
  connection.console.error(`${method}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
}
