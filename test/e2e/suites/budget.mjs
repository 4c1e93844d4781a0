/**
 * A report that takes longer to check than its writer wants to wait: nothing is checked while typing, the status says so and why, and leads to the setting; the log and the
 * restart are one command away.
 */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openWindow, until } from '../window.mjs';

const sample = resolve(fileURLToPath(import.meta.url), '../../../../sample');
const draft = '某市2025年度法治政府建设情况的报告.report.txt';
const list = (window) => window.page.locator('.hover-language-status');

/** Opens the list behind the braces in the status bar until it says `words`. */
const told = (window, words) =>
  until(String(words), async () => {
    await window.page.mouse.move(600, 400);
    await window.page.locator('.statusbar-item[id="status.languageStatus"]').first().hover();
    await list(window).first().waitFor({ timeout: 2000 }).catch(() => undefined);
    const text = (await list(window).allTextContents()).join('\n');
    return words.test(text) && text;
  });

const tests = [
  [
    'the status says that it is over budget, and by how much',
    async (window) => {
      await window.open(draft);
      await until('findings', () => window.findings(draft).length > 0);
      await told(window, /Checked on save only[^]*A check takes more than 1 ms/);
      await window.screenshot('budget');
    },
  ],
  [
    'what is typed is checked when it is saved, not before',
    async (window) => {
      await window.goToLine(5, 1);
      await window.page.keyboard.press('End');
      await window.page.keyboard.insertText('。。');
      await until('the text', () => /。。\n/.test(window.text(draft).split('\n')[4] + '\n'));
      await window.page.waitForTimeout(2000);
      const found = () => window.findings(draft).some(({ code, line }) => code === 'text/doubled-mark' && line === 4);
      assert.equal(found(), false);
      await window.page.keyboard.press('Control+s');
      await until('the finding', found);
    },
  ],
  [
    'Change limit opens the setting',
    async (window) => {
      await told(window, /Change limit/);
      await list(window).getByText('Change limit').first().click();
      await window.page.locator('.settings-editor').waitFor();
      await window.page.locator('.setting-item-contents', { hasText: 'Time Budget' }).first().waitFor();
      await window.screenshot('budget-setting');
      await window.open(draft);
    },
  ],
  [
    'Restart Language Server brings the findings back, and Show Log says what happened, by level',
    async (window) => {
      const before = window.host === 'web' ? await window.started() : await window.processes();
      await window.command('Reportwright: Restart Language Server');
      if (window.host === 'web') await until('another server', async () => (await window.started()) === before + 1);
      else await until('another process', async () => (await window.processes()).length === 1 && (await window.processes())[0] !== before[0]);
      await window.page.keyboard.press('Control+s');
      await until('findings', () => window.findings(draft).length > 0);
      await window.command('Reportwright: Show Log');
      await window.page.locator('.output-view-container, .output-view').first().waitFor();
      await window.page.locator('.panel').getByText('Reportwright', { exact: true }).or(window.page.locator('.panel select')).first().waitFor();
      // The host with a server of its own shows the channel, but keeps the file behind it to itself.
      if (window.host === 'web') await until('the log', async () => /\[info\].*activated in/.test((await window.page.locator('.panel .view-lines').allTextContents()).join('\n').replaceAll('\u00a0', ' ')));
      await window.screenshot('budget-log');
    },
  ],
  ['no error reached the page', (window) => assert.deepEqual(window.errors, [])],
];

export const suite = { hosts: ['web'], open: (editor) => openWindow(editor, sample, { 'reportwright.timeBudget': 1, 'files.autoSave': 'off' }), tests };
