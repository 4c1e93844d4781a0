/**
 * The commands, by the command palette: explain a finding, show the profile, restart the server.
 */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openWindow, until } from '../window.mjs';

const sample = resolve(fileURLToPath(import.meta.url), '../../../../sample');
const draft = '某市2025年度法治政府建设情况的报告.report.txt';

/** Text of the Markdown preview in front: a webview, that is a frame in a frame. */
async function previewText(window) {
  for (const frame of window.page.frames()) {
    const text = await frame.locator('.markdown-body').first().textContent({ timeout: 500 }).catch(() => null);
    if (text?.trim()) return text;
  }
  return undefined;
}

const closeFront = (window) => window.command('View: Close Editor');

const tests = [
  [
    'Explain Finding opens the page of the rule at the cursor',
    async (window) => {
      await window.open(draft);
      const finding = await until('the plan year', () => window.findings(draft).find((one) => one.code === 'year/plan-year'));
      await window.goToLine(finding.line + 1, 5);
      await window.command('Explain Finding');
      const text = await until('the page', () => previewText(window));
      await window.screenshot('commands-explain');
      assert.ok(text.includes('year/plan-year'), text.slice(0, 200));
      await closeFront(window);
    },
  ],
  [
    'The code of a finding leads to its page, without a network',
    async (window) => {
      await window.open(draft);
      const finding = await until('the plan year', () => window.findings(draft).find((one) => one.code === 'year/plan-year'));
      await window.goToLine(finding.line + 1, 1);
      await window.command('Go to Next Problem in Files');
      const link = window.page.locator('.marker-widget a.code-link');
      await link.waitFor();
      assert.match((await link.getAttribute('href')) ?? '', /^command:reportwright\.explainFinding\?/);
      const code = (await link.textContent()) ?? '';
      await link.click();
      const text = await until('the page', () => previewText(window));
      assert.ok(code.length > 3 && text.includes(code), text.slice(0, 200));
      await closeFront(window);
      await window.page.keyboard.press('Escape');
    },
  ],
  [
    'Show Profile opens what is expected of the report',
    async (window) => {
      await window.open(draft);
      await window.command('Show Profile');
      await until('the page', () => previewText(window));
      await window.screenshot('commands-profile');
      await closeFront(window);
    },
  ],
  [
    'Restart Language Server checks afresh',
    async (window) => {
      await window.open(draft);
      await until('findings', () => window.findings(draft).length > 0);
      const before = window.updates();
      await window.command('Restart Language Server');
      await until('findings of the new server', () => window.updates() > before && window.findings(draft).length > 0);
    },
  ],
];

export const suite = { open: (editor) => openWindow(editor, sample), tests };
