/**
 * The server in a web worker: messages through the worker's own port, files through the client.
 */

import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { clientHost, memoryHost } from '../host';
import type { Runtime } from './runtime';
import { startServer } from './server';

const webRuntime: Runtime = {
  // A client that serves no files leaves the server with the documents it was sent.
  host: (ask, log) => (ask ? clientHost(ask, log) : { ...memoryHost({}), log }),
  turn: () => new Promise((resolve) => setTimeout(resolve, 0)),
};

const port = self as DedicatedWorkerGlobalScope;
startServer(createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port)), webRuntime);
