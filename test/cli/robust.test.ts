// The built program as a process, over real reports: many of them, interrupted, and where files may not be written. Nothing may be lost.
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundles } from '../../esbuild.mjs';
import { fixReport } from '../../server/src/library';
import { seeds } from '../kit/corpus';

const folder = mkdtempSync(join(tmpdir(), 'robust-'));
const program = join(folder, 'cli.js');
const at = (...path: string[]): string => join(folder, ...path);

beforeAll(async () => void (await build({ ...bundles.find(({ outfile }) => outfile === 'dist/cli.js')!, outfile: program, sourcemap: false, metafile: false })));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended { readonly code: number | null; readonly out: string; readonly err: string }

function start(args: readonly string[], node: readonly string[] = []) {
  const child = spawn(process.execPath, [...node, program, ...args], { cwd: folder, env: { ...process.env, LANG: 'en', NODE_OPTIONS: '' } });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => void (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => void (err += chunk.toString()));
  return { child, ended: new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, out, err }))) };
}

/** Reports of real length that are all different, each with something to mend. */
function fill(name: string, count: number): ReadonlyMap<string, string> {
  mkdirSync(at(name), { recursive: true });
  const drafts = Array.from({ length: count }, (_, i) => [`r${String(i).padStart(4, '0')}.txt`, `${seeds[i % seeds.length]!.text.replace(/[。]/, `（第${i}稿）。`)}\n另有事项${i}件。。\n`] as const);
  for (const [file, text] of drafts) writeFileSync(at(name, file), text);
  return new Map(drafts);
}

describe('five hundred drafts', () => {
  it('take less than ten seconds of one processor, in little memory, whatever the format', async () => {
    fill('many', 500);
    // The peak of this program alone: what the system calls maxRSS begins with that of the process it was started by.
    writeFileSync(at('usage.cjs'), "process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage(); let kilobytes = maxRSS; try { kilobytes = Number(/VmHWM:\\s*(\\d+)/.exec(require('node:fs').readFileSync('/proc/self/status', 'utf8'))[1]); } catch {} process.stderr.write(JSON.stringify({ seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: kilobytes / 1024 })); });");
    for (const format of ['json', 'sarif']) {
      // A heap that could not hold the reports: it must let go of each as soon as it is written.
      const { code, out, err } = await start(['check', 'many', '--format', format], ['--max-old-space-size=96', '--require', at('usage.cjs')]).ended;
      const { seconds, megabytes } = JSON.parse(err) as { seconds: number; megabytes: number };
      console.log(`500 drafts as ${format}: ${seconds.toFixed(1)} s of processor time, ${megabytes.toFixed(0)} MB at most, ${(out.length / 1e6).toFixed(1)} MB of output`);
      expect(code).toBe(1);
      expect(format === 'json' ? (JSON.parse(out) as { files: unknown[] }).files.length : new Set(out.match(/r\d{4}\.txt/g)).size).toBe(500);
      expect(seconds).toBeLessThan(10);
      expect(megabytes).toBeLessThan(300);
    }
  }, 120_000);
});

describe('an interrupt in the midst of --fix', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('%s leaves each file old or new, and no other', async (signal) => {
    const drafts = fill(`fixing-${signal}`, 300);
    const { child, ended } = start(['check', `fixing-${signal}`, '--fix', '--format', 'json']);
    let seen = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      seen += chunk.toString().split('"path"').length - 1;
      if (seen > 5) child.kill(signal);
    });
    expect((await ended).code).toBe(signal === 'SIGINT' ? 130 : 143);
    expect(readdirSync(at(`fixing-${signal}`)).sort()).toEqual([...drafts.keys()].sort());
    let mended = 0;
    for (const [name, text] of drafts) {
      const now = readFileSync(at(`fixing-${signal}`, name), 'utf8');
      if (now === text) continue;
      mended++;
      expect(now).toBe(fixReport(text).text);
    }
    expect(mended).toBeGreaterThan(0);
    expect(mended).toBeLessThan(drafts.size);
  });
});

describe('--fix where it may not write: one clear line, the findings all the same, nothing lost', () => {
  const DRAFT = `${seeds[4]!.text}\n另有事项3件。。\n`;
  const MENDED = fixReport(DRAFT).text;
  const attempt = async (path: string, message: string, node: readonly string[] = []): Promise<void> => {
    const { code, out, err } = await start(['check', path, '--fix', '--format', 'json', '--lang', 'en'], node).ended;
    expect(err.trimEnd().split('\n')).toEqual([expect.stringContaining(message)]);
    expect(code).toBe(2);
    expect((JSON.parse(out) as { files: { diagnostics: unknown[] }[] }).files.at(-1)!.diagnostics.length).toBeGreaterThan(0);
  };

  it('a read-only file', async () => {
    mkdirSync(at('ro'));
    writeFileSync(at('ro/a.txt'), DRAFT);
    chmodSync(at('ro/a.txt'), 0o444);
    await attempt('ro', 'ro/a.txt: is not writable, left as it is');
    expect([readFileSync(at('ro/a.txt'), 'utf8'), readdirSync(at('ro'))]).toEqual([DRAFT, ['a.txt']]);
  });

  it('a file that somebody changes while the mended text is being written', async () => {
    mkdirSync(at('busy'));
    writeFileSync(at('busy/a.txt'), DRAFT);
    // As soon as the temporary file is opened, another program saves the draft.
    writeFileSync(at('interfere.cjs'), `const fs = require('fs/promises'); const { open } = fs;
      fs.open = async (path, ...rest) => { require('fs').writeFileSync(${JSON.stringify(at('busy/a.txt'))}, '别人改过的稿子'); return open(path, ...rest); };`);
    await attempt('busy/a.txt', 'busy/a.txt: was changed in the meantime, not written', ['--require', at('interfere.cjs')]);
    expect([readFileSync(at('busy/a.txt'), 'utf8'), readdirSync(at('busy'))]).toEqual(['别人改过的稿子', ['a.txt']]);
  });

  it('links: to a file, to a file elsewhere, to a folder elsewhere', async () => {
    mkdirSync(at('links'));
    mkdirSync(at('elsewhere'));
    for (const name of ['a.txt', 'b.txt']) writeFileSync(at('elsewhere', name), DRAFT);
    symlinkSync(at('elsewhere/a.txt'), at('links/a.txt'));
    await attempt('links/a.txt', 'links/a.txt: is a symbolic link, not written');
    await attempt('links', 'links/a.txt: lies outside the folder that was named');
    rmSync(at('links/a.txt'));
    symlinkSync(at('elsewhere'), at('links/folder'));
    const { code, err } = await start(['check', 'links', '--fix', '--lang', 'en']).ended;
    expect(code).toBe(2);
    expect(err.trimEnd().split('\n')).toEqual([expect.stringContaining('links/folder/a.txt: lies outside'), expect.stringContaining('links/folder/b.txt: lies outside')]);
    for (const name of ['a.txt', 'b.txt']) expect(readFileSync(at('elsewhere', name), 'utf8')).toBe(DRAFT);
    // Named by itself it is nobody's accident.
    expect((await start(['check', 'elsewhere', '--fix', '--quiet']).ended).err).toBe('');
    expect(readFileSync(at('elsewhere/a.txt'), 'utf8')).toBe(MENDED);
  });

  it('a folder that was a link itself is written to, and permissions stay', async () => {
    mkdirSync(at('target'));
    writeFileSync(at('target/a.txt'), DRAFT, { mode: 0o640 });
    chmodSync(at('target/a.txt'), 0o640);
    symlinkSync(at('target'), at('named'));
    expect((await start(['check', 'named', '--fix', '--quiet']).ended).err).toBe('');
    expect([readFileSync(at('target/a.txt'), 'utf8'), statSync(at('target/a.txt')).mode & 0o777]).toEqual([MENDED, 0o640]);
  });
});
