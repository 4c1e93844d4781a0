// `format`: what is printed, what is written, what is refused. The core is a fake, which turns FIX into DONE, or into WIDE in full width.
import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { engine } from '../../server/src/cli/engine';
import { formatText } from '../../server/src/analysis';
import { seeds } from '../kit/corpus';
import { scratch, type Scratch } from './kit';

let box: Scratch;
beforeEach(() => void (box = scratch()));
afterEach(() => box.remove());

it('prints the formatted text and leaves the file', async () => {
  box.write({ 'a.txt': 'REPORT FIX\r\n', 'b.txt': 'REPORT\n' });
  const ran = await box.run(['format', 'a.txt', 'b.txt']);
  expect([ran.code, ran.out, ran.err]).toEqual([0, 'REPORT DONE\r\nREPORT\n', '']);
  expect(box.read('a.txt')).toBe('REPORT FIX\r\n');
});

it('writes what changed, keeps the byte order mark, and says which files', async () => {
  box.write({ 'in/a.txt': '\ufeffREPORT FIX\n', 'in/b.txt': 'REPORT\n', 'in/c.json': 'FIX' });
  const ran = await box.run(['format', 'in', '--write']);
  expect([ran.code, ran.out, ran.err]).toEqual([0, 'in/a.txt\n', '']);
  expect([box.read('in/a.txt'), box.read('in/b.txt'), box.read('in/c.json')]).toEqual(['\ufeffREPORT DONE\n', 'REPORT\n', 'FIX']);
  expect((await box.run(['format', 'in', '--write'])).out).toBe('');
  expect(box.names('in')).toEqual(['a.txt', 'b.txt', 'c.json']);
});

it('takes the configuration of each file, and the options before it', async () => {
  box.write({ 'a.txt': 'FIX\n', 'reportwright.json': '{ "format": { "width": "full" } }' });
  expect((await box.run(['format', 'a.txt'])).out).toBe('WIDE\n');
  expect((await box.run(['format', 'a.txt', '--width', 'half'])).out).toBe('DONE\n');
});

it.each([
  [['format'], 'name files'],
  [['format', 'none.txt'], 'none.txt: no such file'],
  [['format', 'a.txt', '--width', 'wide'], 'bad value for option'],
  [['format', 'gbk.txt', '--write'], 'gbk.txt: is in gb18030; only UTF-8 files are rewritten'],
  [['format', 'fixed.txt', '--write'], 'fixed.txt: is not writable'],
  [['format', 'link.txt', '--write'], 'link.txt: is a symbolic link'],
])('%j is refused', async (args, sentence) => {
  box.write({ 'a.txt': 'FIX\n', 'fixed.txt': 'FIX\n', 'gbk.txt': new Uint8Array(iconv.encode('深入推进法治政府建设，规范行政执法，FIX。\n', 'gb18030')) });
  chmodSync(join(box.folder, 'fixed.txt'), 0o444);
  symlinkSync(join(box.folder, 'a.txt'), join(box.folder, 'link.txt'));
  const ran = await box.run(args);
  expect(ran.code).toBe(2);
  expect(ran.err).toContain(sentence);
  expect([box.read('a.txt'), box.read('fixed.txt')]).toEqual(['FIX\n', 'FIX\n']);
});

it('a wrong setting is named, and the rest holds', async () => {
  box.write({ 'a.txt': 'FIX\n', 'reportwright.json': '{ "format": { "width": "broad", "indnt": "two" } }' });
  const ran = await box.run(['format', 'a.txt']);
  expect([ran.code, ran.out]).toEqual([2, 'DONE\n']);
  expect(ran.err).toContain('reportwright.json');
});

it('the real core formats as the editor does', () => {
  const { text } = seeds[4]!;
  for (const width of ['auto', 'full'] as const) expect(engine.format(text, { width, indent: 'two' })).toBe(formatText(text, { width, indent: 'two' }));
});
