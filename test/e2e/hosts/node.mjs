/**
 * VS Code with its extension host in Node (code-server's build of it, as a server on this machine): the client for desktop and the server as a child
 * process, on real files. Installs itself at first use into test/e2e/node-host. No expectation here.
 */
import { execFile, spawn } from 'node:child_process';
import { access, cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { serve } from '../serve.mjs';

export const name = 'node';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../../..');
const home = resolve(here, '../node-host');
const editor = join(home, 'node_modules/code-server/lib/vscode');
const vsix = join(home, 'reportwright.vsix');
const run = promisify(execFile);
const exists = (path) => access(path).then(() => true, () => false);

/** Installs the editor where it is missing, and packs the extension. */
export async function prepare() {
  await installed();
  await packed();
}

/** Packs the extension as it is published; the path of the package. */
export async function packed() {
  await run(process.execPath, [join(root, 'node_modules/@vscode/vsce/vsce'), 'package', '--no-dependencies', '--out', vsix], { cwd: root, maxBuffer: 1 << 26 });
  return vsix;
}

/** The editor's own install scripts would compile; what they make is not needed here, except ripgrep, which the system has. */
async function installed() {
  const ready = join(editor, 'node_modules/.reportwright-ready');
  if (await exists(ready)) return;
  const npm = (cwd, ...args) => run('npm', [...args, '--ignore-scripts', '--no-audit', '--no-fund'], { cwd, maxBuffer: 1 << 26, shell: process.platform === 'win32' });
  await npm(home, 'ci');
  await npm(editor, 'install', '--omit=dev');
  const bin = join(editor, 'node_modules/@vscode/ripgrep/bin');
  await mkdir(bin, { recursive: true });
  await rm(join(bin, 'rg'), { force: true });
  await symlink(await ripgrep(), join(bin, 'rg'));
  await writeFile(ready, '');
}

async function ripgrep() {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, 'rg');
    if (await exists(path)) return path;
  }
  throw new Error('ripgrep is missing: install it (apt-get install ripgrep)');
}

/**
 * Starts a server of its own for a copy of `folder`, with nothing kept from earlier runs and the extension installed from its package, as a user would. `processes`
 * gives the ids of the language servers that run, `started` their number.
 */
export async function start({ folder, inside = '', settings, onProbe }) {
  const scratch = await mkdtemp(join(tmpdir(), 'reportwright-node-host-'));
  const work = join(scratch, 'work');
  await cp(folder, work, { recursive: true });
  await mkdir(join(scratch, 'server/data/Machine'), { recursive: true });
  await writeFile(join(scratch, 'server/data/Machine/settings.json'), JSON.stringify({ ...defaults, ...settings }));
  const folders = ['--server-data-dir', join(scratch, 'server'), '--extensions-dir', join(scratch, 'extensions')];
  const probe = await serve({ folders: {}, onProbe });
  const env = { ...process.env, REPORTWRIGHT_PROBE: `http://127.0.0.1:${probe.port}` };
  await run(process.execPath, [join(editor, 'out/server-main.js'), ...folders, '--accept-server-license-terms', '--install-extension', vsix], { env });
  const port = await freePort();
  const child = spawn(process.execPath, [join(editor, 'out/server-main.js'), '--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms', '--disable-telemetry', ...folders], { env, stdio: 'ignore' });
  await answering(port, child);
  const remote = (path) => `vscode-remote://127.0.0.1:${port}${path}`;
  const developed = [['extensionDevelopmentPath', remote(join(root, 'test/e2e/sample-fs'))]];
  const opened = inside.endsWith('.code-workspace') ? 'workspace' : 'folder';
  const url = `http://127.0.0.1:${port}/?${opened}=${encodeURIComponent(join(work, inside))}&payload=${encodeURIComponent(JSON.stringify(developed))}`;
  const close = async () => {
    const gone = new Promise((done) => child.once('exit', done));
    child.kill();
    await gone;
    await probe.close();
    await rm(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  const processes = () => serversBelow(child.pid);
  return { url, root: work, processes, started: async () => (await processes()).length, close };
}

/** Ids of the language servers among the descendants of a process. */
export async function serversBelow(ancestor) {
  const { stdout } = await run('ps', ['-A', '-ww', '-o', 'pid=,ppid=,args='], { maxBuffer: 1 << 26 });
  const all = stdout.split('\n').flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid ? [{ pid: Number(pid), parent: Number(parent), command }] : [];
  });
  const below = new Set([ancestor]);
  for (let known = 0; known !== below.size; ) {
    known = below.size;
    for (const { pid, parent } of all) if (below.has(parent)) below.add(pid);
  }
  return all.filter(({ pid, command }) => below.has(pid) && command.includes('server.node.js')).map(({ pid }) => pid);
}

/** Answers the editor's question whether the folder is trusted; a server cannot set that question off. */
export const trust = (page, trusted = true) => page.getByText(trusted ? 'Yes, I trust the authors' : "No, I don't trust the authors").click({ timeout: 30_000 });

function freePort() {
  return new Promise((found, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

async function answering(port, child) {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (child.exitCode !== null) throw new Error(`the editor's server ended with ${child.exitCode}`);
    const answer = await fetch(`http://127.0.0.1:${port}/version`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error(`the editor's server did not answer`);
}

/** The quiet editor of the web host, as far as a server can set it. */
const defaults = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'editor.minimap.enabled': false,
  'editor.fontFamily': "'Noto Sans Mono CJK SC', 'Noto Sans CJK SC', monospace",
  'editor.fontSize': 15,
};
