/**
 * What the commands that begin a report share: asking for the year and the place, writing the file, opening it at the first place to fill in, and naming last year's
 * report beside it. The server lays the text out.
 */
import { l10n, languages, Uri, window, workspace, WorkspaceEdit, Range, type TextDocument } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LinkPreviousRequest, type DraftResult, type LinkPreviousParams, type LinkPreviousResult } from '../../server/src/lsp/requests';
import { reportLanguage } from './report-document';
import { writeWhole } from './write-whole';

export type Draft = Extract<NonNullable<DraftResult>, { readonly kind: 'draft' }>;

/** The year of a report; undefined when the user cancels. `least` is the earliest that makes sense. */
export async function askYear(offered: number | null, least: number | null): Promise<number | undefined> {
  const answer = await window.showInputBox({
    title: l10n.t('Year of the new report'),
    value: offered === null ? '' : String(offered),
    validateInput: (value) => {
      if (!/^\d{4}$/.test(value.trim())) return l10n.t('A year of four digits, please.');
      return least !== null && Number(value) < least ? l10n.t('The new report must be about a later year than last year\'s: {0} or after.', least) : undefined;
    },
  });
  return answer === undefined ? undefined : Number(answer.trim());
}

/** Where to save a draft; by default beside `folder`'s reports under a name that is free. Undefined when the user cancels. */
export async function askTarget(folder: Uri | undefined, name: string): Promise<Uri | undefined> {
  return window.showSaveDialog({ ...(folder ? { defaultUri: Uri.joinPath(folder, await freeName(folder, name)) } : {}), title: l10n.t('Save the new report') });
}

/** The name, with a number before its extension where a file has it already. */
async function freeName(folder: Uri, name: string): Promise<string> {
  const dot = /(?:\.report)?\.[^.]*$/.exec(name)?.index ?? name.length;
  for (let count = 2, free = name; ; count++) {
    const taken = await workspace.fs.stat(Uri.joinPath(folder, free)).then(() => true, () => false);
    if (!taken || count > 99) return free;
    free = `${name.slice(0, dot)} (${count})${name.slice(dot)}`;
  }
}

/** Writes the draft and opens it as a report, whatever its name. */
export async function openDraft(target: Uri, text: string): Promise<TextDocument> {
  await writeWhole(target, text);
  const opened = await workspace.openTextDocument(target);
  const document = opened.languageId === reportLanguage ? opened : await languages.setTextDocumentLanguage(opened, reportLanguage);
  await window.showTextDocument(document, { preview: false });
  return document;
}

/**
 * Sees to it that the draft is compared with last year's report from now on: writes a new configuration, asks before an old one is changed (unless the user `agreed`), and leaves
 * another choice alone. What there is to say goes into one message, behind `said`.
 */
export async function linkPrevious(client: BaseLanguageClient, document: TextDocument, previous: Uri, year: number | null, { agreed = false, said = '' }: { readonly agreed?: boolean; readonly said?: string } = {}): Promise<void> {
  const asUri = (uri: Uri): string => client.code2ProtocolConverter.asUri(uri);
  const params: LinkPreviousParams = { uri: asUri(document.uri), previous: asUri(previous) };
  const result = await client.sendRequest<LinkPreviousResult>(LinkPreviousRequest, params);
  const isOtherYear = !!result && result.year !== null && year !== null && result.year !== year;
  const isQuestion = result?.kind === 'write' && !result.isNew && !agreed;
  const message = [said, isOtherYear ? l10n.t('reportwright.json says that its reports are about {0}: change its “year”, or this draft is checked as that year\'s.', result.year!) : '', result ? sayingOf(result, isQuestion) : ''].filter(Boolean).join(' ');
  const show = isOtherYear || result?.kind === 'broken' ? window.showWarningMessage : window.showInformationMessage;
  const yes = l10n.t('Name it');
  const answer = message === '' ? undefined : show(message, ...(isQuestion ? [yes] : []));
  if (result?.kind !== 'write' || (isQuestion && (await answer) !== yes)) return;
  const config = client.protocol2CodeConverter.asUri(result.config);
  await store(config, result.text);
  // A loose file lies in no folder that VS Code watches.
  await client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: result.config, type: result.isNew ? 1 : 2 }] });
}

function sayingOf(result: NonNullable<LinkPreviousResult>, isQuestion: boolean): string {
  if (result.kind === 'broken') return l10n.t('Last year\'s report could not be named in reportwright.json; give its path there as “previous”.');
  if (result.kind === 'other') return l10n.t('reportwright.json names another report as last year\'s ({0}); it was left as it is.', result.named);
  return isQuestion ? l10n.t('Name last year\'s report in reportwright.json, so that the new one is compared with it?') : '';
}

/** Through the editor where the file is open in it, so that nothing unsaved is lost. */
async function store(target: Uri, text: string): Promise<void> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === target.toString());
  if (!open) return writeWhole(target, text);
  const edit = new WorkspaceEdit();
  edit.replace(target, new Range(0, 0, open.lineCount, 0), text);
  if (await workspace.applyEdit(edit)) await open.save();
}
