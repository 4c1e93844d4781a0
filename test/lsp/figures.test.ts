/** Figures over the protocol: hover, hints, tokens, links, and last year's report as the configuration names it. */

import { afterEach, describe, expect, test } from 'vitest';
import {
  DefinitionRequest, DidChangeConfigurationNotification, HoverRequest, InlayHintRequest, ReferencesRequest, SemanticTokensRangeRequest, SemanticTokensRequest,
} from 'vscode-languageserver/node';
import type { Hover, InlayHint, Location, MarkupContent } from 'vscode-languageserver/node';
import { FiguresPageRequest, FiguresRequest, FiguresTableRequest } from '../../server/src/lsp/requests';
import type { FiguresPageResult, FiguresResult, FiguresTableResult } from '../../server/src/lsp/requests';
import { connect, markedWith, until } from './client';
import type { Client, ClientOptions } from './client';

const DRAFT = 'file:///work/draft.report';
const CONFIG = 'file:///work/reportwright.json';
const LAST = 'file:///work/last/2023.txt';
const draft = '某市2024年度工作报告\n\n一、主要工作\n\n受理行政复议申请173件，审结XX件。调解纠纷200件，调解成功150件，调解成功率57%。\n\n二、其他工作\n\n受理行政复议申请173件。\n';
const lastYear = '某市2023年度工作报告\n\n一、主要工作\n\n受理行政复议申请120件。\n';

const clients: Client[] = [];
const started = async (options: ClientOptions = {}): Promise<Client> => {
  const client = await connect(options);
  clients.push(client);
  await client.open(DRAFT, draft);
  return client;
};
afterEach(() => clients.splice(0).forEach((client) => client.dispose()));

const withLast = (): Record<string, string> => ({ [CONFIG]: '{ "family": "none", "previous": "last/2023.txt" }', [LAST]: lastYear });
const hoverText = async (client: Client, words: string): Promise<string> => {
  const hover = (await client.connection.sendRequest(HoverRequest.type, client.at(DRAFT, draft.indexOf(words)))) as Hover | null;
  return hover ? (hover.contents as MarkupContent).value.replace(/\\/g, '') : '';
};
const hintsOf = async (client: Client): Promise<readonly InlayHint[]> =>
  (await client.connection.sendRequest(InlayHintRequest.type, { textDocument: { uri: DRAFT }, range: client.rangeOf(DRAFT, 0, draft.length) })) ?? [];

test('hover works the rate out again and names last year\'s place', async () => {
  const client = await started({ files: withLast() });
  expect(await hoverText(client, '57%')).toContain('复算为 75%');
  expect(await hoverText(client, '173件，')).toContain(`[2023.txt 第5行](${LAST}#L5)`);
  expect(await hoverText(client, '某市')).toBe('');
});

describe('hints', () => {
  test('show the change, only where last year\'s report is known', async () => {
    const client = await started({ files: withLast() });
    const hints = await hintsOf(client);
    expect(hints.map(({ label }) => label)).toEqual(['↑44.2%', '↑44.2%']);
    expect(hints[0]!.position).toEqual(client.at(DRAFT, draft.indexOf('173件') + 4).position);
    expect(await hintsOf(await started())).toEqual([]);
  });

  test('can be turned off', async () => {
    const client = await started({ files: withLast(), settings: { yearOnYearHints: false } });
    expect(await hintsOf(client)).toEqual([]);
    client.setSettings({});
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await until('the refresh', () => client.refreshes() === 1);
    expect(await hintsOf(client)).toHaveLength(2);
  });

  test('follow last year\'s report and the configuration as they change', async () => {
    const files = withLast();
    const client = await started({ files });
    expect(await hintsOf(client)).toHaveLength(2);
    files[LAST] = lastYear.replace('120', '173');
    await client.filesChanged(LAST);
    expect((await hintsOf(client)).map(({ label }) => label)).toEqual(['持平', '持平']);
    files[CONFIG] = '{ "family": "none" }';
    await client.filesChanged(CONFIG);
    expect(await hintsOf(client)).toEqual([]);
  });
});

test('a report is not held against itself', async () => {
  const client = await started({ files: { [CONFIG]: '{ "previous": "draft.report" }', [DRAFT]: draft } });
  expect(await hintsOf(client)).toEqual([]);
});

test('a last year\'s report that cannot be read is said at its setting, and nothing else suffers', async () => {
  const marked = '{ "family": "none", "previous": ⟪config/invalid|"gone.txt"⟫ }';
  const client = await started({ files: { [CONFIG]: marked.replace(/⟪[^|]*\||⟫/g, '') } });
  const told = (): Client['published'][number] | undefined => client.published.find(({ uri }) => uri === CONFIG);
  await until('the problem', () => told() !== undefined);
  expect(markedWith(marked.replace(/⟪[^|]*\||⟫/g, ''), told()!.diagnostics, [])).toBe(marked);
  expect(told()!.diagnostics[0]!.message).toContain('gone.txt');
  expect(await hoverText(client, '57%')).toContain('复算为 75%');
});

test('tokens are numerals, units and gaps by the legend, whole or in part', async () => {
  const client = await started();
  const { legend } = client.initialized.capabilities.semanticTokensProvider!;
  expect(legend.tokenTypes).toEqual(['number', 'type', 'macro']);
  const read = (data: readonly number[]): readonly string[] => {
    const lines = draft.split('\n');
    let line = 0;
    let character = 0;
    return Array.from({ length: data.length / 5 }, (_, at) => {
      const [down, right, length, kind] = data.slice(at * 5) as [number, number, number, number];
      character = down ? right : character + right;
      line += down;
      return `${legend.tokenTypes[kind]}:${lines[line]!.slice(character, character + length)}`;
    });
  };
  const whole = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument: { uri: DRAFT } });
  expect(read(whole!.data).slice(0, 5)).toEqual(['number:173', 'type:件', 'macro:XX', 'number:200', 'type:件']);
  const part = await client.connection.sendRequest(SemanticTokensRangeRequest.type, { textDocument: { uri: DRAFT }, range: client.rangeOf(DRAFT, draft.indexOf('二、'), draft.length) });
  expect(read(part!.data)).toEqual(['number:173', 'type:件']);
});

test('definition and references lead to the other mention and to last year\'s', async () => {
  const client = await started({ files: withLast() });
  const at = client.at(DRAFT, draft.lastIndexOf('173'));
  const first = client.rangeOf(DRAFT, draft.indexOf('173件'), draft.indexOf('173件') + 4);
  const places = (await client.connection.sendRequest(DefinitionRequest.type, at)) as Location[];
  expect(places).toEqual([{ uri: DRAFT, range: first }, { uri: LAST, range: { start: { line: 4, character: 8 }, end: { line: 4, character: 12 } } }]);
  const all = (await client.connection.sendRequest(ReferencesRequest.type, { ...at, context: { includeDeclaration: true } })) ?? [];
  const others = (await client.connection.sendRequest(ReferencesRequest.type, { ...at, context: { includeDeclaration: false } })) ?? [];
  expect([all.length, others.length]).toEqual([3, 2]);
  expect(await client.connection.sendRequest(DefinitionRequest.type, client.at(DRAFT, 1))).toEqual([]);
});

test('our own client gets the list, the table and the page; other documents have none', async () => {
  const client = await started({ files: withLast() });
  const list = await client.connection.sendRequest<FiguresResult>(FiguresRequest, { uri: DRAFT });
  expect(list!.map(({ label, figures }) => [label, figures.length])).toEqual([['一、主要工作', 4], ['二、其他工作', 1]]);
  expect(list![0]!.figures[0]).toMatchObject({ label: '受理行政复议申请 173件', description: '↑44.2%', range: client.rangeOf(DRAFT, draft.indexOf('173件'), draft.indexOf('173件') + 4) });
  const table = await client.connection.sendRequest<FiguresTableResult>(FiguresTableRequest, { uri: DRAFT });
  expect([table!.count, table!.text.split('\r\n').length]).toEqual([5, 6]);
  const page = await client.connection.sendRequest<FiguresPageResult>(FiguresPageRequest, { uri: DRAFT });
  expect(page!.body).toContain('<svg');
  for (const method of [FiguresRequest, FiguresTableRequest, FiguresPageRequest]) expect(await client.connection.sendRequest(method, { uri: 'file:///work/none.report' })).toBeNull();
});
