/**
 * Command: copy the figures of the active report as rows that a spreadsheet takes.
 */
import { env, l10n, window } from 'vscode';
import { FiguresTableRequest, type FiguresParams, type FiguresTableResult } from '../../../server/src/lsp/requests';
import { documentInFront } from '../report-document';
import type { Command } from './command';

export const copyFigures: Command = {
  id: 'reportwright.copyFigures',
  run: async ({ session }) => {
    const document = documentInFront();
    if (!document) return void window.showInformationMessage(l10n.t('Open a report first.'));
    const client = await session.client();
    const params: FiguresParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
    const result = await client.sendRequest<FiguresTableResult>(FiguresTableRequest, params);
    if (!result) return void window.showInformationMessage(l10n.t('This text is not treated as a report.'));
    await env.clipboard.writeText(result.text);
    window.setStatusBarMessage(l10n.t('{0} figures copied', result.count), 4000);
  },
};
