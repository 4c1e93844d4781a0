// npm run bench: installs the other checkers into test/bench where missing, bundles test/bench/main.ts, and runs it.
// `npm run bench -- throughput`, `-- typing` or `-- learn` runs one part.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'test/bench');
// Beside test/bench/node_modules, so that Node finds the other checkers from there.
const bundle = join(folder, 'dist/bench.mjs');

/** Runs a program in the repository's root and ends with its code where it fails. */
function run(program, options) {
  const { status, error } = spawnSync(program, options, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' && program === 'npm' });
  if (error) throw error;
  if (status) process.exit(status);
}

if (!existsSync(join(folder, 'node_modules/.package-lock.json'))) run('npm', ['--prefix', 'test/bench', 'ci', '--ignore-scripts', '--no-audit', '--no-fund']);

await build({
  entryPoints: [join(folder, 'main.ts')],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  // As in esbuild.mjs: UMD builds cannot be bundled.
  mainFields: ['module', 'main'],
  format: 'esm',
  // Bundled CommonJS packages may ask for Node's own modules.
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  target: 'node20',
  charset: 'utf8',
  logLevel: 'warning',
  loader: { '.md': 'text' },
});

const wanted = process.argv[2];
// Each part runs in a process of its own: typing without the other tools' garbage, learning without their peak memory.
for (const part of ['throughput', 'typing', 'learn']) if (wanted === undefined || wanted === part) run(process.execPath, [bundle, part, folder]);
