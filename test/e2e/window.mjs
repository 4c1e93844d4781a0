/**
 * One window of VS Code, in whichever host, as a person uses it: keys, mouse, what is seen; and what the extension host reports through the
 * companion extension. No expectation about reports here.
 */
import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const results = resolve(dirname(fileURLToPath(import.meta.url)), '../../test-results');

/** Polls until `look` gives something truthy, and returns it; fails with what was waited for. */
export async function until(what, look, timeout = 15_000) {
  const end = Date.now() + timeout;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > end) throw new Error(`waited ${timeout} ms for ${what}`);
    await new Promise((next) => setTimeout(next, 40));
  }
}

/**
 * Opens `folder` (a path of this machine) in a fresh profile; with `inside`, a folder or a `.code-workspace` in it. `trusted` answers whether its authors are trusted;
 * `replaced` holds contents that stand in for files of the extension, where the host serves them. `language` is the display language as far as extensions know it; the editor's
 * own words are English in each. `size` is that of the window.
 * @param {{ browser: import('playwright-core').Browser, host: typeof import('./hosts/web.mjs') }} editor
 */
export async function openWindow({ browser, host }, folder, settings = {}, { trusted = true, inside = '', replaced = {}, language = 'en', size = { width: 1400, height: 900 } } = {}) {
  const seen = { findings: new Map(), times: new Map(), updates: 0, texts: new Map(), languages: new Map(), extension: { known: false, active: false, timings: null }, orders: [], done: new Map() };
  const running = await host.start({ folder, inside, settings, replaced, language, onProbe: (event) => note(seen, event) });
  const context = running.page ? null : await browser.newContext({ viewport: size, locale: 'en-US' });
  const page = running.page ?? (await context.newPage());
  const errors = [];
  // What a language pack would set, where the editor is a modern build; the other one is told by the page it is served with.
  if (language !== 'en') await page.addInitScript((name) => (globalThis._VSCODE_NLS_LANGUAGE = name), language);
  page.on('pageerror', (error) => errors.push(error.message));
  if (running.url) await page.goto(running.url);
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
  await host.trust(page, trusted);
  await until('the companion extension', () => seen.extension.known, 60_000);
  const close = async () => {
    await context?.close();
    await running.close();
  };
  const act = actions(page, host.name);
  /** Loads the window anew; what was seen before is forgotten. */
  const reload = async () => {
    for (const map of [seen.findings, seen.times, seen.texts, seen.languages]) map.clear();
    seen.extension = { known: false, active: false, timings: null };
    const loaded = page.waitForEvent('load', { timeout: 60_000 });
    // By the command, not by the browser: only so the editor writes down first what is open.
    await act.command('Developer: Reload Window');
    await loaded;
    await until('the companion extension', () => seen.extension.known, 60_000);
  };
  const { processes, started } = running;
  return { page, reload, errors, host: host.name, root: running.root, processes, started, ...observations(seen), ...act, close };
}

/** Keeps what the extension host tells, and answers with what it is to do. */
function note(seen, event) {
  if (event.kind === 'findings') {
    seen.findings.set(event.uri, event.findings);
    seen.times.set(event.uri, event.at);
    seen.updates += 1;
  }
  if (event.kind === 'done') seen.done.set(event.id, event);
  if (event.kind === 'text') {
    seen.texts.set(event.uri, event.text);
    seen.languages.set(event.uri, event.language);
  }
  if (event.kind !== 'extension') return [];
  seen.extension = event;
  return seen.orders.splice(0);
}

let lastOrder = 0;

/** What the extension host reports; files are named by the end of their path. */
function observations(seen) {
  const of = (map, name) => [...map].find(([uri]) => uri.endsWith(name))?.[1];
  return {
    findings: (name) => (of(seen.findings, name) ?? []).filter((finding) => finding.source === 'reportwright'),
    /** How often findings changed, anywhere. */
    updates: () => seen.updates,
    text: (name) => of(seen.texts, name),
    language: (name) => of(seen.languages, name),
    files: () => [...seen.texts.keys()],
    extension: () => seen.extension,
    /** Has the companion extension do what no key does, or not a thousand times; see its `orders`. */
    order: async (name, ...args) => {
      const id = ++lastOrder;
      seen.orders.push({ id, name, args });
      const { value, problem } = await until(`the order ${name}`, () => seen.done.get(id), 300_000);
      if (problem) throw new Error(`${name}: ${problem}`);
      return value;
    },
  };
}

function actions(page, host) {
  const row = (name) => page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first();
  /** Runs a command of the palette; `asks` when it goes on to ask in the same box. */
  const command = async (title, { asks = false } = {}) => {
    const box = page.locator('.quick-input-widget input.input');
    // Whatever takes the focus at that moment closes the box again: whoever sees that presses the key once more.
    for (let tries = 3; ; tries--) {
      await page.keyboard.press('F1');
      try {
        await box.waitFor({ timeout: 5_000 });
        await box.fill(`>${title}`, { timeout: 5_000 });
        break;
      } catch (cause) {
        if (tries === 0) throw cause;
      }
    }
    await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
    await page.keyboard.press('Enter');
    if (!asks) await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  };
  return {
    command,
    /** Opens a file shown in the explorer; folders on the way must be open. */
    open: async (name) => {
      await row(name).dblclick();
      await page.locator('.tab.active', { hasText: name }).waitFor();
      await page.locator('.monaco-editor .view-line').first().waitFor();
    },
    expand: (name) => row(name).click(),
    goToLine: async (line, column = 1) => {
      await page.keyboard.press('Control+g');
      await page.locator('.quick-input-widget input.input').fill(`:${line},${column}`);
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    },
    /** Text of the rows of a list or tree that is longer than its view, scrolled through. */
    rows: (container) => scrolledRows(page, container),
    /** Into test-results/, of the window or of the part `clip` of it. */
    screenshot: async (name, clip) => {
      await mkdir(results, { recursive: true });
      await page.screenshot({ path: resolve(results, `${name}${host === 'web' ? '' : `-${host}`}.png`), ...(clip ? { clip } : {}) });
    },
  };
}

async function scrolledRows(page, container) {
  const list = page.locator(`${container} .monaco-list`).first();
  await list.waitFor();
  const found = new Set();
  const read = async () => (await list.locator('.monaco-list-row').allTextContents()).forEach((text) => found.add(text.trim()));
  await list.hover();
  await page.mouse.wheel(0, -100_000);
  for (let known = -1; known !== found.size; ) {
    known = found.size;
    await read();
    await page.mouse.wheel(0, 60);
    await page.waitForTimeout(60);
    await read();
  }
  return [...found];
}
