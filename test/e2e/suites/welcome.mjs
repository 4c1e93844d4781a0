/**
 * What the views say when they have nothing to show, in Chinese: no report in front, a report without figures and blanks, a page in front of a report, no server.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWindow, until } from '../window.mjs';

const [bare, full, notes] = ['无数据.report', '有数据.report', '随记.txt'];
const server = 'dist/server.web.js';

const pane = (window, title) => window.page.locator('.pane', { has: window.page.locator('.pane-header', { hasText: title }) }).first();
/** What a view says in place of a tree, with its buttons. */
const welcome = async (window, title) => ((await pane(window, title).locator('.welcome-view:visible').allTextContents()).join(' ')).replace(/\s+/g, ' ').trim();
const says = (window, title, words) => until(`${title}: ${words}`, async () => words.test(await welcome(window, title)));

/** The three views, each large enough to be read. */
async function openViews(window) {
  await window.page.locator('.activitybar [aria-label^="年度报告"]').first().click();
  for (const title of ['结构', '待填', '报告数据']) await pane(window, title).waitFor();
}

const show = (window, name) => window.order('show', `${window.root}/${name}`);

const tests = [
  [
    'with a report that states no figure, the figures say so, and nothing says that there is no report',
    async (window) => {
      await show(window, bare);
      await openViews(window);
      await says(window, '报告数据', /报告中还没有数据/);
      await until('what is left', async () => /已全部填好/.test(await pane(window, '待填').textContent()));
      await pane(window, '结构').locator('.monaco-list-row', { hasText: '主要工作' }).first().waitFor();
      await window.screenshot('welcome-no-figures');
      for (const title of ['结构', '待填', '报告数据']) assert.doesNotMatch(await welcome(window, title), /没有打开报告/, title);
    },
  ],
  [
    'with another text in front, each says that no report is, and what can be done',
    async (window) => {
      await show(window, notes);
      for (const title of ['结构', '待填', '报告数据']) await says(window, title, /当前没有打开报告.*打开文件.*按年度报告处理/);
      await window.screenshot('welcome-no-report');
    },
  ],
  [
    'a page in front of a report does not hide it',
    async (window) => {
      await show(window, full);
      await pane(window, '报告数据').locator('.monaco-list-row', { hasText: '12次' }).first().waitFor();
      await window.command('Reportwright: 查看数据图表');
      await window.page.waitForTimeout(1500);
      for (const title of ['结构', '待填', '报告数据']) assert.equal(await welcome(window, title), '', title);
    },
  ],
  [
    'when the server does not run, each says so, and its button starts it again',
    async (window) => {
      window.replaced[server] = "throw new Error('broken on purpose');";
      await window.command('Reportwright: 重启语言服务');
      for (const title of ['结构', '待填', '报告数据']) await says(window, title, /语言服务未在运行.*重启.*查看日志/);
      await window.screenshot('welcome-no-server');
      delete window.replaced[server];
      await pane(window, '报告数据').locator('.welcome-view a.monaco-button, .welcome-view a', { hasText: '重启' }).first().click();
      await pane(window, '报告数据').locator('.monaco-list-row', { hasText: '12次' }).first().waitFor();
    },
  ],
];

async function open(editor) {
  const folder = await mkdtemp(join(tmpdir(), 'reportwright-welcome-'));
  const replaced = {};
  await writeFile(join(folder, bare), '某局2025年工作情况的报告\n\n一、主要工作\n\n我局坚持依法履职，各项工作有序推进。\n\n二、下一步打算\n\n继续做好各项工作。\n');
  await writeFile(join(folder, full), '某局2025年工作情况的报告\n\n一、主要工作\n\n全年召开会议12次，办理提案〔去年：8〕件。\n\n二、下一步打算\n\n继续做好各项工作。\n');
  await writeFile(join(folder, notes), '记一笔。\n');
  const window = await openWindow(editor, folder, {}, { language: 'zh-cn', replaced });
  return { ...window, replaced, close: () => window.close().then(() => rm(folder, { recursive: true, force: true })) };
}

export const suite = { hosts: ['web'], open, tests };
