// What `npm test` runs: every check of the repository, one after another. A failing step stops nothing; all are run and counted. The last line is
// `N passed, N failed`: tests of the suites plus one for every step.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const scratch = await mkdtemp(join(tmpdir(), 'reportwright-test-'));
const results = join(scratch, 'vitest.json');
const again = join(scratch, 'again.json');
/** What the last lines say besides the counts. */
const notes = [];
const bin = (name) => join(root, 'node_modules', ...name.split('/'));

/** Each step: what to run and, for a suite, how many tests it says it ran (null when it does not say, which is a failure). */
const steps = [
  { name: 'build', args: ['esbuild.mjs'] },
  { name: 'types', args: [bin('typescript/bin/tsc'), '-p', 'tsconfig.json'] },
  { name: 'lint', args: [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'] },
  { name: 'unused code', args: [bin('knip/bin/knip.js'), '--no-progress'] },
  { name: 'generated files', args: ['scripts/generate.mjs', '--check'] },
  { name: 'unit', args: [bin('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`], count: unitCounts },
  { name: 'e2e', args: ['test/e2e/run.mjs'], count: closingCounts },
];

/**
 * Counts of the unit tests. A file that could not be loaded has no tests in it and counts as one failure. Files with a failure run once more, alone: some
 * tests measure time, and two workers share two cores. What fails twice has failed; what passes the second time is named.
 */
async function unitCounts() {
  const first = await unitReport(results);
  if (!first || first.failures.length === 0) return first && { passed: first.passed, failed: 0 };
  console.log(`\n== unit, once more and alone: ${first.files.join(', ')}`);
  const { code } = await execute([bin('vitest/vitest.mjs'), 'run', ...first.files, '--maxWorkers=1', '--reporter=default', '--reporter=json', `--outputFile.json=${again}`]);
  const second = await unitReport(again);
  if (!second) return null;
  for (const name of first.failures) notes.push(`${second.failures.includes(name) ? 'failed twice' : 'unsteady'}: ${name}`);
  for (const name of second.failures) if (!first.failures.includes(name)) notes.push(`failed the second time: ${name}`);
  return { passed: first.passed + first.failures.length - second.failures.length, failed: second.failures.length, code };
}

/** What a run of vitest wrote: how many passed, the names of what failed, and the files they stand in; null where it wrote nothing. */
async function unitReport(path) {
  const report = JSON.parse(await readFile(path, 'utf8').catch(() => 'null'));
  if (!report) return null;
  const files = report.testResults.filter(({ status }) => status === 'failed');
  const named = ({ name, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
    return (failed.length ? failed : ['(could not be loaded)']).map((test) => `${relative(root, name)}: ${test}`);
  };
  return { passed: report.numPassedTests, failures: files.flatMap(named), files: files.map(({ name }) => relative(root, name)) };
}

/** Counts in the last line of a suite that ends with `N passed, N failed`. */
function closingCounts(output) {
  const match = /^(\d+) passed, (\d+) failed$/.exec(output.trimEnd().split('\n').pop() ?? '');
  return match ? { passed: Number(match[1]), failed: Number(match[2]) } : null;
}

/** Runs a step with its output streamed; resolves with its exit code and the end of what it printed. */
function execute(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let tail = '';
    child.stdout.on('data', (chunk) => {
      process.stdout.write(chunk);
      tail = (tail + chunk).slice(-4096);
    });
    child.on('error', (error) => resolve({ code: 1, output: `${tail}\n${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: tail }));
  });
}

/** A suite passes when it exits well, says how many tests it ran, ran some, and none failed. */
async function run({ name, args, count }) {
  console.log(`\n== ${name}`);
  const started = Date.now();
  const { code, output } = await execute(args);
  const counts = count ? await count(output) : { passed: 0, failed: 0 };
  const ok = (counts?.code ?? code) === 0 && counts !== null && counts.failed === 0 && (!count || counts.passed > 0);
  if (counts === null) console.log(`${name}: did not say how many tests it ran`);
  return { name, ok, passed: counts?.passed ?? 0, failed: counts?.failed ?? 0, seconds: (Date.now() - started) / 1000 };
}

const outcomes = [];
for (const step of steps) outcomes.push(await run(step));
await rm(scratch, { recursive: true, force: true });

console.log('');
for (const note of notes) console.log(note);
for (const { name, ok, passed, failed, seconds } of outcomes) {
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name.padEnd(16)} ${passed || failed ? `${passed} passed, ${failed} failed, ` : ''}${seconds.toFixed(1)} s`);
}
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed + (outcome.ok ? 1 : 0), 0);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed + (outcome.ok ? 0 : 1), 0);
process.exitCode = failed ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);
