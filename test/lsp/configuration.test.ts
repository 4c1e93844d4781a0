/**
 * What holds for which report: configuration files, profiles, seeds, editor settings, and what happens when they change.
 */

import { afterEach, expect, test } from 'vitest';
import { DidChangeConfigurationNotification } from 'vscode-languageserver/node';
import { bundledProfile } from '../../server/src/families';
import { ShowProfileRequest } from '../../server/src/lsp/requests';
import type { ShowProfileResult } from '../../server/src/lsp/requests';
import { encodeProfile } from '../../server/src/profile';
import { seeds } from '../kit/corpus';
import { unmark } from '../kit/marks';
import { PLAIN, connect, markedWith, until } from './client';
import type { Client, ClientOptions } from './client';
import { flawed } from './drafts';

const CONFIG = 'file:///work/reportwright.json';
const DRAFT = 'file:///work/drafts/a.report';
const { text: draft } = unmark(flawed);

const clients: Client[] = [];
const started = async (options: ClientOptions): Promise<Client> => {
  const client = await connect(options);
  clients.push(client);
  return client;
};
afterEach(() => clients.splice(0).forEach((client) => client.dispose()));

const codesOf = async (client: Client, uri: string): Promise<readonly string[]> => [...new Set((await client.items(uri)).map(({ code }) => String(code)))].sort();
const lastFor = (client: Client, uri: string) => client.published.filter((one) => one.uri === uri).pop();
const shownProfile = async (client: Client, uri: string): Promise<string> => ((await client.connection.sendRequest(ShowProfileRequest, { uri })) as ShowProfileResult)?.markdown ?? '';

test('a configuration with errors: its problems stand in it, the rest of it holds', async () => {
  const marked = '{ ⟪config/invalid|"familly"⟫: "x", "rules": { "text/doubled-mark": "off", "numbering/sequence": ⟪config/invalid|"loud"⟫ } }';
  const { text } = unmark(marked);
  const client = await started({ files: { [CONFIG]: text } });
  await client.open(DRAFT, draft);
  const codes = await codesOf(client, DRAFT);
  expect(codes).not.toContain('text/doubled-mark');
  expect(codes).toContain('numbering/sequence');
  await until('the problems', () => lastFor(client, CONFIG) !== undefined);
  expect(markedWith(text, lastFor(client, CONFIG)!.diagnostics, [])).toBe(marked);
  client.files[CONFIG] = '{}';
  await client.filesChanged(CONFIG);
  await until('their end', () => lastFor(client, CONFIG)?.diagnostics.length === 0);
  await until('the refresh', () => client.refreshes() === 1);
  expect(await codesOf(client, DRAFT)).toContain('text/doubled-mark');
});

for (const [what, profile, said] of [
  ['is not there', null, '找不到'],
  ['is no JSON', '{ "schema": ', 'JSON'],
  ['is of a newer version', '{ "schema": 99 }', '版本'],
  ['is something else', '{ "name": "x" }', '不是模板'],
] as const) {
  test(`a profile that ${what}: said in the configuration, and the built-in one holds`, async () => {
    const marked = '{\n  // whose profile\n  "profile": ⟪config/invalid|"learned/profile.json"⟫\n}';
    const { text } = unmark(marked);
    const files = { [CONFIG]: text, ...(profile === null ? {} : { 'file:///work/learned/profile.json': profile }) };
    const client = await started({ files });
    await client.open(DRAFT, draft);
    await until('the problem', () => lastFor(client, CONFIG) !== undefined);
    expect(markedWith(text, lastFor(client, CONFIG)!.diagnostics, [])).toBe(marked);
    expect(lastFor(client, CONFIG)!.diagnostics[0]!.message).toContain(said);
    expect(await shownProfile(client, DRAFT)).toContain('chaoyang');
    expect(await codesOf(client, DRAFT)).toContain('numbering/sequence');
  });
}

test('a profile file that changes: the client is asked to pull, and what is found changes', async () => {
  const bundled = bundledProfile('law-based-government')!;
  const uri = 'file:///work/p.json';
  const client = await started({ files: { [CONFIG]: '{ "profile": "p.json" }', [uri]: encodeProfile(bundled) } });
  await client.open(DRAFT, draft);
  const before = await client.pull(DRAFT);
  const renamed = { ...bundled, slots: bundled.slots.map((slot) => ({ ...slot, id: slot.id, support: { count: 1, of: 7 } })) };
  client.files[uri] = encodeProfile(renamed);
  await client.filesChanged('file:///work/unrelated.txt', DRAFT);
  expect((await client.pull(DRAFT, before.resultId!)).kind).toBe('unchanged');
  expect(client.refreshes()).toBe(0);
  await client.filesChanged(uri);
  await until('the refresh', () => client.refreshes() === 1);
  expect((await client.pull(DRAFT, before.resultId!)).kind).toBe('full');
  expect(await shownProfile(client, DRAFT)).toContain('1/7');
});

test('seeds in a folder are learned from; a new one is taken in', async () => {
  const files: Record<string, string> = { [CONFIG]: '{ "seeds": "good", "family": "law-based-government" }' };
  for (const { name, text } of seeds.slice(0, 3)) files[`file:///work/good/${name}.txt`] = text;
  const client = await started({ files });
  await client.open(DRAFT, draft);
  expect(await shownProfile(client, DRAFT)).toContain('3/3');
  files['file:///work/good/more/fourth.txt'] = seeds[3]!.text;
  await client.filesChanged('file:///work/good/more/fourth.txt');
  await until('the refresh', () => client.refreshes() === 1);
  expect(await shownProfile(client, DRAFT)).toContain('4/4');
  delete files['file:///work/good/more/fourth.txt'];
  await client.filesChanged('file:///work/good/more/fourth.txt');
  await until('the refresh', () => client.refreshes() === 2);
  expect(await shownProfile(client, DRAFT)).toContain('3/3');
});

test('an empty folder of seeds is said at its setting', async () => {
  const marked = '{ "seeds": ⟪config/invalid|["nothing"]⟫ }';
  const client = await started({ files: { [CONFIG]: unmark(marked).text } });
  await client.open(DRAFT, draft);
  await until('the problem', () => lastFor(client, CONFIG) !== undefined);
  expect(markedWith(unmark(marked).text, lastFor(client, CONFIG)!.diagnostics, [])).toBe(marked);
});

test('two folders, two configurations: each report has its own', async () => {
  const client = await started({
    files: { 'file:///one/reportwright.json': '{ "rules": { "text/doubled-mark": "off" } }', 'file:///two/reportwright.json': '{ "rules": { "text/doubled-mark": "error" }, "locale": "en" }' },
    folders: ['file:///one', 'file:///two'],
  });
  await client.open('file:///one/a.report', draft);
  await client.open('file:///two/deep/a.report', draft);
  expect(await codesOf(client, 'file:///one/a.report')).not.toContain('text/doubled-mark');
  const [found] = (await client.items('file:///two/deep/a.report')).filter(({ code }) => code === 'text/doubled-mark');
  expect(found).toMatchObject({ severity: 1 });
  expect(found!.message).not.toMatch(/[\u4e00-\u9fff]{4}/);
});

test('a configuration made later is found, and one deeper wins', async () => {
  const files: Record<string, string> = {};
  const client = await started({ files });
  await client.open(DRAFT, draft);
  expect(await codesOf(client, DRAFT)).toContain('text/doubled-mark');
  files[CONFIG] = '{ "rules": { "text/doubled-mark": "off" } }';
  await client.filesChanged(CONFIG);
  expect(await codesOf(client, DRAFT)).not.toContain('text/doubled-mark');
  files['file:///work/drafts/reportwright.json'] = '{}';
  await client.filesChanged('file:///work/drafts/reportwright.json');
  expect(await codesOf(client, DRAFT)).toContain('text/doubled-mark');
});

test('a configuration that is open shows its problems as they are typed', async () => {
  for (const capabilities of [undefined, PLAIN]) {
    const client = await started({ files: { [CONFIG]: '{}' }, ...(capabilities ? { capabilities } : {}) });
    const marked = '{ ⟪config/invalid|"yeer"⟫: 2024 }';
    const { text } = unmark(marked);
    await client.open(CONFIG, text, 'jsonc');
    if (capabilities) await until('the problem', () => lastFor(client, CONFIG) !== undefined);
    expect(markedWith(text, capabilities ? lastFor(client, CONFIG)!.diagnostics : await client.items(CONFIG), [])).toBe(marked);
    const at = text.indexOf('yeer');
    await client.edit(CONFIG, at, at + 4, 'year');
    if (capabilities) await until('its end', () => lastFor(client, CONFIG)!.diagnostics.length === 0);
    else expect(await client.items(CONFIG)).toEqual([]);
  }
});

test('editor settings hold where no configuration speaks, and say what is wrong with them in the report', async () => {
  const client = await started({ files: {}, settings: { family: 'none' } });
  await client.open(DRAFT, draft);
  expect(await shownProfile(client, DRAFT)).toBe('');
  client.setSettings({ profile: 'missing.json' });
  await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  await until('the refresh', () => client.refreshes() === 1);
  const notice = (await client.items(DRAFT)).find(({ code }) => code === 'config/invalid');
  expect(notice?.message).toContain('missing.json');
  expect(await shownProfile(client, DRAFT)).toContain('chaoyang');
});
