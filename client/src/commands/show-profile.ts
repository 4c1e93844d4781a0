/**
 * Command: show the profile that holds for the active report: what is expected, and which seeds say so.
 */
import { l10n, window } from 'vscode';
import { ShowProfileRequest, type ShowProfileParams, type ShowProfileResult } from '../../../server/src/lsp/requests';
import type { Command } from './command';

export const showProfile: Command = {
  id: 'reportwright.showProfile',
  run: async ({ session, pages }) => {
    const document = window.activeTextEditor?.document;
    if (!document) return void window.showInformationMessage(l10n.t('Open a report first.'));
    const client = await session.client();
    const params: ShowProfileParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
    const result = await client.sendRequest<ShowProfileResult>(ShowProfileRequest, params);
    if (!result) return void window.showInformationMessage(l10n.t('No profile holds for this text.'));
    // The title names the tab; a slash in it would look like a folder.
    await pages.show(`profile/${result.title.replaceAll('/', '∕')}`, result.markdown);
  },
};
