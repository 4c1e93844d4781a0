/**
 * Command: hold the active report against last year's: the one its configuration names, else one that the user picks.
 */
import { l10n, Uri, window, workspace } from 'vscode';
import { ComparePageRequest, type ComparePageParams, type ComparePageResult } from '../../../server/src/lsp/requests';
import type { ReachableFiles } from '../files';
import { folderOf } from '../paths';
import { documentInFront } from '../report-document';
import type { Session } from '../session';
import type { Page } from '../views/page-panel';
import type { Command } from './command';

export const compareWithLastYear: Command = {
  id: 'reportwright.compareWithLastYear',
  run: async ({ session, files, comparison }) => {
    const document = documentInFront();
    if (!document) return void window.showInformationMessage(l10n.t('Open a report first.'));
    let result = await pageOf(session, document.uri);
    if (result.kind === 'no-previous') {
      const [picked] = (await window.showOpenDialog({ canSelectMany: false, defaultUri: folderOf(document.uri), title: l10n.t('Which is last year\'s report?') })) ?? [];
      if (!picked) return;
      files.allow(folderOf(picked));
      result = await pageOf(session, document.uri, picked);
    }
    if (result.kind === 'page') comparison.show(result.page, Uri.parse(result.report), Uri.parse(result.previous));
    else void window.showInformationMessage(result.kind === 'unreadable' ? l10n.t('Last year\'s report cannot be read.') : l10n.t('This text is not treated as a report.'));
  },
};

/** The page of two reports whose panel outlived the window. Last year's may be one that the user picked. */
export async function comparisonAgain(session: Session, files: ReachableFiles, about: Uri, previous: Uri | undefined): Promise<Page | null> {
  await workspace.openTextDocument(about);
  if (previous) files.allow(folderOf(previous));
  const result = await pageOf(session, about, previous);
  return result.kind === 'page' ? result.page : null;
}

async function pageOf(session: Session, report: Uri, previous?: Uri): Promise<ComparePageResult> {
  const client = await session.client();
  const params: ComparePageParams = { uri: client.code2ProtocolConverter.asUri(report), ...(previous ? { previous: client.code2ProtocolConverter.asUri(previous) } : {}) };
  return client.sendRequest<ComparePageResult>(ComparePageRequest, params);
}
