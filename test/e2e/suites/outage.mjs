/**
 * A server that is broken, then mended: one message with the ways on, nothing lost, and findings once it is restarted.
 */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openWindow, until } from '../window.mjs';

const sample = resolve(fileURLToPath(import.meta.url), '../../../../sample');
const draft = '某市2025年度法治政府建设情况的报告.report.txt';
const server = 'dist/server.web.js';
/** Stands in for the server while it is broken. */
const replaced = { [server]: "throw new Error('broken on purpose');" };

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
      delete replaced[server];
      await window.command('Restart Language Server');
      await until('findings', () => window.findings(draft).length > 0);
      assert.equal(await messages(window).count(), 0);
    },
  ],
  // What the stand-in throws is the worker's own; a failed worker says `null` besides.
  ['no other error reached the page', (window) => assert.deepEqual(window.errors.filter((error) => error !== 'broken on purpose' && error !== 'null'), [])],
];

export const suite = { hosts: ['web'], open: (editor) => openWindow(editor, sample, {}, { replaced }), tests };
