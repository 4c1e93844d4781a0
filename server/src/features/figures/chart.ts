/**
 * Figures as a picture: small panels as one SVG without script, font or address of its own. Every value is also written; nothing is told by colour alone.
 */

import type { Language } from '../../lint';
import { escaped } from '../markup';
import { featureText } from '../messages';
import { drawPanel, heightOf, textWidth } from './chart-panels';
import { comparedSeries, nameOfReport, ownSeries } from './chart-series';
import type { ChartReport, Series } from './chart-series';

export interface Chart {
  readonly title: string;
  readonly series: readonly Series[];
}

/** Several reports side by side, or the main figures of one. */
export function chartOf(reports: readonly ChartReport[], language: Language): Chart {
  const [only] = reports;
  if (reports.length === 1 && only) return { title: featureText('chartOne', language, { title: only.title ?? nameOfReport(only) }), series: ownSeries(only) };
  return { title: featureText('chartMany', language), series: comparedSeries(reports) };
}

const GAP = 16;
const MARGIN = 20;
const HEAD = 52;

/**
 * The chart as a document of its own, or with `within` (a word that no other chart of the page has) as part of a page, which gives it the colours (CHART_STYLE).
 * Width in user units; a page may scale it.
 */
export function chartSvg({ title, series }: Chart, language: Language, { within = '', width = 960 } = {}): string {
  const columns = Math.max(1, Math.floor(width / (series.some(({ form }) => form === 'bar') ? 400 : 280)));
  const panel = (width - 2 * MARGIN - (columns - 1) * GAP) / columns;
  const placed = placedPanels(series, columns, panel);
  const height = placed.reduce((bottom, { y, height: own }) => Math.max(bottom, y + own), HEAD + 24) + MARGIN;
  const description = series.length === 0 ? featureText('chartEmpty', language) : featureText('chartDescription', language, { count: series.length });
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="group" aria-labelledby="${within}chart-title ${within}chart-description" lang="${language === 'zh' ? 'zh-CN' : 'en'}" viewBox="0 0 ${width} ${Math.ceil(height)}"${within ? '' : ` width="${width}" height="${Math.ceil(height)}"`}>`,
    `<title id="${within}chart-title">${escaped(title)}</title>`,
    `<desc id="${within}chart-description">${escaped(description)}</desc>`,
    ...(within ? [] : [`<style>${CHART_STYLE}</style>`]),
    '<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="6" height="6"/><line class="hatch-line" x1="0" y1="0" x2="0" y2="6"/></pattern></defs>',
    `<rect class="ground" width="${width}" height="${Math.ceil(height)}"/>`,
    `<text class="heading" x="${MARGIN}" y="34">${escaped(shortened(title, width - 2 * MARGIN, 17))}</text>`,
    ...(series.length === 0 ? [`<text class="label" x="${MARGIN}" y="${HEAD + 12}">${escaped(description)}</text>`] : []),
    ...placed.map(({ one, x, y }) => `<g transform="translate(${round(x)} ${round(y)})">${drawPanel(one, panel)}</g>`),
    '</svg>',
  ];
  return `${parts.join('\n')}\n`;
}

interface Placed {
  readonly one: Series;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** Each panel goes into the column that is shortest so far: panels of one height make rows, others leave no holes. */
function placedPanels(series: readonly Series[], columns: number, width: number): readonly Placed[] {
  const bottoms = Array.from({ length: columns }, () => HEAD);
  return series.map((one) => {
    const column = bottoms.indexOf(Math.min(...bottoms));
    const placed = { one, x: MARGIN + column * (width + GAP), y: bottoms[column]!, height: heightOf(one, width) };
    bottoms[column] = placed.y + placed.height + GAP;
    return placed;
  });
}

function shortened(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  let end = text.length;
  while (end > 0 && textWidth(`${text.slice(0, end)}…`, size) > width) end--;
  return `${text.slice(0, end)}…`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Colours by variables, which a page may set; light and dark by what the reader prefers, system colours where those are forced. */
export const CHART_STYLE = `
.chart{--ground:#fff;--ink:#1f2328;--faint:#59636e;--rule:#d1d9e0;--mark:#1f6feb;--fill:#cfe1ff;--focus:#0a3069}
@media (prefers-color-scheme:dark){.chart{--ground:#0d1117;--ink:#e6edf3;--faint:#9198a1;--rule:#3d444d;--mark:#58a6ff;--fill:#16345f;--focus:#a5d6ff}}
@media (forced-colors:active){.chart{--ground:Canvas;--ink:CanvasText;--faint:CanvasText;--rule:CanvasText;--mark:CanvasText;--fill:Canvas;--focus:Highlight;forced-color-adjust:none}}
.chart{font-family:"Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif;font-size:11px}
.chart text{fill:var(--ink)}
.chart .heading{font-size:17px;font-weight:600}
.chart .name{font-size:13px;font-weight:600}
.chart .unit,.chart .label{fill:var(--faint)}
.chart .value{font-variant-numeric:tabular-nums;paint-order:stroke;stroke:var(--ground);stroke-width:3px;stroke-linejoin:round}
.chart .ground{fill:var(--ground)}
.chart .frame{fill:none;stroke:var(--rule)}
.chart .axis{stroke:var(--faint)}
.chart .axis.cut{stroke:var(--rule);stroke-dasharray:2 5}
.chart .bar{fill:url(#hatch);stroke:var(--mark);stroke-width:1.25}
.chart .bar.last{fill:var(--mark)}
.chart .hatch-ground{fill:var(--fill)}
.chart .hatch-line{stroke:var(--mark);stroke-width:1.5}
.chart .line{fill:none;stroke:var(--mark);stroke-width:2}
.chart .line.gap{stroke-dasharray:3 4}
.chart .dot{fill:var(--ground);stroke:var(--mark);stroke-width:2}
.chart .dot.last{fill:var(--mark)}
.chart .panel:focus{outline:none}
.chart .panel:focus .frame{stroke:var(--focus);stroke-width:3}
`.trim();
