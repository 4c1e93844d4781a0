// Test runner: every *.test.ts under test/, except the editor suites, which test/e2e/run.mjs drives.
import { readFile } from 'node:fs/promises';
import { defineConfig } from 'vitest/config';

/** Rule pages are imported as text by the bundles; the tests see the same thing. */
const pages = {
  name: 'markdown-as-text',
  enforce: 'pre' as const,
  async load(id: string) {
    if (!id.endsWith('.md')) return null;
    return `export default ${JSON.stringify(await readFile(id, 'utf8'))};`;
  },
};

export default defineConfig({
  plugins: [pages],
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/bench/**', '**/node_modules/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'threads',
    maxWorkers: 2,
  },
});
