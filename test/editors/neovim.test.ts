/**
 * The recipe for Neovim in the README, run in Neovim: findings, symbols, fix-all. Without Neovim the test fails, for then nobody knows.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundles } from '../../esbuild.mjs';
import { checkReport, fixReport } from '../../server/src/library';
import { unmark } from '../kit/marks';
import { flawed } from '../lsp/drafts';

const { text } = unmark(flawed);
const scratch = mkdtempSync(join(tmpdir(), 'neovim-'));
const draft = join(scratch, '某市2024年度法治政府建设年度报告.txt');
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

beforeAll(async () => {
  await build({ ...bundles.find(({ outfile }) => outfile === 'dist/cli.js')!, outfile: join(scratch, 'cli.js'), sourcemap: false, metafile: false });
  mkdirSync(join(scratch, 'bin'));
  writeFileSync(join(scratch, 'bin/reportwright'), `#!/bin/sh\nexec '${process.execPath}' '${join(scratch, 'cli.js')}' "$@"\n`);
  chmodSync(join(scratch, 'bin/reportwright'), 0o755);
  writeFileSync(draft, text);
});

/** The first block of Lua in the README. */
function recipe(): string {
  const [, lua] = /^```lua\n([^]*?)^```$/m.exec(readFileSync('README.md', 'utf8')) ?? [];
  if (!lua) throw new Error('README.md: no recipe in Lua');
  return lua;
}

/** Opens the draft, waits for findings, reads symbols, applies fix-all, saves; writes what it saw as JSON. */
const VISIT = `
local function fail(why) io.stderr:write('VISIT: ' .. why .. '\\n') vim.cmd('cquit') end
local seen = {}
vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.DRAFT))
if not vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 50) then fail('no findings') end
seen.filetype = vim.bo.filetype
seen.findings = {}
for _, one in ipairs(vim.diagnostic.get(0)) do
  table.insert(seen.findings, { code = one.code, message = one.message, severity = one.severity, line = one.lnum, col = one.col, source = one.source })
end
local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 10000)
  for _, answer in pairs(answers or {}) do if answer.result then return answer.result end end
  fail('no answer to ' .. method)
end
local document = vim.lsp.util.make_text_document_params()
seen.symbols = ask('textDocument/documentSymbol', { textDocument = document })
local last = vim.api.nvim_buf_line_count(0)
local range = { start = { line = 0, character = 0 }, ['end'] = { line = last, character = 0 } }
local actions = ask('textDocument/codeAction', { textDocument = document, range = range, context = { diagnostics = {}, only = { 'source.fixAll' } } })
seen.actions = {}
for _, action in ipairs(actions) do
  table.insert(seen.actions, action.kind)
  if not action.edit then action = ask('codeAction/resolve', action) end
  vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
end
vim.cmd('write')
vim.fn.writefile({ vim.fn.json_encode(seen) }, vim.env.SEEN)
vim.cmd('qall!')
`;

interface Seen {
  readonly filetype: string;
  readonly findings: readonly { readonly code: string; readonly message: string; readonly severity: number; readonly line: number; readonly source: string }[];
  readonly symbols: readonly { readonly name: string; readonly children?: readonly { readonly name: string }[] }[];
  readonly actions: readonly string[];
}

test('Neovim, set up as the README says, shows the findings and the outline and mends what is safe', () => {
  writeFileSync(join(scratch, 'init.lua'), recipe());
  writeFileSync(join(scratch, 'visit.lua'), VISIT);
  const seenPath = join(scratch, 'seen.json');
  const env = { ...process.env, PATH: `${join(scratch, 'bin')}:${process.env['PATH'] ?? ''}`, HOME: scratch, XDG_CONFIG_HOME: scratch, XDG_STATE_HOME: scratch, XDG_DATA_HOME: scratch, XDG_CACHE_HOME: scratch, LANG: 'C.UTF-8', DRAFT: draft, SEEN: seenPath };
  const ran = spawnSync('nvim', ['--headless', '-n', '-i', 'NONE', '-u', join(scratch, 'init.lua'), '-S', join(scratch, 'visit.lua')], { cwd: scratch, env, encoding: 'utf8', timeout: 50_000 });
  if (ran.error) throw new Error(`Neovim did not run (Debian: apt-get install neovim): ${ran.error.message}`);
  expect(ran.stderr).not.toMatch(/VISIT|Error/);
  expect(ran.status).toBe(0);
  const seen = JSON.parse(readFileSync(seenPath, 'utf8')) as Seen;

  expect(seen.filetype).toBe('annual-report');
  const findings = checkReport(text);
  expect(findings.length).toBeGreaterThan(2);
  const place = (line: number, code: string, message: string): string => `${line} ${code} ${message}`;
  expect(seen.findings.map(({ line, code, message }) => place(line, code, message)).sort()).toEqual(findings.map(({ range, rule, message }) => place(range.start.line, rule, message)).sort());
  expect(new Set(seen.findings.map(({ source }) => source))).toEqual(new Set(['reportwright']));

  const names = JSON.stringify(seen.symbols);
  for (const name of ['主要举措和成效', '强化党的领导', '2025年工作安排']) expect(names).toContain(name);

  expect(seen.actions).toEqual(['source.fixAll.reportwright']);
  expect(readFileSync(draft, 'utf8')).toBe(fixReport(text).text);
  expect(fixReport(text).text).not.toBe(text);
});
