/**
 * Long days: a server that is killed comes back and nothing typed is lost; a thousand reports opened and closed leave nothing behind. Only where the server is a
 * process of its own.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { folderOf, grownReport } from '../grown.mjs';
import { openWindow, until } from '../window.mjs';

const names = Array.from({ length: 10 }, (_, i) => `第${i + 1}稿.report.txt`);
const [first] = names;
const WARM_UP = 200;
const CYCLES = 1000;
/** Megabytes; keeping the reports would take ten times as much. */
const GROWTH = 40;

const run = promisify(execFile);
const megabytes = async (pid) => Number((await run('ps', ['-o', 'rss=', '-p', String(pid)])).stdout) / 1024;
const exists = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const tests = [
  [
    'a killed server comes back, and nothing that was typed is lost',
    async (window) => {
      await window.open(first);
      await until('findings', () => window.findings(first).length > 0);
      await window.goToLine(1, 1);
      const [pid] = await window.processes();
      process.kill(pid, 'SIGKILL');
      await window.page.keyboard.insertText('讨论稿');
      await until('the end of the old server', () => !exists(pid));
      await window.page.keyboard.insertText('（送审）');
      const begun = performance.now();
      const [next] = await until('another server', async () => ((await window.processes()).length > 0 ? window.processes() : null));
      assert.notEqual(next, pid);
      await until('all that was typed', () => window.text(first).startsWith('讨论稿（送审）'));
      const line = window.text(first).split('\n').findIndex((text) => text.includes('。。'));
      await until('the finding at its place', () => window.findings(first).some((one) => one.code === 'text/doubled-mark' && one.line === line));
      const back = performance.now() - begun;
      // What is typed from now on is checked by the new one.
      await window.goToLine(line + 1, 1);
      await window.page.keyboard.insertText('推进政务服务政务服务事项进驻大厅。');
      await until('a new finding', () => window.findings(first).some((one) => one.code === 'text/repeated-phrase' && one.line === line));
      await window.page.keyboard.press('Control+s');
      await window.page.locator('.tab.active:not(.dirty)').waitFor();
      return `findings ${Math.round(back)} ms after`;
    },
  ],
  [
    'a thousand reports opened and closed leave nothing behind',
    async (window) => {
      await window.open(first);
      await until('findings', () => window.findings(first).length > 0);
      const [pid] = await window.processes();
      const paths = names.map((name) => `${window.root}/${name}`);
      const ids = ['annual-report', 'plaintext'];
      await window.order('languages', paths, WARM_UP, ids);
      const before = await megabytes(pid);
      const begun = performance.now();
      await window.order('languages', paths, CYCLES, ids);
      const took = (performance.now() - begun) / 1000;
      const after = await megabytes(pid);
      const text = `server ${before.toFixed(0)} MB before, ${after.toFixed(0)} MB after ${CYCLES} more in ${took.toFixed(0)} s`;
      assert.deepEqual(await window.processes(), [pid], 'the same server all along');
      assert.ok(after - before < GROWTH, text);
      await until('no finding of a closed report', () => names.every((name) => window.findings(name).length === 0));
      return text;
    },
  ],
  ['no error reached the page', (window) => assert.deepEqual(window.errors, [])],
];

async function open(editor) {
  const text = await grownReport(20_000);
  const { folder, remove } = await folderOf(Object.fromEntries(names.map((name) => [name, text])));
  const window = await openWindow(editor, folder);
  return { ...window, close: () => window.close().then(remove) };
}

export const suite = { hosts: ['node'], open, tests };
