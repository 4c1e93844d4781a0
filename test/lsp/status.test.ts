/** What the language status is told of a report: family, where the profile comes from, year, counts; and nothing of its text. */
import { afterEach, expect, test } from 'vitest';
import { StatusRequest } from '../../server/src/lsp/requests';
import type { StatusResult } from '../../server/src/lsp/requests';
import { seeds, workReports } from '../kit/corpus';
import { connect } from './client';
import type { Client } from './client';

const DRAFT = 'file:///work/draft.report';
const clients: Client[] = [];
async function statusOf(text: string, config: string | null = null, locale = 'zh-cn'): Promise<StatusResult> {
  const client = await connect({ files: config === null ? {} : { 'file:///work/reportwright.json': config }, locale });
  clients.push(client);
  await client.open(DRAFT, text);
  return client.connection.sendRequest<StatusResult>(StatusRequest, { uri: DRAFT });
}
afterEach(() => clients.splice(0).forEach((client) => client.dispose()));

const seed = seeds.find(({ text }) => text.includes('2024'))!.text;

test('names the family that the text shows, its year and its length', async () => {
  expect(await statusOf(seed)).toMatchObject({ family: '法治政府建设年度报告', profile: { kind: 'auto', words: '自带模板（按正文识别）' }, foreign: false, year: 2024, length: seed.length });
});

test('counts blanks apart from findings, by severity', async () => {
  const before = (await statusOf(seed))!;
  const after = (await statusOf(seed.replace('。', '。受理申请〔待填〕件。')))!;
  expect(after.blanks).toBe(before.blanks + 1);
  expect([after.errors, after.notes]).toEqual([before.errors, before.notes]);
});

test('says where a profile comes from, and that none holds', async () => {
  expect((await statusOf(seed, '{ "family": "law-based-government" }'))!.profile).toEqual({ kind: 'family', words: '自带模板 law-based-government' });
  expect(await statusOf(seed, '{ "family": "none", "year": 2019 }')).toMatchObject({ family: null, profile: null, year: 2019 });
});

test('says when a text is plainly of another kind', async () => {
  const other = workReports.find(({ name }) => name.includes('nanshan'))!.text;
  expect(await statusOf(other, '{ "family": "law-based-government" }')).toMatchObject({ foreign: true });
});

test('speaks the language of the findings', async () => {
  expect(await statusOf(seed, null, 'en')).toMatchObject({ family: 'annual report on law-based government', profile: { words: 'built-in profile (recognised from the text)' } });
});

test('holds no text of the report', async () => {
  const status = JSON.stringify(await statusOf(`某市某局2024年度工作报告\n\n一、主要工作\n\n受理申请173件。\n`, '{ "family": "none" }'));
  expect(status).not.toMatch(/某市|主要工作|173/);
});

test('is null for what is no report', async () => {
  const client = await connect();
  clients.push(client);
  await client.open('file:///work/notes.txt', '买菜', 'plaintext');
  expect(await client.connection.sendRequest<StatusResult>(StatusRequest, { uri: 'file:///work/notes.txt' })).toBeNull();
});
