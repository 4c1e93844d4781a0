/**
 * Command: show the figures of the active report as charts and a table.
 */
import { l10n, window } from 'vscode';
import { FiguresPageRequest, type FiguresPageResult, type FiguresParams } from '../../../server/src/lsp/requests';
import { documentInFront } from '../report-document';
import type { Command } from './command';

export const showFigures: Command = {
  id: 'reportwright.showFigures',
  run: async ({ session, figures }) => {
    const document = documentInFront();
    if (!document) return void window.showInformationMessage(l10n.t('Open a report first.'));
    const client = await session.client();
    const params: FiguresParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
    const result = await client.sendRequest<FiguresPageResult>(FiguresPageRequest, params);
    if (result) figures.show(result, document.uri);
    else void window.showInformationMessage(l10n.t('This text is not treated as a report.'));
  },
};
