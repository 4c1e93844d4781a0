/**
 * The language server, the same on Node and in a worker: joins a connection, the runtime's files and the methods.
 */

import type { Connection } from 'vscode-languageserver';
import { lifecycle } from './methods/lifecycle';
import { methods } from './methods';
import type { Runtime } from './runtime';
import type { Session } from './session';

/** Answers on a connection until it closes. */
export function startServer(connection: Connection, runtime: Runtime): void {
  let session: Session | null = null;
  const current = (): Session | null => session;
  lifecycle(connection, runtime, (begun) => void (session = begun), current);
  for (const method of methods) method(connection, current);
  connection.listen();
}
