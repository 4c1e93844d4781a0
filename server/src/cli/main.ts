/**
 * The program `reportwright`: joins the process, the core and the server, and leaves. Everything else is in run.ts, which tests can reach.
 */
import { version } from '../../../package.json';
import { engine } from './engine';
import { run } from './run';
import { processTerminal } from './terminal';

const startServer = async (): Promise<void> => (await import('../lsp/main-node')).startNodeServer();

void run(process.argv.slice(2), { core: engine, terminal: processTerminal(), version, startServer }).then((code) => {
  // Not process.exit(): what was written must be read first, and a server lives on.
  process.exitCode = code;
});
