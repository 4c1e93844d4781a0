/**
 * What the editor shows around a report (problems, outline, the views of the side bar, the walkthrough), in one theme: a picture of each to look at, and that the words
 * of our own can be read. For the suites pages-*.mjs; what the views do is tested elsewhere.
 */
import assert from 'node:assert/strict';
import { until } from './window.mjs';

/** WCAG asks this much of small text. */
const LEAST_CONTRAST = 4.5;

/** Contrast of the visible words of the rows in `container` with what is behind them: the least, and whose it is. Runs in the page. */
function leastContrast(container) {
  const parse = (text) => (text.match(/[\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((one) => one / 255).map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)).reduce((sum, one, i) => sum + one * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] > 0.95) return colour;
    }
    return [255, 255, 255];
  };
  const opacity = (element) => (element ? Number(getComputedStyle(element).opacity) * opacity(element.parentElement) : 1);
  const seen = [...document.querySelectorAll(`${container} .monaco-list-row *`)].filter((element) => element.offsetParent && [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()));
  return seen.map((element) => {
    const [back, front] = [behind(element), parse(getComputedStyle(element).color)];
    const share = (front[3] ?? 1) * opacity(element);
    const mixed = front.slice(0, 3).map((one, i) => one * share + back[i] * (1 - share));
    const [high, low] = [light(mixed), light(back)].sort((a, b) => b - a);
    return { ratio: (high + 0.05) / (low + 0.05), text: element.textContent };
  }).sort((a, b) => a.ratio - b.ratio)[0] ?? null;
}

async function readable(window, container) {
  const least = await window.page.evaluate(`(${leastContrast})(${JSON.stringify(container)})`);
  assert.ok(least, `nothing to read in ${container}`);
  assert.ok(least.ratio >= LEAST_CONTRAST, `${least.text}: ${least.ratio.toFixed(2)} to 1`);
  return `${least.ratio.toFixed(1)} to 1`;
}

const shot = (window, name, theme) => window.screenshot(`view-${name}-${theme.toLowerCase().replaceAll(' ', '-')}`);
const pane = (name) => `.pane:has(.pane-header[aria-label*="${name}"])`;

const shown = (name, theme) => [
  `${name} can be read in ${theme}`,
  async (window) => {
    await window.command(`Annual Report: Focus on ${name} View`);
    await until(`rows in ${name}`, async () => (await window.page.locator(`${pane(name)} .monaco-list-row`).count()) > 3);
    await window.page.waitForTimeout(300);
    await shot(window, name.toLowerCase().replaceAll(' ', '-'), theme);
    return readable(window, pane(name));
  },
];

/** For a window in which a report with findings is open and in front. */
export const viewsIn = (theme) => [
  [
    `problems and outline stand in ${theme}`,
    async (window) => {
      await window.command('Explorer: Focus on Outline View');
      await window.command('Problems: Focus on Problems View');
      await window.page.locator('.markers-panel .monaco-list-row').nth(3).waitFor();
      await window.page.waitForTimeout(300);
      await shot(window, 'problems-outline', theme);
      // Their colours are the editor's own.
      const outline = await window.page.locator(`${pane('Outline')} .monaco-list-row`).count();
      assert.ok(outline > 5, `${outline} rows in the outline`);
    },
  ],
  shown('Structure', theme),
  shown('Figures', theme),
  [
    `the walkthrough opens in ${theme}`,
    async (window) => {
      await window.command('Welcome: Open Walkthrough...', { asks: true });
      await window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Annual Report' }).first().click();
      await window.page.locator('.gettingStartedDetailsContent .step-title').first().waitFor();
      await window.page.waitForTimeout(800);
      await shot(window, 'walkthrough', theme);
      await window.page.keyboard.press('Control+w');
    },
  ],
];
