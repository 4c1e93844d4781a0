/**
 * A folder whose reportwright.json includes plain text: exactly those files are reports, and a user's other choice stands.
 */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openWindow, until } from '../window.mjs';

const folder = resolve(fileURLToPath(import.meta.url), '../../folders/included');

const tests = [
  [
    'an included plain text becomes a report and is checked',
    async (window) => {
      await window.expand('drafts');
      await window.open('初稿.txt');
      await until('the language', () => window.language('初稿.txt') === 'annual-report');
      await until('findings', () => window.findings('初稿.txt').some((finding) => finding.code === 'text/repeated-phrase'));
    },
  ],
  [
    'an excluded one stays plain text',
    async (window) => {
      await window.expand('notes');
      await window.open('摘抄.txt');
      await window.page.waitForTimeout(1000);
      assert.equal(window.language('摘抄.txt'), 'plaintext');
      assert.deepEqual(window.findings('摘抄.txt'), []);
    },
  ],
  [
    'the user may go back to plain text',
    async (window) => {
      await window.open('初稿.txt');
      assert.equal(window.language('初稿.txt'), 'annual-report');
      await window.command('Change Language Mode', { asks: true });
      await window.page.getByPlaceholder('Select Language Mode').fill('Plain Text');
      await window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Plain Text' }).first().waitFor();
      await window.page.keyboard.press('Enter');
      await until('plain text', () => window.language('初稿.txt') === 'plaintext');
      await until('the findings to go', () => window.findings('初稿.txt').length === 0);
      await window.page.waitForTimeout(500);
      assert.equal(window.language('初稿.txt'), 'plaintext');
    },
  ],
  [
    'reportwright.json is JSON with comments and has no error',
    async (window) => {
      await window.open('reportwright.json');
      await until('the language', () => window.language('reportwright.json') === 'jsonc');
      await window.page.waitForTimeout(500);
      assert.equal(await window.page.locator('.squiggly-error').count(), 0);
    },
  ],
];

export const suite = { open: (editor) => openWindow(editor, folder), tests };
