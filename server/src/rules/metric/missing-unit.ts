/**
 * Points out a count without its measure word (受理案件17,审结16。). Only where the sentence itself shows that the number counts: a verb, a neighbour that has its
 * unit, or the same thing counted elsewhere with one. Scores, ranks, ratios, references and numbers that end a table row are passed over.
 */

import { readFigures } from '../../report';
import type { CompiledUnits, Figure, PlacedFigure, Report } from '../../report';
import { placeOf } from '../../syntax';
import { isHan } from '../../text';
import { defineReportRule } from '../rule';
import type { Found, ReportContext } from '../rule';
import page from './missing-unit.md';

/** A shorter name says too little to be found again elsewhere. */
const SHORTEST_SUBJECT = 2;
/** Characters of a name that says by itself what is counted, and of a clause that can only be about a count. */
const SHORTEST_NAME = 3;
const SHORTEST_CLAUSE = 7;
/** Characters between the items of a list. */
const FARTHEST = 12;

interface Candidate {
  readonly placed: PlacedFigure;
  readonly text: string;
}

function* check({ report, units }: ReportContext): Iterable<Found> {
  const figures = readFigures(report, units);
  if (!figures.some(({ figure }) => figure.unit === '')) return;
  const usual = usualUnits(figures);
  for (const [i, placed] of figures.entries()) {
    const { figure, block } = placed;
    const candidate = { placed, text: report.tree.blocks[block]!.text };
    // A fraction (占全市2/3) has none.
    if (figure.unit !== '' || figure.kind === 'percent' || !isStated(report, candidate, units)) continue;
    const share = isShare(candidate, units) || isListedShare(candidate, figures[i - 1], units);
    // Nothing of a whole is nothing in any unit.
    if (share && figure.value.digits === 0n) continue;
    const like = share ? '%' : (usual.get(figure.subject) ?? neighbourUnit(figures, i));
    // 用户突破4200万: a milestone in round thousands and millions is said without one, unless it is money.
    if (!share && like === null && figure.bound === 'over' && figure.scale !== '' && figure.kind !== 'money') continue;
    // A number with decimals counts nothing, unless a scale makes it a whole one, its name says that it is money, or the same is measured in a unit nearby.
    if (!share && like === null && figure.value.decimals > 0 && figure.scale === '' && figure.kind !== 'money') continue;
    if (!share && figure.verb === '' && figure.kind !== 'money' && like === null && !hasNeighbour(figures, i) && !isNamed(candidate)) continue;
    const at = placeOf(report.tree, block, { start: figure.numeralAt.start, end: Math.max(figure.numeralAt.end, figure.at.end) });
    const args = { number: report.tree.text.value.slice(at.start, at.end) };
    yield share ? { at, message: 'share', args } : like ? { at, message: 'like', args: { ...args, unit: like } } : { at, message: 'missing', args };
  }
}

/** Subject → the unit it has where it has one; subjects with several are left to other rules. */
function usualUnits(figures: readonly PlacedFigure[]): ReadonlyMap<string, string | null> {
  const units = new Map<string, string | null>();
  for (const { figure } of figures) {
    if (figure.unit === '' || figure.kind === 'percent' || figure.subject.length < SHORTEST_SUBJECT) continue;
    const known = units.get(figure.subject);
    units.set(figure.subject, known === undefined || known === figure.unit ? figure.unit : null);
  }
  return units;
}

/** The unit of the figure before or behind in the same sentence that counts the same thing, or stands in the same list. */
function neighbourUnit(figures: readonly PlacedFigure[], index: number): string | null {
  const { figure, block } = figures[index]!;
  for (const other of [figures[index - 1], figures[index + 1]]) {
    if (!other || other.block !== block || other.figure.sentence !== figure.sentence || other.figure.unit === '' || other.figure.kind === 'percent') continue;
    if (other.figure.subject === figure.subject && Math.abs(other.figure.clause - figure.clause) <= 1) return other.figure.unit;
  }
  return null;
}

/** A count that has its unit stands in the clause before or behind: what is said in one breath is counted in one way. */
function hasNeighbour(figures: readonly PlacedFigure[], index: number): boolean {
  const { figure, block } = figures[index]!;
  return [figures[index - 1], figures[index + 1]].some((other) => other?.block === block && other.figure.sentence === figure.sentence && Math.abs(other.figure.clause - figure.clause) <= 1 && other.figure.unitAt.end > other.figure.unitAt.start && other.figure.kind !== 'duration');
}

/** So many words of its own stand before it that they say what is counted, without a verb: a single digit asks for more of them, since it may point to something. */
function isNamed({ placed: { figure }, text }: Candidate): boolean {
  if (figure.inherited || figure.subject.length < SHORTEST_NAME || figure.amount.digits === 0n) return false;
  const words = text.slice(figure.before.start, figure.numeralAt.start).trim();
  return words.length >= (figure.numeralAt.end - figure.numeralAt.start > 1 ? SHORTEST_NAME : SHORTEST_CLAUSE);
}

/** Arabic digits directly behind a word and directly before a mark, in running text. */
function isStated(report: Report, { placed, text }: Candidate, units: CompiledUnits): boolean {
  const { figure, block } = placed;
  const { bodyStart } = report.tree.blocks[block]!;
  // An item that is a sentence is read as a heading too; a heading that is none counts nothing.
  if (figure.at.start < bodyStart && !/[,;。]/.test(text.slice(0, bodyStart))) return false;
  if (figure.range !== null || !/^[\d０-９]/.test(figure.numeral) || (figure.subject.length < (figure.verb === '' ? SHORTEST_SUBJECT : 1) && !isGrowth(figure, text, units))) return false;
  if (!/^ ?[,，。;；、!?)）]/.test(text.slice(figure.at.end, figure.at.end + 2)) || /^ ?、\s?\d/.test(text.slice(figure.at.end, figure.at.end + 4))) return false;
  const before = figure.numeralAt.start - (text[figure.numeralAt.start - 1] === ' ' ? 2 : 1);
  // Behind 、 only a number of a list whose item before has its unit is read as a figure at all.
  return (isHan(text.charCodeAt(before)) || '”》、'.includes(text[before] ?? ' ')) && (!isUnitless(figure, text, units) || units.relations.shareOf.test(text.slice(figure.before.start, figure.numeralAt.start)));
}

/** 得分, 排名, 比例: names of what has no unit, directly before the number or behind its words of being. */
function isUnitless(figure: Figure, text: string, units: CompiledUnits): boolean {
  let end = figure.numeralAt.start;
  for (;;) {
    if (units.unitless.until(text, end, 0) || isRank(text, end, units) || (isSmall(figure) && units.references.until(text, end, 0))) return true;
    const word = units.trailers.until(text, end, Math.max(0, figure.before.start)) ?? units.before.until(text, end, Math.max(0, figure.before.start));
    if (!word) break;
    end -= word.length;
  }
  return units.unitless.until(figure.subject, figure.subject.length, 0) !== null;
}

/** 排, 居, but not the end of a verb (安排). */
function isRank(text: string, end: number, units: CompiledUnits): boolean {
  const rank = units.ranks.until(text, end, 0);
  return rank !== null && (units.verbs.until(text, end, 0)?.length ?? 0) <= rank.length;
}

/** As numbers of annexes and tables are. */
const isSmall = ({ scale, qualifiers, value }: Figure): boolean => scale === '' && qualifiers.length === 0 && value.digits < 100n;

/** A rate by its name, a share by its words, or a growth with decimals: the percent sign is what is missing. */
function isShare({ placed: { figure }, text }: Candidate, units: CompiledUnits): boolean {
  if (figure.scale !== '' || figure.value.digits > 100n * 10n ** BigInt(figure.value.decimals)) return false;
  if (!figure.inherited && units.shareNames.until(figure.subject, figure.subject.length, 0)) return true;
  const words = text.slice(figure.before.start, figure.numeralAt.start);
  if (units.relations.share.test(words) || units.relations.shareOf.test(words)) return true;
  const verb = figure.value.decimals > 0 && figure.verb !== '' ? units.verbs.from(figure.verb, 0) : null;
  return verb?.value === 'rise' || verb?.value === 'fall';
}

/** Growth by a number that stands directly behind its verb (增长41.6). */
function isGrowth({ verb, value, numeralAt }: Figure, text: string, units: CompiledUnits): boolean {
  const kind = value.decimals > 0 && verb !== '' ? units.verbs.from(verb, 0)?.value : undefined;
  return (kind === 'rise' || kind === 'fall') && text.endsWith(verb, numeralAt.start);
}

/** 下降4.36%和27.23: the last of a list of percentages, or of a way from one to the other. */
function isListedShare({ placed: { figure, block }, text }: Candidate, before: PlacedFigure | undefined, units: CompiledUnits): boolean {
  if (!before || before.block !== block || before.figure.unit !== '%' || before.figure.clause !== figure.clause || figure.scale !== '' || figure.value.decimals === 0) return false;
  const between = text.slice(before.figure.at.end, figure.numeralAt.start);
  // 由14.3%下降到9.8: the level reached is of the kind of the level before.
  return between.length <= FARTHEST && (units.listed.test(between) || units.trailers.from(between, 0)?.length === between.length);
}

export const missingUnit = defineReportRule({
  code: 'metric/missing-unit',
  group: 'metric',
  since: '0.2.0',
  severity: 'warning',
  basis: ['standard'],
  fix: null,
  page,
  messages: {
    missing: { zh: '“{number}”后面没有量词或单位，请补上（件、人、元……）。', en: '“{number}” has no measure word or unit; add one.' },
    like: { zh: '“{number}”后面没有量词，同一事项别处写作“{unit}”，请补上。', en: '“{number}” has no measure word; the same thing is counted in “{unit}” elsewhere.' },
    share: { zh: '“{number}”是比率，后面没有百分号，请补上。', en: '“{number}” is a rate and lacks its percent sign.' },
  },
  check,
});
