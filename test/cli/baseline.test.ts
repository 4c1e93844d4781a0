// `check --baseline` with the real core: made from what is there, holding that back, shrinking, and refusing what it cannot read.
import { chmodSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engine } from '../../server/src/cli/engine';
import { run } from '../../server/src/cli/run';
import { unmark } from '../kit/marks';
import { flawed } from '../lsp/drafts';
import { scratch, type Scratch } from './kit';

let box: Scratch;
beforeEach(() => void (box = scratch()));
afterEach(() => box.remove());

const { text: DRAFT } = unmark(flawed);
const B = ['--baseline', 'b.json', '--lang', 'en'];

async function check(...args: readonly string[]): Promise<{ readonly code: number; readonly codes: readonly string[]; readonly err: string }> {
  let out = '';
  let err = '';
  const terminal = { cwd: box.folder, env: {}, outIsTerminal: false, errIsTerminal: false, columns: 80, out: async (text: string) => void (out += text), err: (text: string) => void (err += text), readStdin: async () => new TextEncoder().encode(DRAFT) };
  const code = await run(['check', '--format', 'json', ...args], { core: engine, version: '0.0.0', startServer: async () => {}, terminal });
  const files = out ? (JSON.parse(out) as { files: readonly { diagnostics: readonly { rule: string }[] }[] }).files : [];
  return { code, codes: files.flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule)), err };
}
const entries = (): readonly { file: string; code: string }[] => (JSON.parse(box.read('b.json')) as { accepted: { file: string; code: string }[] }).accepted;

describe('check --baseline', () => {
  it('makes the file from what is found, then reports only what is new, and shrinks', async () => {
    box.write({ 'drafts/a.txt': DRAFT, 'drafts/b.txt': DRAFT.replace('某市', '另市').replace('35件', '36件') });
    const before = await check('drafts');
    expect(before.code).toBe(1);
    const made = await check('drafts', ...B);
    expect({ code: made.code, codes: made.codes }).toEqual({ code: 0, codes: [] });
    expect(made.err).toBe(`b.json: made, with ${before.codes.length} findings that are there now; from now on only new ones are reported\n`);
    expect(new Set(entries().map(({ file }) => file))).toEqual(new Set(['drafts/a.txt', 'drafts/b.txt']));

    const first = box.read('b.json');
    expect(await check('drafts', ...B)).toEqual({ code: 0, codes: [], err: '' });
    expect(box.read('b.json')).toBe(first);

    box.write({ 'drafts/a.txt': DRAFT.replace('薄弱环节。', '薄弱环节，。') });
    const after = await check('drafts', ...B);
    expect({ code: after.code, codes: after.codes }).toEqual({ code: 1, codes: ['text/doubled-mark'] });
    expect(box.read('b.json')).toBe(first);

    box.write({ 'drafts/a.txt': DRAFT.replace('。。', '。') });
    expect((await check('drafts', ...B)).err).toBe('b.json: 1 accepted findings no longer occur and were taken out\n');
    expect(entries().filter(({ file, code }) => file.endsWith('a.txt') && code === 'text/doubled-mark')).toEqual([]);
    box.write({ 'drafts/a.txt': DRAFT });
    expect((await check('drafts', ...B)).codes).toEqual(['text/doubled-mark']);
  });

  it('leaves entries of files and rules that this run did not check', async () => {
    box.write({ 'a.txt': DRAFT, 'b.txt': DRAFT.replace('35件', '36件') });
    await check('a.txt', 'b.txt', ...B);
    const all = box.read('b.json');
    expect((await check('a.txt', ...B)).err).toBe('');
    expect((await check('a.txt', 'b.txt', '--rule', 'text/doubled-mark=off', ...B)).err).toBe('');
    box.write({ 'reportwright.json': '{ "preset": "quiet" }' });
    await check('a.txt', 'b.txt', ...B);
    expect(box.read('b.json')).toBe(all);
  });

  it('follows a renamed file', async () => {
    box.write({ 'drafts/a.txt': DRAFT });
    await check('drafts', ...B);
    renameSync(join(box.folder, 'drafts/a.txt'), join(box.folder, 'drafts/final.txt'));
    expect((await check('drafts', ...B)).codes).toEqual([]);
    expect(new Set(entries().map(({ file }) => file))).toEqual(new Set(['drafts/final.txt']));
  });

  it('holds back on standard input, and writes nothing for it', async () => {
    box.write({ 'a.txt': DRAFT });
    await check('a.txt', ...B);
    const stored = box.read('b.json');
    expect(await check('--stdin', '--stdin-filename', 'x.txt', ...B)).toMatchObject({ code: 0, codes: [] });
    expect(box.read('b.json')).toBe(stored);
    expect((await check('--stdin', '--baseline', 'none.json')).code).toBe(1);
    expect(box.names()).toEqual(['a.txt', 'b.json']);
  });

  it('the one that the configuration names is heeded and left as it is', async () => {
    box.write({ 'a.txt': DRAFT });
    await check('a.txt', ...B);
    box.write({ 'reportwright.json': '{ "baseline": "b.json" }', 'a.txt': DRAFT.replace('。。', '。') });
    const stored = box.read('b.json');
    expect(await check('a.txt')).toEqual({ code: 0, codes: [], err: '' });
    expect(box.read('b.json')).toBe(stored);
  });

  it.each([
    ['broken', '{\n  "version": 1,\n  "accepted": [}\n', 'b.json: line 3, column 16: '],
    ['something else', '{ "name": "x" }', 'b.json: line 1, column 1: '],
    ['of a newer version', '{ "version": 9, "accepted": [] }', 'b.json: line 1, column 14: '],
  ])('%s: exit 2, named with the place, and left alone', async (_, text, said) => {
    box.write({ 'a.txt': DRAFT, 'b.json': text });
    const ran = await check('a.txt', ...B);
    expect(ran.code).toBe(2);
    expect(ran.err.startsWith(said), ran.err).toBe(true);
    expect(box.read('b.json')).toBe(text);
    box.write({ 'reportwright.json': '{ "baseline": "b.json" }' });
    expect(await check('a.txt', '--lang', 'en')).toMatchObject({ code: 2, err: expect.stringContaining('b.json: line') as string });
  });

  it('that cannot be written: exit 2, one line', async () => {
    box.write({ 'a.txt': DRAFT });
    expect(await check('a.txt', '--baseline', 'no/such/b.json', '--lang', 'en')).toMatchObject({ code: 2, err: 'no/such/b.json: cannot be written: its folder does not exist\n' });
    await check('a.txt', ...B);
    chmodSync(join(box.folder, 'b.json'), 0o444);
    box.write({ 'a.txt': DRAFT.replace('。。', '。') });
    expect(await check('a.txt', ...B)).toMatchObject({ code: 2, err: 'b.json: is not writable, left as it is\n' });
  });
});

describe('codes that were renamed', () => {
  it('--rule and explain go on to know the old one, and say the new one', async () => {
    box.write({ 'a.txt': 'REPORT\nerror: a\n' });
    const ran = await box.run(['check', 'a.txt', '--rule', 'former/sequence=off']);
    expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: 'reportwright: rule former/sequence is called numbering/sequence now\n' });
    const explained = await box.run(['explain', 'former/sequence']);
    expect(explained.out.startsWith('# numbering/sequence')).toBe(true);
    expect(explained.err).toContain('numbering/sequence');
  });
  it('a configuration with an old name is no failure', async () => {
    box.write({ 'a.txt': 'REPORT\nerror: a\n', 'reportwright.json': '{ "rules": { "former/sequence": "off" } }' });
    const ran = await box.run(['check', 'a.txt', '--format', 'json']);
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out)).toMatchObject({ files: [{ diagnostics: [{ rule: 'config/invalid', severity: 'info' }] }, { path: 'a.txt' }] });
  });
});
