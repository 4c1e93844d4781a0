/**
 * Runs the command line in this process over a scratch folder, with the fake core and streams that are remembered.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../server/src/cli/run';
import type { Terminal } from '../../server/src/cli/session';
import { fakeCore, type FakeCore } from './fake-core';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly core: FakeCore;
}

export interface Scratch {
  readonly folder: string;
  write(files: Readonly<Record<string, string | Uint8Array>>): void;
  read(path: string): string;
  names(path?: string): readonly string[];
  remove(): void;
  run(args: readonly string[], terminal?: Partial<Terminal> & { readonly stdin?: string | Uint8Array }): Promise<Ran>;
}

export function scratch(): Scratch {
  const folder = mkdtempSync(join(tmpdir(), 'cli-'));
  return {
    folder,
    write: (files) => {
      for (const [path, content] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), content);
      }
    },
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    names: (path = '.') => readdirSync(join(folder, path)).sort(),
    remove: () => rmSync(folder, { recursive: true, force: true }),
    run: async (args, terminal = {}) => {
      const core = fakeCore();
      let out = '';
      let err = '';
      const code = await run(args, {
        core,
        version: '0.0.0',
        startServer: async () => void (out += 'SERVER'),
        terminal: {
          cwd: folder,
          env: { LANG: 'en_US.UTF-8' },
          outIsTerminal: false,
          errIsTerminal: false,
          columns: 80,
          out: async (text) => void (out += text),
          err: (text) => void (err += text),
          readStdin: async () => (typeof terminal.stdin === 'string' ? new TextEncoder().encode(terminal.stdin) : (terminal.stdin ?? new Uint8Array())),
          ...terminal,
        },
      });
      return { code, out, err, core };
    },
  };
}
