/**
 * One panel of a chart as SVG: a line over years, columns for a few reports, bars for many or for names. Sizes are user units, about a CSS pixel.
 */

import { escaped } from '../markup';
import type { Point, Series } from './chart-series';

const PADDING = 12;
const TITLE_LINE = 17;
const PLOT = 104;
const ROW = 22;
const NAME_SIZE = 13;
const TEXT_SIZE = 11;

/** Width of a text: a Chinese character is as wide as its size, others about half. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += character.codePointAt(0)! > 0x2000 ? 1 : /[A-Z%≈≥≤]/.test(character) ? 0.72 : 0.58;
  return width * size;
}

/** Height of a panel of the given width. */
export function heightOf(series: Series, width: number): number {
  const head = PADDING + linesOf(series, width).length * TITLE_LINE + 16;
  return head + (series.form === 'bar' ? series.points.length * ROW + PADDING : PLOT + 24 + PADDING);
}

/** The panel at the origin, reachable by keyboard, with all it says in its label. */
export function drawPanel(series: Series, width: number): string {
  const lines = linesOf(series, width);
  const top = PADDING + lines.length * TITLE_LINE;
  const names = lines.map((line, index) => text('name', PADDING, PADDING + (index + 1) * TITLE_LINE - 4, line));
  const plot = series.form === 'bar' ? bars(series, width, top + 16) : series.form === 'line' ? line(series, width, top + 16) : columns(series, width, top + 16);
  const frame = `<rect class="frame" x="0.5" y="0.5" width="${num(width - 1)}" height="${num(heightOf(series, width) - 1)}" rx="3"/>`;
  return `<g class="panel" tabindex="0" role="img" aria-label="${escaped(spoken(series))}">${frame}${names.join('')}${text('unit', PADDING, top + 10, series.unit)}${plot}</g>`;
}

/** Name, unit and all values in a row of words. */
function spoken({ title, unit, points }: Series): string {
  return `${title} (${unit}): ${points.filter(({ amount }) => amount !== null).map(({ label, value }) => `${label} ${value}`).join('; ')}`;
}

/** The title on one line or two. */
function linesOf({ title }: Series, width: number): readonly string[] {
  const room = width - 2 * PADDING;
  const first = fitting(title, room, NAME_SIZE);
  if (first === title) return [title];
  const rest = title.slice(first.length);
  return [first, cut(rest, room, NAME_SIZE)];
}

/** As much of the beginning as has room. */
function fitting(value: string, room: number, size: number): string {
  let fits = '';
  for (const character of value) {
    if (textWidth(fits + character, size) > room) break;
    fits += character;
  }
  return fits;
}

/** The text, or its beginning with an ellipsis. */
const cut = (value: string, room: number, size: number): string => (textWidth(value, size) <= room ? value : `${fitting(value, room - size, size)}…`);

/** Where values stand: `low` is at the bottom of the plot. */
interface Scale {
  readonly low: number;
  readonly high: number;
}

const amounts = ({ points }: Series): readonly number[] => points.flatMap(({ amount }) => (amount === null ? [] : [amount]));

/** From zero, so that lengths can be compared; shares of a whole against the whole. */
function lengthScale(series: Series): Scale {
  const most = Math.max(...amounts(series), 0);
  return { low: 0, high: series.percent && most <= 100 && most > 50 ? 100 : most || 1 };
}

/** A line shows change: from zero only where that leaves the change to be seen. */
function changeScale(series: Series): Scale {
  const least = Math.min(...amounts(series));
  const most = Math.max(...amounts(series));
  if (least <= most / 2) return { low: Math.min(0, least), high: most || 1 };
  const room = (most - least || most || 1) * 0.25;
  return { low: least - room, high: most + room / 2 };
}

const part = ({ low, high }: Scale, amount: number): number => Math.max(0, Math.min(1, (amount - low) / (high - low || 1)));

function columns(series: Series, width: number, top: number): string {
  const scale = lengthScale(series);
  const step = (width - 2 * PADDING) / series.points.length;
  const thick = Math.min(44, step * 0.62);
  const base = top + PLOT;
  const drawn = series.points.map((point, index) => {
    const middle = PADDING + (index + 0.5) * step;
    const below = label(point, middle, base + 15, step);
    if (point.amount === null) return below;
    const height = Math.max(1.5, part(scale, point.amount) * (PLOT - 18));
    const last = index === lastGiven(series) ? ' last' : '';
    return `<rect class="bar${last}" x="${num(middle - thick / 2)}" y="${num(base - height)}" width="${num(thick)}" height="${num(height)}"/>${text('value', middle, base - height - 5, point.value, 'middle')}${below}`;
  });
  return drawn.join('') + axis(width, base);
}

function line(series: Series, width: number, top: number): string {
  const scale = changeScale(series);
  const step = (width - 2 * PADDING) / series.points.length;
  const base = top + PLOT;
  const xOf = (index: number): number => PADDING + (index + 0.5) * step;
  const yOf = (amount: number): number => base - 20 - part(scale, amount) * (PLOT - 40);
  const given = series.points.flatMap(({ amount, value }, index) => (amount === null ? [] : [{ index, amount, value }]));
  const pieces = given.slice(1).map((point, at) => {
    const from = given[at]!;
    return `<path class="line${point.index - from.index > 1 ? ' gap' : ''}" d="M${num(xOf(from.index))} ${num(yOf(from.amount))}L${num(xOf(point.index))} ${num(yOf(point.amount))}"/>`;
  });
  const dots = given.map(({ index, amount, value }, at) => {
    // Under a point that its neighbours look down on, so that no line runs through its value.
    const above = Math.max(given[at - 1]?.amount ?? amount, given[at + 1]?.amount ?? amount) <= amount || Math.min(given[at - 1]?.amount ?? amount, given[at + 1]?.amount ?? amount) < amount;
    const y = yOf(amount) + (above ? -8 : 17);
    return `<circle class="dot${index === lastGiven(series) ? ' last' : ''}" cx="${num(xOf(index))}" cy="${num(yOf(amount))}" r="3.5"/>${text('value', xOf(index), y, value, 'middle')}`;
  });
  const labels = series.points.map((point, index) => label(point, xOf(index), base + 15, step));
  return [...pieces, ...dots, ...labels].join('') + axis(width, base, scale.low !== 0);
}

function bars(series: Series, width: number, top: number): string {
  const scale = lengthScale(series);
  const room = width - 2 * PADDING;
  const names = Math.min(room * 0.48, Math.max(...series.points.map((point) => textWidth(point.label, TEXT_SIZE))) + 8);
  const values = Math.max(...series.points.map(({ value }) => textWidth(value, TEXT_SIZE))) + 8;
  const longest = Math.max(20, room - names - values);
  const drawn = series.points.map(({ label: name, amount, value }, index) => {
    const y = top + index * ROW;
    const named = text('label', PADDING, y + 12, cut(name, names - 8, TEXT_SIZE));
    if (amount === null) return named;
    const length = Math.max(1.5, part(scale, amount) * longest);
    return `${named}<rect class="bar" x="${num(PADDING + names)}" y="${num(y + 1)}" width="${num(length)}" height="14"/>${text('value', PADDING + names + length + 6, y + 12, value)}`;
  });
  return drawn.join('');
}

function lastGiven({ points }: Series): number {
  for (let index = points.length - 1; index > 0; index--) if (points[index]!.amount !== null) return index;
  return 0;
}

/** `cut`: it does not stand at zero, and is broken to say so. */
const axis = (width: number, y: number, cut = false): string => `<line class="axis${cut ? ' cut' : ''}" x1="${PADDING}" y1="${num(y + 0.5)}" x2="${num(width - PADDING)}" y2="${num(y + 0.5)}"/>`;

const label = (point: Point, x: number, y: number, room: number): string => text('label', x, y, cut(point.label, room - 2, TEXT_SIZE), 'middle');

const text = (kind: string, x: number, y: number, value: string, anchor = ''): string =>
  `<text class="${kind}" x="${num(x)}" y="${num(y)}"${anchor ? ` text-anchor="${anchor}"` : ''}>${escaped(value)}</text>`;

const num = (value: number): string => String(Math.round(value * 10) / 10);
