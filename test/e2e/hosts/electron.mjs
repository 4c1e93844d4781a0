/**
 * VS Code for desktop, as it is downloaded by @vscode/test-electron: the same suites where the network allows it. Named only on request (`electron:`), since it cannot
 * be had without a download. REPORTWRIGHT_VSCODE names an executable that is there already; REPORTWRIGHT_VSCODE_VERSION another version than the newest. No expectation here.
 */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { downloadAndUnzipVSCode, resolveCliPathFromVSCodeExecutablePath } from '@vscode/test-electron';
import { _electron } from 'playwright-core';
import { serve } from '../serve.mjs';
import { packed, serversBelow } from './node.mjs';

export const name = 'electron';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const run = promisify(execFile);
let executablePath = '';
let vsix = '';

/** Downloads the editor where it is missing, and packs the extension. */
export async function prepare() {
  executablePath = process.env.REPORTWRIGHT_VSCODE ?? (await downloadAndUnzipVSCode(process.env.REPORTWRIGHT_VSCODE_VERSION ?? 'stable'));
  vsix = await packed();
}

/** Starts the editor with a copy of `folder`, nothing kept from earlier runs, and the extension installed from its package. */
export async function start({ folder, inside = '', settings, onProbe }) {
  const scratch = await mkdtemp(join(tmpdir(), 'reportwright-electron-'));
  const work = join(scratch, 'work');
  await cp(folder, work, { recursive: true });
  await mkdir(join(scratch, 'user/User'), { recursive: true });
  await writeFile(join(scratch, 'user/User/settings.json'), JSON.stringify({ ...defaults, ...settings }));
  const folders = ['--user-data-dir', join(scratch, 'user'), '--extensions-dir', join(scratch, 'extensions')];
  const windows = process.platform === 'win32';
  await run(resolveCliPathFromVSCodeExecutablePath(executablePath), [...folders, '--install-extension', vsix], { shell: windows });
  const probe = await serve({ folders: {}, onProbe });
  const args = [...folders, `--extensionDevelopmentPath=${join(root, 'test/e2e/sample-fs')}`, '--skip-welcome', '--skip-release-notes', '--disable-updates', '--disable-gpu', '--no-sandbox', '--locale=en', join(work, inside)];
  const app = await _electron.launch({ executablePath, args, env: { ...process.env, REPORTWRIGHT_PROBE: `http://127.0.0.1:${probe.port}` } });
  const page = await app.firstWindow();
  await page.setViewportSize({ width: 1400, height: 900 });
  const processes = () => serversBelow(app.process().pid);
  const close = async () => {
    await app.close();
    await probe.close();
    await rm(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  return { page, root: work, processes, started: async () => (await processes()).length, close };
}

/** Answers the editor's question whether the folder is trusted. */
export const trust = (page, trusted = true) => page.getByText(trusted ? 'Yes, I trust the authors' : "No, I don't trust the authors").click({ timeout: 30_000 });

/** A quiet editor, as in the other hosts. */
const defaults = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.startupPrompt': 'always',
  'editor.minimap.enabled': false,
  'editor.fontSize': 15,
};
