// Makes every bundle into dist/. One entry, one file; only 'vscode' stays outside. Rule pages (*.md), family data (*.json) and the sample (*.txt) travel inside,
// except in the two servers of the extension, which have them beside them.
import { build, context } from 'esbuild';
import { realpathSync } from 'node:fs';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beside, besideNode, besideWorker } from './scripts/beside.mjs';
import { lean } from './scripts/lean.mjs';
import { noticesOf } from './scripts/notices.mjs';
import { shrink } from './scripts/shrink.mjs';

const watch = process.argv.includes('--watch');
const minify = process.argv.includes('--minify');

const shared = {
  bundle: true,
  minify,
  sourcemap: minify ? false : 'linked',
  target: 'es2022',
  charset: 'utf8',
  logLevel: 'warning',
  logOverride: { 'import-is-undefined': 'error' },
  loader: { '.md': 'text', '.txt': 'text' },
  metafile: true,
  legalComments: 'none',
};
// 'module' first: the UMD builds that some packages name as main (jsonc-parser) cannot be bundled.
const nodeTarget = { ...shared, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };
const webTarget = { ...shared, platform: 'browser', mainFields: ['browser', 'module', 'main'], define: { 'process.env.NODE_ENV': '"production"' } };

/** What the servers want of the manifest: who they are, and the names of report files. */
const manifest = ({ version, contributes: { languages } }) => ({ version, contributes: { languages } });
const apart = (outfile) => ({ outfile, plugins: [beside(outfile, manifest), lean] });

/** What esbuild is asked for, one entry a bundle. */
export const bundles = [
  { ...nodeTarget, entryPoints: ['client/src/node.ts'], outfile: 'dist/client.node.js', external: ['vscode'] },
  { ...webTarget, entryPoints: ['client/src/web.ts'], outfile: 'dist/client.web.js', format: 'cjs', external: ['vscode'] },
  { ...nodeTarget, entryPoints: ['server/src/lsp/bin-node.ts'], ...besideNode, ...apart('dist/server.node.js') },
  { ...webTarget, entryPoints: ['server/src/lsp/main-web.ts'], format: 'iife', ...besideWorker, ...apart('dist/server.web.js') },
  { ...nodeTarget, entryPoints: ['server/src/cli/main.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
  { ...webTarget, entryPoints: ['server/src/library.ts'], outfile: 'dist/library.mjs', format: 'esm' },
];

/** Files of which something is in the bundle. */
export const insideOf = ({ outputs }) => Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs).filter((path) => inputs[path].bytesInOutput > 0));

async function main() {
  const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  const chosen = wanted.length ? bundles.filter((bundle) => wanted.some((name) => bundle.outfile.includes(name))) : bundles;

  if (watch) {
    for (const bundle of chosen) await (await context(bundle)).watch();
  } else {
    const results = await Promise.all(chosen.map((bundle) => build(bundle)));
    if (minify) for (const { outfile, plugins } of chosen) if (plugins) await writeFile(outfile, await shrink(await readFile(outfile, 'utf8')));
    // Building some leaves what is known of the others.
    const known = JSON.parse(await readFile('dist/inputs.json', 'utf8').catch(() => '{}'));
    const inputs = { ...known, ...Object.fromEntries(chosen.map((bundle, i) => [bundle.outfile, insideOf(results[i].metafile)])) };
    await writeFile('dist/inputs.json', JSON.stringify(inputs, null, 1));
    await writeFile('dist/THIRD-PARTY-NOTICES.txt', noticesOf(Object.values(inputs).flat()));
    if (chosen.some((bundle) => bundle.outfile === 'dist/cli.js')) await chmod('dist/cli.js', 0o755);
  }
}

// Imported for its list by a test, else run.
if (realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await main();
