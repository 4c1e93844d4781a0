// What only a real process shows: pipes that close, signals, memory over many files.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let folder = '';
let program = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cli-process-'));
  program = join(folder, 'program.cjs');
  await build({ entryPoints: ['test/cli/process-main.ts'], outfile: program, bundle: true, platform: 'node', loader: { '.md': 'text' }, format: 'cjs', target: 'node20', mainFields: ['module', 'main'], logLevel: 'error' });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function start(args: readonly string[], env: Readonly<Record<string, string>> = {}, node: readonly string[] = []) {
  const child = spawn(process.execPath, [...node, program, ...args], { cwd: folder, env: { ...process.env, LANG: 'en', ...env } });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => void (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => void (err += chunk.toString()));
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, out, err })));
  return { child, ended };
}

function fill(name: string, count: number, text: string): void {
  mkdirSync(join(folder, name));
  for (let i = 0; i < count; i++) writeFileSync(join(folder, name, `r${i}.txt`), text);
}

describe('process', () => {
  it('exit code, both streams, standard input', async () => {
    const { child, ended } = start(['check', '--stdin', '--format', 'json']);
    child.stdin.end('REPORT\nwarning: 一\n');
    const { code, out, err } = await ended;
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(JSON.parse(out)).toMatchObject({ summary: { warning: 1 } });
  });

  it('a reader that goes away ends it quietly', async () => {
    fill('many', 3000, `REPORT\n${'warning: 一二三四五六七八九十\n'.repeat(50)}`);
    const { child, ended } = start(['check', 'many']);
    child.stdout.once('data', () => child.stdout.destroy());
    const { code, err } = await ended;
    expect(err).toBe('');
    expect(code).not.toBeNull();
  });

  it('memory stays flat over ten thousand files with many findings', async () => {
    fill('flood', 10_000, `REPORT\n${'warning: 一二三四五六七八九十一二三四五六七八九十\n'.repeat(40)}`);
    const { ended } = start(['check', 'flood', '--format', 'json'], { SHOW_PEAK: '1' }, ['--max-old-space-size=64']);
    const { code, out, err } = await ended;
    expect(code).toBe(1);
    const document = JSON.parse(out) as { files: unknown[]; summary: { warning: number } };
    expect([document.files.length, document.summary.warning]).toEqual([10_000, 400_000]);
    // The document alone would not fit.
    expect(out.length).toBeGreaterThan(70_000_000);
    expect(Number(/peak (\d+)/.exec(err)?.[1])).toBeLessThan(64);
  });

  it('an interrupt leaves whole files and no temporary ones', async () => {
    fill('fixing', 2000, `REPORT\n${'warning: FIX\n'.repeat(200)}`);
    const { child, ended } = start(['check', 'fixing', '--fix', '--quiet', '--format', 'json']);
    let lines = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      lines += chunk.toString().split('\n').length - 1;
      if (lines > 20) child.kill('SIGINT');
    });
    const { code } = await ended;
    expect(code).toBe(130);
    const names = readdirSync(join(folder, 'fixing'));
    expect(names.filter((name) => !/^r\d+\.txt$/.test(name))).toEqual([]);
    const contents = names.map((name) => readFileSync(join(folder, 'fixing', name), 'utf8'));
    const mended = contents.filter((content) => content === `REPORT\n${'warning: DONE\n'.repeat(200)}`).length;
    const untouched = contents.filter((content) => content === `REPORT\n${'warning: FIX\n'.repeat(200)}`).length;
    expect([mended + untouched, mended > 0, untouched > 0]).toEqual([2000, true, true]);
  });
});
