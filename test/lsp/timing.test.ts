/**
 * When a report is checked: while it is typed, on saving, and on saving only where it is too long or takes too long, which is said and never silent.
 */

import { afterEach, expect, test } from 'vitest';
import { DidChangeConfigurationNotification } from 'vscode-languageserver/node';
import { RestraintNotification } from '../../server/src/lsp/requests';
import type { RestraintParams } from '../../server/src/lsp/requests';
import { unmark } from '../kit/marks';
import { connect, PLAIN, until } from './client';
import type { Client, ClientOptions } from './client';
import { flawed } from './drafts';

const URI = 'file:///work/a.report';
const { text: draft } = unmark(flawed);
const stop = draft.indexOf('。。');

const clients: Client[] = [];
const started = async (options: ClientOptions): Promise<Client & { readonly told: RestraintParams[] }> => {
  const client = await connect({ files: {}, ...options });
  clients.push(client);
  const told: RestraintParams[] = [];
  client.connection.onNotification(RestraintNotification, (params: RestraintParams) => void told.push(params));
  return { ...client, told };
};
afterEach(() => clients.splice(0).forEach((client) => client.dispose()));

test('on saving: between two savings the last answer stands, even for a client that asks', async () => {
  const client = await started({ settings: { run: 'onSave' } });
  await client.open(URI, draft);
  const first = await client.pull(URI);
  await client.edit(URI, stop, stop + 1, '');
  expect(await client.pull(URI, first.resultId!)).toEqual({ kind: 'unchanged', resultId: first.resultId });
  await client.save(URI);
  const second = await client.pull(URI, first.resultId!);
  expect(second.kind === 'full' && second.items.map(({ code }) => code)).not.toContain('text/doubled-mark');
});

test('a client that asks for the first time is answered, saved or not', async () => {
  const client = await started({ settings: { run: 'onSave' } });
  await client.open(URI, draft);
  await client.edit(URI, 0, 0, '\n');
  expect((await client.items(URI)).length).toBeGreaterThan(2);
});

for (const [what, settings, said] of [['long', { sizeLimit: 100 }, { kind: 'size', limit: 100 }], ['slow', { timeBudget: 0.001 }, { kind: 'time', limit: 0.001 }]] as const) {
  test(`too ${what}: checked on saving only, said to our client and in the report, and lifted with the limit`, async () => {
    const client = await started({ settings, initialization: { files: true } });
    await client.open(URI, draft);
    const first = await client.pull(URI);
    expect(first.kind === 'full' && first.items.map(({ code }) => code)).toContain('text/doubled-mark');
    expect(client.told).toEqual([{ uri: URI, restraint: said }]);
    await client.edit(URI, stop, stop + 1, '');
    expect((await client.pull(URI, first.resultId!)).kind).toBe('unchanged');
    expect(await client.actions(URI, 0, draft.length - 1, { triggerKind: 2 })).toEqual([]);
    expect((await client.actions(URI, 0, draft.length - 1, { triggerKind: 1 })).length).toBeGreaterThan(0);
    await client.save(URI);
    const second = await client.pull(URI, first.resultId!);
    expect(second.kind === 'full' && second.items.filter(({ code, severity }) => code === 'config/invalid' && severity === 4)).toHaveLength(1);
    client.setSettings({ sizeLimit: 0, timeBudget: 0 });
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await until('the refresh', () => client.refreshes() === 1);
    await client.edit(URI, 0, 0, '\n');
    const third = await client.pull(URI, second.resultId!);
    expect(third.kind === 'full' && third.items.map(({ code }) => code)).not.toContain('config/invalid');
    expect(client.told.at(-1)).toEqual({ uri: URI, restraint: null });
  });
}

test('others than our client are told by the report alone, and a client that cannot ask is sent nothing while typing', async () => {
  const client = await started({ settings: {}, capabilities: PLAIN });
  await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: { reportwright: { sizeLimit: 100 } } });
  await client.open(URI, draft);
  await until('findings', () => client.published.length > 0);
  expect(client.published[0]!.diagnostics.filter(({ code }) => code === 'config/invalid')).toHaveLength(1);
  const before = client.published.length;
  await client.edit(URI, stop, stop + 1, '');
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(client.published.length).toBe(before);
  await client.save(URI);
  await until('findings of the saved text', () => client.published.length > before);
  expect(client.told).toEqual([]);
});
