/**
 * Browser entry: starts the server in a Worker. Only what differs from the desktop entry lives here; no feature, no command.
 */
import { Uri, type ExtensionContext } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from 'vscode-languageclient/browser';
import { start, type Reportwright } from './activate';

/** Called by VS Code once, at the first matching document or command. */
export function activate(context: ExtensionContext): Reportwright {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.web.js').toString(true);
  let worker: Worker | undefined;
  const stop = (): void => worker?.terminate();
  context.subscriptions.push({ dispose: stop });
  return start(context, (options) => {
    const server = (): Promise<MessageTransports> => {
      // A worker cannot end itself reliably; a restart must not leave the old one running.
      stop();
      worker = new Worker(script);
      // Transports, not the worker: the extension host replaces `Worker`, so the client's `instanceof` test would fail.
      return Promise.resolve({ reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) });
    };
    return new LanguageClient('reportwright', 'Reportwright', server, options);
  });
}
