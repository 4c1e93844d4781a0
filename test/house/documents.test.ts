/**
 * What the documents say is so: the example in the README is what the program prints, the commands, options, settings and scripts it names exist, and links lead somewhere.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { engine } from '../../server/src/cli/engine';
import { run } from '../../server/src/cli/run';
import { checkReport, fixReport, learnProfile, parseReport } from '../../server/src/library';
import { SETTING_KEYS, parseConfig } from '../../server/src/config';
import { ownCodes, rules } from '../../server/src/rules';
import { filesBelow, root } from './sources';

const DOCUMENTS = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'SUPPORT.md', 'docs/internals.md', 'docs/rules.md', ...filesBelow('docs/rules', '.md'), ...filesBelow('docs/guides', '.md')];
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const readme = read('README.md');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };

async function printed(...args: string[]): Promise<string> {
  let out = '';
  const terminal = { cwd: root, env: {}, outIsTerminal: false, errIsTerminal: false, columns: 80, out: async (text: string) => void (out += text), err: () => {}, readStdin: async () => new Uint8Array() };
  await run(args, { core: engine, terminal, version: '0', startServer: async () => {} });
  return out;
}

/** The first fenced block of a language. */
function block(text: string, language: string): string {
  const match = new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'm').exec(text);
  if (!match) throw new Error(`no block of ${language}`);
  return match[1]!;
}

describe('README', () => {
  test('shows what the program prints', async () => {
    const [command, ...output] = block(readme, 'console').split('\n');
    const args = /^\$ node dist\/cli\.js (.+)$/.exec(command!)![1]!.split(' ');
    expect(output.join('\n')).toBe(await printed(...args));
  });

  test('lists every command and every option, and none that is not', async () => {
    const commands = [...(await printed('--help', '--lang', 'en')).matchAll(/^ {2}([a-z]+) (?:\[|<)/gm)].map((match) => match[1]!).filter((name) => name !== 'help');
    const options = new Set((await Promise.all(commands.map((command) => printed(command, '--help', '--lang', 'en')))).flatMap((help) => help.match(/--[a-z-]+(?=[ ,])/g) ?? []));
    options.delete('--help');
    const table = readme.slice(readme.indexOf('## 命令'), readme.indexOf('退出码'));
    const named = new Set(table.match(/--[a-z][a-z-]+/g));
    expect(commands.length).toBeGreaterThan(3);
    expect(commands.filter((command) => !table.includes(`| \`${command} `))).toEqual([]);
    expect([...named].sort()).toEqual([...options].sort());
  });

  test('shows a configuration that holds, and lists every key', () => {
    const { problems } = parseConfig(block(readme, 'jsonc'), [...rules, ...ownCodes]);
    expect(problems).toEqual([]);
    const table = readme.slice(readme.indexOf('## 配置'), readme.indexOf('## 用自己的样本'));
    expect(SETTING_KEYS.filter((key) => !table.includes(`\`${key}\``))).toEqual([]);
  });

  test('shows how the library is used', () => {
    const code = block(readme, 'js').replace(/^import .*$/m, '');
    const seed = read('seeds/law-based-government/reports/yanji-2020.txt');
    const use = new Function('parseReport', 'learnProfile', 'checkReport', 'fixReport', 'text', 'seed', code) as (...all: unknown[]) => void;
    expect(() => use(parseReport, learnProfile, checkReport, fixReport, seed, seed)).not.toThrow();
  });
});

describe.each(DOCUMENTS)('%s', (path) => {
  const text = read(path);

  test('links to files that exist', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)].map((match) => match[1]!);
    expect(links.filter((link) => !existsSync(resolve(root, dirname(path), link)))).toEqual([]);
  });

  test('names scripts, rules and source files that exist', () => {
    const named = [...text.matchAll(/npm run ([a-z][\w:-]*)/g)].map((match) => match[1]!);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    const groups = new Set(rules.map(({ group }) => group));
    const codes = [...text.matchAll(/\b([a-z]+)\/([a-z]+(?:-[a-z]+)*)\b(?![\w/-]|\.\w)/g)].filter((match) => groups.has(match[1] as never) && !existsSync(join(root, 'server/src', match[0])) && !existsSync(join(root, 'server/src', `${match[0]}.ts`)));
    expect(codes.map((match) => match[0]).filter((code) => !rules.some((rule) => rule.code === code))).toEqual([]);
    const files = [...text.matchAll(/`((?:server\/src\/|test\/|scripts\/|seeds\/common\/)?[\w-]+(?:\/[\w-]+)*\.(?:ts|mjs|json))`/g)].map((match) => match[1]!).filter((file) => file.includes('/'));
    expect(files.filter((file) => ![file, `server/src/${file}`].some((candidate) => existsSync(join(root, candidate))))).toEqual([]);
  });
});
