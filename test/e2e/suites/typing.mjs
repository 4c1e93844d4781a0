/**
 * Hands that are faster than the program: text typed right behind Enter or right behind the key for the next place is neither lost nor put into what stands there.
 */
import assert from 'node:assert/strict';
import { folderOf } from '../grown.mjs';
import { openWindow, until } from '../window.mjs';

const [numbered, blank] = ['编号.report', '填写.report'];
const texts = {
  [numbered]: '某市2025年度工作情况的报告\n\n一、主要工作\n\n（一）加强领导\n\n召开会议9次,研究事项12项。\n\n二、存在问题\n\n（一）力量不足\n\n人员较少。\n\n三、下步打算',
  [blank]: '某市2025年度工作情况的报告\n\n一、主要工作\n\n召开会议〔去年：9〕次，研究事项〔去年：12〕项，制定制度〔去年：6〕项，办结〔去年：5〕件。\n',
};
/** Milliseconds between the key and what is typed: at once, within the answer's time, and behind it. */
const delays = [0, 10, 40, 120, 320];

async function takenBack(window, name) {
  for (let i = 0; window.text(name) !== texts[name] && i < 40; i++) {
    await window.page.keyboard.press('Control+z');
    await window.page.waitForTimeout(80);
  }
  assert.equal(window.text(name), texts[name]);
}

const tests = [
  [
    'behind Enter the number comes first or not at all, and the words stand whole in their line',
    async (window) => {
      await window.open(numbered);
      await until('findings', () => window.findings(numbered).length > 0);
      const seen = [];
      for (const delay of delays) {
        await window.goToLine(texts[numbered].split('\n').length, 1);
        await window.page.keyboard.press('End');
        await window.page.keyboard.press('Enter');
        if (delay) await window.page.waitForTimeout(delay);
        await window.page.keyboard.type('abcdefgh', { delay: 20 });
        await window.page.waitForTimeout(400);
        const end = await until('the words', () => window.text(numbered).includes('abcdefgh') && window.text(numbered).slice(texts[numbered].length));
        assert.match(end, /^\n(?:\n（一）)?abcdefgh$/, `after ${delay} ms`);
        seen.push(end.includes('（一）'));
        await takenBack(window, numbered);
      }
      assert.equal(seen.at(-1), true, 'whoever waits gets the number');
      return `number: ${delays.filter((_, i) => seen[i]).join(', ')} ms`;
    },
  ],
  [
    'behind Alt+N nothing is typed over but places to fill in, and whoever types as people do fills them',
    async (window) => {
      await window.open(blank);
      await until('findings', () => window.findings(blank).length > 0);
      for (const delay of delays) {
        await window.goToLine(1, 1);
        await window.page.keyboard.press('End');
        for (const value of ['71', '72', '73']) {
          await window.page.keyboard.press('Alt+n');
          if (delay) await window.page.waitForTimeout(delay);
          await window.page.keyboard.type(value, { delay: 60 });
        }
        await window.page.waitForTimeout(500);
        const text = window.text(blank);
        const bare = text.replace(/〔去年：\d+〕|7[123]*|[123](?=[次项件])/g, '').replace(/\d/g, '');
        assert.equal(bare, texts[blank].replace(/〔去年：\d+〕/g, '').replace(/\d/g, ''), `after ${delay} ms: ${text}`);
        if (delay >= 80) assert.ok(text.includes('召开会议71次，研究事项72项，制定制度73项，办结〔去年：5〕件。'), `after ${delay} ms: ${text}`);
        await takenBack(window, blank);
        await window.page.waitForTimeout(500);
      }
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
