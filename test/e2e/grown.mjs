/**
 * Folders with reports of a wanted size, made afresh for a run, by the same recombination as the benchmarks. No expectation here.
 */
import { build } from 'esbuild';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const seed = join(root, 'sample/某市2024年法治政府建设年度报告.report.txt');

/** A report of about so many bytes of UTF-8, with a mistake in its opening that is seen at once. */
export async function grownReport(bytes) {
  const { outputFiles } = await build({ entryPoints: [join(root, 'test/kit/recombine.ts')], bundle: true, write: false, format: 'esm', platform: 'node', logLevel: 'error' });
  const { grow } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
  return grow(await readFile(seed, 'utf8'), bytes).replace('。', '。。');
}

/** A new folder with these texts, by name; `remove` takes it away. */
export async function folderOf(texts) {
  const folder = await mkdtemp(join(tmpdir(), 'reportwright-reports-'));
  await Promise.all(Object.entries(texts).map(([name, text]) => writeFile(join(folder, name), text)));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
