/**
 * Command: lay out the next report from last year's: the file chosen in the explorer, else the report in front, else one that the user picks.
 */
import { l10n, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { NewFromLastYearRequest, type DraftResult, type NewFromLastYearParams } from '../../../server/src/lsp/requests';
import { askTarget, askYear, linkPrevious, openDraft, type Draft } from '../new-draft';
import { folderOf } from '../paths';
import { documentInFront, isReport } from '../report-document';
import type { Command } from './command';

export const newFromLastYear: Command = {
  id: 'reportwright.newFromLastYear',
  run: async ({ session, files, tour }, args) => {
    const source = args[0] instanceof Uri ? args[0] : await askSource();
    if (!source) return;
    const home = source.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : folderOf(source);
    if (home) files.allow(home);
    const client = await session.client();
    const draft = await draftFrom(client, source);
    if (!draft) return;
    const target = await askTarget(home, draft.name);
    if (!target) return;
    if (target.toString() === source.toString()) throw new Error(l10n.t('The new report cannot take the place of last year\'s.'));
    const document = await openDraft(target, draft.text);
    await tour.go(1);
    const said = summaryOf(draft);
    if (source.scheme === 'untitled') void window.showInformationMessage(said);
    else await linkPrevious(client, document, source, draft.year, { said });
  },
};

async function askSource(): Promise<Uri | undefined> {
  const document = documentInFront();
  if (document && isReport(document)) return document.uri;
  const folder = document?.uri.scheme === 'untitled' ? undefined : document && folderOf(document.uri);
  const defaultUri = folder ?? workspace.workspaceFolders?.[0]?.uri;
  return (await window.showOpenDialog({ canSelectMany: false, ...(defaultUri ? { defaultUri } : {}), title: l10n.t('Which is last year\'s report?') }))?.[0];
}

/** The draft on the year that the user says; undefined when they cancel, or are told why there is none. */
async function draftFrom(client: BaseLanguageClient, source: Uri): Promise<Draft | undefined> {
  const ask = (year?: number): Promise<DraftResult> => {
    const params: NewFromLastYearParams = { uri: client.code2ProtocolConverter.asUri(source), ...(year === undefined ? {} : { year }) };
    return client.sendRequest<DraftResult>(NewFromLastYearRequest, params);
  };
  const first = await ask();
  if (first?.kind !== 'draft' && first?.kind !== 'no-year') return tell(first);
  const offered = first.kind === 'draft' ? first.year : null;
  const year = await askYear(offered, offered);
  if (year === undefined) return undefined;
  const result = year === offered ? first : await ask(year);
  return result?.kind === 'draft' ? result : tell(result);
}

function tell(result: DraftResult): undefined {
  void window.showWarningMessage(result === null ? l10n.t('Last year\'s report cannot be read.') : l10n.t('There is no report in this file.'));
}

function summaryOf({ year, placeholders, owed, added }: Draft): string {
  const main = l10n.t('Draft for {0}: {1} places to fill in.', year ?? '', placeholders);
  const notes = owed > 0 ? l10n.t('{0} plans and problems of last year are listed before the results; delete each line when the text takes it up.', owed) : '';
  const more = added.length > 0 ? l10n.t('Added because it is demanded: {0}.', added.join(l10n.t(', '))) : '';
  return [main, notes, more].filter(Boolean).join(' ');
}
