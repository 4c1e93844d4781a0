/**
 * One text, one answer: the editor (over the protocol), the command line and the library give the same findings and the same mended text, for every
 * text at hand and for drafts with many faults.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engine } from '../../server/src/cli/engine';
import { run } from '../../server/src/cli/run';
import { uriOf } from '../../server/src/host/node';
import { checkReport, fixReport, type DiagnosticJson } from '../../server/src/library';
import { corpus, reports, seeds } from '../kit/corpus';
import { unmark } from '../kit/marks';
import { applied, connect, type Client } from '../lsp/client';
import { flawed } from '../lsp/drafts';

/** A seed with faults of many kinds, on many lines. */
const spoilt = (text: string): string => text.replace(/（[二三四]）|\([二三四]\)/g, (mark) => mark.replace(/[二三四]/, '五')).replaceAll('二是', '四是').replace(/。/g, (mark, at: number) => (at % 7 ? mark : '。。')).replace(/(\d)件/g, '$1 件');

const sample = 'sample/某市2025年度法治政府建设情况的报告.report.txt';
const drafts: readonly { readonly name: string; readonly text: string }[] = [
  ...corpus, ...reports,
  { name: 'sample', text: readFileSync(sample, 'utf8') },
  { name: 'flawed', text: unmark(flawed).text },
  { name: 'crlf', text: unmark(flawed).text.replaceAll('\n', '\r\n') },
  { name: 'astral', text: unmark(flawed).text.replaceAll('某市', '𠮷市') },
  ...seeds.map(({ name, text }) => ({ name: `spoilt ${name}`, text: spoilt(text) })),
];
const files = drafts.map(({ name }, at) => `${String(at).padStart(3, '0')} ${name.replaceAll('/', ' ')}.txt`);

interface CliFile { readonly path: string; readonly diagnostics: readonly DiagnosticJson[] }
const folder = mkdtempSync(join(tmpdir(), 'parity-'));
let listed: ReadonlyMap<string, CliFile>;
let client: Client;

async function cli(...args: string[]): Promise<string> {
  let out = '';
  const terminal = { cwd: folder, env: { LANG: 'zh_CN.UTF-8' }, outIsTerminal: false, errIsTerminal: false, columns: 80, out: async (text: string) => void (out += text), err: () => {}, readStdin: async () => new Uint8Array() };
  await run(args, { core: engine, terminal, version: '0', startServer: async () => {} });
  return out;
}

beforeAll(async () => {
  for (const sub of ['as-is', 'mended']) {
    mkdirSync(join(folder, sub));
    drafts.forEach(({ text }, at) => writeFileSync(join(folder, sub, files[at]!), text));
  }
  const out = await cli('check', 'as-is', '--format', 'json');
  listed = new Map((JSON.parse(out) as { files: CliFile[] }).files.map((file) => [file.path.replace(/^as-is[\\/]/, ''), file]));
  await cli('check', 'mended', '--fix', '--format', 'json');
  client = await connect({ locale: 'zh-cn' });
}, 240_000);
afterAll(() => {
  client.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const SEVERITIES = ['', 'error', 'warning', 'info', 'hint'] as const;

test('there is something to compare', () => {
  expect(drafts.length).toBeGreaterThan(20);
  expect([...listed.values()].flatMap(({ diagnostics }) => diagnostics).length).toBeGreaterThan(150);
  expect(drafts.filter(({ text }) => fixReport(text).text !== text).length).toBeGreaterThan(8);
});

describe.each(drafts.map(({ name, text }, at) => ({ name, text, file: files[at]! })))('$name', ({ text, file }) => {
  test('the same findings', async () => {
    const own = checkReport(text);
    expect(listed.get(file)!.diagnostics).toEqual(JSON.parse(JSON.stringify(own)));
    const uri = uriOf(join(folder, 'as-is', file));
    await client.open(uri, text);
    const shown = (await client.items(uri)).map(({ code, severity, message, range, data }) => ({ rule: code, severity: SEVERITIES[severity!], message, range, fix: (data as { fix: string | null } | undefined)?.fix ?? null }));
    expect(shown).toEqual(own.map(({ rule, severity, message, range, fix }) => ({ rule, severity, message, range, fix })));
  });

  test('the same mended text, and mending it again changes nothing', async () => {
    const { text: mended } = fixReport(text);
    expect(readFileSync(join(folder, 'mended', file), 'utf8')).toBe(mended);
    const uri = uriOf(join(folder, 'as-is', file));
    const [action] = await client.actions(uri, 0, text.length, { only: ['source.fixAll'] });
    const resolved = action && !action.edit ? await client.connection.sendRequest<typeof action>('codeAction/resolve', action) : action;
    expect(applied(text, resolved?.edit, uri)).toBe(mended);
    expect(fixReport(mended)).toEqual({ text: mended, fixed: 0 });
  });
});
