/**
 * A folder that does not use the tool: its plain text is left alone and no server runs, until the user asks.
 */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openWindow, until } from '../window.mjs';

const folder = resolve(fileURLToPath(import.meta.url), '../../folders/elsewhere');
const notes = '随记.txt';

const tests = [
  [
    'plain text stays plain, the extension asleep, and no server runs',
    async (window) => {
      await window.open(notes);
      await until('the text', () => window.text(notes));
      // Longer than the editor takes to find the mistakes of a report.
      await window.page.waitForTimeout(2500);
      assert.equal(window.language(notes), 'plaintext');
      assert.equal(window.extension().active, false);
      assert.equal(await window.started(), 0);
      assert.deepEqual(window.findings(notes), []);
      assert.equal(await window.page.locator('[class*=squiggly-]').count(), 0);
      assert.equal(await window.page.locator('.notifications-toasts .notification-list-item').count(), 0);
      await window.screenshot('silence');
    },
  ],
  [
    'Treat as Annual Report wakes it for this text',
    async (window) => {
      await window.command('Treat as Annual Report');
      await until('the language', () => window.language(notes) === 'annual-report');
      await until('findings', () => window.findings(notes).length > 0);
      assert.equal(window.extension().active, true);
      assert.equal(await window.started(), 1);
    },
  ],
];

export const suite = { open: (editor) => openWindow(editor, folder), tests };
