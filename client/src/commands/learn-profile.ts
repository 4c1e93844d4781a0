/**
 * Command: learn a profile from a folder of good reports and save it where the user says. The server learns; this asks and writes.
 */
import { l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LearnRequest, type LearnParams, type LearnResult } from '../../../server/src/lsp/requests';
import { folderOf } from '../paths';
import { writeWhole } from '../write-whole';
import type { Command } from './command';

export const learnProfile: Command = {
  id: 'reportwright.learnProfile',
  run: async ({ session, files }, args) => {
    const folder = args[0] instanceof Uri ? args[0] : await askFolder();
    if (!folder) return;
    files.allow(folder);
    const result = await learn(await session.client(), folder);
    if (!result) return;
    if (!result.ok) throw new Error(result.message);
    const target = await askTarget(folder);
    if (!target) return;
    await writeWhole(target, result.profile);
    const open = l10n.t('Open');
    const chosen = await window.showInformationMessage(l10n.t('Learned from {0} reports: {1} slots.', result.reports, result.slots), open);
    if (chosen === open) await window.showTextDocument(target);
  },
};

async function askFolder(): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    canSelectMany: false,
    title: l10n.t('Folder of published reports'),
    openLabel: l10n.t('Learn'),
  });
  return chosen?.[0];
}

/** Undefined when the user cancels while the server still learns. */
async function learn(client: BaseLanguageClient, folder: Uri): Promise<LearnResult | undefined> {
  const family = workspace.getConfiguration('reportwright', folder).get<string>('family', '');
  const params: LearnParams = { folder: client.code2ProtocolConverter.asUri(folder), ...(family ? { family } : {}) };
  const progress = { location: ProgressLocation.Notification, title: l10n.t('Learning from reports…'), cancellable: true };
  return window.withProgress(progress, async (_, token) => {
    try {
      return await client.sendRequest<LearnResult>(LearnRequest, params, token);
    } catch (cause) {
      if (token.isCancellationRequested) return undefined;
      throw cause;
    }
  });
}

async function askTarget(folder: Uri): Promise<Uri | undefined> {
  return window.showSaveDialog({
    defaultUri: Uri.joinPath(folderOf(folder), 'profile.json'),
    filters: { JSON: ['json'] },
    title: l10n.t('Save the profile'),
  });
}
