/**
 * Where reports may lie: two folders with rules of their own in one window, a file outside of them, a text without a file. In the web all of it is a virtual file system.
 */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openWindow, until } from '../window.mjs';

const folder = resolve(fileURLToPath(import.meta.url), '../../folders/rooms');
const [north, south, loose] = ['北区.report.txt', '南区.report.txt', '散件.report.txt'];
const severities = (window, name) => Object.fromEntries(window.findings(name).map(({ code, severity }) => [code, severity]));
const ERROR = 0;

const tests = [
  [
    'the folder is what the host is meant to show',
    async (window) => assert.equal(await window.order('scheme'), window.host === 'web' ? 'sample' : 'file'),
  ],
  [
    'each folder of a window keeps its own rules',
    async (window) => {
      await window.order('show', `${window.root}/north/${north}`);
      await until('findings in the north', () => window.findings(north).length > 0);
      await window.order('show', `${window.root}/south/${south}`);
      await until('findings in the south', () => window.findings(south).length > 0);
      assert.equal(severities(window, north)['text/doubled-mark'], ERROR);
      assert.equal(severities(window, north)['text/repeated-phrase'], undefined);
      assert.equal(severities(window, south)['text/doubled-mark'], undefined);
      assert.equal(severities(window, south)['text/repeated-phrase'], ERROR);
    },
  ],
  [
    'a change of rules in one folder leaves the other alone',
    async (window) => {
      await window.order('write', `${window.root}/north/reportwright.json`, '{ "rules": { "text/repeated-phrase": "error", "text/doubled-mark": "off" } }');
      await until('the new rules', () => severities(window, north)['text/repeated-phrase'] === ERROR && !severities(window, north)['text/doubled-mark']);
      assert.equal(severities(window, south)['text/repeated-phrase'], ERROR);
      assert.equal(severities(window, south)['text/doubled-mark'], undefined);
    },
  ],
  [
    'a file outside of the folders is checked as it comes',
    async (window) => {
      await window.order('show', `${window.root}/${loose}`);
      await until('findings', () => ['text/doubled-mark', 'text/repeated-phrase'].every((code) => code in severities(window, loose)));
    },
  ],
  [
    'a text without a file becomes a report when it is told to be one',
    async (window) => {
      await window.order('run', 'workbench.action.files.newUntitledFile');
      await window.page.locator('.tab.active', { hasText: 'Untitled-1' }).waitFor();
      await window.page.keyboard.insertText('某市2025年度工作情况的报告\n\n一、主要工作\n\n公布目录8项。。');
      await window.page.waitForTimeout(1000);
      assert.deepEqual(window.findings('Untitled-1'), []);
      await window.command('Treat as Annual Report');
      await until('findings', () => 'text/doubled-mark' in severities(window, 'Untitled-1'));
      await window.command('Fix All');
      await until('the mended text', () => window.text('Untitled-1').endsWith('公布目录8项。'));
    },
  ],
  ['no error reached the page', (window) => assert.deepEqual(window.errors, [])],
];

export const suite = { open: (editor) => openWindow(editor, folder, {}, { inside: 'all.code-workspace' }), tests };
