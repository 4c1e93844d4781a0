/**
 * The example in README.md: the block that begins with a command, with what the command prints today.
 */
import { readFileSync } from 'node:fs';
import { engine } from '../server/src/cli/engine';
import { run } from '../server/src/cli/run';

const BLOCK = /(^```console\n\$ node dist\/cli\.js (.+)\n)[^]*?(^```$)/m;

/** The README with its example made afresh. Runs in the repository's root. */
export async function readmeWithExample(): Promise<string> {
  const readme = readFileSync('README.md', 'utf8');
  const [, , args] = BLOCK.exec(readme) ?? [];
  if (args === undefined) throw new Error('README.md: no block begins with $ node dist/cli.js');
  const output = await printed(args.split(' '));
  return readme.replace(BLOCK, (_, head: string, __, tail: string) => head + output + tail);
}

async function printed(args: readonly string[]): Promise<string> {
  let out = '';
  const terminal = { cwd: process.cwd(), env: {}, outIsTerminal: false, errIsTerminal: false, columns: 80, out: async (text: string) => void (out += text), err: () => {}, readStdin: async () => new Uint8Array() };
  await run(args, { core: engine, terminal, version: '', startServer: async () => {} });
  return out;
}
