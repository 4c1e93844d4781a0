/**
 * Forms in which one figure is written against the standard: 3百人, .5%, 15~30%, 13~17万元, 约30余件左右. Each finds its place in the block's text and says what to write
 * instead; the rule number-form puts them together. Shared by the rules of this group.
 */

import { formatDecimal, shift } from '../../report';
import type { Bound, CompiledUnits, Figure, Qualifier } from '../../report';
import { isDigit } from '../../text';
import type { Edit, Span } from '../../text';

/** An edit in `block.text`; with `copied` the source characters of that place are put in, so that they keep their width. */
export interface FormEdit extends Edit {
  readonly copied?: Span;
}

/** A form with its place and the text that mends it, both in `block.text`. */
export interface Form {
  readonly message: 'scaled' | 'pointed' | 'openRange' | 'doubled';
  readonly at: Span;
  readonly instead: string;
  readonly edits: readonly FormEdit[];
}

/** Scales that Arabic digits are not written with; 万 and 亿 they may have. */
const WRITTEN_OUT = 4;

const NONE: readonly Form[] = [];

/** The forms of a figure; none for one that is written as it should be. */
export function formsOf(text: string, figure: Figure, units: CompiledUnits): readonly Form[] {
  if (!mayHaveForms(text, figure) || !/^[\d.０-９．]/.test(figure.numeral)) return NONE;
  return [scaledForm(text, figure, units), pointedForm(text, figure), openRangeForm(text, figure), doubledForm(text, figure)].filter((form): form is Form => form !== null);
}

/** A plain number with its unit, as nearly all are, has none of these forms. */
const mayHaveForms = (text: string, { scale, range, qualifiers, numeralAt }: Figure): boolean => scale !== '' || range === 'low' || qualifiers.length > 1 || !isDigit(text.charCodeAt(numeralAt.start));

/** 3百人, 5千余件: to be written out. A name (500强) has no unit. */
function scaledForm(text: string, figure: Figure, units: CompiledUnits): Form | null {
  const start = figure.numeralAt.start;
  const scale = scaleAt(text, figure, units);
  if (scale.length !== 1 || (units.scales.get(scale) ?? WRITTEN_OUT) >= WRITTEN_OUT || figure.unit === '') return null;
  // The scale of a larger one (3千万元) is read together with it.
  const rest = figure.scale.slice(scale.length);
  const end = figure.numeralAt.end + 1;
  const value = formatDecimal(shift(figure.value, units.scales.get(scale)!));
  const instead = /\./.test(value) ? value.replace(/\.?0+$/, '') : value;
  return instead.includes('.') ? null : { message: 'scaled', at: { start, end: end + rest.length }, instead: instead + rest, edits: [{ span: { start, end }, text: instead }] };
}

/** The scale directly behind the digits. */
const scaleAt = (text: string, figure: Figure, units: CompiledUnits): string => (figure.scale !== '' && units.scales.has(text[figure.numeralAt.end] ?? '') ? text[figure.numeralAt.end]! : '');

/** .5%: only of a share or with a scale, since a stop from another keyboard looks the same. */
function pointedForm(text: string, figure: Figure): Form | null {
  const { start, end } = figure.numeralAt;
  if (text[start] !== '.' || !(figure.kind === 'percent' || figure.scale !== '' || figure.kind === 'money')) return null;
  return { message: 'pointed', at: { start, end: figure.at.end }, instead: `0${text.slice(start, figure.at.end)}`, edits: [{ span: { start, end: start }, text: text.slice(start, end) === figure.numeral ? '0' : '０' }] };
}

/** 15~30%, 13~17万元: the first number lacks what the second has. */
function openRangeForm(text: string, figure: Figure): Form | null {
  if (figure.range !== 'low') return null;
  const { start, end } = figure.numeralAt;
  const dash = /^\s?(?:[-—–~～―]{1,2}|至|到)\s?/.exec(text.slice(end, end + 5));
  if (!dash) return null;
  const second = /^[\d.]+\s?(.*)$/.exec(text.slice(end + dash[0].length, end + dash[0].length + 40));
  const tail = second ? second[1]! : '';
  const own = figure.kind === 'percent' ? /^[%‰]/.exec(tail)?.[0] : figure.scale !== '' && tail.startsWith(figure.scale) ? figure.scale + (tail.startsWith(figure.scale + figure.unit) ? figure.unit : '') : undefined;
  if (!own || figure.qualifiers.some((qualifier) => qualifier.at.start >= end)) return null;
  const from = end + dash[0].length + (second![0].length - tail.length);
  const whole = { start, end: from + own.length };
  return { message: 'openRange', at: whole, instead: text.slice(start, end) + own + text.slice(end, whole.end), edits: [{ span: { start: end, end }, text: own, copied: { start: from, end: whole.end } }] };
}

/** Which words about a value say the same, or speak against each other, when they stand together. */
const TOGETHER: ReadonlySet<string> = new Set(['about about', 'about over', 'about least', 'under over', 'under about', 'over over', 'over about', 'over least', 'least least', 'least about', 'most most'] satisfies readonly `${Bound} ${Bound}`[]);

/** 约30余件左右: of several such words one is enough; the one inside the figure stays, else the first. */
function doubledForm(text: string, figure: Figure): Form | null {
  const { qualifiers } = figure;
  const [first, second] = qualifiers;
  if (!first || !second || figure.range !== null) return null;
  // 近三年以上: the word before a length of time tells when, not how many.
  if (figure.kind === 'duration' && first.at.end <= figure.numeralAt.start && first.bound === 'under') return null;
  if (!TOGETHER.has(`${first.bound} ${second.bound}`)) return null;
  const inside = (qualifier: Qualifier): boolean => qualifier.at.start >= figure.numeralAt.end && qualifier.at.end < figure.at.end;
  const kept = qualifiers.find(inside) ?? first;
  const edits = qualifiers.filter((qualifier) => qualifier !== kept).map((qualifier) => ({ span: qualifier.at, text: '' }));
  const at = { start: Math.min(first.at.start, figure.numeralAt.start), end: figure.at.end };
  let instead = text.slice(at.start, at.end);
  for (const { span } of [...edits].reverse()) instead = instead.slice(0, span.start - at.start) + instead.slice(span.end - at.start);
  return { message: 'doubled', at, instead, edits };
}
