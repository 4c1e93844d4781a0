/**
 * Restricted Mode: a folder whose authors are not trusted. Reading a report harms nobody, so all of it is there; only the host with real files asks for trust.
 */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openWindow, until } from '../window.mjs';

const sample = resolve(fileURLToPath(import.meta.url), '../../../../sample');
const draft = '某市2025年度法治政府建设情况的报告.report.txt';

const tests = [
  [
    'the folder is not trusted, and findings come all the same',
    async (window) => {
      await window.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).first().waitFor();
      await window.open(draft);
      await until('findings', () => window.findings(draft).some(({ code }) => code === 'year/plan-year'));
      await window.screenshot('restricted');
    },
  ],
  [
    'outline, fixes and commands work',
    async (window) => {
      await window.command('Explorer: Focus on Outline View');
      const headings = window.text(draft).split('\n').map((line) => line.trim()).filter((line) => /^[一二三四五六七八九十]+、/.test(line));
      assert.ok(headings.length > 1);
      await until('every heading of the first level in the outline', async () => {
        const rows = await window.rows('.outline-pane');
        return headings.every((heading) => rows.some((row) => row.includes(heading.slice(0, 10))));
      });
      await window.screenshot('restricted-outline');
      await window.command('View: Focus Active Editor Group');
      await window.command('Fix All');
      await until('the mended text', () => !window.text(draft).includes('。。'));
      await window.command('Show Profile');
      await window.page.locator('.tab.active', { hasNotText: draft }).first().waitFor();
      assert.equal(await window.page.locator('.notifications-toasts .notification-list-item', { hasText: 'Reportwright' }).count(), 0);
    },
  ],
  ['no error reached the page', (window) => assert.deepEqual(window.errors, [])],
];

export const suite = { hosts: ['node'], open: (editor) => openWindow(editor, sample, {}, { trusted: false }), tests };
