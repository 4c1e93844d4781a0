// The recipes of the README for git and CI, run: the hook in a repository of its own, the command of the workflow in its shell.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundles } from '../../esbuild.mjs';
import { corpusText } from '../kit/corpus';

const scratch = mkdtempSync(join(tmpdir(), 'recipes-'));
const repository = join(scratch, 'repository');
const readme = readFileSync('README.md', 'utf8');
const section = readme.slice(readme.indexOf('## 提交前与持续集成'), readme.indexOf('## 其他编辑器'));
const blocks = (language: string): readonly string[] => [...section.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'))].map((match) => match[1]!);

const identity = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@example.org', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@example.org', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
const env = { ...process.env, ...identity, LANG: 'en', PATH: `${join(scratch, 'bin')}:${process.env['PATH'] ?? ''}` };

function shell(command: string, ...args: string[]): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: repository, env, encoding: 'utf8' });
  if (error) throw error;
  return { code: status, out: stdout, err: stderr };
}
const git = (...args: string[]) => shell('git', ...args);
function save(path: string, text: string): void {
  mkdirSync(dirname(join(repository, path)), { recursive: true });
  writeFileSync(join(repository, path), text);
}

beforeAll(async () => {
  mkdirSync(join(scratch, 'bin'), { recursive: true });
  mkdirSync(repository);
  await build({ ...bundles.find(({ outfile }) => outfile === 'dist/cli.js')!, outfile: join(scratch, 'cli.js'), sourcemap: false, metafile: false });
  for (const [name, line] of [['reportwright', `exec '${process.execPath}' '${join(scratch, 'cli.js')}' "$@"`], ['npx', 'exec "$@"']] as const) {
    writeFileSync(join(scratch, 'bin', name), `#!/bin/sh\n${line}\n`);
    chmodSync(join(scratch, 'bin', name), 0o755);
  }
  expect(git('init', '--quiet').code).toBe(0);
  const hook = join(repository, '.git/hooks/pre-commit');
  mkdirSync(dirname(hook), { recursive: true });
  writeFileSync(hook, blocks('sh')[0]!);
  chmodSync(hook, 0o755);
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const GOOD = corpusText('hebi-2019').text;
const BAD = `${GOOD}\n另有事项3件。。\n`;
const DRAFT = '材料/某市 2019年度报告.txt';

test('the hook lets pass what is not a report, and a report without errors and warnings', () => {
  save('README.md', 'XX TODO 。。');
  save('随记.txt', 'XX TODO 。。');
  git('add', '.');
  expect(git('commit', '-m', 'notes')).toMatchObject({ code: 0 });
  save(DRAFT, GOOD);
  git('add', '.');
  expect(git('commit', '-m', 'report')).toMatchObject({ code: 0 });
});

test('the hook refuses a report with findings, as it is staged, and names them', () => {
  save(DRAFT, BAD);
  git('add', '.');
  // Mended on disk but not staged: what counts is what would be committed.
  save(DRAFT, GOOD);
  const { code, out, err } = git('commit', '-m', 'bad');
  expect(code).not.toBe(0);
  expect(out + err).toContain('text/doubled-mark');
  expect(out + err).toContain(`${DRAFT}:`);
  expect(git('log', '--oneline').out.trim().split('\n')).toHaveLength(2);
  expect(readFileSync(join(repository, DRAFT), 'utf8')).toBe(GOOD);
  expect(git('commit', '--no-verify', '-m', 'all the same').code).toBe(0);
});

test('the hook heeds the configuration that is committed with the report', () => {
  save(DRAFT, `${BAD}\n又有事项5件。。\n`);
  save('材料/reportwright.json', '{ "rules": { "text/doubled-mark": "off" } }');
  git('add', '.');
  expect(git('commit', '-m', 'by our own rules')).toMatchObject({ code: 0 });
});

test('the command of the workflow writes a log for code scanning', () => {
  rmSync(join(repository, '材料/reportwright.json'));
  const command = /- run: (npx reportwright .*)/.exec(blocks('yaml')[1]!)![1]!;
  expect(shell('sh', '-c', command).code).toBe(1);
  expect(existsSync(join(repository, 'reportwright.sarif'))).toBe(true);
  const log = JSON.parse(readFileSync(join(repository, 'reportwright.sarif'), 'utf8')) as { runs: { results: { ruleId: string; locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] }[] };
  const found = log.runs[0]!.results.find(({ ruleId }) => ruleId === 'text/doubled-mark')!;
  expect(decodeURIComponent(found.locations[0]!.physicalLocation.artifactLocation.uri)).toBe(DRAFT);
});

test('the pattern of the pre-commit recipe takes reports and nothing else', () => {
  const pattern = new RegExp(/files: '(.*)'/.exec(blocks('yaml')[0]!)![1]!);
  for (const name of ['a/某市2024年度报告.txt', '情况的报告（初稿）.txt', 'x.report', 'x.report.txt', 'y/x.report.md']) expect(pattern.test(name), name).toBe(true);
  for (const name of ['README.md', 'notes.txt', 'reportwright.json', '报告/封面.png', 'x.report.docx']) expect(pattern.test(name), name).toBe(false);
});
