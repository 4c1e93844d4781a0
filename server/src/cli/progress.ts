/**
 * One line on standard error that says how far a long run is. It is gone before anything else is printed.
 */
import { columnsOf } from './output/width';
import type { Locale } from './core';
import { say } from './messages';
import { printable } from './output/style';
import type { Terminal } from './session';

export interface Progress {
  /** One more file is done. */
  step(path: string): void;
  /** Takes the line away; the next step may bring it back. */
  clear(): void;
}

/** Below this many files nobody waits. */
const FROM = 20;
const EVERY_MS = 100;

/** A progress line; one that does nothing unless `wanted` and standard error is a terminal. */
export function progressLine(terminal: Terminal, locale: Locale, wanted: boolean, now: () => number = Date.now): Progress {
  if (!wanted || !terminal.errIsTerminal) return { step: () => {}, clear: () => {} };
  let count = 0;
  let shown = false;
  let last = -Infinity;
  return {
    step: (path) => {
      count++;
      if (count <= FROM || now() - last < EVERY_MS) return;
      last = now();
      shown = true;
      terminal.err(`\r\u001b[K${cut(printable(say(locale, 'progress', { count, path })), terminal.columns - 1)}`);
    },
    clear: () => {
      if (shown) terminal.err('\r\u001b[K');
      shown = false;
    },
  };
}

/** The longest beginning of `text` that fits `width` columns. */
function cut(text: string, width: number): string {
  if (columnsOf(text) <= width) return text;
  let fitting = '';
  let used = 1;
  for (const character of text) {
    used += columnsOf(character);
    if (used > width) break;
    fitting += character;
  }
  return `${fitting}…`;
}
