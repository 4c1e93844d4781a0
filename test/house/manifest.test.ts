/**
 * The extension manifest and its strings: complete in both languages, true to the code, and shipping nothing else. What VS Code does
 * with it is proven in test/e2e.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listFiles, PackageManager } from '@vscode/vsce';
import { describe, expect, test } from 'vitest';
import ts from 'typescript';
import { bundles } from '../../esbuild.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const json = <T>(path: string): T => JSON.parse(read(path)) as T;
type Strings = Readonly<Record<string, string>>;

interface Setting {
  readonly order?: number;
  readonly scope?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly markdownDescription?: string;
  readonly markdownEnumDescriptions?: readonly string[];
}
interface Manifest {
  readonly name: string;
  readonly publisher: string;
  readonly icon: string;
  readonly keywords: readonly string[];
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Strings;
  readonly activationEvents: readonly string[];
  readonly capabilities: { readonly untrustedWorkspaces: { readonly supported: boolean }; readonly virtualWorkspaces: boolean };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly languages: readonly { readonly id: string; readonly filenamePatterns?: readonly string[]; readonly extensions?: readonly string[]; readonly configuration?: string }[];
    readonly grammars: readonly { readonly path: string; readonly scopeName: string }[];
    readonly jsonValidation: readonly { readonly fileMatch: string; readonly url: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
}
const manifest = json<Manifest>('package.json');
const sources = readdirSync(join(root, 'client/src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: read(join('client/src', path)) }));

/** Every string of a JSON value, at any depth. */
const stringsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];

/** First arguments of `l10n.t(…)`; null where one is no literal, which no translator could find. */
function translated(text: string): (string | null)[] {
  const found: (string | null)[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'l10n.t') {
      const [first] = node.arguments;
      found.push(first && ts.isStringLiteralLike(first) ? first.text : null);
    }
    node.forEachChild(visit);
  };
  visit(ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true));
  return found;
}

describe('strings', () => {
  const en = json<Strings>('package.nls.json');
  const zh = json<Strings>('package.nls.zh-cn.json');
  const used = stringsIn(manifest).filter((text) => /^%.+%$/.test(text)).map((text) => text.slice(1, -1));

  test('the manifest uses exactly the strings that both languages define', () => {
    expect(Object.keys(en).sort()).toEqual([...new Set(used)].sort());
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
  });

  test('no string is empty, and each Chinese one holds Chinese', () => {
    expect(Object.values(en).filter((text) => text.trim() === '')).toEqual([]);
    expect(Object.entries(zh).filter(([, text]) => !/\p{Script=Han}/u.test(text))).toEqual([]);
  });

  test('a setting that a description links to exists', () => {
    const links = [...Object.values(en), ...Object.values(zh)].flatMap((text) => [...text.matchAll(/#(reportwright\.[\w.]+)#/g)].map((match) => match[1]!));
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((link) => !(link in manifest.contributes.configuration.properties))).toEqual([]);
  });

  const bundle = json<Strings>('l10n/bundle.l10n.json');
  const chinese = json<Strings>('l10n/bundle.l10n.zh-cn.json');

  test('the client says exactly what both bundles hold', () => {
    const said = sources.flatMap(({ text }) => translated(text));
    expect(said).not.toContain(null);
    expect([...new Set(said)].sort()).toEqual(Object.keys(bundle).sort());
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(bundle).sort());
  });

  test('a translation keeps the places for values', () => {
    const places = (text: string): string[] => [...text.matchAll(/\{\d\}/g)].map(([place]) => place).sort();
    expect(Object.entries(chinese).filter(([key, text]) => places(key).join() !== places(text).join())).toEqual([]);
  });
});

describe('commands', () => {
  const listed = manifest.contributes.commands.map(({ command }) => command);

  test('the manifest lists exactly the commands that the code has', () => {
    const coded = sources.filter(({ path }) => path.startsWith('commands')).flatMap(({ text }) => [...text.matchAll(/^ {2}id: '([^']+)'/gm)].map((match) => match[1]!));
    expect([...coded].sort()).toEqual([...listed].sort());
  });

  test('each has the category, and menus name known ones', () => {
    expect(manifest.contributes.commands.filter(({ category }) => category !== 'Reportwright')).toEqual([]);
    expect(Object.values(manifest.contributes.menus).flat().filter(({ command }) => !listed.includes(command))).toEqual([]);
  });
});

describe('menus', () => {
  const items = (menu: string) => json<{ contributes: { menus: Readonly<Record<string, readonly { command: string; when?: string; group?: string }[]>> } }>('package.json').contributes.menus[menu] ?? [];

  test('context menus are for reports and folders beside them, in a group, and few; the title of an editor has one icon at most', () => {
    for (const menu of ['editor/context', 'explorer/context', 'editor/title/context']) {
      expect(items(menu).filter(({ when, group }) => !group || !/editorLangId == annual-report|resourceLangId == annual-report|reportwright\.reportOpen/.test(when ?? ''))).toEqual([]);
      // More would want a menu of their own below one entry.
      expect(items(menu).length).toBeLessThanOrEqual(3);
    }
    expect(items('editor/title').length).toBeLessThanOrEqual(1);
  });

  test('a key does something in a report only', () => {
    expect(json<{ contributes: { keybindings: readonly { when?: string }[] } }>('package.json').contributes.keybindings.filter(({ when }) => !/editorLangId == annual-report/.test(when ?? ''))).toEqual([]);
  });
});

describe('activation and trust', () => {
  test('nothing wakes the extension but a report, a folder that uses it, or a page of ours left open', () => {
    const allowed = /^(?:onLanguage:annual-report|workspaceContains:(?:\*\*\/)?reportwright\.json|onWebviewPanel:reportwright\.\w+)$/;
    expect(manifest.activationEvents.filter((event) => !allowed.test(event))).toEqual([]);
    expect(manifest.activationEvents).toContain('onLanguage:annual-report');
  });

  test('untrusted and virtual workspaces are declared, and the client takes no file by its path', () => {
    expect(manifest.capabilities.untrustedWorkspaces.supported).toBe(true);
    expect(manifest.capabilities.virtualWorkspaces).toBe(true);
    expect(sources.filter(({ text }) => /\bfsPath\b|from 'node:|child_process|\beval\(/.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

describe('settings', () => {
  const settings = Object.entries(manifest.contributes.configuration.properties);

  test.each(settings)('%s has a scope, a default and a description', (_, setting) => {
    expect(['resource', 'window']).toContain(setting.scope);
    expect(setting).toHaveProperty('default');
    expect(setting.order).toBeGreaterThan(0);
    expect(setting.markdownDescription).toMatch(/^%setting\..+%$/);
    expect(setting.markdownEnumDescriptions?.length).toBe(setting.enum?.length);
    if (setting.enum) expect(setting.enum).toContain(setting.default);
  });

  test('the client reads only settings that exist', () => {
    const read = sources.flatMap(({ text }) => [...text.matchAll(/getConfiguration\('reportwright'[^)]*\)\.get(?:<[^>]+>)?\('([^']+)'/g)].map((match) => `reportwright.${match[1]}`));
    expect(read.length).toBeGreaterThan(0);
    expect(read.filter((name) => !settings.some(([known]) => known === name))).toEqual([]);
  });
});

/**
 * What vsce would pack. It looks at every file below the folder, and the real one holds whole editors for the tests: so it is shown the same entries in a folder
 * of their own, with stand-ins for the bundles and with strays of every sort.
 */
async function packedFiles(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'packed-'));
  const put = (path: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), '');
  };
  try {
    for (const name of readdirSync(root).filter((entry) => !['node_modules', '.git', 'dist', 'test', 'test-results'].includes(entry))) cpSync(join(root, name), join(folder, name), { recursive: true });
    for (const { outfile } of bundles) ['', '.map'].forEach((ending) => put(outfile + ending));
    for (const stray of ['dist/THIRD-PARTY-NOTICES.txt', 'dist/inputs.json', 'dist/library.d.mts', 'test/stray.test.ts', 'test-results/stray.png', 'images/stray.png', 'stray.vsix', '.stray']) put(stray);
    return await listFiles({ cwd: folder, packageManager: PackageManager.None });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('files', () => {
  test('every file that the manifest names exists', () => {
    const { languages, grammars, jsonValidation } = manifest.contributes;
    const named = [manifest.icon, ...grammars.map(({ path }) => path), ...jsonValidation.map(({ url }) => url), ...languages.flatMap(({ configuration }) => configuration ?? [])];
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('the icon is a square PNG of 256 pixels', () => {
    const bytes = readFileSync(join(root, manifest.icon));
    expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([256, 256]);
  });

  test('the types of VS Code are those of the oldest version that is supported', () => {
    const installed = json<{ readonly version: string }>('node_modules/@types/vscode/package.json').version;
    expect(manifest.engines.vscode).toBe(`^${installed}`);
  });

  test('file names of reports are recognised, other texts are not', () => {
    const report = manifest.contributes.languages.find(({ id }) => id === 'annual-report')!;
    const glob = (pattern: string): RegExp => new RegExp(`^${pattern.split('*').map((part) => part.replaceAll('.', '\\.')).join('.*')}$`);
    const isReport = (name: string): boolean => report.extensions!.some((end) => name.endsWith(end)) || report.filenamePatterns!.some((pattern) => glob(pattern).test(name));
    for (const name of ['a.report', 'a.report.md', 'a.report.txt', '某局2025年法治政府建设年度报告.txt', '关于某市2025年度法治政府建设情况的报告.txt', '2025年政府工作报告（送审稿）.txt', '落实情况报告.txt']) {
      expect(isReport(name), name).toBe(true);
    }
    for (const name of ['report.txt', '报告.txt', '年度报告.md', '工作报告.docx', '会议纪要.txt']) expect(isReport(name), name).toBe(false);
  });

  test('the package holds the extension and nothing else', async () => {
    const files = await packedFiles();
    const allowed = /^(?:package(?:\.nls(?:\.zh-cn)?)?\.json|README\.md|CHANGELOG\.md|LICENSE|l10n\/bundle\.l10n(?:\.zh-cn)?\.json|images\/(?:icon\.png|structure\.svg|walkthrough\/[a-z]+\.svg)|syntaxes\/[\w.-]+\.json|schemas\/[\w.-]+\.json|dist\/(?:client|server)\.(?:node|web)\.js|dist\/THIRD-PARTY-NOTICES\.txt)$/;
    expect(files.filter((file) => !allowed.test(file))).toEqual([]);
    for (const file of ['package.json', 'package.nls.zh-cn.json', 'l10n/bundle.l10n.zh-cn.json', 'images/icon.png', 'syntaxes/annual-report.tmLanguage.json', 'dist/server.web.js', 'dist/client.node.js']) expect(files).toContain(file);
  });
});
