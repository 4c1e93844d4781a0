/**
 * How long the editor lets a writer wait: from opening a report to its first squiggle, from a key to the squiggle it brings. Measured in the page, from the event to
 * the change of the painted text, and held to what a writer does not notice.
 */
import assert from 'node:assert/strict';
import { folderOf, grownReport } from '../grown.mjs';
import { openWindow, until } from '../window.mjs';

const short = '二十千字节.report.txt';
const next = '第二份.report.txt';
const long = '一兆字节.report.txt';
const KEYS = 7;

/** In the page: milliseconds from the next event of a kind to the first change after it that leaves more squiggles than there were. */
function watchSquiggles(kind) {
  const count = () => document.querySelectorAll('.editor-instance .cdr[class*=squiggly-]').length;
  const before = count();
  window.pace = new Promise((done) => {
    let begun = null;
    document.addEventListener(kind, () => (begun = performance.now()), { capture: true, once: true });
    const observer = new MutationObserver(() => {
      if (begun === null || count() <= before) return;
      observer.disconnect();
      done(performance.now() - begun);
    });
    observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['class'] });
  });
}

const measured = (window) => window.page.evaluate(() => window.pace);
const median = (times) => [...times].sort((a, b) => a - b)[times.length >> 1];
const shown = (times) => times.map((time) => Math.round(time)).join(', ');

async function opening(window, name) {
  // No other text may have squiggles.
  await window.order('run', 'workbench.action.closeAllEditors');
  await window.page.evaluate(watchSquiggles, 'dblclick');
  await window.open(name);
  return measured(window);
}

/** Types a half-width comma between words, again and again in another place, takes it back, and says how long each took to be underlined. */
async function typing(window, name) {
  const page = window.page;
  const lines = window.text(name).split('\n');
  const places = lines.flatMap((line, i) => (line.length > 40 && /^\p{Script=Han}{12}/u.test(line) ? [i] : []));
  const times = [];
  for (let key = 0; key < KEYS; key++) {
    const line = places[Math.floor(((key + 1) * places.length) / (KEYS + 1))];
    await window.goToLine(line + 1, 7);
    // The squiggles of the lines that came into view are painted by now.
    await page.waitForTimeout(700);
    await page.evaluate(watchSquiggles, 'keydown');
    await page.keyboard.press(',');
    times.push(await Promise.race([measured(window), page.waitForTimeout(10_000).then(() => Infinity)]));
    await page.keyboard.press('Backspace');
    await until('the text as it was', () => window.text(name).split('\n')[line] === lines[line]);
  }
  return times;
}

const tests = [
  [
    'activation takes less than 50 ms, and the first findings of the first report less than a second, the start of the server included',
    async (window) => {
      const seen = await opening(window, short);
      const timings = await until('timings', () => window.extension().timings?.findings && window.extension().timings);
      const text = `activation ${timings.activate.toFixed(1)} ms; server ready ${timings.server.toFixed(0)} ms, first findings ${timings.findings.toFixed(0)} ms after activation; double click to squiggle ${seen.toFixed(0)} ms`;
      assert.ok(timings.activate < 50, text);
      assert.ok(timings.findings < 1000, text);
      return text;
    },
  ],
  [
    'a mistake typed into 20 kB is underlined within 300 ms',
    async (window) => {
      const times = await typing(window, short);
      const text = `${Buffer.byteLength(window.text(short))} bytes, median ${median(times).toFixed(0)} ms of ${shown(times)}`;
      assert.ok(median(times) < 300, text);
      return text;
    },
  ],
  [
    'the next report opened has its first squiggle within a second, one of 1 MB within three',
    async (window) => {
      const [seen, slow] = [await opening(window, next), await opening(window, long)];
      const text = `double click to squiggle ${seen.toFixed(0)} ms, ${slow.toFixed(0)} ms`;
      assert.ok(seen < 1000 && slow < 3000, text);
      return text;
    },
  ],
  [
    'a mistake typed into 1 MB is underlined within 500 ms',
    async (window) => {
      await until('findings', () => window.findings(long).length > 0);
      const times = await typing(window, long);
      const text = `${Buffer.byteLength(window.text(long))} bytes, ${window.findings(long).length} findings, median ${median(times).toFixed(0)} ms of ${shown(times)}`;
      assert.ok(median(times) < 500, text);
      return text;
    },
  ],
  ['no error reached the page', (window) => assert.deepEqual(window.errors, [])],
];

async function open(editor) {
  const { folder, remove } = await folderOf({ [short]: await grownReport(20_000), [next]: await grownReport(20_000), [long]: await grownReport(1_000_000) });
  const window = await openWindow(editor, folder);
  return { ...window, close: () => window.close().then(remove) };
}

export const suite = { open, tests };
