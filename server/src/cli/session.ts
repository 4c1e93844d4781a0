/**
 * One run of the command line: the core, the terminal and the language, handed to every command. The only way for a command to speak.
 */
import type { Core, Locale } from './core';
import { say, type MessageArgs, type MessageId } from './messages';
import { printable } from './output/style';

/** Standard streams and surroundings, so that a run can be tested without a process. */
export interface Terminal {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  /** Columns of the terminal behind standard error. */
  readonly columns: number;
  /** Resolves when the text is handed on, so that a slow reader slows the writer. */
  out(text: string): Promise<void>;
  err(text: string): void;
  readStdin(): Promise<Uint8Array>;
}

export interface Session {
  readonly core: Core;
  readonly terminal: Terminal;
  readonly locale: Locale;
  readonly startServer: () => Promise<void>;
}

/** Exit codes, as promised to scripts. */
export const EXIT = { clean: 0, findings: 1, failed: 2 } as const;

/** A run that cannot go on because of what the user asked for; ends with one line on standard error and exit code 2. */
export class UsageError extends Error {
  constructor(
    readonly id: MessageId,
    readonly args: MessageArgs = {},
    /** The file it is about. */
    readonly path: string | null = null,
  ) {
    super(id);
    this.name = 'UsageError';
  }
}

/** One line on standard error: `path: what is wrong`. */
export function complain(session: Session, path: string | null, id: MessageId, args: MessageArgs = {}): void {
  complainInWords(session, path, say(session.locale, id, args));
}

/** The same for a sentence that comes from elsewhere. */
export function complainInWords(session: Session, path: string | null, sentence: string): void {
  session.terminal.err(`${printable(path === null ? `reportwright: ${sentence}` : `${path}: ${sentence}`)}\n`);
}

/** The same of what ends a command; the exit code of a run that failed. */
export function failed(session: Session, path: string | null, sentence: string): number {
  complainInWords(session, path, sentence);
  return EXIT.failed;
}
