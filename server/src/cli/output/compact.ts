/**
 * `check --format compact`: one line a finding, aligned within a file, and a line of totals. Layout only.
 */
import { columnsOf } from './width';
import type { Locale } from '../core';
import { severityWord } from '../messages';
import type { Terminal } from '../session';
import type { CheckedFile, Output } from './output';
import { pad, placeOf, totalsLine } from './pretty';
import { printable, type Style } from './style';

/** A message longer than this pushes its code to the right instead of all codes of the file. */
const MESSAGE_COLUMN = 72;

/** Lines of `path:line:column  severity  message  code` (one-based, as editors jump to), a blank line between files. */
export function compactOutput(terminal: Terminal, style: Style, locale: Locale, quiet: boolean): Output {
  return {
    begin: async () => {},
    file: async (file) => {
      if (file.diagnostics.length) await terminal.out(`${linesOf(file, style, locale).join('\n')}\n\n`);
    },
    end: async (summary) => {
      if (!quiet && summary.reports > 0) await terminal.out(`${totalsLine(summary, style, locale)}\n`);
    },
  };
}

function linesOf(file: CheckedFile, style: Style, locale: Locale): readonly string[] {
  const rows = file.diagnostics.map((diagnostic) => ({
    diagnostic,
    place: placeOf(file, diagnostic),
    word: severityWord(locale, diagnostic.severity),
    message: printable(diagnostic.message),
  }));
  const place = rows.reduce((widest, row) => Math.max(widest, columnsOf(row.place)), 0);
  const word = rows.reduce((widest, row) => Math.max(widest, columnsOf(row.word)), 0);
  const message = Math.min(MESSAGE_COLUMN, rows.reduce((widest, row) => Math.max(widest, columnsOf(row.message)), 0));
  return rows.map((row) => [
    pad(row.place, place),
    style[row.diagnostic.severity](row.word) + ' '.repeat(word - columnsOf(row.word)),
    pad(row.message, message),
    style.faint(row.diagnostic.rule),
  ].join('  '));
}
