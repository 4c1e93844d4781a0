/** Last year's plan over the protocol: lenses above its promises, ways there and back, the comparison as a page. */

import { afterEach, describe, expect, test } from 'vitest';
import { CodeLensRefreshRequest, CodeLensRequest, DefinitionRequest } from 'vscode-languageserver/node';
import type { CodeLens, Location } from 'vscode-languageserver/node';
import { ComparePageRequest } from '../../server/src/lsp/requests';
import type { ComparePageResult } from '../../server/src/lsp/requests';
import { connect, FULL, until } from './client';
import type { Client, ClientOptions } from './client';

const DRAFT = 'file:///work/2024.report';
const LAST = 'file:///work/2023.report';
const CONFIG = 'file:///work/reportwright.json';
const draft = '某市2024年度工作报告\n\n一、主要工作\n\n（一）规范涉企检查。“综合查一次”在全市推开，检查次数下降两成。\n\n（二）其他工作。受理行政复议申请173件。\n\n二、2025年工作安排\n\n加强培训。\n';
const lastYear = '某市2023年度工作报告\n\n一、主要工作\n\n受理行政复议申请120件。\n\n二、2024年工作安排\n\n（一）规范检查。推行“综合查一次”制度。\n\n（二）夯实基础。新建公共法律服务工作站。\n';

const clients: Client[] = [];
const started = async (options: ClientOptions = {}): Promise<Client> => {
  const client = await connect({ files: { [CONFIG]: '{ "family": "none", "previous": "2023.report" }', [LAST]: lastYear }, ...options });
  clients.push(client);
  return client;
};
afterEach(() => clients.splice(0).forEach((client) => client.dispose()));

const lensesOf = async (client: Client, uri: string): Promise<readonly CodeLens[]> => (await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })) ?? [];
const definitionAt = async (client: Client, uri: string, offset: number): Promise<readonly Location[]> => ((await client.connection.sendRequest(DefinitionRequest.type, client.at(uri, offset))) as Location[] | null) ?? [];

describe('lenses', () => {
  test('say above each promise where this year\'s open report takes it up, and go there', async () => {
    const client = await started();
    await client.open(LAST, lastYear);
    expect(await lensesOf(client, LAST)).toEqual([]);
    await client.open(DRAFT, draft);
    const lenses = await lensesOf(client, LAST);
    expect(lenses.map(({ command }) => command?.title)).toEqual(['已落实：一（一）', '本年报告未提到']);
    expect(lenses[0]!.range.start).toEqual(client.at(LAST, lastYear.indexOf('规范检查')).position);
    expect(lenses[1]!.command!.command).toBe('');
    expect(await lensesOf(client, DRAFT)).toEqual([]);
  });
});

describe('this year\'s report, closed', () => {
  const OTHER = 'file:///work/2022.report';
  const other = lastYear.replaceAll('2023', '2022').replaceAll('2024', '2023');

  test('is found as it is stored, by the configuration that names last year\'s', async () => {
    const client = await started({ files: { [CONFIG]: '{ "family": "none", "previous": "2023.report" }', [LAST]: lastYear, [DRAFT]: draft, [OTHER]: other } });
    await client.open(LAST, lastYear);
    expect((await lensesOf(client, LAST)).map(({ command }) => command?.title)).toEqual(['已落实：一（一）', '本年报告未提到']);
    expect(await definitionAt(client, LAST, lastYear.indexOf('推行'))).toMatchObject([{ uri: DRAFT, range: { start: { line: 4 } } }]);
    expect(await client.connection.sendRequest<ComparePageResult>(ComparePageRequest, { uri: LAST })).toMatchObject({ kind: 'page', report: DRAFT, previous: LAST });
  });

  test('may lie in another folder of the workspace, under a configuration of its own', async () => {
    const [before, now] = ['file:///work/old/2023.report', 'file:///work/new/deep/2024.report'];
    const files = { 'file:///work/new/reportwright.json': '{ "family": "none", "previous": "../old/2023.report" }', [before]: lastYear, [now]: draft };
    const inside = await started({ files, folders: ['file:///work'] });
    await inside.open(before, lastYear);
    expect(await definitionAt(inside, before, lastYear.indexOf('推行'))).toMatchObject([{ uri: now }]);
    // Outside of a workspace only what lies beside the file is looked at.
    const loose = await started({ files });
    await loose.open(before, lastYear);
    expect(await lensesOf(loose, before)).toEqual([]);
  });

  test('gives way to the open one, and is read again after it was saved', async () => {
    const files: Record<string, string> = { [CONFIG]: '{ "family": "none", "previous": "2023.report" }', [LAST]: lastYear, [DRAFT]: draft };
    const client = await started({ files });
    await client.open(LAST, lastYear);
    const titles = async (): Promise<readonly (string | undefined)[]> => (await lensesOf(client, LAST)).map(({ command }) => command?.title);
    expect((await titles())[1]).toBe('本年报告未提到');
    const more = draft.replace('（二）其他工作。', '（二）夯实基础。新建公共法律服务工作站4个。');
    await client.open(DRAFT, more);
    expect((await titles())[1]).toBe('已落实：一（二）');
    await client.close(DRAFT);
    expect((await titles())[1]).toBe('本年报告未提到');
    files[DRAFT] = more;
    await client.filesChanged(DRAFT);
    expect((await titles())[1]).toBe('已落实：一（二）');
  });

  test('is none of an earlier year, nor one that names no report', async () => {
    const files = { [CONFIG]: '{ "family": "none", "previous": "2023.report" }', [LAST]: lastYear, [OTHER]: other };
    const client = await started({ files });
    await client.open(LAST, lastYear);
    expect(await lensesOf(client, LAST)).toEqual([]);
    await client.open(OTHER, other);
    expect(await lensesOf(client, LAST)).toEqual([]);
    const bare = await started({ files: { [CONFIG]: '{ "family": "none" }', [LAST]: lastYear, [DRAFT]: draft } });
    await bare.open(LAST, lastYear);
    expect(await lensesOf(bare, LAST)).toEqual([]);
  });

  test('lenses are asked for again when a report beside last year\'s opens, is saved, or changes in its folder', async () => {
    const files = { [CONFIG]: '{ "family": "none", "previous": "2023.report" }', [LAST]: lastYear, [DRAFT]: draft };
    const client = await started({ files, capabilities: { ...FULL, workspace: { ...FULL.workspace, codeLens: { refreshSupport: true } } } });
    let asked = 0;
    client.connection.onRequest(CodeLensRefreshRequest.type, () => void asked++);
    await client.open(LAST, lastYear);
    await lensesOf(client, LAST);
    expect(asked).toBe(0);
    await client.open(DRAFT, draft);
    await until('a refresh on opening', () => asked === 1);
    await client.save(DRAFT);
    await until('a refresh on saving', () => asked === 2);
    await client.filesChanged(DRAFT);
    await until('a refresh on a change beside', () => asked === 3);
  });
});

describe('definition', () => {
  test('goes from a promise to what takes it up, and back', async () => {
    const client = await started();
    await client.open(LAST, lastYear);
    await client.open(DRAFT, draft);
    const there = await definitionAt(client, LAST, lastYear.indexOf('推行'));
    expect(there.map(({ uri, range }) => [uri, range.start.line])).toEqual([[DRAFT, 4]]);
    const back = await definitionAt(client, DRAFT, draft.indexOf('检查次数'));
    expect(back.map(({ uri, range }) => [uri, range.start.line])).toEqual([[LAST, 8]]);
    expect(await definitionAt(client, LAST, lastYear.indexOf('新建'))).toEqual([]);
  });

  test('at a figure stays with the figure', async () => {
    const client = await started();
    await client.open(DRAFT, draft);
    const [before] = await definitionAt(client, DRAFT, draft.indexOf('173'));
    expect(before).toMatchObject({ uri: LAST, range: { start: { line: 4 } } });
  });
});

describe('the comparison', () => {
  const page = (client: Client, uri: string, previous?: string): Promise<ComparePageResult> => client.connection.sendRequest<ComparePageResult>(ComparePageRequest, { uri, ...(previous ? { previous } : {}) });

  test('is a page without script or address, with ways to both reports', async () => {
    const client = await started();
    await client.open(DRAFT, draft.replace('其他工作', '其他<b>工作'));
    const result = await page(client, DRAFT);
    if (result.kind !== 'page') throw new Error(result.kind);
    expect(result).toMatchObject({ report: DRAFT, previous: LAST });
    expect(result.page.body).toContain('data-report="previous" data-line="8"');
    expect(result.page.body).toContain('data-report="this" data-line="4"');
    expect(result.page.body).toContain('其他&lt;b&gt;工作');
    expect(result.page.body).not.toMatch(/<script|https?:|javascript:|\son\w+=/);
  });

  test('asked of last year\'s file, it is that of the report that follows', async () => {
    const client = await started();
    await client.open(LAST, lastYear);
    expect(await page(client, LAST)).toEqual({ kind: 'no-previous' });
    await client.open(DRAFT, draft);
    expect(await page(client, LAST)).toMatchObject({ kind: 'page', report: DRAFT, previous: LAST });
  });

  test('can be with a report that the user picks, and says when it cannot be read', async () => {
    const client = await started({ files: { [CONFIG]: '{ "family": "none" }', [LAST]: lastYear } });
    await client.open(DRAFT, draft);
    expect(await page(client, DRAFT)).toEqual({ kind: 'no-previous' });
    expect(await page(client, DRAFT, LAST)).toMatchObject({ kind: 'page', previous: LAST });
    expect(await page(client, DRAFT, 'file:///work/none.report')).toEqual({ kind: 'unreadable' });
    expect(await page(client, 'file:///work/other.txt')).toEqual({ kind: 'no-report' });
  });
});
