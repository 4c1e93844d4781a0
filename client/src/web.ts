/**
 * Browser entry: starts the server in a Worker. Only what differs from the desktop entry lives here; no feature, no command.
 */
import { Uri, workspace, type ExtensionContext } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from 'vscode-languageclient/browser';
import { start, type Reportwright } from './activate';

export { stop as deactivate } from './activate';

/** Called by VS Code once, at the first matching document or command. */
export function activate(context: ExtensionContext): Reportwright {
  const file = (name: string): Uri => Uri.joinPath(context.extensionUri, 'dist', name);
  let worker: Worker | undefined;
  const stop = (): void => worker?.terminate();
  context.subscriptions.push({ dispose: stop });
  return start(context, (options) => {
    const server = async (): Promise<MessageTransports> => {
      const texts: unknown = JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(file('server.web.json'))));
      // A worker cannot end itself reliably; a restart must not leave the old one running.
      stop();
      worker = new Worker(file('server.web.js').toString(true));
      // It has no way to its own folder: the first message brings what lies beside it, and the server starts with that.
      worker.postMessage(texts);
      // Transports, not the worker: the extension host replaces `Worker`, so the client's `instanceof` test would fail.
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    };
    return new LanguageClient('reportwright', 'Reportwright', server, options);
  });
}
