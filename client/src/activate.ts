/**
 * Shared activation: wires session, commands and language membership. It stays short and does no work of its own, because
 * VS Code waits for it; the server starts at the first report or command.
 *
 * Trust: the extension is safe in an untrusted folder. It runs no program and loads no code from the workspace;
 * reportwright.json, profiles and seeds are data, parsed and never evaluated; nothing is written without the user's choice.
 */
import { commands, window, workspace, type Disposable, type ExtensionContext, type TextDocument } from 'vscode';
import { checksClosedReports } from './client-options';
import { comparisonAgain } from './commands/compare-with-last-year';
import { explainedAgain } from './commands/explain-finding';
import { allCommands } from './commands/index';
import { figuresAgain } from './commands/show-figures';
import type { Environment } from './commands/command';
import { reachableFiles } from './files';
import { claimIncluded } from './membership';
import { isReport } from './report-document';
import { virtualPages } from './pages';
import { isSilenced } from './notice';
import { outage, tellOutages } from './outage';
import { answerSaves } from './save-files';
import { openSession, type Connect, type SessionTimings } from './session';
import { showStatus } from './status';
import { explainFailure } from './failure';
import { moveSection } from './structure-edits';
import { placeholderTour } from './tour';
import { frontReport } from './views/front';
import { figuresView } from './views/figures';
import { pagePanel } from './views/page-panel';
import { structureView } from './views/structure';
import { toFillInView } from './views/to-fill-in';

/** What other extensions (and the editor tests) see of us. */
export interface Reportwright {
  /** `activate` is the own time of activation in milliseconds. */
  timings(): SessionTimings & { readonly activate: number };
}

/** Ends the server of the window that closes; set while the extension is active. */
let stopServer: () => Promise<void> = () => Promise.resolve();

/** Called by VS Code before the window closes, or when the extension is turned off: resolves when the server has said goodbye. */
export const stop = (): Promise<void> => stopServer();

/** Registers everything; `connect` makes the client for this host. */
export function start(context: ExtensionContext, connect: Connect): Reportwright {
  const begun = performance.now();
  const log = window.createOutputChannel('Reportwright', { log: true });
  const files = reachableFiles();
  const session = openSession(connect, files, log);
  stopServer = session.stop;
  const pages = virtualPages((path) => explainedAgain(session, path));
  const figures = pagePanel('reportwright.figuresPage', (about) => figuresAgain(session, about));
  const comparison = pagePanel('reportwright.comparePage', (about, previous) => comparisonAgain(session, files, about, previous));
  const front = frontReport(session, log);
  // That the server does not run has been said already, except to those who wanted to hear no more of it: they asked for something now.
  const isSaid = (): boolean => session.state() === 'failed' && !isSilenced(context.globalState, outage);
  const failed = (cause: unknown): Promise<void> => (isSaid() ? Promise.resolve(log.error(String(cause))) : explainFailure(log, cause));
  const tour = placeholderTour(session, log);
  const environment: Environment = { extension: context.extension, session, files, tour, pages, figures, comparison, log };
  context.subscriptions.push(log, session, pages, figures, comparison, showStatus(session, front), tellOutages(session, context.globalState, log), claimIncluded(log), answerSaves(log), front, tour, structureView(front, (node, before) => moveSection(session, node, before).catch(failed)), toFillInView(front), figuresView(front));
  for (const command of allCommands) {
    const run = (...args: unknown[]): Promise<void> => command.run(environment, args).catch(failed);
    context.subscriptions.push(commands.registerCommand(command.id, run));
  }
  context.subscriptions.push(startAtFirstReport(session.wake));
  const activate = performance.now() - begun;
  log.info(`activated in ${activate.toFixed(1)} ms`);
  return { timings: () => ({ activate, ...session.timings() }) };
}

/** Calls `wake` once a report is open, or at once where those that are not are to be checked; after activation has returned. */
function startAtFirstReport(wake: () => void): Disposable {
  const consider = (document: TextDocument): void => {
    if (isReport(document)) wake();
  };
  queueMicrotask(() => (checksClosedReports() ? wake() : workspace.textDocuments.forEach(consider)));
  return workspace.onDidOpenTextDocument(consider);
}
