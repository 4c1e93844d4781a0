/**
 * The writer's whole way, by the steps of the walkthrough: the new report from last year's, places filled in, a snippet taken, a missing part put in, mistakes mended, the checklist ticked, and the result
 * held against last year's.
 */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openWindow, until } from '../window.mjs';

const sample = resolve(fileURLToPath(import.meta.url), '../../../../sample');
const lastYear = '某市2024年法治政府建设年度报告.report.txt';
const draft = '某市2025年法治政府建设年度报告.report.txt';
const lineOf = (text, part) => text.split('\n').findIndex((line) => line.includes(part));
const pane = (window, title) => window.page.locator('.pane', { has: window.page.locator('.pane-header', { hasText: title }) }).first();
const input = (window) => window.page.locator('.quick-input-widget input.input');
/** How many places to fill in the view says there are. */
const left = async (window) => Number(/待填(\d+)处/.exec(await pane(window, 'To Fill In').textContent())?.[1] ?? 0);
/** The part of the status bar that says where the cursor is. */
const position = (window) => window.page.locator('.statusbar-item', { hasText: /^Ln \d+/ }).first();
/** Types over the place that is selected, goes on to the next one, and waits until that is selected, as a person would. */
async function fillIn(window, value) {
  if (value !== '') {
    await window.page.keyboard.type(value);
    await until('the selection to be typed over', async () => !/selected/.test(await position(window).textContent()));
  }
  const before = await position(window).textContent();
  await window.page.keyboard.press('Alt+n');
  await until('the next place', async () => {
    const now = await position(window).textContent();
    return now !== before && /\(\d+ selected\)/.test(now);
  });
}

/** The steps of the walkthrough, opened from the list of all. */
async function openWalkthrough(window) {
  await window.command('Open Walkthrough', { asks: true });
  await window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'This Year\'s Report from Last Year\'s' }).first().click();
  const steps = window.page.locator('.getting-started-step');
  await until('the six steps', async () => (await steps.count()) === 6);
  return steps;
}

const tests = [
  [
    'the walkthrough begins with the sample',
    async (window) => {
      const steps = await openWalkthrough(window);
      await steps.first().locator('.monaco-button', { hasText: 'Open Sample Reports' }).click();
      await window.page.locator('.tab.active', { hasText: lastYear }).waitFor();
    },
  ],
  [
    'New Report from Last Year\'s asks for year and place, and opens the draft',
    async (window) => {
      await window.page.locator('.tab.active', { hasText: lastYear }).waitFor();
      await until('the server', () => window.findings(lastYear).length > 0);
      await window.command('New Report from Last Year', { asks: true });
      await until('the year', async () => (await input(window).inputValue()) === '2025');
      await window.screenshot('journey-year');
      await window.page.keyboard.press('Enter');
      await until('the place', async () => (await input(window).inputValue()).endsWith(draft));
      await window.page.keyboard.press('Enter');
      const text = await until('the draft', () => window.text(draft));
      assert.ok(text.startsWith('某市2025年法治政府建设年度报告\n') && text.includes('三、2026年工作安排'), text.slice(0, 80));
      assert.ok(text.includes('调解成功率〔去年：97.20，按前1项÷前2项计算〕%'), 'a rate that works itself out');
      await window.page.locator('.notifications-toasts', { hasText: 'places to fill in' }).waitFor();
      await window.screenshot('journey-draft');
    },
  ],
  [
    'last year\'s report is named in the configuration when the writer agrees',
    async (window) => {
      await window.page.locator('.notifications-toasts .monaco-button', { hasText: 'Name it' }).click();
      await window.command('Notifications: Clear All Notifications');
      await window.open('reportwright.json');
      await until('the setting', () => window.text('reportwright.json')?.includes(`"previous": "${lastYear}"`));
      await window.open(draft);
    },
  ],
  [
    'the view lists what is to be filled in, by section',
    async (window) => {
      await window.command('Annual Report: Focus on To Fill In View');
      await until('the count', async () => (await left(window)) > 60);
      const list = pane(window, 'To Fill In').locator('.monaco-list-row');
      await list.filter({ hasText: '二十大和□' }).filter({ hasText: /去年.二十届二中、三中全会精神/ }).waitFor();
      assert.match((await list.first().textContent()) ?? '', /去年的安排和问题/);
      await window.screenshot('journey-to-fill-in');
    },
  ],
  [
    'a place is typed over with last year\'s value in sight, and the next one is selected',
    async (window) => {
      const before = await left(window);
      await window.goToLine(1, 1);
      // What was selected before must not be taken for the place: typed before the cursor is there, the words would stay here.
      await window.page.locator('.statusbar-item', { hasText: /^Ln 1, Col 1$/ }).first().waitFor();
      await window.page.keyboard.press('Alt+n');
      await window.page.locator('.statusbar-item', { hasText: /selected\)/ }).first().waitFor();
      await window.page.keyboard.type('二十届三中、四中全会精神');
      await until('the words', () => window.text(draft).includes('二十大和二十届三中、四中全会精神，'));
      await window.page.locator('.statusbar-item', { hasText: 'last year: 二十届二中、三中全会精神' }).waitFor();
      await window.screenshot('journey-typing');
      await fillIn(window, '');
      await fillIn(window, '9');
      await until('the figure', () => window.text(draft).includes('专题研究法治政府建设工作9次'));
      await until('the count to go down', async () => (await left(window)) === before - 2);
      // Back from the first place that is left: around the end, to the last.
      await window.page.keyboard.press('Alt+Shift+n');
      await window.page.locator('.statusbar-item', { hasText: 'last year: 2025年1月16日' }).waitFor();
    },
  ],
  [
    'a rate fills itself when its parts are there, and one undo takes it back',
    async (window) => {
      const line = lineOf(window.text(draft), '调解矛盾纠纷〔');
      await window.goToLine(line + 1, 1);
      await window.page.keyboard.press('Alt+n');
      await window.page.locator('.statusbar-item', { hasText: /\(10 selected\)/ }).first().waitFor();
      await fillIn(window, '14016');
      await window.page.keyboard.type('13668');
      // Nothing moves while the writer types.
      assert.ok(window.text(draft).includes('调解成功率〔去年：97.20'), 'filled in too early');
      await window.page.keyboard.press('Alt+n');
      await until('the rate', () => window.text(draft).includes('调解矛盾纠纷14016件，调解成功13668件，调解成功率97.52%'));
      await window.screenshot('journey-computed');
      await window.page.keyboard.press('Control+z');
      await until('the rate to be open again', () => window.text(draft).includes('调解成功13668件，调解成功率〔去年：97.20'));
      await window.page.keyboard.press('Alt+n');
      await until('the rate again', () => window.text(draft).includes('调解成功率97.52%'));
    },
  ],
  [
    'a missing part is put in with its prompt selected, and the checklist ticks it off',
    async (window) => {
      await window.command('Annual Report: Focus on Structure View');
      const structure = pane(window, 'Structure');
      await until('the checklist', async () => /已写12\/13项 · 待填67处/.test(await structure.textContent()));
      // A row that is being replaced has no command to run.
      await window.page.waitForTimeout(500);
      await structure.locator('.monaco-list-row', { hasText: '突发事件应对体系' }).first().click();
      await until('the heading', () => /（七）[^\n]*突发/.test(window.text(draft)));
      await window.page.locator('.statusbar-item', { hasText: /\(3 selected\)/ }).first().waitFor();
      await window.page.keyboard.type('修订市级专项应急预案12件，组织应急演练86场次');
      await until('the text in place of the prompt', () => /（七）[^\n]*突发[^\n]*\n+修订市级专项应急预案12件，组织应急演练86场次。\n/.test(window.text(draft)));
      await until('the tick', async () => /已写13\/13项/.test(await structure.textContent()));
      await window.screenshot('journey-inserted');
    },
  ],
  [
    'a snippet is taken from completion',
    async (window) => {
      await window.page.keyboard.press('End');
      await window.page.keyboard.press('Enter');
      await window.page.keyboard.type('ys');
      const row = window.page.locator('.suggest-widget .monaco-list-row', { hasText: '一是…' }).first();
      await row.waitFor();
      await window.screenshot('journey-snippet');
      await row.click();
      await until('the chain', () => /场次。\n+一是[。；]\s*二是[。；]\s*三是。/.test(window.text(draft)));
      await window.page.keyboard.type('健全预案体系');
      await window.page.keyboard.press('Tab');
      await window.page.keyboard.type('加强应急演练');
      await window.page.keyboard.press('Tab');
      await window.page.keyboard.type('严格安全执法');
      await until('the items', () => /一是健全预案体系[。；]\s*二是加强应急演练[。；]\s*三是严格安全执法。/.test(window.text(draft)));
      await window.page.keyboard.press('Escape');
      await window.screenshot('journey-snippet-taken');
    },
  ],
  [
    'what is safe is mended at once',
    async (window) => {
      const text = window.text(draft);
      const line = lineOf(text, '一是压实法治建设责任');
      await window.goToLine(line + 1, text.split('\n')[line].length + 1);
      await window.page.keyboard.type('。');
      await until('the doubled mark', () => window.findings(draft).some(({ code }) => code === 'text/doubled-mark'));
      await window.command('Fix All');
      await until('the text to be mended', () => !window.text(draft).includes('。。') && !window.findings(draft).some(({ code }) => code === 'text/doubled-mark'));
    },
  ],
  [
    'Compare with Last Year\'s Report knows which one that is',
    async (window) => {
      await window.command('Compare with Last Year');
      const frame = await until('the page', async () => {
        for (const one of window.page.frames()) if (await one.locator('main').first().textContent({ timeout: 500 }).then((text) => text?.includes('12840'), () => false)) return one;
        return undefined;
      });
      const text = await frame.locator('main').first().textContent();
      await window.screenshot('journey-compared');
      assert.ok(text.includes('14016'), 'this year\'s figure beside last year\'s');
    },
  ],
  [
    'the walkthrough has ticked off what was done',
    async (window) => {
      const steps = await openWalkthrough(window);
      const done = await until('the ticks', async () => {
        const ticks = await steps.evaluateAll((all) => all.map((step) => step.querySelector('.complete') !== null));
        return ticks.filter(Boolean).length >= 4 && ticks;
      });
      await window.screenshot('journey-walkthrough');
      return `${done.filter(Boolean).length} of ${done.length} steps`;
    },
  ],
  ['no error reached the page', (window) => assert.deepEqual(window.errors, [])],
];

export const suite = { open: (editor) => openWindow(editor, sample, { 'reportwright.locale': 'zh-cn' }), tests };
