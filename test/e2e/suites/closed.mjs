/**
 * A reviewer's folder: with `reportwright.diagnosticMode` at `workspace`, Problems lists what is found in reports that nobody has opened, and follows the files; headings of
 * all of them are found by name.
 */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openWindow, until } from '../window.mjs';

const folder = resolve(fileURLToPath(import.meta.url), '../../folders/rooms');
const [north, south] = ['北区.report.txt', '南区.report.txt'];
const codes = (window, name) => window.findings(name).map(({ code }) => code);

const tests = [
  [
    'reports that nobody opened have findings, each by the rules of its folder',
    async (window) => {
      await until('findings of both', () => window.findings(north).length > 0 && window.findings(south).length > 0);
      assert.ok(codes(window, north).includes('text/doubled-mark') && !codes(window, north).includes('text/repeated-phrase'));
      assert.ok(codes(window, south).includes('text/repeated-phrase') && !codes(window, south).includes('text/doubled-mark'));
    },
  ],
  [
    'a heading of a closed report is found by name',
    async (window) => {
      await window.page.keyboard.press('Control+t');
      await window.page.keyboard.type('一、');
      await window.page.locator('.quick-input-list .monaco-list-row', { hasText: '一、' }).first().waitFor();
      await window.screenshot('closed-headings');
      await window.page.keyboard.press('Escape');
    },
  ],
  [
    'what is found follows the files and their rules',
    async (window) => {
      await window.order('write', `${window.root}/north/${north}`, '某市2025年度工作情况的报告\n\n一、主要工作\n\n公布目录8项。\n');
      await until('the mended file', () => !codes(window, north).includes('text/doubled-mark'));
      await window.order('write', `${window.root}/south/reportwright.json`, '{ "rules": { "text/repeated-phrase": "off" } }');
      await until('the new rules', () => !codes(window, south).includes('text/repeated-phrase') && codes(window, south).includes('text/doubled-mark'));
    },
  ],
  [
    'opening a report and closing it changes nothing',
    async (window) => {
      await window.order('show', `${window.root}/south/${south}`);
      await until('the text', () => window.text(south));
      const before = codes(window, south);
      await window.order('run', 'workbench.action.closeAllEditors');
      await window.page.waitForTimeout(3000);
      assert.deepEqual(codes(window, south), before);
    },
  ],
  [
    'a report that was opened and closed follows its file, by hand and where the editor keeps its text',
    async (window) => {
      const broken = '某市2025年度工作情况的报告\n\n一、主要工作\n\n公布目录8项。。\n';
      const path = `${window.root}/north/${north}`;
      // VS Code keeps a text for minutes that an extension opened, and forgets at once one that a person did.
      await window.order('show', `${window.root}/south/${south}`);
      await window.page.locator('.tab.active', { hasText: south }).waitFor();
      await window.open(north);
      await until('the text', () => window.text(north));
      await window.order('run', 'workbench.action.closeAllEditors');
      await window.page.locator('.tab').first().waitFor({ state: 'detached' });
      await window.order('write', path, broken);
      await window.order('write', `${window.root}/south/${south}`, broken.replace('。。', '。'));
      await until('what is broken', () => codes(window, north).includes('text/doubled-mark'));
      await until('what is mended', () => !codes(window, south).includes('text/doubled-mark'));
      await window.order('write', path, broken.replace('。。', '。'));
      await until('mended once more', () => !codes(window, north).includes('text/doubled-mark'));
    },
  ],
  ['no error reached the page', (window) => assert.deepEqual(window.errors, [])],
];

export const suite = { hosts: ['web'], open: (editor) => openWindow(editor, folder, { 'reportwright.diagnosticMode': 'workspace' }, { inside: 'all.code-workspace' }), tests };
