/** The checklist over the protocol: what is listed, a part put in, a section moved, and that old numbers move nothing. */
import { afterEach, expect, test } from 'vitest';
import { InsertPartRequest, MoveSectionRequest, StructureRequest } from '../../server/src/lsp/requests';
import type { EditsResult, StructureResult } from '../../server/src/lsp/requests';
import { connect } from './client';
import type { Client } from './client';

const DRAFT = 'file:///work/draft.report';
const draft = '某市2024年度工作报告\n\n一、主要工作\n\n受理申请173件。\n\n二、存在问题\n\n办案不快。\n\n三、打算\n\n继续努力，见第二部分。\n';

const clients: Client[] = [];
const started = async (): Promise<Client> => {
  const client = await connect({ files: { 'file:///work/reportwright.json': '{ "family": "none" }' } });
  clients.push(client);
  await client.open(DRAFT, draft);
  return client;
};
afterEach(() => clients.splice(0).forEach((client) => client.dispose()));

const listed = (client: Client): Promise<StructureResult> => client.connection.sendRequest<StructureResult>(StructureRequest, { uri: DRAFT });
/** The draft after edits, which are in lines and characters. */
function edited(result: EditsResult): string {
  const lines = draft.split('\n');
  const offset = ({ line, character }: { line: number; character: number }): number => lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
  return [...result!.edits].map(({ range, newText }) => ({ start: offset(range.start), end: offset(range.end), newText })).sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((text, { start, end, newText }) => text.slice(0, start) + newText + text.slice(end), draft);
}

test('lists the sections with their places', async () => {
  const result = await listed(await started());
  expect(result!.items.map(({ label, range, section }) => [label, range!.start.line, section])).toEqual([['一、主要工作', 2, 0], ['二、存在问题', 6, 1], ['三、打算', 10, 2]]);
  expect(result!.items[0]!.description).toMatch(/字 · 1项数据/);
});

test('moves a section, and references follow', async () => {
  const client = await started();
  const { version } = (await listed(client))!;
  const result = await client.connection.sendRequest<EditsResult>(MoveSectionRequest, { uri: DRAFT, version, section: 2, before: 1 });
  expect(edited(result)).toBe('某市2024年度工作报告\n\n一、主要工作\n\n受理申请173件。\n\n二、打算\n\n继续努力，见第三部分。\n\n三、存在问题\n\n办案不快。\n');
});

test('moves nothing by the numbers of another version, or of sections that are not there', async () => {
  const client = await started();
  const { version } = (await listed(client))!;
  expect(await client.connection.sendRequest<EditsResult>(MoveSectionRequest, { uri: DRAFT, version: version + 1, section: 2, before: 1 })).toBeNull();
  expect(await client.connection.sendRequest<EditsResult>(MoveSectionRequest, { uri: DRAFT, version, section: 7, before: 1 })).toBeNull();
  expect(await client.connection.sendRequest<EditsResult>(MoveSectionRequest, { uri: DRAFT, version, section: 2, before: 9 })).toBeNull();
});

test('puts in nothing that is not missing', async () => {
  const client = await started();
  const result = await client.connection.sendRequest<EditsResult>(InsertPartRequest, { uri: DRAFT, id: 'slot:plan' });
  expect(result?.edits ?? []).toEqual([]);
});
