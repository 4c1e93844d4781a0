/**
 * Command: show the figures of the active report as charts and a table.
 */
import { l10n, window, workspace, type Uri } from 'vscode';
import { FiguresPageRequest, type FiguresPageResult, type FiguresParams } from '../../../server/src/lsp/requests';
import { documentInFront } from '../report-document';
import type { Session } from '../session';
import type { Page } from '../views/page-panel';
import type { Command } from './command';

export const showFigures: Command = {
  id: 'reportwright.showFigures',
  run: async ({ session, figures }) => {
    const document = documentInFront();
    if (!document) return void window.showInformationMessage(l10n.t('Open a report first.'));
    const result = await pageOf(session, document.uri);
    if (result) figures.show(result, document.uri);
    else void window.showInformationMessage(l10n.t('This text is not treated as a report.'));
  },
};

/** The page of a report whose panel outlived the window. */
export async function figuresAgain(session: Session, about: Uri): Promise<Page | null> {
  await workspace.openTextDocument(about);
  return pageOf(session, about);
}

async function pageOf(session: Session, report: Uri): Promise<FiguresPageResult> {
  const client = await session.client();
  const params: FiguresParams = { uri: client.code2ProtocolConverter.asUri(report) };
  return client.sendRequest<FiguresPageResult>(FiguresPageRequest, params);
}
