/**
 * What is told about a figure: its value in full, what it counts and when, the arithmetic it takes part in, and the same figure elsewhere. Markdown only.
 */

import { counterpartsOf, mentionsOf, nameOfFigure, timeOf } from '../../align';
import type { Language } from '../../lint';
import { frameLikeness, frameName } from '../../profile';
import type { Frame, Profile } from '../../profile';
import { readFigures, readRelations } from '../../report';
import type { Bound, CompiledUnits, Figure, PlacedFigure, PlacedRelation, Report } from '../../report';
import type { PreviousReport } from '../../rules';
import { positionAt } from '../../text';
import type { Hover } from '../hover';
import { quoted } from '../markdown';
import { featureText, labelled } from '../messages';
import type { FeatureText } from '../messages';
import { figureAt } from './links';
import { amountText, changeOf, changeText, roundText, valueText } from './words';

export interface FigureHoverRequest {
  readonly report: Report;
  readonly previous: PreviousReport | null;
  readonly units: CompiledUnits;
  /** What seeds give; null without a profile. */
  readonly profile: Profile | null;
  readonly offset: number;
  readonly language: Language;
  /** Address of a line (zero-based) of this report or of last year's; null where an editor could not go there. */
  readonly placeLink?: (where: 'this' | 'previous', line: number) => string | null;
}

const MOST_MENTIONS = 5;
const MOST_RELATIONS = 4;
const MOST_SEEDS = 3;
/** A less like name would be a guess. */
const ALIKE = 0.8;

/** About the figure at the offset; null where there is none. */
export function figureHoverAt(request: FigureHoverRequest): Hover | null {
  const { report, units, offset, language } = request;
  const placed = figureAt(report, offset, units);
  if (!placed) return null;
  const lines = [headLine(placed.figure, language), ...aboutLines(placed, request), ...relationLines(placed, request), ...yearLines(placed, request), ...mentionLines(placed, request), ...seedLines(placed.figure, request)];
  return { span: placed.at, markdown: lines.join('\n\n') };
}

/** `**受理 申请** 65.3万件 = 653,000件` */
function headLine(figure: Figure, language: Language): string {
  const written = valueText(figure);
  // Plain digits say it themselves; 万 and 三 are spelled out.
  const full = figure.scale === '' && /\d/.test(written) ? '' : amountText(figure);
  return `**${quoted(nameOfFigure(figure) || featureText('figure', language))}** ${quoted(written)}${full && full !== written ? ` = ${quoted(full)}` : ''}`;
}

const BOUNDS: Readonly<Record<Exclude<Bound, 'exact'>, FeatureText>> = { about: 'boundAbout', over: 'boundOver', least: 'boundLeast', under: 'boundUnder', most: 'boundMost' };

function aboutLines(placed: PlacedFigure, { report, language }: FigureHoverRequest): readonly string[] {
  const { figure } = placed;
  const lines: string[] = [];
  if (figure.bound !== 'exact') lines.push(`“${quoted(figure.qualifiers.map(({ word }) => word).join('…'))}”${language === 'zh' ? '：' : ': '}${featureText(BOUNDS[figure.bound], language)}`);
  if (figure.inherited) lines.push(labelled('subject', language) + quoted(figure.subject) + featureText('subjectInherited', language));
  const time = timeOf(report, placed);
  const when = time === 'total' ? featureText('timeTotal', language) : time === 'plan' ? featureText('timePlan', language) : (placed.year ?? '');
  if (when !== '') lines.push(labelled('year', language) + when);
  return lines;
}

function relationLines({ index }: PlacedFigure, { report, units, language }: FigureHoverRequest): readonly string[] {
  const figures = readFigures(report, units);
  return readRelations(report, units)
    .filter(({ whole, parts, rate }) => whole === index || rate === index || parts.includes(index))
    .slice(0, MOST_RELATIONS)
    .map((relation) => relationText(relation, figures, language));
}

/** A relation in a sentence: what the text says, and what comes of working it out anew. */
function relationText(relation: PlacedRelation, figures: readonly PlacedFigure[], language: Language): string {
  const figureOf = (index: number): Figure => figures[index]!.figure;
  const stated = figureOf(relation.rate ?? relation.whole);
  const args = {
    whole: quoted(valueText(figureOf(relation.whole))),
    parts: quoted(relation.parts.map((part) => valueText(figureOf(part))).join(' + '), 240),
    rate: relation.rate === null ? '' : quoted(valueText(stated)),
    result: relation.recomputed ? quoted(roundText(relation.recomputed) + stated.scale + stated.unit) : '',
  };
  return featureText(wordingOf(relation), language, args);
}

function wordingOf({ kind, agreement, holds, parts }: PlacedRelation): FeatureText {
  if (kind === 'subset') return holds ? 'sumPartial' : 'sumOver';
  if (kind === 'sum') return !holds ? 'sumFails' : agreement === 'partial' ? 'sumPartial' : 'sumHolds';
  if (kind === 'growth') return holds ? 'growthHolds' : 'growthFails';
  if (agreement === 'impossible') return 'rateImpossible';
  if (parts.length === 0) return 'rateBase';
  return !holds ? 'rateFails' : agreement === 'truncated' ? 'rateCut' : 'rateHolds';
}

function yearLines({ index, figure }: PlacedFigure, { report, previous, units, language, placeLink }: FigureHoverRequest): readonly string[] {
  if (!previous) return [];
  const label = featureText('lastReport', language);
  const before = counterpartsOf(report, previous.report, units).get(index);
  if (!before) return [`${label} (${quoted(previous.name)})${language === 'zh' ? '：' : ': '}${featureText('notInLastReport', language)}`];
  const { line } = positionAt(previous.report.tree.text, before.numeralAt.start);
  const change = changeText(changeOf(figure, before.figure), language);
  const place = `${quoted(previous.name)} ${featureText('lineNumber', language, { line: line + 1 })}`;
  const values = `${quoted(valueText(before.figure))}${change ? ` → ${quoted(valueText(figure))} ${quoted(change)}` : ''}`;
  return [`${label} (${linkedPlace(place, placeLink?.('previous', line))})${language === 'zh' ? '：' : ': '}${values}`];
}

function mentionLines({ index }: PlacedFigure, { report, units, language, placeLink }: FigureHoverRequest): readonly string[] {
  const others = mentionsOf(report, index, units).filter((other) => other.index !== index).slice(0, MOST_MENTIONS);
  if (others.length === 0) return [];
  const places = others.map((other) => {
    const { line } = positionAt(report.tree.text, other.numeralAt.start);
    return `${quoted(valueText(other.figure))} (${linkedPlace(featureText('lineNumber', language, { line: line + 1 }), placeLink?.('this', line))})`;
  });
  return [labelled('elsewhere', language) + places.join(language === 'zh' ? '、' : ', ')];
}

/** How many seeds give the figure, and how they put it. */
function seedLines(figure: Figure, { profile, units, language }: FigureHoverRequest): readonly string[] {
  const frame = profile && frameOf(figure, profile, units);
  if (!frame) return [];
  const witnesses = frame.evidence.slice(0, MOST_SEEDS).map(({ seed, text }) => `- ${quoted(seed)} “${quoted(text, 160)}”`);
  return [featureText('seedsGive', language, { ...frame.support }), ...(witnesses.length > 0 ? [witnesses.join('\n')] : [])];
}

/** The seeds' figure of that name, the likest when there are several. */
function frameOf(figure: Figure, { frames }: Profile, units: CompiledUnits): Frame | null {
  const name = frameName(figure, units);
  if (name === '') return null;
  let best: Frame | null = null;
  let score = ALIKE;
  for (const frame of frames) {
    const alike = frameLikeness({ name, verb: figure.verb, unit: figure.unit, kind: figure.kind, inherited: figure.inherited }, frame);
    if (alike <= score) continue;
    best = frame;
    score = alike;
  }
  return best;
}

/** The editor's own addresses, which are safe: they are made here and not taken from a text. */
const linkedPlace = (words: string, address: string | null | undefined): string => (address ? `[${words}](${address.replace(/[()\s]/g, encodeURIComponent)})` : words);
