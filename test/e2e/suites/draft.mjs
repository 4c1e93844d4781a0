/**
 * The sample draft, opened, read, and mended, as its writer would: squiggles, Problems, outline, hover, quick fix, fix all.
 */
import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openWindow, until } from '../window.mjs';

const sample = resolve(fileURLToPath(import.meta.url), '../../../../sample');
const draft = '某市2025年度法治政府建设情况的报告.report.txt';

/** The mistakes that were put into the draft: rule, and text in the line where it must be found. */
const mistakes = [
  ['text/repeated-phrase', '政务服务政务服务'],
  ['text/unbalanced-pair', '开展“高效办成一件事改革'],
  ['text/punctuation-width', '173条,向省政府'],
  ['text/doubled-mark', '214件。。'],
  ['numbering/sequence', '（三）严格规范公正文明执法'],
  ['text/placeholder', '执法问题XX个'],
  ['text/missing-terminal', '2860人次'],
  ['numbering/enumeration', '四是行政争议源头预防'],
  ['year/plan-year', '三、2025年工作安排'],
];

const lineOf = (text, part) => text.split('\n').findIndex((line) => line.includes(part));
const found = (window, code, line) => window.findings(draft).some((finding) => finding.code === code && finding.line === line);

const tests = [
  [
    'the draft opens with squiggles',
    async (window) => {
      await window.open(draft);
      await until('findings', () => window.findings(draft).length > 0);
      await window.page.locator('.squiggly-error').first().waitFor();
      await window.page.locator('.squiggly-warning').first().waitFor();
      await window.screenshot('draft-squiggles');
    },
  ],
  [
    'activation is short and findings come within a second',
    async (window) => {
      const timings = await until('timings', () => window.extension().timings?.findings && window.extension().timings);
      const text = `activate ${timings.activate.toFixed(1)} ms, server ${timings.server.toFixed(0)} ms, first findings ${timings.findings.toFixed(0)} ms`;
      assert.ok(timings.activate < 50, text);
      assert.ok(timings.findings < 1000, text);
      return text;
    },
  ],
  [
    'every mistake put into the draft is found in its line',
    (window) => {
      const text = window.text(draft);
      const missed = mistakes.filter(([code, part]) => !found(window, code, lineOf(text, part)));
      assert.deepEqual(missed, []);
      return `${window.findings(draft).length} findings`;
    },
  ],
  [
    'Problems lists them with their codes',
    async (window) => {
      await window.command('Problems: Focus on Problems View');
      const rows = await window.rows('.markers-panel');
      await window.screenshot('draft-problems');
      for (const [code] of mistakes) assert.ok(rows.some((row) => row.includes(code)), `${code} is not among\n${rows.join('\n')}`);
    },
  ],
  [
    'the outline shows the headings',
    async (window) => {
      await window.command('Explorer: Focus on Outline View');
      const rows = await until('the outline', async () => {
        const seen = await window.rows('.outline-pane');
        return seen.length > 3 && seen;
      });
      await window.screenshot('draft-outline');
      for (const heading of ['主要举措和成效', '强化统筹协调', '化解矛盾纠纷', '存在的问题和原因', '工作安排']) {
        assert.ok(rows.some((row) => row.includes(heading)), `${heading} is not among\n${rows.join('\n')}`);
      }
    },
  ],
  [
    'hover shows what the finding rests on',
    async (window) => {
      const line = lineOf(window.text(draft), '政务服务政务服务');
      const finding = window.findings(draft).find((one) => one.code === 'text/repeated-phrase');
      await window.goToLine(line + 1, window.text(draft).split('\n')[line].indexOf('政务服务政务服务') + 2);
      await window.command('Show or Focus Hover');
      const hover = window.page.locator('.monaco-hover:not(.hidden) .monaco-hover-content').first();
      await until('the evidence', async () => {
        const text = await hover.textContent().catch(() => '');
        return text.includes(finding.message) && text.replaceAll(finding.message, '').includes('依据');
      });
      await window.screenshot('draft-hover');
      await window.page.keyboard.press('Escape');
    },
  ],
  [
    'a quick fix mends the plan year and its finding goes',
    async (window) => {
      const line = lineOf(window.text(draft), '三、2025年工作安排');
      await window.goToLine(line + 1, 5);
      await window.page.keyboard.press('Control+.');
      await window.page.locator('.action-widget .monaco-list-row').first().waitFor();
      await window.screenshot('draft-quick-fix');
      await window.page.keyboard.press('Enter');
      await until('the new heading', () => window.text(draft).split('\n')[line] === '三、2026年工作安排');
      await until('the finding to go', () => !window.findings(draft).some((one) => one.code === 'year/plan-year'));
    },
  ],
  [
    'fix all mends what is safe and leaves the rest to the writer',
    async (window) => {
      await window.command('View: Focus Active Editor Group');
      await window.command('Fix All');
      await until('the doubled stop to go', () => !window.text(draft).includes('。。'));
      const text = window.text(draft);
      assert.ok(text.includes('173条，向省政府'), 'half-width comma');
      assert.ok(text.includes('2860人次。'), 'missing stop');
      assert.ok(text.includes('（四）严格规范公正文明执法'), 'numbering');
      assert.ok(text.includes('三是行政争议源头预防'), 'item chain');
      // Only a person knows the number, where the quotation ends, and whether the words were doubled on purpose.
      for (const kept of ['XX个', '“高效办成一件事改革', '政务服务政务服务']) assert.ok(text.includes(kept), kept);
      const safe = ['text/doubled-mark', 'text/punctuation-width', 'text/missing-terminal', 'numbering/sequence', 'numbering/enumeration'];
      await until('safe findings to go', () => !window.findings(draft).some((one) => safe.includes(one.code)));
      await window.screenshot('draft-fixed');
    },
  ],
  [
    'undo takes the whole of it back in one step',
    async (window) => {
      await window.page.keyboard.press('Control+z');
      await until('the draft as it was', () => window.text(draft).includes('214件。。') && window.text(draft).includes('（三）严格规范公正文明执法'));
    },
  ],
  ['no error reached the page', (window) => assert.deepEqual(window.errors, [])],
];

export const suite = { open: (editor) => openWindow(editor, join(sample), { 'reportwright.locale': 'zh-cn' }), tests };
