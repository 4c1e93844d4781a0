/**
 * Desktop entry: starts the server as a child process over IPC. Only what differs from the web entry lives here; no feature, no command.
 */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { start, type Reportwright } from './activate';

export { stop as deactivate } from './activate';

/** Called by VS Code once, at the first matching document or command. */
export function activate(context: ExtensionContext): Reportwright {
  const module = context.asAbsolutePath('dist/server.node.js');
  const server = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
  };
  return start(context, (options) => new LanguageClient('reportwright', 'Reportwright', server, options));
}
