/**
 * The figures of the sample draft: the view in the side bar, the hover with its recomputation, the page of charts and values, the table on the clipboard.
 */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openWindow, until } from '../window.mjs';

const sample = resolve(fileURLToPath(import.meta.url), '../../../../sample');
const draft = '某市2025年度法治政府建设情况的报告.report.txt';
const lineOf = (text, part) => text.split('\n').findIndex((line) => line.includes(part));

/** Line and column (from one) of the cursor, as the status bar has them. */
async function cursor(window) {
  const text = await window.page.locator('.statusbar-item', { hasText: /^Ln \d+/ }).first().textContent();
  const [line, column] = text.match(/\d+/g).map(Number);
  return { line, column };
}

/** The page of figures: a webview, that is a frame in a frame. */
async function figuresFrame(window) {
  for (const frame of window.page.frames()) if ((await frame.locator('main .charts svg').count().catch(() => 0)) > 0) return frame;
  return undefined;
}

const pane = (window) => window.page.locator('.pane', { has: window.page.locator('.pane-header', { hasText: 'Figures' }) }).first();

const tests = [
  [
    'the view appears with a report and lists its figures by section',
    async (window) => {
      assert.equal(await pane(window).count(), 0, 'no view before a report is open');
      await window.open(draft);
      await until('findings', () => window.findings(draft).length > 0);
      await window.command('Annual Report: Focus on Figures View');
      await pane(window).locator('.monaco-list-row', { hasText: '9次' }).first().waitFor();
      const rows = await pane(window).locator('.monaco-list-row').allTextContents();
      await window.screenshot('figures-view');
      assert.ok(rows.some((row) => row.includes('强化统筹协调')), rows.join('\n'));
      assert.ok(rows.some((row) => row.includes('1450人次')), rows.join('\n'));
    },
  ],
  [
    'a figure in the view goes to its place',
    async (window) => {
      await pane(window).locator('.monaco-list-row', { hasText: '1450人次' }).first().click();
      const wanted = lineOf(window.text(draft), '1450人次') + 1;
      await until('the cursor to come', async () => (await cursor(window)).line === wanted);
    },
  ],
  [
    'hovering a rate shows what it is worked out to',
    async (window) => {
      const text = window.text(draft);
      const line = lineOf(text, '败诉率16.5%');
      await window.goToLine(line + 1, text.split('\n')[line].indexOf('16.5%') + 2);
      await window.command('Show or Focus Hover');
      const hover = window.page.locator('.monaco-hover:visible').first();
      await hover.waitFor();
      const told = await until('the recomputation', async () => (await hover.textContent()).includes('134件') && hover.textContent());
      await window.screenshot('figures-hover');
      assert.ok(told.includes('17件') && told.includes('12.7%'), told);
      await window.page.keyboard.press('Escape');
    },
  ],
  [
    'Show Figures opens charts and a table beside the text',
    async (window) => {
      await window.command('Show Figures');
      const frame = await until('the page', () => figuresFrame(window));
      const panels = await frame.locator('svg .panel[tabindex="0"]').count();
      const rows = await frame.locator('table tbody tr').count();
      await window.screenshot('figures-page');
      assert.ok(panels >= 3, `${panels} panels`);
      assert.ok(rows > 40, `${rows} rows`);
      // The policy of the page lets its own style in: without it the charts would be black.
      const fill = await frame.locator('svg .bar').first().evaluate((bar) => getComputedStyle(bar).stroke);
      assert.notEqual(fill, 'none', 'style of the charts');
      return `${panels} panels, ${rows} rows`;
    },
  ],
  [
    'a value of the table goes to its line by keyboard',
    async (window) => {
      const frame = await figuresFrame(window);
      const wanted = lineOf(window.text(draft), '1184项') + 1;
      await frame.locator('button[data-line]', { hasText: '事项' }).filter({ hasNotText: '行政许可' }).first().focus();
      const line = Number(await frame.evaluate(() => document.activeElement.dataset.line)) + 1;
      await window.page.keyboard.press('Enter');
      await until('the cursor to come', async () => (await cursor(window)).line === line);
      assert.ok(line > 0 && wanted > 0);
    },
  ],
  [
    'Copy Figures as Table says how many it took',
    async (window) => {
      await window.command('Copy Figures as Table');
      await window.page.locator('.statusbar-item', { hasText: /\d+ figures copied/ }).first().waitFor();
    },
  ],
  ['no error reached the page', (window) => assert.deepEqual(window.errors, [])],
];

export const suite = { open: (editor) => openWindow(editor, sample, { 'reportwright.locale': 'zh-cn' }), tests };
