/**
 * A writer's desk: mending on saving, formatting, numbering, quieting what is not wanted, mending a whole folder with a look first.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openWindow, until } from '../window.mjs';

const folder = resolve(fileURLToPath(import.meta.url), '../../folders/desk');
const [saved, formatted, numbered, annotated, plain, other] = ['存盘.report', '排版.report', '编号.report', '评注.report', '纯文.report.txt', '另一份.report'];

const codes = (window, name) => window.findings(name).map(({ code }) => code);
const lineOf = (window, name, part) => window.text(name).split('\n').findIndex((line) => line.includes(part));
const appears = (window, name) => window.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first().waitFor({ timeout: 10_000 });

async function openChecked(window, name, code) {
  await window.open(name);
  await until(`${code} in ${name}`, () => codes(window, name).includes(code));
}

/** Puts the cursor on words and chooses from what is offered there. */
async function choose(window, name, part, title) {
  const line = lineOf(window, name, part);
  await window.goToLine(line + 1, window.text(name).split('\n')[line].indexOf(part) + 2);
  const offered = window.page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
  // Asked while the editor still moves, it answers that there is nothing.
  await until(title, async () => {
    await window.page.keyboard.press('Control+.');
    const isThere = await offered.waitFor({ timeout: 3000 }).then(() => true, () => false);
    if (!isThere) await window.page.keyboard.press('Escape');
    return isThere;
  });
  const chosen = window.page.locator('.action-widget .monaco-list-row.focused', { hasText: title });
  for (let step = 0; step < 15 && (await chosen.count()) === 0; step++) await window.page.keyboard.press('ArrowDown');
  await window.page.keyboard.press('Enter');
}

const tests = [
  [
    'saving mends what is safe to mend, where the editor is set to',
    async (window) => {
      await openChecked(window, saved, 'text/doubled-mark');
      await window.goToLine(1, 1);
      await window.page.keyboard.press('End');
      await window.page.keyboard.insertText('稿');
      await until('the word', () => window.text(saved).includes('报告稿'));
      await window.page.keyboard.press('Control+s');
      await until('the mended text', () => !window.text(saved).includes('。。') && window.text(saved).includes('214件，提出'));
      await window.page.locator('.tab.active:not(.dirty)', { hasText: saved }).waitFor();
      if (window.host !== 'web') await until('the file', async () => (await readFile(join(window.root, saved), 'utf8')) === window.text(saved));
      assert.ok(window.text(saved).includes('报告稿'));
      await until('the findings to go', () => !codes(window, saved).some((code) => code === 'text/doubled-mark' || code === 'text/punctuation-width'));
    },
  ],
  [
    'Format Document sets marks and blanks right, once and for all, and is one step to undo',
    async (window) => {
      await window.open(formatted);
      await until('the text', () => window.text(formatted));
      await until('the server', () => window.findings(formatted).length > 0);
      const before = window.text(formatted);
      await window.command('Format Document');
      await until('the formatted text', () => window.text(formatted).includes('全年召开专题会议9次，研究有关事项12项。'));
      const once = window.text(formatted);
      await window.command('Format Document');
      await window.page.waitForTimeout(500);
      assert.equal(window.text(formatted), once);
      await window.page.keyboard.press('Control+z');
      await until('the text as it was', () => window.text(formatted) === before);
      await window.page.keyboard.press('Control+Shift+z');
      await until('the formatted text again', () => window.text(formatted) === once);
    },
  ],
  [
    'Enter behind an item brings the next number, and the next Enter takes it away',
    async (window) => {
      await window.goToLine(lineOf(window, formatted, '继续做好各项工作') + 1, 1);
      await window.page.keyboard.press('End');
      await window.page.keyboard.press('Enter');
      await window.page.keyboard.insertText('一是抓好统筹协调；');
      await window.page.keyboard.press('Enter');
      await until('the next item', () => /一是抓好统筹协调；\n+二是/.test(window.text(formatted)));
      await window.page.keyboard.press('Enter');
      await until('the number to go', () => !window.text(formatted).includes('二是'));
    },
  ],
  [
    'Renumber from Here counts on from the cursor, and is one step to undo',
    async (window) => {
      await openChecked(window, numbered, 'numbering/sequence');
      const before = window.text(numbered);
      await window.goToLine(lineOf(window, numbered, '（三）') + 1, 3);
      await window.command('Renumber from Here');
      await until('the numbers', () => window.text(numbered).includes('（二）加强制度建设') && window.text(numbered).includes('（三）加强队伍建设'));
      await until('the finding to go', () => !codes(window, numbered).includes('numbering/sequence'));
      await window.page.keyboard.press('Control+z');
      await until('the text as it was', () => window.text(numbered) === before);
    },
  ],
  [
    'Ignore here puts a comment into a report that may carry one',
    async (window) => {
      await openChecked(window, annotated, 'text/repeated-phrase');
      await choose(window, annotated, '政务服务政务服务', 'Ignore here: text/repeated-phrase');
      await until('the comment', () => window.text(annotated).includes('<!-- allow text/repeated-phrase -->\n推进政务服务政务服务'));
      await until('the finding to go', () => !codes(window, annotated).includes('text/repeated-phrase'));
      assert.ok(codes(window, annotated).includes('text/doubled-mark'), 'the others stay');
    },
  ],
  [
    'in plain text, which is published as it is, it leaves the text alone and keeps it in files beside',
    async (window) => {
      await openChecked(window, plain, 'text/repeated-phrase');
      const before = window.text(plain);
      await choose(window, plain, '政务服务政务服务', 'Ignore here: text/repeated-phrase');
      await until('the finding to go', () => !codes(window, plain).includes('text/repeated-phrase'));
      await appears(window, 'reportwright.json');
      assert.equal(window.text(plain), before);
      assert.ok(codes(window, plain).includes('text/placeholder'), 'the others stay');
    },
  ],
  [
    'Turn off a rule writes it into reportwright.json, and its findings go',
    async (window) => {
      await choose(window, plain, 'XX', 'Turn off text/placeholder');
      await until('the findings to go', () => !codes(window, plain).includes('text/placeholder'));
      assert.ok(codes(window, plain).includes('text/doubled-mark'), 'the others stay');
      await window.open('reportwright.json');
      assert.equal(JSON.parse(await until('the file', () => window.text('reportwright.json'))).rules['text/placeholder'], 'off');
      await window.open(plain);
    },
  ],
  [
    'Accept Current Findings holds back all that is found now, and not what comes after',
    async (window) => {
      await window.command('Accept Current Findings');
      await until('no finding', () => codes(window, plain).length === 0);
      await window.goToLine(lineOf(window, plain, '培训人员860人次') + 1, 1);
      await window.page.keyboard.press('End');
      await window.page.keyboard.insertText('。');
      await until('the new finding', () => codes(window, plain).includes('text/doubled-mark'));
      await window.page.keyboard.press('Backspace');
      await until('no finding', () => codes(window, plain).length === 0);
    },
  ],
  [
    'Fix All Reports changes open and stored ones, and leaves what was accepted',
    async (window) => {
      await window.command('Fix All Reports in the Workspace', { asks: true });
      await window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'text/doubled-mark' }).waitFor();
      await window.page.keyboard.press('Enter');
      await until('the open report', () => !window.text(annotated).includes('。。'));
      await window.expand('sub');
      await window.open(other);
      await until('the other report', () => window.text(other)?.includes('举办培训班3期。公布目录8项，废止1项。'));
      assert.ok(window.text(plain).includes('公布目录8项。。'), 'what was accepted stays');
    },
  ],
  ['no error reached the page', (window) => assert.deepEqual(window.errors, [])],
];

export const suite = { open: (editor) => openWindow(editor, folder, { 'editor.codeActionsOnSave': { 'source.fixAll.reportwright': 'explicit' } }), tests };
