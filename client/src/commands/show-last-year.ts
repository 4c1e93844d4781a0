/**
 * Command: what last year's report has in the place of the cursor, in a peek. Without a report of last year it lets the user choose one, which is kept in the configuration.
 */
import { commands, l10n, Location, Range, Uri, window, type TextEditor } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LastYearRequest, type LastYearParams, type LastYearResult } from '../../../server/src/lsp/requests';
import { linkPrevious } from '../new-draft';
import { folderOf } from '../paths';
import { isReport } from '../report-document';
import type { Command } from './command';

export const showLastYear: Command = {
  id: 'reportwright.showLastYear',
  run: async ({ session, files }) => {
    const editor = window.activeTextEditor;
    if (!editor || !isReport(editor.document)) return void window.showInformationMessage(l10n.t('Open a report first.'));
    const client = await session.client();
    let result = await ask(client, editor);
    if (result.kind === 'no-previous') {
      const choose = l10n.t('Choose…');
      if ((await window.showInformationMessage(l10n.t('No report of last year is set for this one.'), choose)) !== choose) return;
      const [picked] = (await window.showOpenDialog({ canSelectMany: false, defaultUri: folderOf(editor.document.uri), title: l10n.t('Which is last year\'s report?') })) ?? [];
      if (!picked) return;
      files.allow(folderOf(picked));
      await linkPrevious(client, editor.document, picked, null, { agreed: true });
      result = await ask(client, editor);
      // Named already in words that say why.
      if (result.kind === 'no-previous') return;
    }
    await show(editor, result);
  },
};

function ask(client: BaseLanguageClient, { document, selection: { active } }: TextEditor): Promise<LastYearResult> {
  const params: LastYearParams = { uri: client.code2ProtocolConverter.asUri(document.uri), position: { line: active.line, character: active.character } };
  return client.sendRequest<LastYearResult>(LastYearRequest, params);
}

async function show(editor: TextEditor, result: LastYearResult): Promise<void> {
  if (result.kind === 'place') {
    const { start, end } = result.range;
    const place = new Location(Uri.parse(result.uri), new Range(start.line, start.character, end.line, end.character));
    return void (await commands.executeCommand('editor.action.peekLocations', editor.document.uri, editor.selection.active, [place], 'peek'));
  }
  void window.showInformationMessage(saying(result.kind));
}

function saying(kind: Exclude<LastYearResult['kind'], 'place'>): string {
  if (kind === 'nothing') return l10n.t('Last year\'s report has nothing of the kind.');
  if (kind === 'unreadable') return l10n.t('Last year\'s report cannot be read.');
  if (kind === 'itself') return l10n.t('This is last year\'s report.');
  return kind === 'no-report' ? l10n.t('This text is not treated as a report.') : l10n.t('No report of last year is set for this one.');
}
