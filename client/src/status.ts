/**
 * The language status of a report: whether the server runs, with the way to the log or a restart. No notification.
 */
import { l10n, languages, LanguageStatusSeverity, type Disposable } from 'vscode';
import { reportSelector } from './report-document';
import type { ServerState, Session } from './session';

export function showServerState(session: Session): Disposable {
  const item = languages.createLanguageStatusItem('reportwright.server', reportSelector);
  item.name = 'Reportwright';
  const show = (state: ServerState): void => {
    const failed = state === 'failed';
    item.text = textOf(state);
    item.busy = state === 'starting';
    item.severity = failed ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    item.command = failed
      ? { command: 'reportwright.restartServer', title: l10n.t('Restart') }
      : { command: 'reportwright.showOutput', title: l10n.t('Show log') };
  };
  show(session.state());
  const listening = session.onDidChangeState(show);
  return { dispose: () => [listening, item].forEach((one) => one.dispose()) };
}

function textOf(state: ServerState): string {
  switch (state) {
    case 'asleep':
      return l10n.t('Not started');
    case 'starting':
      return l10n.t('Starting…');
    case 'running':
      return l10n.t('Checking reports');
    case 'failed':
      return l10n.t('The language server did not start');
  }
}
