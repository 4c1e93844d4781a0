/**
 * The language status of a report, in two lines: what it is checked as and how it stands, and whether the server runs and checks while typing, each with the way on
 * to the profile, the log, a setting or a restart. No notification.
 */
import { l10n, languages, LanguageStatusSeverity, window, type Disposable, type LanguageStatusItem } from 'vscode';
import { StatusRequest, type StatusResult } from '../../server/src/lsp/requests';
import { reportSelector } from './report-document';
import type { Restraint, ServerState, Session } from './session';
import type { FrontReport } from './views/front';

/** Shows both lines and keeps them true. */
export function showStatus(session: Session, front: FrontReport): Disposable {
  const report = languages.createLanguageStatusItem('reportwright.report', reportSelector);
  const server = languages.createLanguageStatusItem('reportwright.server', reportSelector);
  report.name = l10n.t('Reportwright: report');
  server.name = l10n.t('Reportwright: language server');
  const showServer = (): void => describeServer(server, session.state(), session.restraints.get(window.activeTextEditor?.document.uri.toString() ?? ''));
  const showReport = async (): Promise<void> => {
    report.busy = session.state() === 'running';
    const status = await front.ask<StatusResult>(StatusRequest);
    report.busy = false;
    describeReport(report, status);
  };
  showServer();
  describeReport(report, null);
  const listening = [session.onDidChangeState(showServer), session.onDidRestrain(showServer), window.onDidChangeActiveTextEditor(showServer), front.onDidChange(() => void showReport())];
  return { dispose: () => [...listening, report, server].forEach((one) => one.dispose()) };
}

function describeReport(item: LanguageStatusItem, status: StatusResult): void {
  item.text = status ? headOf(status) : l10n.t('Not checked yet');
  item.detail = status ? detailOf(status) : '';
  item.severity = status?.foreign ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
  item.command = status?.profile ? { command: 'reportwright.showProfile', title: l10n.t('Show profile') } : undefined;
}

function headOf({ family, profile, foreign, year }: NonNullable<StatusResult>): string {
  if (!profile) return year === null ? l10n.t('No profile') : l10n.t('No profile · {0}', year);
  const name = family ?? l10n.t('Profile without a family');
  if (foreign) return l10n.t('Does not look like: {0}', name);
  return year === null ? l10n.t('{0} · year unknown', name) : l10n.t('{0} · {1}', name, year);
}

function detailOf({ profile, blanks, errors, warnings, notes }: NonNullable<StatusResult>): string {
  const counts = l10n.t('Errors: {0}, warnings: {1}, notes: {2}, blanks: {3}', errors, warnings, notes, blanks);
  return profile ? l10n.t('{0} · from {1}', counts, profile.words) : counts;
}

function describeServer(item: LanguageStatusItem, state: ServerState, restrained: Restraint | undefined): void {
  const failed = state === 'failed';
  const restraint = state === 'running' ? restrained : undefined;
  item.text = restraint ? l10n.t('Checked on save only') : textOf(state);
  item.detail = restraint ? reasonOf(restraint) : '';
  item.busy = state === 'starting';
  item.severity = failed ? LanguageStatusSeverity.Error : restraint ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
  if (restraint) item.command = { command: 'workbench.action.openSettings', title: l10n.t('Change limit'), arguments: [restraint.kind === 'size' ? 'reportwright.sizeLimit' : 'reportwright.timeBudget'] };
  else item.command = failed ? { command: 'reportwright.restartServer', title: l10n.t('Restart') } : { command: 'reportwright.showOutput', title: l10n.t('Show log') };
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

function reasonOf({ kind, limit }: Restraint): string {
  return kind === 'size' ? l10n.t('Longer than {0} characters', limit) : l10n.t('A check takes more than {0} ms', limit);
}
