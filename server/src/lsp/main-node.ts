/**
 * The server on Node: its transport from the command line (`--stdio`, `--node-ipc`, `--socket`, `--pipe`), files from the disk. Importing this
 * starts nothing; bin-node.ts and the command line call it.
 */

import { createConnection } from 'vscode-languageserver/node';
import { clientHost } from '../host';
import type { Host } from '../host';
import { nodeHost } from '../host/node';
import type { Runtime } from './runtime';
import { startServer } from './server';

/** Local files are read from the disk; any other scheme is the client's. */
export const nodeRuntime: Runtime = {
  host: (ask, log) => {
    const disk = nodeHost(log);
    const remote = ask ? clientHost(ask, log) : null;
    const hostOf = (uri: string): Host | null => (uri.startsWith('file:') ? disk : remote);
    return {
      readFile: async (uri) => (await hostOf(uri)?.readFile(uri)) ?? null,
      listFolder: async (uri) => (await hostOf(uri)?.listFolder(uri)) ?? [],
      log,
    };
  },
  // Twice, because messages are handed out one a turn and the cancellation comes behind the request.
  turn: async () => {
    await new Promise<void>((resolve) => setImmediate(resolve));
    await new Promise<void>((resolve) => setImmediate(resolve));
  },
};

const TRANSPORT = /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/;

/** Starts the server on the transport the command line names; on standard input and output when it names none. */
export function startNodeServer(): void {
  // The library reads the transport off the command line, and only then keeps stray output away from the protocol.
  if (!process.argv.some((argument) => TRANSPORT.test(argument))) process.argv.push('--stdio');
  startServer(createConnection(), nodeRuntime);
}
