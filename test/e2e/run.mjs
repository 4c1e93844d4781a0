/**
 * Drives the extension in real editors, in headless Chromium: VS Code for the Web and VS Code with its extensions in Node, the same suites in both. Expects the
 * bundles in dist/; prints one line a test. `node test/e2e/run.mjs [web:|node:|electron:][part of a suite's name]`; CHROMIUM_PATH names another browser. `electron:` drives
 * VS Code for desktop, which has to be downloaded, and is therefore not among what runs unasked.
 */
import { access, constants, readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import * as node from './hosts/node.mjs';
import * as web from './hosts/web.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

async function required() {
  await access(executablePath, constants.X_OK).catch(() => {
    throw new Error(`no browser at ${executablePath}: install Chromium, or name one in CHROMIUM_PATH`);
  });
  for (const bundle of ['client.web.js', 'server.web.js', 'client.node.js', 'server.node.js']) {
    await access(join(root, 'dist', bundle)).catch(() => {
      throw new Error(`dist/${bundle} is missing: run npm run build first`);
    });
  }
}

/**
 * Runs the tests of one suite in order in one window; a test may build on what the one before it left. Answers the lines of those that failed.
 */
async function runSuite(editor, name, { open, tests }) {
  const failures = [];
  const window = await open(editor);
  try {
    for (const [title, run] of tests) {
      const begun = performance.now();
      try {
        const note = await run(window);
        console.log(`ok   ${name}: ${title} (${Math.round(performance.now() - begun)} ms)${note ? ` · ${note}` : ''}`);
      } catch (cause) {
        failures.push(`${name}: ${title}`);
        console.log(`FAIL ${name}: ${title}\n     ${String(cause instanceof Error ? cause.message : cause).slice(0, 1500)}`);
        await window.screenshot(`failed-${name.replace('/', '-')}-${tests.findIndex(([one]) => one === title) + 1}`);
      }
    }
  } finally {
    await window.close();
  }
  return failures;
}

/**
 * A suite once, and once more in a new window where something failed: two editors share two cores with whatever else the machine does. What fails
 * twice has failed; what passes the second time is named, so that nobody takes it for steady. A window that does not open fails every test of its suite.
 */
async function settled(editor, name, suite) {
  const attempt = () => runSuite(editor, name, suite).catch((cause) => {
    console.log(`FAIL ${name}: ${cause.message}`);
    return suite.tests.map(([title]) => `${name}: ${title}`);
  });
  const first = await attempt();
  if (first.length === 0) return { failures: [], unsteady: [] };
  console.log(`     ${name}: once more`);
  const second = await attempt();
  return { failures: second, unsteady: first.filter((line) => !second.includes(line)) };
}

/**
 * The suites whose names hold `part`, with their names. A suite may say in which hosts it makes sense; all, when it does not. One on demand runs only when it is
 * named whole: it makes something, and tests nothing that the others do not.
 */
async function suitesFor(host, part) {
  const files = (await readdir(join(here, 'suites'))).filter((file) => file.endsWith('.mjs') && file.includes(part)).sort();
  const suites = await Promise.all(files.map(async (file) => [file.replace('.mjs', ''), (await import(join(here, 'suites', file))).suite]));
  // What needs real files and processes needs no more than any host but the browser's.
  const kind = host.name === 'electron' ? 'node' : host.name;
  return suites.filter(([name, suite]) => (suite.hosts?.includes(kind) ?? true) && !(suite.onDemand && part !== name));
}

async function main() {
  await required();
  const [, hostName, part] = /^(?:(web|node|electron):)?(.*)$/.exec(process.argv[2] ?? '');
  const totals = { passed: 0, failures: [], unsteady: [] };
  const browser = await chromium.launch({ executablePath, args: quiet, headless: true });
  try {
    const hosts = hostName === 'electron' ? [await import('./hosts/electron.mjs')] : [web, node].filter(({ name }) => !hostName || name === hostName);
    for (const host of hosts) {
      await host.prepare();
      for (const [name, suite] of await suitesFor(host, part)) {
        const { failures, unsteady } = await settled({ browser, host }, `${host.name}/${name}`, suite);
        totals.passed += suite.tests.length - failures.length;
        totals.failures.push(...failures);
        totals.unsteady.push(...unsteady);
      }
    }
  } finally {
    await browser.close();
  }
  if (totals.passed + totals.failures.length === 0) throw new Error(`no suite is called ${part}`);
  for (const line of totals.unsteady) console.log(`unsteady: ${line}`);
  for (const line of totals.failures) console.log(`failed twice: ${line}`);
  console.log(`${totals.passed} passed, ${totals.failures.length} failed`);
  return totals.failures.length === 0 ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (cause) => {
    console.error(`e2e: ${cause.message}`);
    process.exit(1);
  },
);
