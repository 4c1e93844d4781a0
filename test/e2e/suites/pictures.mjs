/**
 * The pictures of the README and the guides, taken of the sample as its writer sees it, in Chinese and in a light theme; `npm run pictures` puts them into images/readme. What is
 * in a picture is asserted before it is taken.
 */
import assert from 'node:assert/strict';
import { openPaired, pageFrame } from '../pages.mjs';
import { until } from '../window.mjs';

const draft = '某市2025年度法治政府建设情况的报告.report.txt';
const lastYear = '某市2024年法治政府建设年度报告.report.txt';
const next = '某市2025年法治政府建设年度报告.report.txt';
const lineOf = (text, part) => text.split('\n').findIndex((line) => line.includes(part));
const pane = (window, title) => window.page.locator('.pane', { has: window.page.locator('.pane-header', { hasText: title }) }).first();
const input = (window) => window.page.locator('.quick-input-widget input.input');

/** A picture of the window, or of the part `clip` of it. The pointer leaves, and what it lit goes out. */
async function take(window, name, clip) {
  await window.page.mouse.move(560, 728);
  await window.page.waitForTimeout(600);
  await window.screenshot(`picture-${name}`, clip);
}

const tests = [
  [
    'a draft with its findings: underlined, listed, and beside the parts it should have',
    async (window) => {
      await window.order('show', `${window.root}/${draft}`);
      await window.page.locator('.activitybar [aria-label^="年度报告"]').first().click();
      await until('findings', () => window.findings(draft).length > 8);
      await pane(window, '结构').locator('.monaco-list-row', { hasText: '强化统筹协调' }).first().waitFor();
      // The whole checklist, with the part that is missing.
      for (const title of ['报告数据', '待填']) await pane(window, title).locator('.pane-header').click();
      await pane(window, '结构').locator('.monaco-list-row', { hasText: '突发事件应对体系' }).first().waitFor();
      await window.command('Problems: Focus on Problems View');
      await window.page.locator('.markers-panel .monaco-list-row', { hasText: 'numbering/sequence' }).first().waitFor();
      await window.page.locator('.view-lines').first().click({ position: { x: 500, y: 100 } });
      await window.goToLine(1, 1);
      assert.ok((await window.page.locator('[class*=squiggly-]').count()) > 2);
      await take(window, 'check');
      await window.command('View: Toggle Panel Visibility');
    },
  ],
  [
    'what can be done about a finding',
    async (window) => {
      const text = window.text(draft);
      await window.goToLine(lineOf(text, '三、2025年工作安排') + 1, 5);
      const row = window.page.locator('.action-widget .monaco-list-row', { hasText: '改为2026年' }).first();
      await until('the fixes', async () => {
        await window.page.keyboard.press('Control+.');
        const isThere = await row.waitFor({ timeout: 3000 }).then(() => true, () => false);
        if (!isThere) await window.page.keyboard.press('Escape');
        return isThere;
      });
      const { y } = await window.page.locator('.action-widget').boundingBox();
      await take(window, 'fix', { x: 348, y: Math.round(y) - 250, width: 852, height: 430 });
      await window.page.keyboard.press('Escape');
    },
  ],
  [
    'the figures as charts',
    async (window) => {
      await window.command('Reportwright: 查看数据图表');
      await pageFrame(window, 'main .charts svg');
      await take(window, 'figures');
      await window.command('View: Close All Editors');
    },
  ],
  [
    'this year beside last year',
    async (window) => {
      await window.order('show', `${window.root}/${draft}`);
      await window.command('Reportwright: 与上年报告对照');
      await pageFrame(window, 'main span[class^=depth]');
      await take(window, 'compare');
      await window.command('View: Close All Editors');
    },
  ],
  [
    'a draft laid out from last year\'s report, with what is to be filled in',
    async (window) => {
      await window.order('show', `${window.root}/${lastYear}`);
      await until('the server', () => window.findings(lastYear).length > 0);
      await window.command('Reportwright: 从上年报告新建', { asks: true });
      await until('the year', async () => (await input(window).inputValue()) === '2025');
      await window.page.keyboard.press('Enter');
      await until('the place', async () => (await input(window).inputValue()).endsWith(next));
      await window.page.keyboard.press('Enter');
      await until('the draft', () => window.text(next)?.includes('〔去年：'));
      await window.command('Notifications: Clear All Notifications');
      await pane(window, '待填').locator('.pane-header').click();
      await pane(window, '待填').locator('.monaco-list-row', { hasText: '去年' }).first().waitFor();
      const line = lineOf(window.text(next), '调解成功率〔');
      await window.goToLine(line + 1, 1);
      await window.page.keyboard.press('Alt+n');
      await window.page.locator('.statusbar-item', { hasText: '去年：' }).waitFor();
      await take(window, 'fill-in');
    },
  ],
  ['no error reached the page', (window) => assert.deepEqual(window.errors, [])],
];

const settings = { 'workbench.colorTheme': 'Default Light Modern', 'window.commandCenter': false, 'workbench.layoutControl.enabled': false, 'breadcrumbs.enabled': false, 'editor.inlayHints.enabled': 'offUnlessPressed', 'editor.fontSize': 14 };

export const suite = { hosts: ['web'], onDemand: true, open: (editor) => openPaired(editor, settings, { language: 'zh-cn', size: { width: 1200, height: 740 } }), tests };
