/**
 * Command: begin a report without last year's: the parts that the profile knows, with prompts.
 */
import { l10n, Uri, window, workspace } from 'vscode';
import { NewReportRequest, type DraftResult, type NewReportParams } from '../../../server/src/lsp/requests';
import { askTarget, askYear, openDraft } from '../new-draft';
import { folderOf } from '../paths';
import type { Command } from './command';

export const newReport: Command = {
  id: 'reportwright.newReport',
  run: async ({ session, tour }, args) => {
    const home = (args[0] instanceof Uri ? args[0] : undefined) ?? currentFolder();
    const client = await session.client();
    const year = await askYear(usualYear(new Date()), null);
    if (year === undefined) return;
    const folder = client.code2ProtocolConverter.asUri(home ?? Uri.from({ scheme: 'untitled', path: '/' }));
    const ask = (params: NewReportParams): Promise<DraftResult> => client.sendRequest<DraftResult>(NewReportRequest, params);
    let result = await ask({ folder, year });
    if (result?.kind === 'choose') {
      const picked = await window.showQuickPick(result.families.map(({ id, name }) => ({ label: name, description: id, id })), { title: l10n.t('Which kind of report?') });
      if (!picked) return;
      result = await ask({ folder, year, family: picked.id });
    }
    if (result?.kind !== 'draft') throw new Error(l10n.t('The report could not be laid out.'));
    const target = await askTarget(home, result.name);
    if (!target) return;
    await openDraft(target, result.text);
    await tour.go(1);
  },
};

/** The folder of the file in front, else the first of the workspace. */
function currentFolder(): Uri | undefined {
  const document = window.activeTextEditor?.document;
  const own = document && workspace.getWorkspaceFolder(document.uri) ? folderOf(document.uri) : undefined;
  return own ?? workspace.workspaceFolders?.[0]?.uri;
}

/** A report is written at the end of its year or at the beginning of the next. */
const usualYear = (now: Date): number => (now.getMonth() < 8 ? now.getFullYear() - 1 : now.getFullYear());
