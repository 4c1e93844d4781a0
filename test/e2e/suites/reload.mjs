/**
 * Pages that are left open when the window is loaded anew: they come back with what they showed, act on the text as before, and leave nothing behind where there is nothing to show.
 */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openPaired, pageFrame } from '../pages.mjs';
import { until } from '../window.mjs';

const draft = '某市2025年度法治政府建设情况的报告.report.txt';
const figures = 'main .charts svg';
const comparison = 'main span[class^=depth]';
const figuresTitle = '：数据';
const comparisonTitle = '报告对照';
const tab = (window, words) => window.page.locator('.tab', { hasText: words });
/** Line of the cursor, from one. */
const line = async (window) => Number(/^Ln (\d+)/.exec((await window.page.locator('.statusbar-item', { hasText: /^Ln \d+/ }).first().textContent({ timeout: 2000 }).catch(() => '')) ?? '')?.[1] ?? 0);

const tests = [
  [
    'the figures are there again after the window was loaded anew, for the same report',
    async (window) => {
      await window.open(draft);
      await until('findings', () => window.findings(draft).length > 0);
      await window.command('Reportwright: Show Figures');
      const before = (await (await pageFrame(window, figures)).locator('table tbody tr').allTextContents()).join('\n');
      assert.ok(before.includes('1450'), before.slice(0, 200));
      await window.reload();
      const frame = await pageFrame(window, figures);
      await window.screenshot('reload-figures');
      assert.equal((await frame.locator('table tbody tr').allTextContents()).join('\n'), before);
      assert.equal(await tab(window, figuresTitle).count(), 1);
    },
  ],
  [
    'and a value still leads to its line',
    async (window) => {
      const frame = await pageFrame(window, figures);
      const value = frame.locator('button[data-line]').nth(20);
      const wanted = Number(await value.getAttribute('data-line')) + 1;
      await value.click();
      await until('the cursor to come', async () => (await line(window)) === wanted);
    },
  ],
  [
    'the command uses the page that came back, and makes no second one',
    async (window) => {
      await window.order('show', `${window.root}/${draft}`);
      await window.command('Reportwright: Show Figures');
      await window.page.waitForTimeout(1000);
      assert.equal(await tab(window, figuresTitle).count(), 1);
      await tab(window, figuresTitle).first().locator('.codicon-close').click();
    },
  ],
  [
    'so is the comparison, with last year\'s report',
    async (window) => {
      await window.order('show', `${window.root}/${draft}`);
      await window.command('Reportwright: Compare with Last Year');
      const before = await (await pageFrame(window, comparison)).locator('main').textContent();
      await window.reload();
      const frame = await pageFrame(window, comparison);
      await window.screenshot('reload-compare');
      assert.equal(await frame.locator('main').textContent(), before);
    },
  ],
  [
    'a page whose report is gone closes by itself',
    async (window) => {
      assert.equal(await tab(window, comparisonTitle).count(), 1);
      await rm(join(window.disk, draft));
      await window.reload();
      await until('the page to close', async () => (await tab(window, comparisonTitle).count()) === 0, 30_000);
      await window.screenshot('reload-gone');
    },
  ],
  ['no error reached the page', (window) => assert.deepEqual(window.errors, [])],
];

export const suite = { hosts: ['web'], open: (editor) => openPaired(editor, {}), tests };
