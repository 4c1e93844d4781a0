// `learn`, `outline`, `explain`, `lsp`, help and language. The core is a fake.
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { say, type MessageId } from '../../server/src/cli/messages';
import { scratch, type Scratch } from './kit';

let box: Scratch;
beforeEach(() => void (box = scratch()));
afterEach(() => box.remove());

describe('learn', () => {
  it('writes a profile whose seed names do not depend on the machine or the order of paths', async () => {
    box.write({ 'good/b.txt': 'REPORT b', 'good/sub/a.txt': 'REPORT', 'good/README.md': 'x', 'more/c.md': 'REPORT' });
    const one = await box.run(['learn', 'good', '--output', 'p.json']);
    expect(one).toMatchObject({ code: 0, err: '', out: 'learned 3 slots from 2 reports, written to p.json\n' });
    expect(JSON.parse(box.read('p.json'))).toMatchObject({ seeds: ['b.txt:8', 'sub/a.txt:6'], family: null });
    const ab = await box.run(['learn', 'good', 'more', '--output', 'ab.json', '--family', 'none']);
    const ba = await box.run(['learn', 'more', join(box.folder, 'good'), 'good/b.txt', '--output', 'ba.json', '--family', 'none']);
    expect([ab.code, ba.code]).toEqual([0, 0]);
    expect(box.read('ab.json')).toBe(box.read('ba.json'));
    expect(JSON.parse(box.read('ab.json'))).toMatchObject({ seeds: ['good/b.txt:8', 'good/sub/a.txt:6', 'more/c.md:6'], family: 'none' });
  });

  it('--format json prints the summary, with or without a file', async () => {
    box.write({ 'good/a.txt': 'REPORT' });
    const ran = await box.run(['learn', 'good', '--format', 'json']);
    expect(JSON.parse(ran.out)).toEqual({ family: null, seeds: ['a.txt:6'] });
    expect(box.names()).toEqual(['good']);
    expect(JSON.parse((await box.run(['learn', 'good', '--format', 'json', '-o', 'p.json'])).out)).toEqual({ family: null, seeds: ['a.txt:6'] });
    expect(box.names()).toEqual(['good', 'p.json']);
  });

  it('nothing to learn from: exit 2, nothing written, an old profile untouched', async () => {
    mkdirSync(join(box.folder, 'empty'));
    box.write({ 'p.json': 'old', 'bin/x.txt': new Uint8Array(40) });
    for (const path of ['empty', 'none', 'bin']) {
      const ran = await box.run(['learn', path, '--output', 'p.json']);
      expect(ran).toMatchObject({ code: 2, out: '' });
      expect(ran.err).toContain(`${path}: no report to learn from, nothing written\n`);
      expect(box.read('p.json')).toBe('old');
    }
    expect(box.names()).toEqual(['bin', 'empty', 'p.json']);
  });

  it('an unreadable report among good ones is named and fails the run; the others are learned from', async () => {
    box.write({ 'good/a.txt': 'REPORT', 'good/b.txt': new Uint8Array(40) });
    const ran = await box.run(['learn', 'good', '--output', 'p.json']);
    expect(ran).toMatchObject({ code: 2, err: 'good/b.txt: this is a binary file, not text\n' });
    expect(JSON.parse(box.read('p.json'))).toMatchObject({ seeds: ['a.txt:6'] });
  });

  it('refuses to write where it should not, and leaves no temporary file', async () => {
    box.write({ 'good/a.txt': 'REPORT', 'ro.json': 'old', 'real.json': 'old' });
    chmodSync(join(box.folder, 'ro.json'), 0o400);
    symlinkSync(join(box.folder, 'real.json'), join(box.folder, 'link.json'));
    for (const [output, message] of [['ro.json', 'is not writable'], ['link.json', 'symbolic link'], ['good', 'is a folder'], ['no/p.json', 'its folder does not exist']] as const) {
      const ran = await box.run(['learn', 'good', '--output', output]);
      expect(ran).toMatchObject({ code: 2, out: '' });
      expect(ran.err).toContain(`${output}: `);
      expect(ran.err).toContain(message);
    }
    expect([box.read('ro.json'), box.read('real.json')]).toEqual(['old', 'old']);
    expect(box.names()).toEqual(['good', 'link.json', 'real.json', 'ro.json']);
  });
});

describe('outline', () => {
  it('text and json', async () => {
    box.write({ 'a.txt': '某某报告\n' });
    expect((await box.run(['outline', 'a.txt'])).out).toBe('某某报告  year 2024\n  一、成绩 [results] :3\n    （一）其一 :4\n');
    const { out } = await box.run(['outline', 'a.txt', '--format', 'json']);
    expect(JSON.parse(out)).toMatchObject({ title: '某某报告', year: 2024, sections: [{ level: 1, marker: '一、', slot: 'results', children: [{ runIn: true }] }] });
  });
  it('a file that cannot be read, a profile that is none', async () => {
    box.write({ 'a.txt': 'x', 'p.json': '{}', 'b.txt': Buffer.from('%PDF-1.4') });
    expect(await box.run(['outline', 'none.txt'])).toMatchObject({ code: 2, out: '', err: 'none.txt: no such file or folder\n' });
    expect((await box.run(['outline', 'b.txt'])).err).toContain('b.txt: this is a PDF');
    expect((await box.run(['outline', '.'])).code).toBe(2);
    expect(await box.run(['outline', 'a.txt', '--profile', 'p.json'])).toMatchObject({ code: 2, out: '' });
  });
});

describe('explain', () => {
  it('is plain Markdown in a pipe and light on a terminal', async () => {
    const plain = await box.run(['explain', 'text/placeholder']);
    expect(plain).toMatchObject({ code: 0, out: '# text/placeholder\n\nPage in **en** with `code`.\n\n```\nbad\n```\n' });
    const rendered = (await box.run(['explain', 'text/placeholder', '--lang', 'zh'], { outIsTerminal: true, env: { NO_COLOR: '1' } })).out;
    expect(rendered).toBe('text/placeholder\n\nPage in zh-cn with code.\n\n    bad\n');
  });
  it('--list is a table of all codes', async () => {
    const { out, code } = await box.run(['explain', '--list']);
    expect(code).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "rule                group      severity  basis  fix   what it reports
      numbering/sequence  numbering  error     S      safe  gap in the numbering
      text/placeholder    text       error     P      –     未填写的内容
      text/stray-space    text       info      P      safe  a space too many
      "
    `);
  });
});

describe('the rest', () => {
  it('lsp starts the server, with whatever an editor adds', async () => {
    expect(await box.run(['lsp', '--stdio', '--clientProcessId=12'])).toMatchObject({ code: 0, out: 'SERVER', err: '' });
  });
  it('help and version, in both languages', async () => {
    for (const args of [['--help'], ['help'], ['check', '--help'], ['help', 'learn'], ['--version']]) {
      const ran = await box.run(args);
      expect(ran).toMatchObject({ code: 0, err: '' });
      expect(ran.out).not.toBe('');
    }
    const zh = await box.run(['check', '--help'], { env: { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US' } });
    expect(zh.out).toMatch(/用法：[\s\S]*选项：[\s\S]*--max-warnings/);
    expect((await box.run(['check', '--help', '--lang', 'en'], { env: { LANG: 'zh_CN' } })).out).toContain('Usage:');
  });
  it('every sentence exists in both languages', () => {
    for (const id of ['no-such-file', 'internal', 'summary'] as readonly MessageId[]) expect(say('zh-cn', id)).not.toBe(say('en', id));
  });
});
