/**
 * The report that the views show: the one in front, or the last one that was while something that is no text (a page, the output) is in front. Tells when it or its text
 * changed and came to rest. No view here.
 */
import { commands, EventEmitter, window, workspace, type Disposable, type Event, type LogOutputChannel, type TextDocument } from 'vscode';
import { isReport } from '../report-document';
import type { Session } from '../session';

/** Milliseconds after the last keystroke. */
const pause = 400;

export interface FrontReport extends Disposable {
  /** Null when the text in front is no report. */
  document(): TextDocument | null;
  /** What the server answers to a request about it; null when there is no report, no server, or no answer. */
  ask<R>(request: string): Promise<R | null>;
  readonly onDidChange: Event<undefined>;
}

export function frontReport(session: Session, log: LogOutputChannel): FrontReport {
  const changed = new EventEmitter<undefined>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown: TextDocument | null = null;
  /** For the words of views that have nothing to show: whether there is a report, and whether it can be read. */
  const tellState = (): void => {
    const state = session.state();
    void commands.executeCommand('setContext', 'reportwright.front', !shown ? 'none' : state === 'failed' ? 'failed' : state === 'running' ? 'read' : 'waiting');
  };
  const refresh = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => changed.fire(undefined), pause);
  };
  const look = (): void => {
    const document = window.activeTextEditor?.document;
    if (document) shown = isReport(document) ? document : null;
    if (shown?.isClosed) shown = null;
    void commands.executeCommand('setContext', 'reportwright.reportOpen', workspace.textDocuments.some(isReport));
    tellState();
    refresh();
  };
  const ask = async <R>(request: string): Promise<R | null> => {
    if (!shown || session.state() !== 'running') return null;
    try {
      const client = await session.client();
      return await client.sendRequest<R | null>(request, { uri: client.code2ProtocolConverter.asUri(shown.uri) });
    } catch (cause) {
      log.warn(`${request}: ${String(cause)}`);
      return null;
    }
  };
  const listeners = [
    window.onDidChangeActiveTextEditor(look),
    workspace.onDidOpenTextDocument(look),
    workspace.onDidCloseTextDocument(look),
    workspace.onDidChangeTextDocument(({ document }) => document === shown && refresh()),
    session.onDidChangeState(tellState),
    session.onDidChangeState(refresh),
  ];
  queueMicrotask(look);
  return { document: () => shown, ask, onDidChange: changed.event, dispose: () => (clearTimeout(timer), [...listeners, changed].forEach((one) => one.dispose())) };
}
