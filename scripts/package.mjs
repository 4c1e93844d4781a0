// Packs the extension into dist/reportwright-VERSION.vsix, says what is in it and how large it is, and fails when that is more than an extension of this kind may weigh.
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MOST_BYTES = 1_500_000;

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const vsce = join(dirname(createRequire(import.meta.url).resolve('@vscode/vsce/package.json')), 'vsce');
const vsix = join(root, 'dist', `reportwright-${version}.vsix`);

// `vscode:prepublish` builds the bundles minified; nothing else is needed at run time, so no dependency is packed.
execFileSync(process.execPath, [vsce, 'package', '--no-dependencies', '--out', vsix], { cwd: root, stdio: 'inherit' });
const { size } = statSync(vsix);
console.log(`${(size / 1000).toFixed(0)} kB of at most ${MOST_BYTES / 1000} kB`);
process.exitCode = size <= MOST_BYTES ? 0 : 1;
