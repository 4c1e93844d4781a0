/**
 * The program with the fake core, for tests that need a real process. `SLOW` in a fixed text makes the fix take its time.
 */
import { run } from '../../server/src/cli/run';
import { processTerminal } from '../../server/src/cli/terminal';
import { fakeCore } from './fake-core';

const core = { ...fakeCore(), requests: [] };
let peak = 0;
const watch = (): number => (peak = Math.max(peak, process.memoryUsage().heapUsed));
const check = core.check;
core.check = (text, request) => {
  watch();
  (core.requests as unknown[]).length = 0;
  return check(text, request);
};
void run(process.argv.slice(2), { core, terminal: processTerminal(), version: '0.0.0', startServer: async () => {} }).then((code) => {
  process.exitCode = code;
  if (process.env['SHOW_PEAK']) process.stderr.write(`peak ${Math.round(peak / 1024 / 1024)}\n`);
});
