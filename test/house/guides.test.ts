/**
 * The guides are followed word for word: every command in them is run, in a scratch copy of what the repository shows, and must print what the page says it prints.
 * Names of commands and settings must be those of the editor.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { engine } from '../../server/src/cli/engine';
import { run } from '../../server/src/cli/run';
import { parseConfig } from '../../server/src/config';
import { ownCodes, rules } from '../../server/src/rules';
import { filesBelow, root } from './sources';

const GUIDES = filesBelow('docs/guides', '.md');
const SHOWN = ['sample', 'seeds', 'test/corpus'];
const readJson = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));
const zh = readJson('package.nls.zh-cn.json') as Readonly<Record<string, string>>;
const en = readJson('package.nls.json') as Readonly<Record<string, string>>;
const { contributes } = readJson('package.json') as { contributes: { configuration: { properties: object } } };

interface Step {
  readonly command: string;
  /** What is printed, line by line; `…` alone stands for any lines. */
  readonly output: readonly string[];
}

function stepsOf(guide: string): readonly Step[] {
  return [...guide.matchAll(/^```console\n([^]*?)^```$/gm)].flatMap(([, block]) =>
    block!.trimEnd().split(/^(?=\$ )/m).map((step): Step => {
      const [command, ...output] = step.trimEnd().split('\n');
      return { command: command!.replace(/^\$ /, ''), output };
    }),
  );
}

/** Commands and views by the names the editor shows. */
const titlesIn = (words: Readonly<Record<string, string>>): ReadonlySet<string> => new Set(Object.keys(words).filter((key) => /^(?:command|view)\.\w+$/.test(key)).map((key) => words[key]!));

const scratch: string[] = [];
afterAll(() => scratch.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function scratchCopy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'reportwright-guide-'));
  scratch.push(folder);
  for (const shown of SHOWN) cpSync(join(root, shown), join(folder, shown), { recursive: true });
  execFileSync('chmod', ['-R', 'u+w', folder]);
  return folder;
}

/** Runs one line as typed: the program itself in this process, everything else in a shell. */
async function typed(line: string, cwd: string): Promise<string> {
  if (!line.startsWith('reportwright ')) return execFileSync('sh', ['-c', line], { cwd, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  const [, command, target] = /^(.*?)(?: > (\S+))?$/.exec(line)!;
  const said = { out: '', err: '' };
  const terminal = { cwd, env: {}, outIsTerminal: false, errIsTerminal: false, columns: 80, out: async (text: string) => void (said.out += text), err: (text: string) => void (said.err += text), readStdin: async () => new Uint8Array() };
  const code = await run(command!.split(' ').slice(1), { core: engine, terminal, version: '0', startServer: async () => {} });
  if (code === 2) throw new Error(`${line}: ${said.err}`);
  if (target) writeFileSync(join(cwd, target), said.out);
  return target ? said.err : said.out + said.err;
}

/** The shown lines as a pattern: `…` alone on a line is any lines, at the end of one any rest. */
function patternOf(shown: readonly string[]): RegExp {
  const lines = shown.map((line) => (line.trim() === '…' ? '(?:.*\\n)*?' : `${line.trimEnd().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\n`));
  return new RegExp(`^${lines.join('')}$`);
}

const tidy = (text: string): string => text.split('\n').map((line) => line.trimEnd()).join('\n').replace(/\n*$/, '\n').replace(/^\n$/, '');

describe.each(GUIDES)('%s', (path) => {
  const guide = readFileSync(join(root, path), 'utf8');

  test('can be followed word for word', async () => {
    const folder = scratchCopy();
    const steps = stepsOf(guide);
    expect(steps.length).toBeGreaterThan(3);
    for (const { command, output } of steps) {
      const printed = tidy(await typed(command, folder));
      if (!patternOf(output).test(printed)) expect(`$ ${command}\n${printed.slice(0, 4000)}`).toBe(`$ ${command}\n${output.join('\n')}\n`);
    }
  }, 60_000);

  test('names commands, views and settings of the editor as they are', () => {
    const known = { zh: titlesIn(zh), en: titlesIn(en) };
    const named = [...guide.matchAll(/【([^】]+)】/g)].map(([, name]) => name!);
    const foreign = [...guide.matchAll(/(?<!\*)\*([A-Z][^*]+)\*(?!\*)/g)].map(([, name]) => name!);
    expect(named.filter((name) => !known.zh.has(name))).toEqual([]);
    expect(foreign.filter((name) => !known.en.has(name))).toEqual([]);
    const settings = [...guide.matchAll(/`(reportwright\.[a-zA-Z]+)`/g)].map(([, name]) => name!).filter((name) => name !== 'reportwright.json');
    expect(settings.filter((name) => !(name in contributes.configuration.properties))).toEqual([]);
  });

  test('shows configurations that hold', () => {
    for (const [, block] of guide.matchAll(/^```jsonc\n([^]*?)^```$/gm)) expect(parseConfig(block!, [...rules, ...ownCodes]).problems).toEqual([]);
  });
});

test('the way a guide is read can fail', () => {
  expect(stepsOf('```console\n$ a\nx\n$ b\n```\n')).toEqual([{ command: 'a', output: ['x'] }, { command: 'b', output: [] }]);
  expect(patternOf(['a', '…', 'b']).test('a\n1\n2\nb\n')).toBe(true);
  expect(patternOf(['a', '…', 'b']).test('a\n1\n2\n')).toBe(false);
  expect(patternOf([]).test('a\n')).toBe(false);
});
