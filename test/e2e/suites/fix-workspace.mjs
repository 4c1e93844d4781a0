/**
 * Mending a whole folder: what would be changed is listed rule by rule and ticked; whoever wants to sees each change; what is not ticked stays as it is.
 */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openWindow, until } from '../window.mjs';

const folder = resolve(fileURLToPath(import.meta.url), '../../folders/desk');
const [open, stored] = ['评注.report', '另一份.report'];
const rules = (window) => window.page.locator('.quick-input-list .monaco-list-row');

async function ask(window) {
  await window.command('Fix All Reports in the Workspace', { asks: true });
  await rules(window).filter({ hasText: 'text/doubled-mark' }).waitFor();
}

const tests = [
  [
    'the rules are listed and ticked, with how much they change',
    async (window) => {
      await window.open(open);
      await until('findings', () => window.findings(open).length > 0);
      await ask(window);
      await window.screenshot('fix-workspace');
      const texts = await rules(window).allTextContents();
      assert.ok(texts.length >= 3, texts.join());
      assert.equal(await window.page.locator('.quick-input-list .monaco-list-row[aria-checked="true"]').count(), texts.length, 'all of them ticked');
      assert.match(texts.find((text) => text.includes('text/doubled-mark')), /Changes: 4, reports: 4/);
    },
  ],
  [
    'whoever wants to sees each change, to be ticked one by one, and can leave it',
    async (window) => {
      await window.page.locator('.quick-input-titlebar .codicon-open-preview').click();
      const apply = window.page.getByRole('button', { name: 'Apply', exact: true }).first();
      await apply.waitFor();
      await window.screenshot('fix-workspace-look');
      const boxes = window.page.locator('.bulk-edit-panel input[type=checkbox]');
      assert.ok((await boxes.count()) > 4);
      assert.equal(await window.page.locator('.bulk-edit-panel input[type=checkbox]:checked').count(), 0);
      await window.page.getByRole('button', { name: 'Discard', exact: true }).first().click();
      await apply.waitFor({ state: 'hidden' });
      assert.ok(window.text(open).includes('。。'));
    },
  ],
  [
    'Escape changes nothing',
    async (window) => {
      await ask(window);
      await window.page.keyboard.press('Escape');
      await window.page.waitForTimeout(500);
      assert.ok(window.text(open).includes('。。'));
    },
  ],
  [
    'Enter changes what is ticked, open or stored, and nothing else',
    async (window) => {
      await ask(window);
      // A click on a row ticks it, or takes the tick away.
      await rules(window).filter({ hasText: 'text/punctuation-width' }).click();
      await window.page.locator('.quick-input-list .monaco-list-row[aria-checked="false"]', { hasText: 'text/punctuation-width' }).waitFor();
      await window.page.keyboard.press('Enter');
      await until('the open report', () => !window.text(open).includes('。。'));
      await window.expand('sub');
      await window.open(stored);
      await until('the stored report', () => window.text(stored)?.includes('举办培训班3期。公布'));
      assert.ok(window.text(stored).includes('公布目录8项,废止1项。'), 'what was not ticked stays');
    },
  ],
  [
    'the rest is found the next time, and then there is nothing left',
    async (window) => {
      await window.command('Fix All Reports in the Workspace', { asks: true });
      await rules(window).filter({ hasText: 'text/punctuation-width' }).waitFor();
      assert.equal(await rules(window).filter({ hasText: 'text/doubled-mark' }).count(), 0);
      await window.page.keyboard.press('Enter');
      await until('the stored report', () => window.text(stored).includes('公布目录8项，废止1项。'));
      await window.command('Fix All Reports in the Workspace');
      await window.page.locator('.notifications-toasts .notification-list-item', { hasText: 'Nothing to fix: 6 reports checked.' }).waitFor();
    },
  ],
  ['no error reached the page', (window) => assert.deepEqual(window.errors, [])],
];

export const suite = { hosts: ['web'], open: (editor) => openWindow(editor, folder), tests };
