/**
 * The walkthrough in a light, a dark and a high-contrast theme: each step with its picture, which takes its colours from the theme.
 */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openWindow, until } from '../window.mjs';

const sample = resolve(fileURLToPath(import.meta.url), '../../../../sample');
const steps = ['打开示例', '生成新一年的草稿', '逐处填写', '补上缺的部分', '校核与修改', '与上年对照'];

/** The words of the picture in front, each with its colour and that of what lies behind it. */
async function words(window, seen) {
  for (const frame of window.page.frames()) {
    const read = await frame.evaluate(() => {
      const svg = document.querySelector('svg[viewBox="0 0 560 300"]');
      const grounds = [...(svg?.querySelectorAll('rect, path') ?? [])].filter((shape) => shape.getAttribute('fill') !== 'none').map((shape) => ({ shape, box: shape.getBBox() }));
      return [...(svg?.querySelectorAll('text') ?? [])].map((text) => {
        const { x, y, width, height } = text.getBBox();
        const behind = grounds.filter(({ shape, box }) => shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING && box.x <= x + width / 2 && box.x + box.width >= x + width / 2 && box.y <= y + height / 2 && box.y + box.height >= y + height / 2);
        return { text: text.textContent, color: getComputedStyle(text).fill, ground: getComputedStyle(behind.at(-1).shape).fill };
      });
    }).catch(() => []);
    const own = read.map(({ text }) => text).join();
    if (read.length > 3 && !seen.has(own)) return (seen.add(own), read);
  }
  return undefined;
}

/** Red, green and blue of a colour as the page computes it. */
const channels = (color) => color.match(/[\d.]+/g).slice(0, 3).map(Number);
/** Contrast of two colours after WCAG 2. */
function contrast(a, b) {
  const [light, dark] = [a, b].map((color) => channels(color).map((value) => value / 255).map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)).reduce((sum, value, i) => sum + value * [0.2126, 0.7152, 0.0722][i], 0)).sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const inTheme = (theme, name) => [
  `six steps with readable pictures in ${theme}`,
  async (window) => {
    await window.order('set', 'workbench.colorTheme', theme);
    await window.command('View: Close All Editors');
    await window.command('Open Walkthrough', { asks: true });
    await window.page.locator('.quick-input-list .monaco-list-row', { hasText: '由上年报告写出今年报告' }).first().click();
    await until('the six steps', async () => (await window.page.locator('.getting-started-step').count()) === 6);
    const seen = new Set();
    const faint = [];
    for (const [i, title] of steps.entries()) {
      await window.page.locator('.getting-started-step', { hasText: title }).first().click();
      const read = await until(`the picture of ${title}`, () => words(window, seen));
      await window.page.waitForTimeout(300);
      await window.screenshot(`walkthrough-${name}-${i + 1}`);
      // 3 is what WCAG asks of graphics and large letters, 4.5 of text; the theme's own faint words have little more.
      faint.push(...read.filter(({ color, ground }) => !(contrast(color, ground) >= 4)).map((word) => ({ title, ...word })));
    }
    assert.deepEqual(faint, []);
  },
];

const tests = [
  inTheme('Default Light Modern', 'light'),
  inTheme('Default Dark Modern', 'dark'),
  inTheme('Default High Contrast', 'contrast'),
  ['no error reached the page', (window) => assert.deepEqual(window.errors, [])],
];

export const suite = { hosts: ['web'], open: (editor) => openWindow(editor, sample, { 'window.commandCenter': false }, { language: 'zh-cn' }), tests };
