/**
 * What is done from the Structure view: a missing part put in, a section moved. The server makes the edits; here they are applied as one step and shown.
 */
import { l10n, Range, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import { InsertPartRequest, MoveSectionRequest, ToFillInRequest, type EditsResult, type InsertPartParams, type MoveSectionParams, type ToFillInParams, type ToFillInResult } from '../../server/src/lsp/requests';
import type { Session } from './session';
import type { StructureNode } from './views/structure-node';

/** Puts in the part that a node says is missing, and selects its prompt. */
export async function insertPart(session: Session, { document, entry }: StructureNode): Promise<void> {
  const client = await session.client();
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const put = await apply(document, await client.sendRequest<EditsResult>(InsertPartRequest, { uri, id: entry.id } satisfies InsertPartParams), l10n.t('There is no place for “{0}” in this text yet.', entry.label));
  const open = put && (await client.sendRequest<ToFillInResult>(ToFillInRequest, { uri } satisfies ToFillInParams));
  const prompt = open?.groups.flatMap(({ entries }) => entries).map(({ range }) => rangeOf(range)).find((range) => put!.contains(range));
  if (prompt) await window.showTextDocument(document, { selection: prompt });
}

/** Puts a section before a sibling, or last for null; says so when the two have different parents. */
export async function moveSection(session: Session, node: StructureNode, before: StructureNode | null): Promise<void> {
  if (node.entry.section === null) return;
  if (before && !node.siblings.some(({ entry }) => entry.id === before.entry.id)) return void window.showInformationMessage(l10n.t('A section moves among those of its own level.'));
  const client = await session.client();
  const params: MoveSectionParams = { uri: client.code2ProtocolConverter.asUri(node.document.uri), version: node.version(), section: node.entry.section, before: before?.entry.section ?? null };
  await apply(node.document, await client.sendRequest<EditsResult>(MoveSectionRequest, params), l10n.t('The text has changed meanwhile; try again.'));
}

/** Applies the edits and goes to what they put in; answers where that stands now, null when nothing was done. */
async function apply(document: TextDocument, result: EditsResult, otherwise: string): Promise<Range | null> {
  if (!result || result.edits.length === 0 || result.version !== document.version) return (void window.showInformationMessage(otherwise), null);
  const edit = new WorkspaceEdit();
  for (const { range, newText } of result.edits) edit.replace(document.uri, rangeOf(range), newText);
  const longest = [...result.edits].sort((a, b) => b.newText.length - a.newText.length)[0]!;
  const before = document.offsetAt(rangeOf(longest.range).start);
  const shift = result.edits.filter(({ range }) => document.offsetAt(rangeOf(range).start) < before).reduce((sum, { range, newText }) => sum + newText.length - (document.offsetAt(rangeOf(range).end) - document.offsetAt(rangeOf(range).start)), 0);
  if (!(await workspace.applyEdit(edit))) return null;
  const lead = /^\s*/.exec(longest.newText)![0].length;
  const at = document.positionAt(before + shift + lead);
  await window.showTextDocument(document, { selection: new Range(at, at) });
  return new Range(at, document.positionAt(before + shift + longest.newText.length));
}

const rangeOf = ({ start, end }: NonNullable<EditsResult>['edits'][number]['range']): Range => new Range(start.line, start.character, end.line, end.character);
