/**
 * `npm start`: opens the sample reports in VS Code for the Web on this machine, until Ctrl-C. Expects the bundles in dist/.
 */
import { access } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../test/e2e/serve.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** The port asked for by PORT, else a fixed one that is easy to remember, else any that is free. */
async function serveSample() {
  const folders = { sample: join(root, 'sample') };
  const asked = process.env.PORT === undefined ? undefined : Number(process.env.PORT);
  try {
    return await serve({ port: asked ?? 3080, folders });
  } catch (cause) {
    if (asked !== undefined || cause.code !== 'EADDRINUSE') throw cause;
    return serve({ folders });
  }
}

for (const bundle of ['client.web.js', 'server.web.js']) {
  await access(join(root, 'dist', bundle)).catch(() => {
    console.error(`dist/${bundle} is missing; run: npm run build`);
    process.exit(1);
  });
}

const server = await serveSample().catch((cause) => {
  console.error(`cannot serve: ${cause.message}`);
  process.exit(1);
});
console.log(`
Reportwright in VS Code for the Web: ${server.url('sample')}
Open the draft of 2025 in the explorer on the left; its mistakes are underlined and listed under Problems. Or begin a new one: open last
year's report and run New Report from Last Year's (F1); Open Walkthrough leads through it step by step.
Edits stay in the browser's memory. Stop with Ctrl-C.

With VS Code installed, the same without a browser:
  code --extensionDevelopmentPath="${root}" "${join(root, 'sample')}"
`);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void server.close().then(() => process.exit(0)));
