/**
 * The npm package as its users get it: packed from a copy of the repository, installed from the tarball without a network, run, imported, type-checked.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seeds } from '../kit/corpus';
import { root } from './sources';

const scratch = mkdtempSync(join(tmpdir(), 'pack-'));
const copy = join(scratch, 'copy');
const user = join(scratch, 'user');
const installed = join(user, 'node_modules/reportwright');
const env = { ...process.env, npm_config_cache: join(scratch, 'cache'), npm_config_update_notifier: 'false', NO_COLOR: '1', LANG: 'en_US.UTF-8' };

const npm = (folder: string, ...args: string[]): string => execFileSync('npm', args, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
const node = (...args: string[]): { readonly code: number | null; readonly out: string; readonly err: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: user, env, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
};
const script = (name: string, text: string): string => {
  writeFileSync(join(user, name), text);
  return name;
};

let packed: readonly string[] = [];

// A copy, because packing builds: the repository's own dist/ may be in use by other tests.
beforeAll(() => {
  const left = new Set(['node_modules', 'dist', '.git', 'test']);
  cpSync(root, copy, { recursive: true, filter: (path) => !left.has(path.slice(root.length + 1).split(/[/\\]/)[0]!) });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  mkdirSync(user);
  npm(copy, 'pack', '--pack-destination', scratch);
  const tarball = readdirSync(scratch).find((name) => name.endsWith('.tgz'))!;
  script('package.json', '{"private":true,"type":"module"}');
  npm(user, 'install', '--offline', '--no-audit', '--no-fund', join(scratch, tarball));
  packed = readdirSync(installed, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(installed.length + 1).replaceAll('\\', '/')).sort();
}, 120_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('the package', () => {
  test('holds what its users need and nothing else', () => {
    expect(packed).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'dist/THIRD-PARTY-NOTICES.txt', 'dist/cli.js', 'dist/library.d.mts', 'dist/library.mjs', 'package.json', 'schemas/reportwright.schema.json']);
  });

  test('brings no other package along', () => {
    expect(readdirSync(join(user, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['reportwright']);
  });

  test('names no file of this machine', () => {
    for (const path of packed) expect(readFileSync(join(installed, path), 'utf8').includes(root), path).toBe(false);
  });
});

describe('the command', () => {
  test('checks a report', () => {
    const seed = seeds[0]!;
    writeFileSync(join(user, 'a.txt'), seed.text);
    const { code, out, err } = node(join(installed, 'dist/cli.js'), 'check', 'a.txt', '--format', 'json');
    expect([err, code]).toEqual(['', 1]);
    expect((JSON.parse(out) as { files: { family: string; year: number }[] }).files).toMatchObject([{ family: 'law-based-government', year: 2024 }]);
  });

  test('is found by npx, and knows its version', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(npm(user, 'exec', '--offline', '--', 'reportwright', '--version').trim()).toBe(version);
  });

  test('explains every rule it lists, from within the package', () => {
    const list = node(join(installed, 'dist/cli.js'), 'explain', '--list');
    const codes = list.out.split('\n').flatMap((line) => /^[a-z]+\/[a-z-]+/.exec(line) ?? []);
    expect(codes.length).toBeGreaterThan(20);
    expect(node(join(installed, 'dist/cli.js'), 'explain', codes[0]!).out).toContain(`# ${codes[0]!}`);
  });
});

describe('the library', () => {
  const program = `import { parseReport, learnProfile, checkReport, fixReport, encodeProfile, decodeProfile } from 'reportwright';
import type { DiagnosticJson, Outline, Profile } from 'reportwright';
const outline: Outline = parseReport('一、二〇二四年主要成效');
const profile: Profile = learnProfile([{ name: 'a', text: '一、主要成效' }], { family: 'none' });
const found: readonly DiagnosticJson[] = checkReport('一、主要成效', { profile, year: 2024, rules: { 'text/placeholder': 'off' }, language: 'en' });
const mended: string = fixReport('一、主要成效', { family: 'none' }).text;
const again = decodeProfile(encodeProfile(profile));
const years: (number | null)[] = again.ok ? again.profile.seeds.map((seed) => seed.year) : [];
export const lines: number[] = [...found.map(({ range }) => range.start.line), outline.sections.length, mended.length, ...years.map(Number)];
`;

  test('is imported by an ES module', () => {
    const { code, out, err } = node(script('use.mjs', `import { readFileSync } from 'node:fs';
      import * as library from 'reportwright';
      const text = readFileSync('a.txt', 'utf8');
      console.log(JSON.stringify([Object.keys(library).sort(), library.parseReport(text).year, library.checkReport(text).length > 0]));`));
    expect([err, code]).toEqual(['', 0]);
    expect(JSON.parse(out)).toEqual([['checkReport', 'decodeProfile', 'encodeProfile', 'fixReport', 'formatReport', 'learnProfile', 'mergeProfiles', 'parseReport'], 2024, true]);
  });

  test.each([['nodenext', 'nodenext'], ['bundler', 'esnext']])('type-checks, resolved as by %s', (resolution, module) => {
    const tsc = (name: string): { readonly code: number | null; readonly out: string } =>
      node(join(root, 'node_modules/typescript/bin/tsc'), '--noEmit', '--ignoreConfig', '--strict', '--exactOptionalPropertyTypes', '--target', 'es2022', '--lib', 'es2022', '--module', module, '--moduleResolution', resolution, name);
    expect(tsc(script('use.ts', program)).out).toBe('');
    // Types that let everything pass would be no types.
    expect(tsc(script('misuse.ts', program.replace("language: 'en'", "language: 'fr'").replace('range.start.line', 'range.start.lines'))).out).toMatch(/TS2820|TS2322[^]*TS2\d+/);
  });

  test('gives nobody its inner files', () => {
    const { code, err } = node(script('inner.mjs', "import 'reportwright/dist/cli.js';"));
    expect(code).toBe(1);
    expect(err).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });
});
