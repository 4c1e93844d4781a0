// Writes the generated files (scripts/generate.ts says which) and removes those that no longer are; with --check, writes nothing and fails when one is
// not what it would write.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
const scratch = await mkdtemp(join(tmpdir(), 'generate-'));
const check = process.argv.includes('--check');
/** Folders in which everything is generated. */
const OWN_FOLDERS = ['docs/rules'];
let stale = 0;

/** Files in the own folders that nothing generates any more, as after a rule was renamed. */
async function leftOver(paths) {
  const found = await Promise.all(OWN_FOLDERS.map(async (folder) => (await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile()).map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))));
  return found.flat().filter((path) => !paths.includes(path));
}

try {
  const outfile = join(scratch, 'generate.cjs');
  await build({
    entryPoints: [join(root, 'scripts/generate.ts')], outfile, bundle: true, platform: 'node', format: 'cjs', target: 'node20',
    mainFields: ['module', 'main'], loader: { '.md': 'text' }, charset: 'utf8', logLevel: 'warning',
  });
  const { generatedFiles } = (await import(pathToFileURL(outfile).href)).default;
  const files = await generatedFiles();
  for (const [path, text] of Object.entries(files)) {
    const fresh = (await readFile(join(root, path), 'utf8').catch(() => null)) === text;
    if (!fresh) stale++;
    if (check) {
      if (!fresh) console.log(`${path}: STALE, run npm run generate`);
    } else if (!fresh) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
      console.log(`${path}: written`);
    }
  }
  for (const path of await leftOver(Object.keys(files))) {
    stale++;
    if (!check) await rm(join(root, path));
    console.log(`${path}: ${check ? 'NOT GENERATED ANY MORE, run npm run generate' : 'removed'}`);
  }
  console.log(`${Object.keys(files).length} generated files${stale ? '' : ', all fresh'}`);
} finally {
  await rm(scratch, { recursive: true, force: true });
}
process.exitCode = check && stale ? 1 : 0;
