/**
 * The figures of a report as a page: charts, and beside them a table of all values that a keyboard can walk through. HTML and style without script or address; the frame
 * around it is the editor's.
 */

import { counterpartsOf } from '../../align';
import type { Alignment } from '../../align';
import type { Language } from '../../lint';
import { readFigures } from '../../report';
import type { CompiledUnits, Report } from '../../report';
import type { PreviousReport } from '../../rules';
import { escaped } from '../markup';
import { featureText } from '../messages';
import { CHART_STYLE, chartOf, chartSvg } from './chart';
import { chartReport, nameOfReport } from './chart-series';
import { figureRows, writtenValue } from './table';
import type { FigureRow } from './table';
import { changeOf, changeText, valueText } from './words';

export interface FiguresRequest {
  readonly report: Report;
  readonly alignment: Alignment | null;
  readonly previous: PreviousReport | null;
  readonly units: CompiledUnits;
  readonly language: Language;
  /** What to call the report in a chart: the name of its file. */
  readonly name: string;
}

/** `body` is safe to put into a document: all text in it is escaped. A button with `data-line` (zero-based) goes to the text. */
export interface FiguresPage {
  readonly title: string;
  readonly body: string;
  readonly style: string;
}

/** Of a chart, in user units: half an editor, so that its text is no smaller than that around it. */
const PAGE_WIDTH = 600;

/** The page; with last year's report, figures of both years are drawn and tabled side by side. */
export function figuresPage(request: FiguresRequest): FiguresPage {
  const { report, previous, alignment, units, language, name } = request;
  const rows = figureRows(report, alignment, units, language);
  const own = chartReport(report, rows, units, name);
  const before = previous ? chartReport(previous.report, figureRows(previous.report, null, units, language), units, previous.name) : null;
  const charts = [...(before ? [chartSvg(chartOf([before, own], language), language, { within: 'years-', width: PAGE_WIDTH })] : []), chartSvg(chartOf([own], language), language, { within: 'own-', width: PAGE_WIDTH })];
  const title = featureText('figuresOf', language, { title: report.title?.text ?? nameOfReport(own) });
  const note = `<p class="note">${escaped(featureText('figuresNote', language, { count: rows.length }))}</p>`;
  const body = `<main lang="${language === 'zh' ? 'zh-CN' : 'en'}"><h1>${escaped(title)}</h1><div class="columns"><div class="charts">${charts.join('')}</div><div class="values">${note}${table(request, rows)}</div></div></main>`;
  return { title, body, style: `${CHART_STYLE}\n${PAGE_STYLE}` };
}

function table({ report, previous, units, language }: FiguresRequest, rows: readonly FigureRow[]): string {
  const figures = readFigures(report, units);
  const earlier = previous ? counterpartsOf(report, previous.report, units) : null;
  const heads = [...(['figureName', 'figureValue', 'year'] as const), ...(earlier ? (['lastYear', 'change'] as const) : [])];
  const head = `<thead><tr>${heads.map((id) => `<th scope="col">${escaped(featureText(id, language))}</th>`).join('')}</tr></thead>`;
  const bodies = bySection(rows).map(([first, ...rest]) => {
    const lines = [first, ...rest].map((row) => {
      const before = earlier?.get(row.index)?.figure;
      const change = before ? changeText(changeOf(figures[row.index]!.figure, before), language) : '';
      const compared = earlier ? `<td class="number">${escaped(before ? valueText(before) : '')}</td><td class="number">${escaped(change)}</td>` : '';
      const name = escaped(row.name || featureText('noName', language));
      return `<tr><th scope="row"><button type="button" data-line="${row.line}">${name}</button></th><td class="number">${escaped(writtenValue(report, row))}</td><td>${row.period ?? ''}</td>${compared}</tr>`;
    });
    const section = escaped(first.section || featureText('beforeSections', language));
    return `<tbody><tr><th class="section" scope="rowgroup" colspan="${heads.length}">${section}</th></tr>${lines.join('')}</tbody>`;
  });
  return `<table>${head}${bodies.join('')}</table>`;
}

/** Runs of rows in one section, which is how the text has them. */
export function bySection(rows: readonly FigureRow[]): readonly (readonly [FigureRow, ...FigureRow[]])[] {
  const runs: [FigureRow, ...FigureRow[]][] = [];
  for (const row of rows) {
    const last = runs[runs.length - 1];
    if (last && last[0].sectionIndex === row.sectionIndex) last.push(row);
    else runs.push([row]);
  }
  return runs;
}

/** The editor's own colours, which follow its theme, high contrast included. */
export const PAGE_STYLE = `
body{padding:0 16px 24px;font-family:var(--vscode-font-family);font-size:var(--vscode-font-size);color:var(--vscode-foreground);background:var(--vscode-editor-background)}
h1{font-size:1.3em;font-weight:600}
.columns{display:flex;flex-wrap:wrap;gap:24px;align-items:flex-start}
.charts{flex:3 1 480px;min-width:0}
.values{flex:2 1 340px;min-width:0}
body .chart{display:block;width:100%;max-width:760px;font-family:var(--vscode-font-family);--ground:var(--vscode-editor-background);--ink:var(--vscode-foreground);--faint:var(--vscode-descriptionForeground);--rule:var(--vscode-panel-border);--mark:var(--vscode-charts-blue);--fill:var(--vscode-editor-background);--focus:var(--vscode-focusBorder)}
body.vscode-high-contrast .chart,body.vscode-high-contrast-light .chart{--faint:var(--vscode-foreground);--rule:var(--vscode-contrastBorder);--mark:var(--vscode-foreground)}
.note{color:var(--vscode-descriptionForeground)}
table{border-collapse:collapse;width:100%}
th,td{padding:3px 8px;text-align:left;vertical-align:baseline;border-bottom:1px solid var(--vscode-panel-border,var(--vscode-contrastBorder))}
tbody th{font-weight:normal}
th.section{padding-top:14px;font-weight:600}
.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
button{all:unset;cursor:pointer;color:var(--vscode-textLink-foreground)}
button:hover{text-decoration:underline}
button:focus-visible{outline:1px solid var(--vscode-focusBorder);outline-offset:2px}
`.trim();
