/**
 * The formats of `metrics`: JSON (a contract), CSV for spreadsheets, a table for eyes. Files come one by one and are not kept.
 */
import type { Locale, MetricsResult } from '../core';
import { say } from '../messages';
import type { Terminal } from '../session';
import { BYTE_ORDER_MARK, csvLine } from './csv';
import { printable, type Style } from './style';
import { tableLines, type Column } from './table';

export interface FiguresOutput {
  /** Called once, before the first file. */
  begin(): Promise<void>;
  file(path: string, year: number | null, result: MetricsResult): Promise<void>;
  /** Called once, after the last file, whatever happened on the way. */
  end(): Promise<void>;
}

/** One file that was named itself: its figures and relations, and nothing where it could not be read. */
export function singleJson(terminal: Terminal): FiguresOutput {
  return { begin: async () => {}, file: (_path, _year, { metrics }) => terminal.out(`${JSON.stringify(metrics)}\n`), end: async () => {} };
}

/** Several files or a folder: one document, one file a line. */
export function severalJson(terminal: Terminal): FiguresOutput {
  let files = 0;
  return {
    begin: () => terminal.out('{"version":1,"files":['),
    file: (path, year, { metrics }) => terminal.out(`${files++ ? ',' : ''}\n${JSON.stringify({ path, year, ...metrics })}`),
    end: () => terminal.out(`${files ? '\n' : ''}]}\n`),
  };
}

const HEADS = ['path', 'line', 'subject', 'numeral', 'value', 'unit', 'scale', 'qualifier', 'kind', 'period', 'section', 'topic'];

/** A record a figure; lines count from one, as editors do. */
export function csvOutput(terminal: Terminal): FiguresOutput {
  return {
    begin: () => terminal.out(BYTE_ORDER_MARK + csvLine(HEADS)),
    file: (path, _year, { metrics, places }) =>
      terminal.out(
        metrics.figures
          .map(({ line, subject, numeral, value, unit, scale, qualifier, kind, period }, at) =>
            csvLine([path, line + 1, subject, oneLine(numeral), value, unit, scale, qualifier, kind, period, places[at]?.section ?? '', places[at]?.topic ?? '']),
          )
          .join(''),
      ),
    end: async () => {},
  };
}

/** A table a file under its name, and how many of its relations hold. */
export function tableOutput(terminal: Terminal, style: Style, locale: Locale): FiguresOutput {
  const columns: readonly Column[] = [
    { head: say(locale, 'line'), align: 'right' },
    { head: say(locale, 'figure'), align: 'right' },
    { head: say(locale, 'counts'), align: 'left', most: 36 },
    { head: say(locale, 'kind'), align: 'left' },
    { head: say(locale, 'year'), align: 'left' },
    { head: say(locale, 'section'), align: 'left', most: 40 },
  ];
  let files = 0;
  return {
    begin: async () => {},
    file: async (path, _year, { metrics: { figures, relations }, places }) => {
      const rows = figures.map(({ line, qualifier, numeral, scale, unit, subject, kind, period }, at) => [
        String(line + 1), [qualifier, oneLine(numeral) + scale + unit].filter(Boolean).join(' '), subject, say(locale, `kind-${kind}`), period === null ? '' : String(period), places[at]?.section ?? '',
      ]);
      const [head = '', ...lines] = tableLines(columns, rows);
      const total = say(locale, 'metrics-total', { figures: figures.length, relations: relations.length, wrong: relations.filter(({ holds }) => !holds).length });
      const table = figures.length ? [style.faint(head), ...lines] : [];
      await terminal.out(`${files++ ? '\n' : ''}${[style.strong(printable(path)), ...table, style.faint(total)].join('\n')}\n`);
    },
    end: async () => {},
  };
}

/** A numeral of a text that breaks its lines may have a break in it. */
const oneLine = (numeral: string): string => numeral.replace(/\s+/g, ' ');
