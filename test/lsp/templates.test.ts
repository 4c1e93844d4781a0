/** Templates and last year's text over the protocol. */

import { afterEach, describe, expect, test } from 'vitest';
import { LastYearRequest, TemplatesRequest } from '../../server/src/lsp/requests';
import type { LastYearResult, TemplatesResult } from '../../server/src/lsp/requests';
import { connect } from './client';
import type { Client, ClientOptions } from './client';
import { flawed } from './drafts';

const DRAFT = 'file:///work/drafts/2024.report';
const LAST = 'file:///work/2023.report';
const CONFIG = 'file:///work/reportwright.json';
const draft = '某市2024年度工作报告\n\n一、主要工作\n\n（一）培训。举办培训班9次。\n\n（二）办案。受理申请173件。\n\n二、打算\n\n加强培训。\n';
const lastYear = '某市2023年度工作报告\n\n一、主要工作\n\n（一）办案。受理申请120件。\n\n（二）培训。举办培训班7次。\n\n二、打算\n\n加强培训。\n';

const clients: Client[] = [];
const started = async (options: ClientOptions = {}): Promise<Client> => {
  const client = await connect(options);
  clients.push(client);
  return client;
};
afterEach(() => clients.splice(0).forEach((client) => client.dispose()));

const placeOf = (client: Client, text: string, words: string) => client.at(DRAFT, text.indexOf(words)).position;
const lastYearAt = (client: Client, words: string): Promise<LastYearResult> => client.connection.sendRequest<LastYearResult>(LastYearRequest, { uri: DRAFT, position: placeOf(client, draft, words) });

describe('templates', () => {
  const listed = (client: Client, text: string, words: string): Promise<TemplatesResult> => client.connection.sendRequest<TemplatesResult>(TemplatesRequest, { uri: DRAFT, position: placeOf(client, text, words) });

  test('are listed in groups with places and edits in lines', async () => {
    const client = await started();
    const text = flawed.replace(/⟪[^|⟫]*\|([^⟫]*)⟫/g, '$1').replace(/二、存在的问题[^]*?(?=三、)/, '');
    await client.open(DRAFT, text);
    const result = (await listed(client, text, '全年办理'))!;
    expect(result).toMatchObject({ note: '' });
    const part = result.groups.flatMap(({ templates }) => templates).find(({ label }) => /^二、/.test(label))!;
    expect(part.range!.start.line).toBe(text.split('\n').findIndex((line) => line.startsWith('三、')));
    expect(part.snippet).toMatch(/\$\{1:待补充\}/);
    // 存在的问题
    expect(part.initials).toContain('czdwt');
  });

  test('say when no profile holds, and are none for another document', async () => {
    const client = await started({ files: { [CONFIG]: '{ "family": "none" }' } });
    await client.open(DRAFT, draft);
    expect(await listed(client, draft, '举办')).toMatchObject({ note: '没有适用的模板，只列出通用写法', groups: [{ label: '通用' }] });
    expect(await client.connection.sendRequest<TemplatesResult>(TemplatesRequest, { uri: 'file:///work/other.txt', position: { line: 0, character: 0 } })).toBeNull();
  });
});

describe('last year', () => {
  const files = { [CONFIG]: '{ "family": "none", "previous": "2023.report" }', [LAST]: lastYear };

  test('is found for a paragraph and for a heading', async () => {
    const client = await started({ files });
    await client.open(DRAFT, draft);
    expect(await lastYearAt(client, '举办')).toMatchObject({ kind: 'place', uri: LAST, range: { start: { line: 6, character: 0 } } });
    expect(await lastYearAt(client, '二、打算')).toMatchObject({ kind: 'place', uri: LAST, range: { start: { line: 8, character: 0 } } });
  });

  test('says what is in the way', async () => {
    const none = await started({ files: { [CONFIG]: '{ "family": "none" }' } });
    await none.open(DRAFT, draft);
    expect(await lastYearAt(none, '举办')).toEqual({ kind: 'no-previous' });
    const gone = await started({ files: { [CONFIG]: '{ "family": "none", "previous": "2023.report" }' } });
    await gone.open(DRAFT, draft);
    expect(await lastYearAt(gone, '举办')).toEqual({ kind: 'unreadable' });
    const own = await started({ files: { [CONFIG]: '{ "family": "none", "previous": "drafts/2024.report" }', [DRAFT]: draft } });
    await own.open(DRAFT, draft);
    expect(await lastYearAt(own, '举办')).toEqual({ kind: 'itself' });
    const unlike = await started({ files: { ...files, [LAST]: '某公司产品目录\n' } });
    await unlike.open(DRAFT, draft);
    expect(await lastYearAt(unlike, '举办')).toEqual({ kind: 'nothing', uri: LAST });
    expect(await unlike.connection.sendRequest<LastYearResult>(LastYearRequest, { uri: 'file:///work/other.txt', position: { line: 0, character: 0 } })).toEqual({ kind: 'no-report' });
  });
});
