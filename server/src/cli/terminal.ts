/**
 * The process as a terminal: standard streams, closed pipes and signals. The only file that touches `process`.
 */
import { removeTemporaryFiles } from '../host/node';
import type { Terminal } from './session';

/** The terminal of this process. From now on a reader that goes away ends the program quietly, and an interrupt leaves no temporary file. */
export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      removeTemporaryFiles();
      process.exit(error.code === 'EPIPE' ? Number(process.exitCode ?? 0) : 2);
    });
  }
  for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]] as const) {
    process.once(signal, () => {
      removeTemporaryFiles();
      if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
      process.exit(code);
    });
  }
  return {
    cwd: process.cwd(),
    env: process.env,
    outIsTerminal: process.stdout.isTTY === true,
    errIsTerminal: process.stderr.isTTY === true,
    columns: process.stderr.columns ?? 80,
    out: (text) => new Promise((resolve) => process.stdout.write(text, () => resolve())),
    err: (text) => void process.stderr.write(text),
    readStdin,
  };
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
