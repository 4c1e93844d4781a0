/**
 * The language status of a draft, and the page for reporting a problem: both speak of the report, neither shows its text.
 */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openWindow, until } from '../window.mjs';

const sample = resolve(fileURLToPath(import.meta.url), '../../../../sample');
const draft = '某市2025年度法治政府建设情况的报告.report.txt';

/** The list that opens at the braces in the status bar. */
const list = (window) => window.page.locator('.hover-language-status').first();

const tests = [
  [
    'the status names family, year, counts and where the profile comes from',
    async (window) => {
      await window.open(draft);
      await until('findings', () => window.findings(draft).length > 0);
      await until('the counts', async () => {
        await window.page.mouse.move(600, 400);
        await window.page.locator('.statusbar-item[id="status.languageStatus"]').first().hover();
        return /Errors: \d+, warnings: \d+, notes: \d+, blanks: \d+/.test((await list(window).textContent({ timeout: 2000 }).catch(() => '')) ?? '');
      });
      await window.screenshot('status');
      const told = (await window.page.locator('.hover-language-status').allTextContents()).join('\n');
      assert.match(told, /法治政府建设年度报告 · 2025/);
      assert.match(told, /from 自带模板 law-based-government/);
      assert.match(told, /Checking reports/);
    },
  ],
  [
    'Report Problem writes a page with versions and counts, and nothing of the report',
    async (window) => {
      const report = window.text(draft);
      await window.command('Reportwright: Report Problem');
      const page = await until('the page', () => window.files().map((uri) => window.text(uri)).find((text) => text?.includes('- Reportwright: ')));
      await window.screenshot('report-problem');
      for (const fact of [/- Reportwright: \d+\.\d+\.\d+/, /- Editor: .+ 1\.\d+/, /- Profile: family/, /- Settings changed: reportwright\.locale\n/, new RegExp(`- Characters: ${report.length}`)]) assert.match(page, fact);
      const phrases = report.match(/\p{Script=Han}{4,}/gu);
      assert.ok(phrases.length > 50);
      assert.deepEqual(phrases.filter((phrase) => page.includes(phrase)), []);
    },
  ],
  ['no error reached the page', (window) => assert.deepEqual(window.errors, [])],
];

export const suite = { open: (editor) => openWindow(editor, sample), tests };
