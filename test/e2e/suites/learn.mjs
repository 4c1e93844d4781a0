/**
 * Learning a profile from a folder in the editor: the user picks a folder and a name, and a whole file appears there.
 */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openWindow, until } from '../window.mjs';

const family = resolve(fileURLToPath(import.meta.url), '../../../../seeds/law-based-government');

const tests = [
  [
    'Learn Profile reads the folder and saves a file',
    async (window) => {
      const box = window.page.locator('.quick-input-widget input.input').first();
      await window.command('Learn Profile from Folder', { asks: true });
      // The dialog of the web is a box that holds a path.
      await until('the folder', async () => (await box.inputValue()).startsWith(window.root));
      await box.fill(`${window.root}/reports/`);
      // The box takes a path only once it has listed the folder, and does not say when.
      const chosen = async () => (await box.inputValue().catch(() => '')).endsWith('profile.json');
      await until('the name to save', async () => {
        if (await chosen()) return true;
        if ((await box.inputValue().catch(() => '')) === `${window.root}/reports/`) await window.page.keyboard.press('Enter');
        await window.page.waitForTimeout(700);
        return chosen();
      }, 30_000);
      await box.fill(`${window.root}/learned.json`);
      await window.page.keyboard.press('Enter');
      await window.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'learned.json' }).waitFor({ timeout: 20_000 });
      const rows = await window.rows('.explorer-folders-view');
      assert.ok(!rows.some((row) => row.endsWith('.tmp')), rows.join('\n'));
      await window.screenshot('learn');
      await window.open('learned.json');
      JSON.parse(await until('the profile', () => window.text('learned.json')));
    },
  ],
];

export const suite = { open: (editor) => openWindow(editor, family), tests };
