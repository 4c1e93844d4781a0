/**
 * What the display language decides, in one language: the tests that the suites language-*.mjs run. Nothing is set by hand; the editor's own words are English in each, since language
 * packs are downloads.
 */
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pageFrame } from './pages.mjs';
import { openWindow, until } from './window.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const draft = '某市2025年度法治政府建设情况的报告.report.txt';
const lastYear = '某市2024年法治政府建设年度报告.report.txt';

/** Texts of the program in the wrong language. A draft is quoted in every message, so that Chinese ones are told by having no English sentence, and English ones by having one. */
const english = /[A-Za-z]{3,}[a-z]*(?: [A-Za-z'-]+){2,}/;
const ours = (texts) => texts.map((text) => text.trim()).filter(Boolean);

/** The sample as it is, less the language that its settings choose. */
async function openIn(editor, language) {
  const folder = await mkdtemp(join(tmpdir(), 'reportwright-language-'));
  for (const name of [draft, lastYear]) await cp(join(root, 'sample', name), join(folder, name));
  await writeFile(join(folder, 'reportwright.json'), JSON.stringify({ family: 'law-based-government', previous: lastYear }));
  const window = await openWindow(editor, folder, {}, { language });
  return { ...window, close: () => window.close().then(() => rm(folder, { recursive: true, force: true })) };
}

/** `strings` are those of the manifest; `isRight` tells a text of the language from one of the other. */
function testsIn(strings, isRight) {
  const name = (key) => strings[key].replace(/…$/, '');
  const right = (texts, what) => {
    assert.ok(ours(texts).length > 0, `no ${what}`);
    assert.deepEqual(ours(texts).filter((text) => !isRight(text)), [], what);
  };
  const run = (window, key, options) => window.command(`Reportwright: ${name(`command.${key}`)}`, options);
  return [
    [
      'the container, the views and the language are named',
      async (window) => {
        await window.open(draft);
        await until('findings', () => window.findings(draft).length > 0);
        await window.page.locator(`.activitybar [aria-label^="${name('view.container')}"]`).first().click();
        for (const key of ['view.structure', 'view.toFillIn', 'view.figures']) await window.page.locator('.pane-header', { hasText: strings[key] }).first().waitFor();
        await window.page.locator('.statusbar-item', { hasText: strings['language.name'] }).first().waitFor();
      },
    ],
    [
      'every command has its title in the palette',
      async (window) => {
        await window.page.keyboard.press('F1');
        await window.page.locator('.quick-input-widget input.input').fill('>Reportwright: ');
        const rows = await until('the commands', async () => {
          const seen = await window.rows('.quick-input-list');
          return seen.length > 15 && seen;
        });
        await window.page.keyboard.press('Escape');
        const titles = Object.entries(strings).filter(([key]) => key.startsWith('command.')).map(([, title]) => title);
        const listed = rows.filter((row) => row.includes('Reportwright:'));
        assert.ok(listed.length > 15, rows.join('\n'));
        assert.deepEqual(listed.filter((row) => !titles.some((title) => row.includes(title))), []);
      },
    ],
    ['findings speak it', (window) => right(window.findings(draft).map(({ message }) => message), 'findings')],
    [
      'so do the lines above the trees, and the words in them that are ours',
      async (window) => {
        await until('the progress', async () => (await window.page.locator('.pane-body .message').allTextContents()).join('').trim() !== '');
        right(await window.page.locator('.pane-body .message:visible').allTextContents(), 'progress');
      },
    ],
    [
      'a command that finds nothing says so in it',
      async (window) => {
        await window.goToLine(2, 1);
        await run(window, 'explainFinding');
        const toast = window.page.locator('.notifications-toasts .notification-list-item-message').first();
        await toast.waitFor();
        right([await toast.textContent()], 'message');
        await window.command('Notifications: Clear All Notifications');
      },
    ],
    [
      'the pages of figures and of comparison are written in it, and say so to a screen reader',
      async (window) => {
        for (const [key, mark] of [['showFigures', 'main .charts svg'], ['compareWithLastYear', 'main span[class^=depth]']]) {
          await window.page.locator('.tab', { hasText: draft }).first().click();
          await run(window, key);
          const frame = await pageFrame(window, mark);
          right(await frame.locator('thead th').allTextContents(), `heads of ${key}`);
          right(await frame.locator('p.note').allTextContents(), `notes of ${key}`);
          assert.equal(await frame.evaluate(() => document.documentElement.lang), window.wanted);
          await window.screenshot(`language-${window.wanted}-${key}`);
        }
        await window.command('View: Close All Editors');
      },
    ],
    [
      'the year, the walkthrough and its steps are asked and told in it',
      async (window) => {
        await window.order('show', `${window.root}/${lastYear}`);
        await until('the server', () => window.findings(lastYear).length > 0);
        await run(window, 'newFromLastYear', { asks: true });
        await until('the year', async () => (await window.page.locator('.quick-input-widget input.input').inputValue()) === '2025');
        right([await window.page.locator('.quick-input-title').first().textContent()], 'question');
        await window.page.keyboard.press('Escape');
        await window.command('Open Walkthrough', { asks: true });
        await window.page.locator('.quick-input-list .monaco-list-row', { hasText: strings['walkthrough.title'] }).first().click();
        const steps = window.page.locator('.getting-started-step');
        await until('the six steps', async () => (await steps.count()) === 6);
        for (const key of ['sample', 'draft', 'fill', 'insert', 'check', 'compare']) await steps.filter({ hasText: strings[`walkthrough.${key}.title`] }).first().waitFor();
        await window.screenshot(`language-${window.wanted}-walkthrough`);
      },
    ],
    ['no error reached the page', (window) => assert.deepEqual(window.errors, [])],
  ];
}

/** A suite in a display language. */
export async function inLanguage(language, strings) {
  const isRight = language === 'en' ? (text) => english.test(text) || !/\p{Script=Han}/u.test(text) : (text) => /\p{Script=Han}/u.test(text) && !english.test(text);
  const manifest = JSON.parse(await readFile(join(root, strings), 'utf8'));
  return { open: async (editor) => ({ ...(await openIn(editor, language)), wanted: language }), tests: testsIn(manifest, isRight) };
}
