/**
 * What the editor proposes while a report is written, by pinyin initials and by Chinese; the list of templates; last year's text in a peek.
 */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openWindow, until } from '../window.mjs';

const folder = resolve(fileURLToPath(import.meta.url), '../../folders/consecutive');
const draft = '某区2025年法治政府建设年度报告.report.txt';
const lastYear = '某区2024年法治政府建设年度报告.report.txt';
const lineOf = (text, part) => text.split('\n').findIndex((line) => line.includes(part));
const proposals = (window) => window.page.locator('.suggest-widget.visible .monaco-list-row');
const proposal = (window, text) => proposals(window).filter({ hasText: text }).first();
const picks = (window) => window.page.locator('.quick-input-list .monaco-list-row');

/** Puts the cursor behind a text of the draft. */
async function behind(window, part) {
  const text = window.text(draft);
  const line = lineOf(text, part);
  const lineText = text.split('\n')[line];
  await window.goToLine(line + 1, lineText.indexOf(part) + part.length + 1);
}

/** Takes everything back, until the draft reads as before. */
async function undone(window, before) {
  await window.page.keyboard.press('Escape');
  await window.page.keyboard.press('Escape');
  for (let i = 0; window.text(draft) !== before && i < 40; i++) {
    await window.page.keyboard.press('Control+z');
    await window.page.waitForTimeout(60);
  }
  assert.equal(window.text(draft), before);
}

/** Takes a proposal that is shown. */
async function take(window, text) {
  await proposal(window, text).waitFor();
  await proposal(window, text).click();
}

/** Types as a keyboard does, and as an input method does: a whole word at once. */
const ways = [
  ['pinyin initials', 'xzfy', (window, typed) => window.page.keyboard.type(typed, { delay: 40 })],
  ['Chinese', '行政复议', (window, typed) => window.page.keyboard.insertText(typed)],
];

const tests = [
  ...ways.map(([name, typed, type]) => [
    `a sentence with figures is offered for ${name}, and its numerals are stops`,
    async (window) => {
      if (!window.text(draft)) await window.open(draft);
      await until('findings', () => window.findings(draft).length > 0);
      const before = window.text(draft);
      await behind(window, '扎实做好调解工作。');
      await type(window, typed);
      await take(window, '受理行政复议案件__件');
      await until('the sentence', () => window.text(draft).includes('扎实做好调解工作。共受理行政复议案件__件、结案__个。'));
      await window.page.keyboard.type('21');
      await window.page.keyboard.press('Tab');
      await window.page.keyboard.type('20');
      await until('the figures', () => window.text(draft).includes('受理行政复议案件21件、结案20个。'));
      await undone(window, before);
    },
  ]),
  [
    'a topic that is missing is offered at the head of a line, for both',
    async (window) => {
      const before = window.text(draft);
      for (const typed of ['tfsj', '突发']) {
        await behind(window, '认真执行重大行政决策程序规定。');
        await window.page.keyboard.press('Enter');
        await (typed === 'tfsj' ? window.page.keyboard.type(typed, { delay: 40 }) : window.page.keyboard.insertText(typed));
        await proposal(window, '（三）').waitFor();
        if (typed === 'tfsj') await window.screenshot('completion-topic');
        await until('it to be the first', async () => (await proposals(window).first().textContent()).includes('（三）'));
        await undone(window, before);
      }
    },
  ],
  [
    'a law is cited behind 《 by Chinese and by initials, and in running text by initials',
    async (window) => {
      const before = window.text(draft);
      for (const [first, typed] of [['《', '行政复议'], ['《', 'xzfyf'], ['', 'xzfyf']]) {
        await behind(window, '认真执行');
        if (first) await window.page.keyboard.insertText(first);
        await (typed === '行政复议' ? window.page.keyboard.insertText(typed) : window.page.keyboard.type(typed, { delay: 40 }));
        await proposal(window, '《中华人民共和国行政复议法》').waitFor();
        if (typed === '行政复议') await window.screenshot('completion-citation');
        await take(window, '《中华人民共和国行政复议法》');
        await until(`the name for ${first}${typed}`, () => window.text(draft).includes('认真执行《中华人民共和国行政复议法》重大'));
        await undone(window, before);
      }
    },
  ],
  [
    'a chain of items is offered and filled in, and the next item after it',
    async (window) => {
      const before = window.text(draft);
      await behind(window, '推进行政复议规范化建设。');
      await window.page.keyboard.type('ys', { delay: 40 });
      await take(window, '一是…；二是…；三是…');
      for (const words of ['加强培训', '规范流程', '强化监督']) {
        await window.page.keyboard.insertText(words);
        await window.page.keyboard.press('Tab');
      }
      await until('the chain', () => window.text(draft).includes('一是加强培训；二是规范流程；三是强化监督。'));
      await window.page.keyboard.type('ss', { delay: 40 });
      await take(window, '四是');
      await until('the next item', () => window.text(draft).includes('三是强化监督。四是'));
      await undone(window, before);
    },
  ],
  [
    'nothing is offered in a quotation',
    async (window) => {
      const before = window.text(draft);
      await behind(window, '扎实做好调解工作。');
      await window.page.keyboard.insertText('“');
      await window.page.keyboard.type('xzfy', { delay: 40 });
      await window.page.waitForTimeout(1200);
      assert.equal(await proposals(window).count(), 0);
      await undone(window, before);
    },
  ],
  [
    'Insert from Template lists by section, and a section goes to its place with its prompt selected',
    async (window) => {
      const before = window.text(draft);
      await behind(window, '扎实做好调解工作。');
      await window.command('Insert from Template', { asks: true });
      await picks(window).filter({ hasText: '受理行政复议案件__件' }).first().waitFor();
      const separators = await window.page.locator('.quick-input-list .quick-input-list-separator').allTextContents();
      await window.screenshot('templates');
      assert.ok(separators.some((text) => text.startsWith('此处：')), separators.join());
      // By initials, as without an input method; the list finds its words in Chinese as well.
      await window.page.keyboard.type('slxzfyaj');
      await until('what the initials stand for', async () => {
        const shown = await picks(window).allTextContents();
        return shown.length > 0 && shown.length < 5 && shown.every((text) => text.includes('受理行政复议案件'));
      });
      await window.screenshot('templates-initials');
      await window.page.keyboard.press('Control+a');
      await window.page.keyboard.insertText('不足');
      await picks(window).filter({ hasText: '二、' }).first().click();
      await until('the section', () => /二、[^\n]*(?:问题|不足)[^\n]*\n[^]*待补充[^]*三、2026年工作安排/.test(window.text(draft)));
      for (const words of ['力量不足', '宣传单一', '编制不够']) {
        await window.page.keyboard.insertText(words);
        await window.page.keyboard.press('Tab');
      }
      await until('its text', () => /一是力量不足。二是宣传单一。主要原因是编制不够。\n+三、2026年工作安排/.test(window.text(draft)));
      await window.screenshot('templates-inserted');
      await undone(window, before);
    },
  ],
  [
    'Show Last Year\'s Text says that there is no report of last year, and lets the writer choose one',
    async (window) => {
      await behind(window, '建成公共法律');
      await window.page.keyboard.press('Control+Alt+y');
      await window.page.locator('.notifications-toasts .monaco-button', { hasText: 'Choose' }).click();
      const box = window.page.locator('.quick-input-widget input.input').first();
      await until('the folder', async () => (await box.inputValue()).startsWith(window.root));
      await box.fill(`${window.root}/${lastYear}`);
      await window.page.keyboard.press('Enter');
      const peek = window.page.locator('.peekview-widget');
      await peek.locator('.preview .view-line', { hasText: '建成公共法律服务站12个' }).first().waitFor();
      await window.screenshot('last-year-peek');
      await window.page.keyboard.press('Escape');
      await window.open('reportwright.json');
      const text = await until('the setting', () => window.text('reportwright.json')?.includes('previous') && window.text('reportwright.json'));
      assert.equal(text, `{\n  // 本区报告\n  "family": "law-based-government",\n  "previous": "${lastYear}"\n}\n`);
      await window.open(draft);
    },
  ],
  [
    'from then on the key shows it, and so does the menu of the editor',
    async (window) => {
      await behind(window, '认真执行重大行政');
      await window.page.keyboard.press('Control+Alt+y');
      const peek = window.page.locator('.peekview-widget');
      await peek.locator('.preview .view-line', { hasText: '公布重大行政决策事项目录5项' }).first().waitFor();
      await window.page.keyboard.press('Escape');
      await window.page.locator('.monaco-editor .view-line', { hasText: '2026年工作安排' }).first().click({ button: 'right' });
      const item = window.page.locator('.monaco-menu .action-label').filter({ hasText: 'Last Year' }).first();
      await item.waitFor();
      // A menu that has just opened takes a click for the end of the one that opened it.
      await window.page.waitForTimeout(500);
      await item.click();
      await peek.locator('.preview .view-line', { hasText: '2025年工作安排' }).first().waitFor();
      await window.page.keyboard.press('Escape');
    },
  ],
  ['no error reached the page', (window) => assert.deepEqual(window.errors, [])],
];

export const suite = {
  open: async (editor) => {
    const window = await openWindow(editor, folder, { 'reportwright.locale': 'zh-cn' });
    await window.open(draft);
    return window;
  },
  tests,
};
