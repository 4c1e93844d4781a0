/**
 * The Structure view of the sample draft: the checklist, going to a part, putting in what is missing, moving a section.
 */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openWindow, until } from '../window.mjs';

const sample = resolve(fileURLToPath(import.meta.url), '../../../../sample');
const draft = '某市2025年度法治政府建设情况的报告.report.txt';
const pane = (window) => window.page.locator('.pane', { has: window.page.locator('.pane-header', { hasText: 'Structure' }) }).first();
const row = (window, text) => pane(window).locator('.monaco-list-row', { hasText: text }).first();
const lineOf = (text, part) => text.split('\n').findIndex((line) => line.includes(part));

const tests = [
  [
    'the checklist shows what is written, what is thin, what is missing, and how far the draft is',
    async (window) => {
      await window.open(draft);
      await until('findings', () => window.findings(draft).length > 0);
      await window.command('Annual Report: Focus on Structure View');
      await row(window, '主要举措和成效').waitFor();
      await until('the line of progress', async () => (await pane(window).textContent()).includes('已写12/13项'));
      assert.match(await row(window, '突发事件应对体系').textContent(), /未写/);
      assert.match(await row(window, '主要举措和成效').textContent(), /\d+字 · \d+项数据 · 待填1处 · 2个错误/);
      await window.screenshot('structure-view');
    },
  ],
  [
    'the tree stands still while it would look the same, and stays folded when it does not',
    async (window) => {
      const before = window.text(draft);
      const line = lineOf(before, '主要举措和成效');
      const results = row(window, '主要举措和成效');
      await results.click();
      await results.locator('.monaco-tl-twistie').click();
      await row(window, '强化统筹协调').waitFor({ state: 'hidden' });
      const built = await pane(window).locator('.monaco-list-rows').evaluateHandle((rows) => {
        const count = { value: 0 };
        new MutationObserver((records) => (count.value += records.flatMap(({ addedNodes }) => [...addedNodes]).length)).observe(rows, { childList: true, subtree: true });
        return count;
      });
      const rebuilt = () => built.evaluate(({ value }) => value);
      const at = line + 5;
      await window.goToLine(at, 1);
      await window.page.waitForTimeout(1000);
      const stood = await rebuilt();
      // A character for a character: as many words as before, in the same places.
      await window.page.keyboard.press('Shift+ArrowRight');
      await window.page.keyboard.insertText('各');
      await until('the text', () => window.text(draft) !== before);
      await window.page.waitForTimeout(1500);
      assert.equal(await rebuilt(), stood, 'rows built for nothing');
      await window.page.keyboard.insertText('地各部门');
      await until('the tree to follow', async () => (await rebuilt()) > stood);
      assert.equal(await row(window, '强化统筹协调').count(), 0, 'still folded');
      assert.equal(await pane(window).locator('.monaco-list-row.selected', { hasText: '主要举措和成效' }).count(), 1, 'still selected');
      for (let i = 0; window.text(draft) !== before && i < 10; i++) {
        await window.page.keyboard.press('Control+z');
        await window.page.waitForTimeout(100);
      }
      assert.equal(window.text(draft), before);
      await results.locator('.monaco-tl-twistie').click();
    },
  ],
  [
    'a click on what is missing puts it in, numbered on, and the checklist ticks it off',
    async (window) => {
      await row(window, '突发事件应对体系').click();
      await until('the heading', () => /（[四五六七]）[^\n]*突发/.test(window.text(draft)));
      await until('the tick', async () => (await pane(window).textContent()).includes('已写13/13项'));
      await window.screenshot('structure-inserted');
      const line = lineOf(window.text(draft), '突发');
      await until('the prompt to be selected', async () => /\(3 selected\)/.test(await window.page.locator('.statusbar-item', { hasText: `Ln ${line + 3},` }).first().textContent()));
      await window.page.keyboard.press('Control+z');
      await until('the draft as it was', () => !/（七）/.test(window.text(draft)));
    },
  ],
  [
    'Move Section moves the section at the cursor with its text, and the numbers follow',
    async (window) => {
      const before = window.text(draft);
      await window.goToLine(lineOf(before, '（五）化解矛盾纠纷') + 1, 3);
      await window.command('Move Section', { asks: true });
      await window.page.locator('.quick-input-list .monaco-list-row', { hasText: '移到' }).or(window.page.locator('.quick-input-list .monaco-list-row', { hasText: '（一）强化统筹协调' })).first().click();
      await until('the new order', () => window.text(draft).includes('（一）化解矛盾纠纷') && window.text(draft).includes('（二）强化统筹协调'));
      await window.screenshot('structure-moved');
      await window.page.keyboard.press('Control+z');
      await until('the draft as it was', () => window.text(draft) === before);
    },
  ],
  ['no error reached the page', (window) => assert.deepEqual(window.errors, [])],
];

export const suite = { open: (editor) => openWindow(editor, sample, { 'reportwright.locale': 'zh-cn' }), tests };
