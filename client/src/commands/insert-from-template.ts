/**
 * Command: pick from what the profile knows and put it in: a missing part at its place, a sentence at the cursor, with stops for what is to be filled in.
 */
import { l10n, QuickPickItemKind, Range, SnippetString, SnippetTextEdit, TextEdit, TextEditorRevealType, window, workspace, WorkspaceEdit, type TextEditor } from 'vscode';
import { TemplatesRequest, type TemplateEntry, type TemplatesParams, type TemplatesResult, type WireRange } from '../../../server/src/lsp/requests';
import { chooseFrom, type FindableItem } from '../choice';
import { isReport } from '../report-document';
import type { Command } from './command';

export const insertFromTemplate: Command = {
  id: 'reportwright.insertFromTemplate',
  run: async ({ session }) => {
    const editor = window.activeTextEditor;
    if (!editor || !isReport(editor.document)) return void window.showInformationMessage(l10n.t('Open a report first.'));
    const client = await session.client();
    const { line, character } = editor.selection.active;
    const params: TemplatesParams = { uri: client.code2ProtocolConverter.asUri(editor.document.uri), position: { line, character } };
    const result = await client.sendRequest<TemplatesResult>(TemplatesRequest, params);
    if (!result) return void window.showInformationMessage(l10n.t('This text is not treated as a report.'));
    const picked = await chooseFrom(choices(result), { title: l10n.t('Insert from template'), placeholder: result.note || l10n.t('Parts go to their place, sentences to the cursor') });
    if (picked?.template) await insert(editor, picked.template, result.version);
  },
};

interface Choice extends FindableItem {
  readonly template?: TemplateEntry;
}

function choices({ groups }: NonNullable<TemplatesResult>): readonly Choice[] {
  return groups.flatMap(({ label, templates }): readonly Choice[] => [
    { label, kind: QuickPickItemKind.Separator },
    ...templates.map((template) => ({ label: template.label, description: template.description, ...(template.preview ? { detail: template.preview } : {}), initials: template.initials, template })),
  ]);
}

async function insert(editor: TextEditor, { range, snippet, edits }: TemplateEntry, version: number): Promise<void> {
  const { document } = editor;
  if (document.version !== version) return void window.showInformationMessage(l10n.t('The text has changed meanwhile; try again.'));
  // Stops go into the editor that is in front.
  const shown = await window.showTextDocument(document, editor.viewColumn);
  if (!range) return void (await shown.insertSnippet(new SnippetString(snippet)));
  const edit = new WorkspaceEdit();
  edit.set(document.uri, [SnippetTextEdit.replace(rangeOf(range), new SnippetString(snippet)), ...edits.map((other) => TextEdit.replace(rangeOf(other.range), other.newText))]);
  if (await workspace.applyEdit(edit)) shown.revealRange(shown.selection, TextEditorRevealType.InCenterIfOutsideViewport);
}

const rangeOf = ({ start, end }: WireRange): Range => new Range(start.line, start.character, end.line, end.character);
