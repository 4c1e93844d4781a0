/** Formatting over the protocol: a document, a range, the number that Enter brings, renumbering on demand; by what reportwright.json says. */

import { afterEach, describe, expect, test } from 'vitest';
import { CodeActionRequest, DocumentFormattingRequest, DocumentOnTypeFormattingRequest, DocumentRangeFormattingRequest } from 'vscode-languageserver/node';
import type { CodeAction, TextEdit } from 'vscode-languageserver/node';
import { formatText } from '../../server/src/analysis';
import { seeds } from '../kit/corpus';
import { applied, connect } from './client';
import type { Client, ClientOptions } from './client';

const DRAFT = 'file:///work/draft.report';
const CONFIG = 'file:///work/reportwright.json';
const draft = '某局2024年工作总结\n一、主要工作\n（一）甲项。推进改革,落实责任，办理17 件，办结16件，召开会议5次。\n（三）乙项。推进改革,落实责任，完善制度。\n';
const formatted = '某局2024年工作总结\n一、主要工作\n（一）甲项。推进改革，落实责任，办理17件，办结16件，召开会议5次。\n（二）乙项。推进改革，落实责任，完善制度。\n';

const clients: Client[] = [];
const started = async (text: string, options: ClientOptions = {}): Promise<Client> => {
  const client = await connect(options);
  clients.push(client);
  await client.open(DRAFT, text);
  return client;
};
afterEach(() => clients.splice(0).forEach((client) => client.dispose()));

const options = { tabSize: 8, insertSpaces: false };
const changed = (text: string, edits: readonly TextEdit[] | null): string => applied(text, { changes: { [DRAFT]: [...(edits ?? [])] } }, DRAFT);

test('a document', async () => {
  const client = await started(draft);
  const edits = await client.connection.sendRequest(DocumentFormattingRequest.type, { textDocument: { uri: DRAFT }, options });
  expect(changed(draft, edits)).toBe(formatted);
  expect(edits!.every(({ range, newText }) => range.end.character - range.start.character + newText.length <= 4)).toBe(true);
});

test('a range takes its own edits only', async () => {
  const client = await started(draft);
  const from = draft.indexOf('（三）');
  const edits = await client.connection.sendRequest(DocumentRangeFormattingRequest.type, { textDocument: { uri: DRAFT }, range: client.rangeOf(DRAFT, from, draft.length), options });
  expect(changed(draft, edits)).toBe(draft.slice(0, from) + formatted.slice(formatted.indexOf('（二）')));
});

test('what reportwright.json says holds, and says the same as the command line', async () => {
  const { text } = seeds[4]!;
  const client = await started(text, { files: { [CONFIG]: '{ "format": { "width": "full", "indent": "two" } }' } });
  const edits = await client.connection.sendRequest(DocumentFormattingRequest.type, { textDocument: { uri: DRAFT }, options });
  expect(changed(text, edits)).toBe(formatText(text, { width: 'full', indent: 'two' }));
});

test('a text that is no report is left alone', async () => {
  const client = await connect({});
  clients.push(client);
  await client.connection.sendNotification('textDocument/didOpen', { textDocument: { uri: 'file:///work/notes.txt', languageId: 'plaintext', version: 1, text: draft } });
  expect(await client.connection.sendRequest(DocumentFormattingRequest.type, { textDocument: { uri: 'file:///work/notes.txt' }, options })).toBeNull();
});

describe('Enter', () => {
  const typed = async (text: string, line: number, ch = '\n'): Promise<string> => {
    const client = await started(text);
    const edits = await client.connection.sendRequest(DocumentOnTypeFormattingRequest.type, { textDocument: { uri: DRAFT }, position: { line, character: 0 }, ch, options });
    return changed(text, edits);
  };

  test('brings the next number, and takes it away again', async () => {
    const text = draft.replace('（三）', '（二）');
    expect(await typed(`${text}\n`, 4)).toBe(`${text}（三）\n`);
    expect(await typed(`${text}（三）\n\n`, 5)).toBe(`${text}\n`);
    expect(await typed(`${text}\n`, 4, '。')).toBe(`${text}\n`);
  });
});

test('who types on right behind Enter gets no number that belongs to an earlier text', async () => {
  const text = draft.replace('（三）', '（二）');
  const client = await started(`${text}\n`);
  const ask = () => client.connection.sendRequest(DocumentOnTypeFormattingRequest.type, { textDocument: { uri: DRAFT }, position: { line: 4, character: 0 }, ch: '\n', options });
  // What is written elsewhere meanwhile leaves line 4 what it was, an empty line behind an item: only the version tells.
  const asked = ask();
  await client.edit(DRAFT, 0, 1, '本');
  expect(await asked).toBeNull();
  expect(changed(client.textOf(DRAFT), await ask())).toBe(`${client.textOf(DRAFT).trimEnd()}\n（三）\n`);
});

test('renumbering is offered where it changes anything', async () => {
  const client = await started(draft);
  const actionsAt = async (offset: number): Promise<readonly CodeAction[]> =>
    ((await client.connection.sendRequest(CodeActionRequest.type, { textDocument: { uri: DRAFT }, range: client.rangeOf(DRAFT, offset, offset), context: { diagnostics: [], only: ['refactor'] } })) ?? []) as CodeAction[];
  const [action, ...others] = await actionsAt(draft.indexOf('（三）') + 1);
  expect([action!.kind, others]).toEqual(['refactor.rewrite.reportwright.renumber', []]);
  expect(applied(draft, action!.edit, DRAFT)).toBe(draft.replace('（三）', '（二）'));
  expect(await actionsAt(draft.indexOf('（一）'))).toHaveLength(1);
  expect(await actionsAt(draft.indexOf('一、'))).toEqual([]);
});
