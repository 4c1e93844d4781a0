/**
 * What the bundles are made of: nothing missing, nothing that does not belong, and the library in a world without Node and without a browser.
 */
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import type { BuildOptions, BuildResult, Plugin } from 'esbuild';
import { builtinModules, createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundles, insideOf } from '../../esbuild.mjs';
import { lean } from '../../scripts/lean.mjs';
import { noticesOf } from '../../scripts/notices.mjs';
import { corpusText } from '../kit/corpus';
import { filesBelow, root } from './sources';

interface Contents {
  /** Files inside, paths from the repository's root. */
  readonly inputs: readonly string[];
  /** What is asked of the surroundings at run time. */
  readonly external: readonly string[];
  readonly code: string;
}

type Built = BuildResult<{ metafile: true; write: false }>;

/** A bundle made in memory, as esbuild.mjs asks for it but for `other`. */
const built = async (outfile: string, other: BuildOptions = {}): Promise<Built> =>
  (await build({ ...bundles.find((bundle) => bundle.outfile === outfile)!, ...other, metafile: true, write: false, sourcemap: false })) as Built;

async function contentsOf(outfile: string): Promise<Contents> {
  const { metafile, outputFiles } = await built(outfile);
  const [output] = Object.values(metafile.outputs);
  return { inputs: insideOf(metafile), external: [...new Set(output!.imports.filter((one) => one.external).map((one) => one.path))], code: outputFiles[0]!.text };
}

const isNode = (name: string): boolean => name.startsWith('node:') || builtinModules.includes(name);
const packagesIn = (inputs: readonly string[]): readonly string[] => [...new Set(inputs.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []))];

/** What matches globs; a whole family, packaged one by one. */
const GLOBS = ['grammex', 'graphmatch', 'zeptomatch'];
/** What the protocol's client brings along. */
const CLIENT = ['balanced-match', 'brace-expansion', 'jsonc-parser', 'minimatch', ...GLOBS];
/** What checks reports: pages and data of everything that ships. */
const CORE = [...filesBelow('server/src/rules', '.md'), ...filesBelow('seeds', 'profile.json'), ...filesBelow('seeds', 'norms.json'), 'seeds/common/grammar.json', 'seeds/common/units.json', 'server/src/text/traditional.json'];

/** For each bundle: what it may ask for, which own files have no place in it, which must be there, and exactly which packages, those of the protocol apart. */
const EXPECTED: readonly { readonly outfile: string; readonly external: (name: string) => boolean; readonly without: RegExp; readonly holds: readonly string[]; readonly packages: readonly string[] }[] = [
  { outfile: 'dist/client.node.js', external: (name) => name === 'vscode' || isNode(name), without: /^server\/src\/(?!lsp\/requests\.ts$|config\/match\.ts$)|^seeds\/|\.md$/, holds: ['client/src/node.ts', 'client/src/activate.ts'], packages: [...CLIENT, 'semver'] },
  { outfile: 'dist/client.web.js', external: (name) => name === 'vscode', without: /^server\/src\/(?!lsp\/requests\.ts$|config\/match\.ts$)|^seeds\/|\.md$|\/node\.ts$/, holds: ['client/src/web.ts', 'client/src/activate.ts'], packages: CLIENT },
  { outfile: 'dist/server.node.js', external: isNode, without: /^client\/|^server\/src\/cli\/|node_modules\/vscode-languageclient\//, holds: ['server/src/lsp/main-node.ts', 'server/src/host/node.ts', ...CORE], packages: ['jsonc-parser', ...GLOBS] },
  { outfile: 'dist/server.web.js', external: () => false, without: /^client\/|^server\/src\/cli\/|host\/node\.ts$|main-node|node_modules\/vscode-languageclient\//, holds: ['server/src/lsp/main-web.ts', ...CORE], packages: ['jsonc-parser', ...GLOBS] },
  { outfile: 'dist/cli.js', external: isNode, without: /^client\/|node_modules\/vscode-languageclient\//, holds: ['server/src/cli/main.ts', 'server/src/lsp/main-node.ts', ...CORE], packages: ['commander', 'jsonc-parser', ...GLOBS] },
  { outfile: 'dist/library.mjs', external: () => false, without: /^client\/|^server\/src\/(?:cli|lsp|host|config|convert)\/|node_modules\//, holds: ['server/src/library.ts', ...CORE], packages: [] },
];

test('every bundle is expected', () => {
  expect(bundles.map((bundle) => bundle.outfile).sort()).toEqual(EXPECTED.map(({ outfile }) => outfile).sort());
});

describe.each(EXPECTED)('$outfile', ({ outfile, external, without, holds, packages }) => {
  let contents: Contents;
  beforeAll(async () => void (contents = await contentsOf(outfile)));

  test('asks for nothing that its surroundings lack', () => expect(contents.external.filter((name) => !external(name))).toEqual([]));

  test('holds nothing of another part, of the tests or of the tools', () => {
    expect(contents.inputs.filter((path) => without.test(path) || /^(?:test|scripts)\//.test(path))).toEqual([]);
    expect(packagesIn(contents.inputs).filter((name) => !name.startsWith('vscode-')).sort()).toEqual([...packages].sort());
  });

  test('holds what it needs, whole', () => expect(holds.filter((path) => !contents.inputs.includes(path))).toEqual([]));

  test('has a notice for each package in it', () => {
    const notices = noticesOf(contents.inputs);
    for (const name of packagesIn(contents.inputs)) expect(notices).toContain(`\n${name} `);
    expect(notices.includes('OpenCC')).toBe(contents.inputs.includes('server/src/text/traditional.json'));
  });
});

/** What a value is made of: kinds and the names of properties, to the bottom. */
function shapeOf(value: unknown, seen = new Set<unknown>()): unknown {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) return typeof value === 'string' ? value : typeof value;
  seen.add(value);
  return [typeof value, ...Object.keys(value).sort().map((key) => [key, shapeOf((value as Record<string, unknown>)[key], seen)])];
}

test('the protocol library said shorter exports what it exported', async () => {
  const exported = async (plugins: Plugin[]): Promise<unknown> => {
    const contents = "module.exports = require('vscode-languageserver/node')";
    const { outputFiles } = await build({ stdin: { contents, resolveDir: root }, bundle: true, write: false, platform: 'node', format: 'cjs', plugins });
    const module = { exports: {} };
    new Function('module', 'require', outputFiles[0]!.text)(module, createRequire(import.meta.url));
    return shapeOf(module.exports);
  };
  const whole = await exported([]);
  expect(JSON.stringify(whole).length).toBeGreaterThan(10_000);
  expect(await exported([lean])).toEqual(whole);
});

describe('the library', () => {
  test('works with nothing around it but the language itself', async () => {
    const { outputFiles } = await built('dist/library.mjs', { format: 'iife', globalName: 'library' });
    const { text } = corpusText('yanji-2020');
    // A new context has no process, no Buffer, no require, no fetch, no URL, no timers.
    const found = runInNewContext(`${outputFiles[0]!.text}
      const surroundings = ['process', 'Buffer', 'require', 'window', 'document', 'fetch', 'setTimeout', 'URL', 'TextDecoder'].filter((name) => name in globalThis);
      const profile = library.learnProfile([{ name: 'a', text }]);
      JSON.stringify({ surroundings, year: library.parseReport(text).year, codes: library.checkReport(text).map((one) => one.rule), seeds: profile.seeds.length });`, { text }) as string;
    const { surroundings, year, codes, seeds } = JSON.parse(found) as { surroundings: string[]; year: number; codes: string[]; seeds: number };
    expect(surroundings).toEqual([]);
    expect([year, seeds]).toEqual([2020, 1]);
    expect(codes).toContain('text/repeated-phrase');
  });
});
