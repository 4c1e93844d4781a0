/**
 * The order of the layers, as a table and as a test: an import may point down, never up or sideways, and only at a layer's index. What each platform
 * may touch is checked here too. The table is the one in ARCHITECTURE.md.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSource, root, sources } from './sources';
import type { Import, Source } from './sources';

/** What each layer may import, from the bottom to the top. Everything named here stands further up in the table, so it can have no cycle. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  base: [],
  text: ['base'],
  syntax: ['base', 'text'],
  report: ['base', 'text', 'syntax'],
  profile: ['base', 'text', 'syntax', 'report'],
  // Siblings: learning does not know how a draft is aligned, aligning not how a profile came about, and the bundled data knows neither.
  learn: ['base', 'text', 'syntax', 'report', 'profile'],
  align: ['base', 'text', 'syntax', 'report', 'profile'],
  families: ['base', 'text', 'syntax', 'report', 'profile'],
  edit: ['base', 'text', 'syntax', 'report', 'profile', 'align'],
  rules: ['base', 'text', 'syntax', 'report', 'profile', 'align', 'edit'],
  scaffold: ['base', 'text', 'syntax', 'report', 'profile', 'align', 'edit'],
  // A sibling of the rules: what both know of text and numbering stands in edit.
  format: ['base', 'text', 'syntax', 'report', 'edit'],
  lint: ['base', 'text', 'syntax', 'report', 'profile', 'align', 'edit', 'rules'],
  features: ['base', 'text', 'syntax', 'report', 'profile', 'align', 'edit', 'rules', 'scaffold', 'lint'],
  // The edge: what the machine must give. Nothing above imports it, so all of that runs wherever JavaScript does.
  host: ['base'],
  convert: ['base', 'text'],
  config: ['base', 'text', 'host', 'convert'],
  // Where both meet: a snapshot of one document, and the workspace that keeps snapshots, profiles and configurations. The only state there is.
  analysis: ['base', 'text', 'syntax', 'report', 'profile', 'learn', 'align', 'families', 'edit', 'rules', 'scaffold', 'format', 'lint', 'host', 'convert', 'config'],
};
const LAYERS = Object.keys(MAY_IMPORT);
/** Adapters over all of it; none imports another. */
const ADAPTERS = ['library', 'lsp', 'cli'];

/** Files behind an index that others may import by name, each for one reason. */
const OPEN_FILES: readonly { readonly target: string; readonly from: readonly string[]; readonly because: string }[] = [
  { target: 'server/src/host/node', from: ['cli', 'lsp'], because: 'Node only; in the index it would reach the browser' },
  { target: 'server/src/analysis/analysis', from: ['library'], because: 'the snapshot without the workspace, which needs files' },
  { target: 'server/src/analysis/mend', from: ['library'], because: 'the same' },
  { target: 'server/src/analysis/format', from: ['library'], because: 'the same' },
  { target: 'server/src/lsp/main-node', from: ['cli'], because: '`reportwright lsp` becomes the server' },
  { target: 'server/src/lsp/requests', from: ['client'], because: 'the names and shapes that client and server agree on' },
  { target: 'client/sample', from: ['client'], because: 'names of sample reports hold words of their genre, which code does not' },
  { target: 'server/src/config/match', from: ['client'], because: 'client and command line must agree on which files are reports' },
];

/** Packages and where they may be imported; anything else from outside is not wanted. */
const PACKAGES: readonly { readonly name: RegExp; readonly where: RegExp }[] = [
  { name: /^vscode$/, where: /^client\/src\// },
  { name: /^vscode-languageclient(?:\/|$)/, where: /^client\/src\// },
  { name: /^vscode-languageserver(?:[-/]|$)/, where: /^server\/src\/lsp\// },
  { name: /^node:/, where: /^server\/src\/(?:cli\/|host\/node\.ts$|lsp\/main-node[\w-]*\.ts$)/ },
  { name: /^commander$/, where: /^server\/src\/cli\// },
  { name: /^jsonc-parser$/, where: /^(?:server\/src\/config|client\/src)\// },
  { name: /^zeptomatch$/, where: /^server\/src\/config\/match\.ts$/ },
];

/** `server/src/rules/text/x` → `rules`; a file directly in server/src is a layer of its own. */
function layerOf(path: string): string {
  if (path.startsWith('client/src/')) return 'client';
  const match = /^server\/src\/([\w-]+)/.exec(path);
  return match ? match[1]! : path;
}

const isAmbient = (source: Source): boolean => source.path.endsWith('.d.ts');

/** Whether code of one layer may import from another at all. */
function mayImport(from: string, to: string): boolean {
  if (from === to) return true;
  if (from === 'client' || ADAPTERS.includes(from)) return ADAPTERS.includes(from) && LAYERS.includes(to);
  return MAY_IMPORT[from]?.includes(to) ?? false;
}

/** What is wrong with an import of one of our own files; null when nothing is. */
function faultOf(source: Source, { target, specifier, typeOnly }: Import): string | null {
  const from = layerOf(source.path);
  const to = layerOf(target);
  if (target.endsWith('.json')) return jsonFault(source.path, target);
  if (target.endsWith('.md')) return /^server\/src\/rules\/[\w/-]+\.md$/.test(target) && from === 'rules' ? null : `${specifier}: only rules import pages`;
  const open = OPEN_FILES.find((file) => file.target === target && file.from.includes(from));
  if (open) return null;
  if (from === to) return groupFault(source.path, target);
  if (!mayImport(from, to)) return `${specifier}: ${from} must not import ${to}${typeOnly ? ', not even a type' : ''}`;
  return target === `server/src/${to}/index` ? null : `${specifier}: import from server/src/${to}, not from a file inside it`;
}

/** Families read seeds/; the command line reads its own version; a layer may have a table of its own beside it. Nobody else reads data. */
function jsonFault(path: string, target: string): string | null {
  if (target.startsWith(`server/src/${layerOf(path)}/`)) return null;
  if (target.startsWith('seeds/')) return layerOf(path) === 'families' ? null : `${target}: only families/ imports seeds`;
  return target === 'package.json' && ADAPTERS.includes(layerOf(path)) ? null : `${target}: data is imported by families/ only`;
}

/** Groups of rules are siblings too. */
function groupFault(path: string, target: string): string | null {
  const group = /^server\/src\/rules\/([\w-]+)\//;
  const own = group.exec(path)?.[1];
  const other = group.exec(target)?.[1];
  if (other === undefined || own === other) return null;
  if (own === undefined) return target === `server/src/rules/${other}/index` ? null : `${target}: import a group by its index`;
  return `${target}: group ${own} must not import group ${other}`;
}

/** What is wrong with the import of a package; null when nothing is. */
function packageFault(source: Source, { target }: Import): string | null {
  const known = PACKAGES.find(({ name }) => name.test(target));
  if (!known) return `${target}: a package nobody has argued for`;
  return known.where.test(source.path) ? null : `${target} must not be imported here`;
}

const faultsOf = (source: Source): readonly string[] =>
  source.imports.flatMap((one) => (one.own ? faultOf(source, one) : packageFault(source, one)) ?? []).map((fault) => `${source.path}: ${fault}`);

/** Cycles among files, by imports that `follows` lets through: each as the path that comes back to its beginning. */
function cyclesOf(files: readonly Source[], follows: (one: Import) => boolean): readonly string[] {
  const byPath = new Map(files.map((source) => [source.path.replace(/\.ts$/, ''), source]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) return void cycles.push([...trail.slice(at), path].join(' → '));
    if (done.has(path)) return;
    for (const one of byPath.get(path)?.imports ?? []) if (one.own && follows(one)) walk(one.target, [...trail, path]);
    done.add(path);
  };
  for (const path of byPath.keys()) walk(path, []);
  return cycles;
}

describe('imports', () => {
  test('every folder of server/src is a layer of the table', () => {
    const layers = [...new Set(sources.filter((source) => !isAmbient(source)).map((source) => layerOf(source.path)))];
    expect(layers.filter((layer) => layer !== 'client' && !LAYERS.includes(layer) && !ADAPTERS.includes(layer))).toEqual([]);
  });

  test('the table names only layers that stand above in it', () => {
    LAYERS.forEach((layer, at) => expect(MAY_IMPORT[layer]!.filter((below) => !LAYERS.slice(0, at).includes(below)), layer).toEqual([]));
  });

  test('point down, at an index, and at packages where they belong', () => {
    expect(sources.flatMap(faultsOf)).toEqual([]);
  });

  // Types are erased, and between layers the table holds for them too; inside a layer two files may share them.
  test('make no cycle among what runs', () => {
    expect(cyclesOf(sources, (one) => !one.typeOnly)).toEqual([]);
  });

  test('every own file that is imported exists', () => {
    const paths = new Set(sources.map((source) => source.path));
    const lost = sources.flatMap((source) => source.imports.filter((one) => one.own && !/\.(?:md|json)$/.test(one.target) && !paths.has(`${one.target}.ts`) && !OPEN_FILES.some(({ target }) => target === one.target && existsSync(join(root, `${target}.ts`)))).map((one) => `${source.path}: ${one.specifier}`));
    expect(lost).toEqual([]);
  });
});

describe('the page about it', () => {
  test('ARCHITECTURE.md shows every layer, in the order of the table', () => {
    const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
    const shown = [...page.matchAll(/^\| `([a-z]+)\/` \|/gm)].map((match) => match[1]!);
    expect(shown.filter((layer) => LAYERS.includes(layer))).toEqual(LAYERS);
    for (const { target } of OPEN_FILES) expect(page).toContain(`${target.replace('server/src/', '')}.ts`);
  });
});

// The tests of this file can fail: each fault, planted, is seen.
describe('a planted fault is found', () => {
  const planted = (path: string, text: string): readonly string[] => faultsOf(readSource(path, text));

  test.each([
    ['up', 'server/src/text/x.ts', "import { lint } from '../lint';"],
    ['up, as a type', 'server/src/syntax/x.ts', "import type { Report } from '../report';"],
    ['up, as a type in passing', 'server/src/syntax/x.ts', "export const f = (report: import('../report').Report): void => void report;"],
    ['sideways', 'server/src/learn/x.ts', "import { align } from '../align';"],
    ['from the core to the edge', 'server/src/report/x.ts', "import { decodeReport } from '../convert';"],
    ['from a feature to a snapshot', 'server/src/features/x.ts', "import type { Analysis } from '../analysis';"],
    ['past an index', 'server/src/align/x.ts', "import { fold } from '../text/fold';"],
    ['re-exported past an index', 'server/src/align/x.ts', "export { fold } from '../text/fold';"],
    ['between groups of rules', 'server/src/rules/year/x.ts', "import { MARKS } from '../text/scan/ground';"],
    ['between adapters', 'server/src/lsp/x.ts', "import { run } from '../cli/run';"],
    ['from the client into the core', 'client/src/x.ts', "import { lint } from '../../server/src/lint';"],
    ['vscode in the server', 'server/src/lsp/x.ts', "import { window } from 'vscode';"],
    ['the protocol in a feature', 'server/src/features/x.ts', "import { SymbolKind } from 'vscode-languageserver-types';"],
    ['node in the core', 'server/src/report/x.ts', "import { join } from 'node:path';"],
    ['node in the web server', 'server/src/lsp/main-web.ts', "import { join } from 'node:path';"],
    ['node, while running', 'server/src/learn/x.ts', "export const load = () => import('node:fs');"],
    ['a package nobody argued for', 'server/src/text/x.ts', "import { pinyin } from 'pinyin';"],
    ['seeds in a rule', 'server/src/rules/year/x.ts', "import norms from '../../../../seeds/law-based-government/norms.json';"],
  ])('%s', (_, path, text) => {
    expect(planted(path, text)).toHaveLength(1);
  });

  test('what is allowed is not', () => {
    expect(planted('server/src/rules/year/x.ts', "import { fold } from '../../text';\nimport type { Rule } from '../rule';\nimport page from './x.md';")).toEqual([]);
    expect(planted('server/src/cli/x.ts', "import { join } from 'node:path';\nimport { nodeHost } from '../host/node';\nconst lsp = () => import('../lsp/main-node');")).toEqual([]);
  });

  test('a cycle', () => {
    const ring = (first: string): readonly string[] => cyclesOf([readSource('server/src/text/x.ts', first), readSource('server/src/text/y.ts', "import { x } from './x';")], (one) => !one.typeOnly);
    expect(ring("import { y } from './y';")).toEqual(['server/src/text/x → server/src/text/y → server/src/text/x']);
    expect(ring("import { type Y, y } from './y';")).toHaveLength(1);
    expect(ring("import type { Y } from './y';")).toEqual([]);
    expect(ring("import { type Y } from './y';")).toEqual([]);
  });
});
