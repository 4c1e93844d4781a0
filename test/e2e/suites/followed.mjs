/**
 * Last year's report alone in front, this year's in its folder and not open: what became of its plan, and the way there and back.
 */
import assert from 'node:assert/strict';
import { folderOf } from '../grown.mjs';
import { openWindow, until } from '../window.mjs';

const [now, before] = ['某市2025年度工作报告.report', '某市2024年度工作报告.report'];
const texts = {
  'reportwright.json': `{ "family": "none", "previous": "${before}" }`,
  [before]: '某市2024年度工作报告\n\n一、主要工作\n\n受理行政复议申请120件。\n\n二、2025年工作安排\n\n（一）规范检查。推行“综合查一次”制度。\n\n（二）夯实基础。新建公共法律服务工作站。\n',
  [now]: '某市2025年度工作报告\n\n一、主要工作\n\n（一）规范涉企检查。“综合查一次”在全市推开，检查次数下降两成。\n\n（二）其他工作。受理行政复议申请173件。\n\n二、2026年工作安排\n\n加强培训。\n',
};
const lenses = (window) => window.page.locator('.codelens-decoration');

const tests = [
  [
    'lenses say above last year\'s plan where the closed report takes it up',
    async (window) => {
      await window.open(before);
      await lenses(window).filter({ hasText: 'Reported: 一（一）' }).first().waitFor();
      await lenses(window).filter({ hasText: 'Not in this year\'s report' }).first().waitFor();
      assert.equal(window.text(now), undefined, 'it is not open');
      assert.equal(await lenses(window).count(), 2, (await lenses(window).allTextContents()).join());
      await window.screenshot('followed');
    },
  ],
  [
    'a lens opens it at the place, and definition leads back',
    async (window) => {
      await lenses(window).first().locator('a').click();
      await window.page.locator('.tab.active', { hasText: now }).waitFor();
      await window.page.locator('.statusbar-item', { hasText: 'Ln 5,' }).first().waitFor();
      await window.page.keyboard.press('F12');
      await window.page.locator('.tab.active', { hasText: before }).waitFor();
      await window.page.locator('.statusbar-item', { hasText: 'Ln 9,' }).first().waitFor();
      await window.screenshot('followed-back');
    },
  ],
  [
    'and the lens is told anew when this year\'s report is written on and saved',
    async (window) => {
      await window.open(now);
      await window.goToLine(7, 1);
      await window.page.keyboard.press('End');
      await window.page.keyboard.insertText('夯实基础，新建公共法律服务工作站4个。');
      await window.page.keyboard.press('Control+s');
      await window.page.locator('.tab.active:not(.dirty)', { hasText: now }).waitFor();
      await window.open(before);
      await until('two that are taken up', async () => (await lenses(window).filter({ hasText: 'Reported: ' }).count()) === 2);
    },
  ],
  ['no error reached the page', (window) => assert.deepEqual(window.errors, [])],
];

async function open(editor) {
  const { folder, remove } = await folderOf(texts);
  const window = await openWindow(editor, folder);
  return { ...window, close: () => window.close().then(remove) };
}

export const suite = { hosts: ['web'], open, tests };
