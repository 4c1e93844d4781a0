/**
 * A server that is broken, then mended, and one that ends in the middle of the work: one message with the ways on, nothing lost, and findings once it is restarted.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openWindow, until } from '../window.mjs';

const sample = resolve(fileURLToPath(import.meta.url), '../../../../sample');
const draft = '某市2025年度法治政府建设情况的报告.report.txt';
const server = 'dist/server.web.js';
/** Stands in for the server while it is broken. */
const broken = "throw new Error('broken on purpose');";
const replaced = {};

/** Typed, it ends the server that knows of it: without a word, as a browser ends a worker. One character, since an editor sends one at a time. */
const lastWord = '讫';
const mortal = async () =>
  `addEventListener('message', ({ data }) => data?.method === 'textDocument/didChange' && JSON.stringify(data).includes('${lastWord}') && close());\n${await readFile(resolve(fileURLToPath(import.meta.url), '../../../..', server), 'utf8')}`;

const messages = (window) => window.page.locator('.notifications-toasts .notification-list-item');

const tests = [
  [
    'a server that does not start is told once, with Restart and Show log',
    async (window) => {
      await window.open(draft);
      await messages(window).first().waitFor();
      // Time for a second and a third message, which there must not be.
      await window.page.waitForTimeout(3000);
      await window.screenshot('outage');
      assert.equal(await messages(window).count(), 1, (await messages(window).allTextContents()).join('\n'));
      assert.match(await messages(window).first().textContent(), /The language server does not run: reports are not checked\./);
      for (const name of ['Restart', 'Show log']) assert.equal(await messages(window).first().getByRole('button', { name }).count(), 1, name);
    },
  ],
  [
    'a command says nothing more than that message',
    async (window) => {
      await window.command('Notifications: Clear All Notifications');
      await until('no message', async () => (await messages(window).count()) === 0);
      await window.command('Reportwright: Show Figures');
      await messages(window).first().waitFor();
      await window.page.waitForTimeout(1500);
      assert.equal(await messages(window).count(), 1, (await messages(window).allTextContents()).join('\n'));
    },
  ],
  [
    'Restart that fails says so again, until it is told not to; a command then says what became of it',
    async (window) => {
      await messages(window).first().getByRole('button', { name: 'Restart' }).click();
      const never = messages(window).first().getByRole('button', { name: 'Don\'t Show Again' });
      // The message of the first attempt goes, that of the second comes.
      await window.page.waitForTimeout(1500);
      assert.equal(await messages(window).count(), 1);
      await never.click();
      await until('no message', async () => (await messages(window).count()) === 0);
      await window.command('Restart Language Server');
      await messages(window).first().waitFor();
      await window.page.waitForTimeout(1500);
      assert.equal(await messages(window).count(), 1);
      assert.doesNotMatch(await messages(window).first().textContent(), /reports are not checked/);
      await window.command('Notifications: Clear All Notifications');
    },
  ],
  [
    'Restart brings the findings once the server is whole',
    async (window) => {
      // Whole, though its end is near.
      replaced[server] = await mortal();
      await window.command('Restart Language Server');
      await until('findings', () => window.findings(draft).length > 0);
      assert.equal(await messages(window).count(), 0);
    },
  ],
  [
    'a worker that ends in the middle of the work comes back with Restart, and nothing that was typed is lost',
    async (window) => {
      const lineOf = (part) => window.text(draft).split('\n').findIndex((text) => text.includes(part));
      const found = (code, line) => window.findings(draft).some((one) => one.code === code && one.line === line);
      await window.goToLine(1, 1);
      await window.page.keyboard.insertText('推进政务服务政务服务事项进驻大厅。\n');
      await until('the finding of the server that will end', () => found('text/repeated-phrase', 0));
      await window.page.keyboard.insertText(`${lastWord}。\n`);
      await window.page.keyboard.insertText('加强普法宣传普法宣传工作。\n');
      const typed = `推进政务服务政务服务事项进驻大厅。\n${lastWord}。\n加强普法宣传普法宣传工作。\n`;
      await until('all that was typed', () => window.text(draft).startsWith(typed));
      // It must be gone, or what follows would show nothing.
      await window.page.waitForTimeout(2000);
      assert.ok(!found('text/repeated-phrase', 2), 'a server that ended has an answer');
      delete replaced[server];
      const begun = performance.now();
      await window.command('Restart Language Server');
      await until('the findings at their places', () => found('text/repeated-phrase', 0) && found('text/repeated-phrase', 2) && found('text/doubled-mark', lineOf('。。')));
      const back = performance.now() - begun;
      assert.ok(window.text(draft).startsWith(typed), 'nothing is lost');
      assert.equal(await messages(window).count(), 0, (await messages(window).allTextContents()).join('\n'));
      // What is typed from now on is checked by the new one.
      await window.goToLine(2, 1);
      await window.page.keyboard.insertText('完善执法监督执法监督机制。');
      await until('a new finding', () => found('text/repeated-phrase', 1));
      await window.screenshot('outage-over');
      return `findings ${Math.round(back)} ms after`;
    },
  ],
  // What the stand-in throws is the worker's own; a failed worker says `null` besides.
  ['no other error reached the page', (window) => assert.deepEqual(window.errors.filter((error) => error !== 'broken on purpose' && error !== 'null'), [])],
];

const open = (editor) => {
  replaced[server] = broken;
  return openWindow(editor, sample, {}, { replaced });
};

export const suite = { hosts: ['web'], open, tests };
