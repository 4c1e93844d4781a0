// Makes every bundle into dist/. One entry, one file; only 'vscode' stays outside. Rule pages (*.md) and family data (*.json) travel inside.
import { build, context } from 'esbuild';
import { chmod, writeFile } from 'node:fs/promises';

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
  loader: { '.md': 'text' },
  metafile: true,
  legalComments: 'none',
};
// 'module' first: the UMD builds that some packages name as main (jsonc-parser) cannot be bundled.
const nodeTarget = { ...shared, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };
const webTarget = { ...shared, platform: 'browser', mainFields: ['browser', 'module', 'main'], define: { 'process.env.NODE_ENV': '"production"' } };

const bundles = [
  { ...nodeTarget, entryPoints: ['client/src/node.ts'], outfile: 'dist/client.node.js', external: ['vscode'] },
  { ...webTarget, entryPoints: ['client/src/web.ts'], outfile: 'dist/client.web.js', format: 'cjs', external: ['vscode'] },
  { ...nodeTarget, entryPoints: ['server/src/lsp/main-node.ts'], outfile: 'dist/server.node.js' },
  { ...webTarget, entryPoints: ['server/src/lsp/main-web.ts'], outfile: 'dist/server.web.js', format: 'iife' },
  { ...nodeTarget, entryPoints: ['server/src/cli/main.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
  { ...webTarget, entryPoints: ['server/src/library.ts'], outfile: 'dist/library.mjs', format: 'esm' },
];

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const chosen = wanted.length ? bundles.filter((bundle) => wanted.some((name) => bundle.outfile.includes(name))) : bundles;

if (watch) {
  for (const bundle of chosen) await (await context(bundle)).watch();
} else {
  const results = await Promise.all(chosen.map((bundle) => build(bundle)));
  const inputs = Object.fromEntries(chosen.map((bundle, i) => [bundle.outfile, Object.keys(results[i].metafile.inputs)]));
  await writeFile('dist/inputs.json', JSON.stringify(inputs, null, 1));
  if (chosen.some((bundle) => bundle.outfile === 'dist/cli.js')) await chmod('dist/cli.js', 0o755);
}
