// Writes the generated files (scripts/generate.ts says which); with --check, writes nothing and fails when one is not what it would write.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
const scratch = await mkdtemp(join(tmpdir(), 'generate-'));
let stale = 0;
try {
  const outfile = join(scratch, 'generate.cjs');
  await build({
    entryPoints: [join(root, 'scripts/generate.ts')], outfile, bundle: true, platform: 'node', format: 'cjs', target: 'node20',
    mainFields: ['module', 'main'], loader: { '.md': 'text' }, charset: 'utf8', logLevel: 'warning',
  });
  const { generatedFiles } = (await import(pathToFileURL(outfile).href)).default;
  for (const [path, text] of Object.entries(await generatedFiles())) {
    const fresh = (await readFile(join(root, path), 'utf8').catch(() => null)) === text;
    if (process.argv.includes('--check')) {
      console.log(`${path}: ${fresh ? 'fresh' : 'STALE, run npm run generate'}`);
      if (!fresh) stale++;
    } else {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
      console.log(`${path}: ${fresh ? 'unchanged' : 'written'}`);
    }
  }
} finally {
  await rm(scratch, { recursive: true, force: true });
}
process.exitCode = stale ? 1 : 0;
