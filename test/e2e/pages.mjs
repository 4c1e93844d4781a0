/**
 * The pages of figures and of comparison under axe-core, in one theme: the tests that the suites pages-*.mjs run.
 */
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { viewsIn } from './views.mjs';
import { openWindow, until } from './window.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const sample = resolve(here, '../../sample');
const draft = '某市2025年度法治政府建设情况的报告.report.txt';
const lastYear = '某市2024年法治政府建设年度报告.report.txt';
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** The frame of the page in front: a webview is a frame in a frame. */
export const pageFrame = (window, mark) =>
  until(`a page with ${mark}`, async () => {
    for (const frame of window.page.frames()) if (await frame.locator(mark).first().isVisible().catch(() => false)) return frame;
    return undefined;
  });

/** What axe-core finds wrong, one entry a place. Injected from outside, so that the policy of the page stays as it is. */
async function violations(frame) {
  await frame.evaluate(await readFile(axe, 'utf8'));
  const { violations: found, passes } = await frame.evaluate(() => globalThis.axe.run(document));
  assert.ok(passes.length > 10, `only ${passes.length} checks applied`);
  return found.flatMap(({ id, nodes }) => nodes.slice(0, 4).map(({ html, failureSummary }) => `${id} (${nodes.length}): ${html.slice(0, 160)}\n${failureSummary}`));
}

const checked = (name, theme, command, mark) => [
  `${name}: axe-core finds nothing in ${theme}`,
  async (window) => {
    // The commands are for the report in front.
    await window.page.locator('.tab', { hasText: draft }).first().click();
    await window.command(command);
    const frame = await pageFrame(window, mark);
    await window.page.waitForTimeout(500);
    await window.screenshot(`${name}-${theme.toLowerCase().replaceAll(' ', '-')}`);
    assert.deepEqual(await violations(frame), []);
  },
];

/** A window on the sample with last year's report named, which the page of comparison needs; `options` as for any window. */
export async function openPaired(editor, settings, options) {
  const folder = await mkdtemp(join(tmpdir(), 'reportwright-pages-'));
  await cp(sample, folder, { recursive: true });
  await writeFile(join(folder, 'reportwright.json'), JSON.stringify({ family: 'law-based-government', previous: lastYear }));
  const window = await openWindow(editor, folder, settings, options);
  // Where the files are on this machine.
  const disk = editor.host.name === 'web' ? folder : window.root;
  return { ...window, disk, close: () => window.close().then(() => rm(folder, { recursive: true, force: true })) };
}

/** A suite in a theme, by the id that the setting takes. In one host: a page is the same in both. */
export const pagesIn = (theme) => ({
  hosts: ['web'],
  open: (editor) => openPaired(editor, { 'workbench.colorTheme': theme }),
  tests: [
    [
      'a draft is open',
      async (window) => {
        await window.open(draft);
        await until('findings', () => window.findings(draft).length > 0);
      },
    ],
    ...viewsIn(theme),
    checked('page-figures', theme, 'Reportwright: Show Figures', 'main .charts svg'),
    checked('page-compare', theme, 'Reportwright: Compare with Last Year', 'main span[class^=depth]'),
  ],
});
