/**
 * Command: mend what is safe to mend in every report of the workspace. The server makes the edit; VS Code shows it rule by rule for the user to confirm.
 */
import { l10n, ProgressLocation, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FixWorkspaceRequest, type FixWorkspaceParams, type FixWorkspaceResult } from '../../../server/src/lsp/requests';
import type { Command } from './command';

export const fixWorkspace: Command = {
  id: 'reportwright.fixWorkspace',
  run: async ({ session }) => {
    const client = await session.client();
    const result = await mendings(client);
    if (!result) return;
    if (result.edit.documentChanges.length === 0) return void window.showInformationMessage(l10n.t('Nothing to fix: {0} reports checked.', result.reports));
    const edit = await client.protocol2CodeConverter.asWorkspaceEdit(result.edit);
    if (edit) await workspace.applyEdit(edit, { isRefactoring: true });
  },
};

/** Null when the user cancels while the server still reads. */
async function mendings(client: BaseLanguageClient): Promise<FixWorkspaceResult | null> {
  const params: FixWorkspaceParams = { folders: (workspace.workspaceFolders ?? []).map(({ uri }) => client.code2ProtocolConverter.asUri(uri)) };
  const progress = { location: ProgressLocation.Notification, title: l10n.t('Collecting fixes…'), cancellable: true };
  return window.withProgress(progress, async (_, token) => {
    try {
      return await client.sendRequest<FixWorkspaceResult | null>(FixWorkspaceRequest, params, token);
    } catch (cause) {
      if (token.isCancellationRequested) return null;
      throw cause;
    }
  });
}
