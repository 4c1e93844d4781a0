/**
 * `check --format pretty`: findings for people, each with the line it is on and marks beneath, and a line of totals. Layout only.
 */
import { makeText, type Text } from '../../text';
import { columnsOf } from './width';
import type { Diagnostic, Locale } from '../core';
import { countOf, reportsOf, say, severityWord } from '../messages';
import type { Terminal } from '../session';
import { frameOf } from './frame';
import { SEVERITIES, type CheckedFile, type Output, type Summary } from './output';
import { printable, type Style } from './style';

/** Columns of the page where there is no terminal, and the widest that is still easily read. */
const COLUMNS = 80;
const MOST_COLUMNS = 120;
const LEAST_COLUMNS = 40;

/** `path:line:column  severity  message  code` (one-based, as editors jump to), beneath it the source; a blank line between findings. */
export function prettyOutput(terminal: Terminal, style: Style, locale: Locale, quiet: boolean): Output {
  const columns = terminal.outIsTerminal ? Math.max(LEAST_COLUMNS, Math.min(MOST_COLUMNS, terminal.columns)) : COLUMNS;
  return {
    begin: async () => {},
    file: async (file) => {
      if (file.diagnostics.length === 0) return;
      const text = makeText(file.text);
      const gutter = file.diagnostics.reduce((widest, { range }) => Math.max(widest, String(range.start.line + 1).length), 0) + 2;
      const told = file.diagnostics.map((diagnostic) => `${findingLines(file, text, diagnostic, gutter, columns, style, locale).join('\n')}\n\n`);
      await terminal.out(told.join(''));
    },
    end: async (summary) => {
      // Nothing was checked: standard error has said why, and totals would sound like praise.
      if (!quiet && summary.reports > 0) await terminal.out(`${totalsLine(summary, style, locale)}\n`);
    },
  };
}

function findingLines(file: CheckedFile, text: Text, diagnostic: Diagnostic, gutter: number, columns: number, style: Style, locale: Locale): readonly string[] {
  const { severity, message, rule, range } = diagnostic;
  const { source, marks } = frameOf(text, range, columns - gutter - 3);
  return [
    `${style.strong(placeOf(file, diagnostic))}  ${style[severity](severityWord(locale, severity))}  ${printable(message)}  ${style.faint(rule)}`,
    `${style.faint(`${String(range.start.line + 1).padStart(gutter)} |`)} ${source}`.trimEnd(),
    `${style.faint(`${' '.repeat(gutter)} |`)} ${marks.before}${style[severity](marks.under)}`,
  ];
}

/** `path:line:column`, one-based. */
export function placeOf({ path }: Pick<CheckedFile, 'path'>, { range: { start } }: Diagnostic): string {
  return `${printable(path)}:${start.line + 1}:${start.character + 1}`;
}

/** `text` filled with spaces to a display width; East Asian wide characters count two. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columnsOf(text)));
}

/** The line that ends a run: reports, findings by severity, what was and what can be fixed. */
export function totalsLine({ reports, counts, fixable, fixed }: Summary, style: Style, locale: Locale): string {
  const found = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => style[severity](countOf(locale, severity, counts[severity])));
  const comma = locale === 'zh-cn' ? '，' : ', ';
  const parts = [found.length ? found.join(comma) : say(locale, 'clean')];
  if (fixed) parts.push(say(locale, 'fixed', { count: fixed }));
  if (fixable) parts.push(say(locale, 'fixable', { count: fixable }));
  return style.strong(say(locale, 'summary', { files: reportsOf(locale, reports) })) + parts.join(locale === 'zh-cn' ? '；' : '; ');
}
