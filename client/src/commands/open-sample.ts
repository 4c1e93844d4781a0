/**
 * Command: open the sample reports. They travel in the bundle; where the workspace does not hold them, they are put into a folder that the user picks.
 */
import { l10n, Uri, window, workspace } from 'vscode';
import { sampleReports } from '../../sample';
import { writeWhole } from '../write-whole';
import type { Command } from './command';

const opened = sampleReports[0].name;

export const openSample: Command = {
  id: 'reportwright.openSample',
  run: async ({ session }) => {
    session.wake();
    const folder = (await sampleFolder()) ?? (await askFolder());
    if (!folder) return;
    for (const { name, text } of sampleReports) {
      const target = Uri.joinPath(folder, name);
      if (!(await exists(target))) await writeWhole(target, text);
    }
    await window.showTextDocument(Uri.joinPath(folder, opened), { preview: false });
  },
};

const exists = (uri: Uri): Promise<boolean> => Promise.resolve(workspace.fs.stat(uri)).then(() => true, () => false);

/** The workspace folder that holds the sample already. */
async function sampleFolder(): Promise<Uri | undefined> {
  for (const { uri } of workspace.workspaceFolders ?? []) if (await exists(Uri.joinPath(uri, opened))) return uri;
  return undefined;
}

async function askFolder(): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({ canSelectFiles: false, canSelectFolders: true, canSelectMany: false, title: l10n.t('Where to put the sample reports?'), openLabel: l10n.t('Put here') });
  return chosen?.[0];
}
