/**
 * Shared activation: wires session, commands and language membership. It stays short and does no work of its own, because
 * VS Code waits for it; the server starts at the first report or command.
 *
 * Trust: the extension is safe in an untrusted folder. It runs no program and loads no code from the workspace;
 * reportwright.json, profiles and seeds are data, parsed and never evaluated; nothing is written without the user's choice.
 */
import { commands, window, workspace, type Disposable, type ExtensionContext, type TextDocument } from 'vscode';
import { allCommands } from './commands/index';
import type { Environment } from './commands/command';
import { reachableFiles } from './files';
import { claimIncluded } from './membership';
import { isReport } from './report-document';
import { virtualPages } from './pages';
import { openSession, type Connect, type SessionTimings } from './session';
import { showServerState } from './status';
import { explainFailure } from './failure';
import { figuresView } from './views/figures';
import { figuresPanel } from './views/figures-panel';

/** What other extensions (and the editor tests) see of us. */
export interface Reportwright {
  /** `activate` is the own time of activation in milliseconds. */
  timings(): SessionTimings & { readonly activate: number };
}

/** Registers everything; `connect` makes the client for this host. */
export function start(context: ExtensionContext, connect: Connect): Reportwright {
  const begun = performance.now();
  const log = window.createOutputChannel('Reportwright', { log: true });
  const files = reachableFiles();
  const session = openSession(connect, files, log);
  const pages = virtualPages();
  const figures = figuresPanel();
  const environment: Environment = { session, files, pages, figures, log };
  context.subscriptions.push(log, session, pages, figures, showServerState(session), claimIncluded(log), figuresView(session, log));
  for (const command of allCommands) {
    const run = (...args: unknown[]): Promise<void> => command.run(environment, args).catch((cause: unknown) => explainFailure(log, cause));
    context.subscriptions.push(commands.registerCommand(command.id, run));
  }
  context.subscriptions.push(startAtFirstReport(session.wake));
  const activate = performance.now() - begun;
  log.info(`activated in ${activate.toFixed(1)} ms`);
  return { timings: () => ({ activate, ...session.timings() }) };
}

/** Calls `wake` once a report is open, after activation has returned. */
function startAtFirstReport(wake: () => void): Disposable {
  const consider = (document: TextDocument): void => {
    if (isReport(document)) wake();
  };
  queueMicrotask(() => workspace.textDocuments.forEach(consider));
  return workspace.onDidOpenTextDocument(consider);
}
