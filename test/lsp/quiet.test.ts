/**
 * Telling rules to be quiet from the light bulb: what is put where, what an editor without abilities gets, and that the finding is gone and nothing else with it.
 */

import { afterEach, describe, expect, test } from 'vitest';
import { CodeActionResolveRequest } from 'vscode-languageserver/node';
import type { CodeAction, Diagnostic, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { applyEdits, makeText, offsetAt } from '../../server/src/text';
import { unmark } from '../kit/marks';
import { applied, connect, FULL, PLAIN } from './client';
import type { Client, ClientOptions } from './client';
import { flawed } from './drafts';

const CONFIG = 'file:///work/reportwright.json';
const BASELINE = 'file:///work/reportwright.baseline.json';
const { text: draft } = unmark(flawed);
const CREATING = { ...FULL, workspace: { ...FULL.workspace, workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] } } };

const clients: Client[] = [];
const started = async (options: ClientOptions = {}): Promise<Client> => {
  const client = await connect({ capabilities: CREATING, folders: ['file:///work'], files: {}, ...options });
  clients.push(client);
  return client;
};
afterEach(() => clients.splice(0).forEach((client) => client.dispose()));

const shown = (diagnostics: readonly Diagnostic[]): readonly string[] => diagnostics.map(({ code, message }) => `${String(code)} ${message}`);
const found = async (client: Client, uri: string, code: string): Promise<Diagnostic> => (await client.items(uri)).find((one) => one.code === code)!;

/** The quiet actions for a finding, by their titles. */
async function actionsFor(client: Client, uri: string, code: string): Promise<Readonly<Record<string, CodeAction>>> {
  const diagnostic = await found(client, uri, code);
  const value = makeText(client.textOf(uri));
  const actions = await client.actions(uri, offsetAt(value, diagnostic.range.start), offsetAt(value, diagnostic.range.end), { diagnostics: [diagnostic], only: ['quickfix'] });
  return Object.fromEntries(actions.map((action) => [action.title, action]));
}

const resolved = async (client: Client, action: CodeAction): Promise<CodeAction> => (action.edit ? action : ((await client.connection.sendRequest(CodeActionResolveRequest.type, action)) as CodeAction));

/** Applies an edit of stored files to the files of the test, as an editor would that saves them; answers what it made. */
async function store(client: Client, edit: WorkspaceEdit): Promise<readonly string[]> {
  const made: string[] = [];
  const changed: string[] = [];
  for (const change of edit.documentChanges ?? []) {
    if ('kind' in change) {
      if (change.kind === 'create') made.push(change.uri);
      continue;
    }
    const { uri } = change.textDocument;
    const before = String(client.files[uri] ?? '');
    const value = makeText(before);
    client.files[uri] = applyEdits(before, (change.edits as TextEdit[]).map(({ range, newText }) => ({ span: { start: offsetAt(value, range.start), end: offsetAt(value, range.end) }, text: newText })));
    changed.push(uri);
  }
  await client.filesChanged(...changed);
  return made;
}

/** Puts the edit into the open document. */
async function put(client: Client, uri: string, action: CodeAction): Promise<void> {
  const before = client.textOf(uri);
  const after = applied(before, (await resolved(client, action)).edit, uri);
  await client.edit(uri, 0, before.length, after);
}

describe('in Markdown and .report', () => {
  for (const code of ['numbering/sequence', 'text/doubled-mark', 'numbering/enumeration']) {
    test(`ignore here and in this file: ${code} goes, all else stays`, async () => {
      for (const [title, uri] of [[`忽略此处：${code}`, 'file:///work/a.report'], [`本文件不再报告 ${code}`, 'file:///work/b.report.md']] as const) {
        const client = await started();
        await client.open(uri, draft);
        const before = shown(await client.items(uri));
        await put(client, uri, (await actionsFor(client, uri, code))[title]!);
        expect(client.textOf(uri).length).toBeGreaterThan(draft.length);
        expect(client.textOf(uri).replace(/<!-- allow(-file)? [a-z/-]+ -->\n/, '')).toBe(draft);
        expect(shown(await client.items(uri))).toEqual(before.filter((one) => !one.startsWith(code)));
      }
    });
  }

  test('ignore in this section: one code goes there, and nowhere else', async () => {
    const client = await started();
    const uri = 'file:///work/s.report';
    const text = '某市2025年度工作情况的报告\n\n一、主要工作\n\n（一）公开\n\n公布目录8项。。\n\n（二）培训\n\n培训120人次。。\n\n二、下一步\n\n继续努力。。\n';
    await client.open(uri, text);
    expect(await client.marked(uri, 'text/doubled-mark')).toBe(text.replaceAll('。。', '⟪text/doubled-mark|。。⟫'));
    await put(client, uri, (await actionsFor(client, uri, 'text/doubled-mark'))['本部分不再报告 text/doubled-mark']!);
    expect(client.textOf(uri)).toBe(text.replace('（一）', '<!-- allow-section text/doubled-mark -->\n（一）'));
    expect(await client.marked(uri, 'text/doubled-mark')).toMatch(/8项。。\n[^]*人次⟪[^]*努力⟪/);
  });

  test('line breaks stay as the file has them, and front matter stays on top', async () => {
    const client = await started();
    const uri = 'file:///work/c.report.md';
    const text = `---\r\ntitle: x\r\n---\r\n${draft.replaceAll('\n', '\r\n')}`;
    await client.open(uri, text);
    await put(client, uri, (await actionsFor(client, uri, 'text/doubled-mark'))['本文件不再报告 text/doubled-mark']!);
    expect(client.textOf(uri)).toBe(text.replace('---\r\n某市', '---\r\n<!-- allow-file text/doubled-mark -->\r\n某市'));
    expect(shown(await client.items(uri)).filter((one) => one.startsWith('text/doubled-mark'))).toEqual([]);
  });

  test('an allow that allows nothing can be taken out, alone or from among others', async () => {
    for (const [comment, left] of [['<!-- allow text/stray-space: x -->\n', ''], ['<!-- allow text/doubled-mark, text/stray-space: x -->\n', '<!-- allow text/doubled-mark: x -->\n']] as const) {
      const client = await started();
      const uri = 'file:///work/d.report';
      const place = draft.indexOf('全年办理');
      await client.open(uri, draft.slice(0, place) + comment + draft.slice(place));
      await put(client, uri, (await actionsFor(client, uri, 'lint/unused-allow'))['删去这条 allow']!);
      expect(client.textOf(uri)).toBe(draft.slice(0, place) + left + draft.slice(place));
    }
  });
});

describe('plain text carries no comment', () => {
  const uri = 'file:///work/某局2024年法治政府建设年度报告.txt';

  test('ignore here makes a baseline and names it; the finding is gone, the text as it was', async () => {
    const client = await started();
    await client.open(uri, draft);
    const before = shown(await client.items(uri));
    const { edit } = await resolved(client, (await actionsFor(client, uri, 'text/doubled-mark'))['忽略此处：text/doubled-mark']!);
    expect(JSON.stringify(edit)).not.toContain(uri);
    expect(await store(client, edit!)).toEqual([CONFIG, BASELINE]);
    expect(JSON.parse(String(client.files[CONFIG]))).toEqual({ baseline: 'reportwright.baseline.json' });
    expect(shown(await client.items(uri))).toEqual(before.filter((one) => !one.startsWith('text/doubled-mark')));
    // Moved and renumbered, it is still the same finding; changed, it is another one.
    await client.edit(uri, 0, 0, '某市司法局\n\n');
    expect(shown(await client.items(uri)).some((one) => one.startsWith('text/doubled-mark'))).toBe(false);
    await client.edit(uri, client.textOf(uri).indexOf('120人次'), client.textOf(uri).indexOf('120人次') + 3, '121');
    expect(shown(await client.items(uri)).some((one) => one.startsWith('text/doubled-mark'))).toBe(true);
  });

  test('one after the other: the baseline grows by exactly what was chosen', async () => {
    const client = await started({ files: { [CONFIG]: '{\n  // ours\n  "baseline": "known.json",\n}\n' } });
    await client.open(uri, draft);
    for (const code of ['text/doubled-mark', 'numbering/enumeration']) {
      const { edit } = await resolved(client, (await actionsFor(client, uri, code))[`忽略此处：${code}`]!);
      await store(client, edit!);
    }
    const { accepted } = JSON.parse(String(client.files['file:///work/known.json'])) as { accepted: readonly { code: string; file: string }[] };
    expect(accepted.map(({ code }) => code)).toEqual(['numbering/enumeration', 'text/doubled-mark']);
    expect(new Set(accepted.map(({ file }) => file))).toEqual(new Set([decodeURI(uri).slice('file:///work/'.length)]));
    expect(client.files[CONFIG]).toBe('{\n  // ours\n  "baseline": "known.json",\n}\n');
  });

  test('in this file: the configuration ignores the code there, comments and order stay', async () => {
    const before = '{\n    "year": 2024, // 今年\n    "rules": { "text/range-dash": "off" }\n}\n';
    const client = await started({ files: { [CONFIG]: before } });
    await client.open(uri, draft);
    await client.open('file:///work/sub/b.report', draft);
    const { edit } = await resolved(client, (await actionsFor(client, uri, 'text/doubled-mark'))['本文件不再报告 text/doubled-mark']!);
    await store(client, edit!);
    expect(String(client.files[CONFIG])).toContain('"year": 2024, // 今年\n    "rules": { "text/range-dash": "off" }');
    expect(shown(await client.items(uri)).some((one) => one.startsWith('text/doubled-mark'))).toBe(false);
    expect(shown(await client.items('file:///work/sub/b.report')).some((one) => one.startsWith('text/doubled-mark'))).toBe(true);
  });
});

test('turn this rule off: the nearest configuration, options kept; made at the root where there is none', async () => {
  const client = await started({ files: { 'file:///work/deep/reportwright.json': '{ "rules": { "text/doubled-mark": ["info", {}] } }' } });
  await client.open('file:///work/deep/a.report', draft);
  await client.open('file:///work/b.report', draft);
  const off = async (uri: string) => (await resolved(client, (await actionsFor(client, uri, 'text/doubled-mark'))['关闭规则 text/doubled-mark']!)).edit!;
  expect(await store(client, await off('file:///work/deep/a.report'))).toEqual([]);
  expect(JSON.parse(String(client.files['file:///work/deep/reportwright.json']))).toEqual({ rules: { 'text/doubled-mark': ['off', {}] } });
  expect(await store(client, await off('file:///work/b.report'))).toEqual([CONFIG]);
  for (const uri of ['file:///work/deep/a.report', 'file:///work/b.report']) expect(shown(await client.items(uri)).some((one) => one.startsWith('text/doubled-mark')), uri).toBe(false);
});

test('accept current findings: all of them, only when asked for by name', async () => {
  const uri = 'file:///work/a.report.txt';
  const client = await started();
  await client.open(uri, draft);
  expect((await client.items(uri)).length).toBeGreaterThan(2);
  expect((await client.actions(uri, 0, 0)).map(({ kind }) => kind)).not.toContain('source.acceptFindings.reportwright');
  const [action] = await client.actions(uri, 0, 0, { only: ['source.acceptFindings.reportwright'] });
  await store(client, (await resolved(client, action!)).edit!);
  expect(await client.items(uri)).toEqual([]);
});

test('a configuration with errors in it is not written into, and that is said', async () => {
  const client = await started({ files: { [CONFIG]: '{ "rules": { ' } });
  await client.open('file:///work/a.report', draft);
  const action = (await actionsFor(client, 'file:///work/a.report', 'text/doubled-mark'))['关闭规则 text/doubled-mark']!;
  expect((await resolved(client, action)).edit).toBeUndefined();
});

test('a broken baseline is said at its setting, with the place, and holds nothing back', async () => {
  const uri = 'file:///work/a.report';
  const client = await started({ files: { [CONFIG]: '{ "baseline": "b.json" }', 'file:///work/b.json': '{\n  "version": 1,\n  "accepted": [ oops ]\n}' } });
  await client.open(uri, draft);
  expect((await client.items(uri)).length).toBeGreaterThan(2);
  await expect.poll(() => client.published.find((one) => one.uri === CONFIG)?.diagnostics[0]?.message).toMatch(/b\.json.*第 3 行/);
});

describe('an editor that cannot make files', () => {
  test('gets what stands in the text, and changes of files that are there', async () => {
    const uri = 'file:///work/a.report';
    const client = await started({ capabilities: FULL, files: {} });
    await client.open(uri, draft);
    expect(Object.keys(await actionsFor(client, uri, 'text/doubled-mark')).filter((title) => title.includes('关闭'))).toEqual([]);
    client.files[CONFIG] = '{}';
    await client.filesChanged(CONFIG);
    const off = (await actionsFor(client, uri, 'text/doubled-mark'))['关闭规则 text/doubled-mark']!;
    expect(off.edit?.documentChanges).toHaveLength(1);
  });

  test('nor literals gets none', async () => {
    const client = await started({ capabilities: PLAIN });
    expect(client.initialized.capabilities.codeActionProvider).toBeUndefined();
  });

  test('a text that lies nowhere gets only what can stand in it', async () => {
    const client = await started({ folders: [] });
    await client.open('untitled:Untitled-1', draft);
    expect(Object.keys(await actionsFor(client, 'untitled:Untitled-1', 'text/doubled-mark')).filter((title) => /忽略|关闭|不再/.test(title))).toEqual([]);
  });
});

test('our own client is told to save what it was not shown', async () => {
  const client = await started({ initialization: { files: true } });
  const uri = 'file:///work/a.report';
  await client.open(uri, draft);
  const { command } = await resolved(client, (await actionsFor(client, uri, 'text/doubled-mark'))['关闭规则 text/doubled-mark']!);
  expect(command).toMatchObject({ command: 'reportwright.saveFiles', arguments: [[CONFIG]] });
});
