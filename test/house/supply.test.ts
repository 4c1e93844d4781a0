/**
 * What comes from others and what goes out: licences of everything bundled and of every tool, the size of what is shipped, and that nothing in it can reach a network.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundles } from '../../esbuild.mjs';
import { shrink } from '../../scripts/shrink.mjs';
import { root, sources } from './sources';

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
}
const json = <T>(path: string): T => JSON.parse(readFileSync(join(root, path), 'utf8')) as T;
const lock = json<{ readonly packages: Readonly<Record<string, Locked>> }>('package-lock.json').packages;

interface Made {
  readonly outfile: string;
  readonly code: string;
  readonly bytes: number;
  readonly inputs: readonly string[];
}

const made: Made[] = [];
beforeAll(async () => {
  for (const bundle of bundles) {
    const { outputFiles, metafile } = await build({ ...bundle, minify: true, metafile: true, write: false, sourcemap: false });
    const code = outputFiles![0]!.text;
    const packed = bundle.outfile.includes('server') ? await shrink(code) : code;
    made.push({ outfile: bundle.outfile, code, bytes: Buffer.byteLength(packed), inputs: Object.keys(metafile!.inputs) });
  }
  // Minifying everything takes its time on a busy machine.
}, 300_000);

describe('licences', () => {
  /** May travel inside the bundles: ask for their notice and nothing else. */
  const PERMISSIVE = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'BlueOak-1.0.0'];
  /** May besides be used as a tool, which is never shipped. */
  const TOOLS = [...PERMISSIVE, 'MPL-2.0', 'Python-2.0', 'CC0-1.0', 'CC-BY-4.0', 'CC-BY-3.0', 'Unlicense', 'Zlib', 'WTFPL', 'Artistic-2.0'];
  /** Terms of its own, each for one reason. */
  const NAMED: readonly { readonly path: RegExp; readonly because: string }[] = [{ path: /\/@vscode\/vsce-sign(?:-[\w-]+)?$/, because: 'part of vsce, for signing, which is never done here' }];
  /** An expression holds when one side of each OR and every side of each AND is allowed. */
  const holds = (expression: string, allowed: readonly string[]): boolean =>
    expression.replace(/[()]/g, '').split(' OR ').some((side) => side.split(' AND ').every((one) => allowed.includes(one.trim())));
  /** The package itself says it where the lock does not. */
  const licenceOf = (path: string, { license }: Locked): string => license ?? ((json<{ license?: string }>(`${path}/package.json`)).license ?? '');

  test('every tool in the lock has one that we may use', () => {
    const installed = Object.entries(lock).filter(([path, { link }]) => path !== '' && !link);
    expect(installed.length).toBeGreaterThan(100);
    expect(installed.map(([path, entry]) => [path, licenceOf(path, entry)] as const).filter(([path, licence]) => !holds(licence, TOOLS) && !NAMED.some((known) => known.path.test(path)))).toEqual([]);
  });

  test('what is bundled has one that only asks for its notice', () => {
    const inputs = made.flatMap((one) => one.inputs);
    const folders = [...new Set(inputs.flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? []))];
    expect(folders.length).toBeGreaterThan(5);
    expect(folders.map((folder) => [folder, json<{ license: string }>(`${folder}/package.json`).license] as const).filter(([, licence]) => !holds(licence, PERMISSIVE))).toEqual([]);
  });

  test('a licence that asks for more is refused, and an expression is read', () => {
    for (const no of ['GPL-3.0', 'AGPL-3.0-only', 'UNLICENSED', '', 'MIT AND GPL-2.0']) expect(holds(no, TOOLS), no).toBe(false);
    for (const yes of ['MIT', '(MIT OR GPL-2.0)', 'MIT AND ISC']) expect(holds(yes, PERMISSIVE), yes).toBe(true);
  });
});

const bundle = (name: string): Made => made.find(({ outfile }) => outfile === `dist/${name}`)!;
const kB = 1000;

describe('size', () => {
  // Pages of rules, learned data and messages lie beside the servers: they grow with what the program knows, not with how it is written.
  test.each([['server.node.js', 600], ['server.web.js', 600], ['client.node.js', 540], ['client.web.js', 510]])('the program in %s stays below %i kB, minified', (name, most) => {
    expect(bundle(name).bytes / kB).toBeLessThan(most);
  });
});

describe('network', () => {
  /** Ways out of a browser or a worker. `net` and `http` of Node are looked for as modules. */
  const CALLS = new Set(['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'RTCPeerConnection', 'sendBeacon', 'importScripts']);
  const MODULES = /^(?:node:)?(?:https?2?|tls|dgram|dns(?:\/promises)?|net|inspector|cluster)$/;

  /** Identifiers by which code could reach out, and modules it loads for that. */
  function waysOut(code: string): readonly string[] {
    const found = new Set<string>();
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node) && CALLS.has(node.text)) found.add(node.text);
      if (ts.isStringLiteralLike(node) && MODULES.test(node.text) && ts.isCallExpression(node.parent) && /require$/.test(node.parent.expression.getText())) found.add(node.text);
      node.forEachChild(visit);
    };
    visit(ts.createSourceFile('bundle.js', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS));
    return [...found].sort();
  }

  // `net` is how the protocol's library listens on a pipe or a port of this machine (`--pipe`, `--socket`), when an editor that starts the server says so.
  test.each([['client.node.js', ['net']], ['client.web.js', []], ['server.node.js', ['net']], ['server.web.js', []], ['cli.js', ['net']], ['library.mjs', []]])('%s has no way out', (name, known) => {
    expect(waysOut(bundle(name).code)).toEqual(known);
  });

  test('no source of ours opens a connection', () => {
    expect(sources.filter(({ text }) => waysOut(text).length > 0).map(({ path }) => path)).toEqual([]);
  });

  test('a way out is seen', () => {
    expect(waysOut("const a = require('https'); fetch('x'); new WebSocket('y'); require('node:net')")).toEqual(['WebSocket', 'fetch', 'https', 'node:net']);
    expect(waysOut("// fetch\nconst prefetch = 'fetch';")).toEqual([]);
  });
});
