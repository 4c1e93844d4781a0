/**
 * `check --format pretty`: findings for people, a group of aligned lines a file and a line of totals. Layout only.
 */
import { columnsOf } from './width';
import type { Diagnostic, Locale } from '../core';
import { countOf, reportsOf, say, severityWord } from '../messages';
import type { Terminal } from '../session';
import { SEVERITIES, type CheckedFile, type Output, type Summary } from './output';
import { printable, type Style } from './style';

/** A message longer than this pushes its code to the right instead of all codes of the file. */
const MESSAGE_COLUMN = 72;

/** Lines of `path:line:column  severity  message  code` (one-based, as editors jump to), a blank line between files. */
export function prettyOutput(terminal: Terminal, style: Style, locale: Locale, quiet: boolean): Output {
  return {
    begin: async () => {},
    file: async (file) => {
      if (file.diagnostics.length) await terminal.out(`${linesOf(file, style, locale).join('\n')}\n\n`);
    },
    end: async (summary) => {
      // Nothing was checked: standard error has said why, and totals would sound like praise.
      if (!quiet && summary.reports > 0) await terminal.out(`${totals(summary, style, locale)}\n`);
    },
  };
}

function linesOf(file: CheckedFile, style: Style, locale: Locale): readonly string[] {
  const rows = file.diagnostics.map((diagnostic) => ({
    diagnostic,
    place: `${printable(file.path)}:${diagnostic.range.start.line + 1}:${diagnostic.range.start.character + 1}`,
    word: severityWord(locale, diagnostic.severity),
    message: printable(diagnostic.message),
  }));
  const place = Math.max(...rows.map((row) => columnsOf(row.place)));
  const word = Math.max(...rows.map((row) => columnsOf(row.word)));
  const message = Math.min(MESSAGE_COLUMN, Math.max(...rows.map((row) => columnsOf(row.message))));
  return rows.map((row) => [
    pad(row.place, place),
    painted(row.diagnostic, style)(row.word) + ' '.repeat(word - columnsOf(row.word)),
    pad(row.message, message),
    style.faint(row.diagnostic.rule),
  ].join('  '));
}

function painted({ severity }: Diagnostic, style: Style): (text: string) => string {
  return style[severity];
}

/** `text` filled with spaces to a display width; East Asian wide characters count two. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columnsOf(text)));
}

function totals({ reports, counts, fixable, fixed }: Summary, style: Style, locale: Locale): string {
  const found = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => style[severity](countOf(locale, severity, counts[severity])));
  const comma = locale === 'zh-cn' ? '，' : ', ';
  const parts = [found.length ? found.join(comma) : say(locale, 'clean')];
  if (fixed) parts.push(say(locale, 'fixed', { count: fixed }));
  if (fixable) parts.push(say(locale, 'fixable', { count: fixable }));
  return style.strong(say(locale, 'summary', { files: reportsOf(locale, reports) })) + parts.join(locale === 'zh-cn' ? '；' : '; ');
}
