/**
 * Two reports of consecutive years side by side: sections, figures, what became of last year's plan, what was taken over. A plain value; the formats are in markdown.ts
 * and page.ts. What belongs together is decided in align/.
 */

import { copiedFrom, counterpartsOf, followThrough, nameOfFigure } from '../../align';
import type { Alignment, Fate, PlanItem } from '../../align';
import type { Language } from '../../lint';
import { readFigures } from '../../report';
import type { CompiledUnits, PlacedFigure, Report, Section } from '../../report';
import { positionAt } from '../../text';
import type { Span } from '../../text';
import { writtenValue } from '../figures/table';
import { changeOf, changeText } from '../figures/words';
import { pairedSections } from './sections';

export interface CompareRequest {
  readonly previous: Report;
  readonly report: Report;
  /** Of this year's report; null when no profile holds. */
  readonly alignment: Alignment | null;
  readonly units: CompiledUnits;
  readonly language: Language;
}

/** A report by its title and year. */
export interface ComparedReport {
  readonly title: string | null;
  readonly year: number | null;
}

/** Lines are zero-based, each in its own report. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

export interface ComparedSection extends Place {
  readonly level: number;
  /** Number and heading words. */
  readonly heading: string;
  /** Characters of text under it, children included. */
  readonly length: number;
}

/** One section in both years; null where a year does not have it. */
export interface SectionPair {
  readonly before: ComparedSection | null;
  readonly now: ComparedSection | null;
  /** Share of this year's text right under the heading that was taken over, 0 to 1. */
  readonly copied: number;
}

export interface ComparedFigure extends Place {
  /** As written, with qualifier and unit. */
  readonly text: string;
}

/** One figure in both years. */
export interface FigurePair {
  readonly name: string;
  /** This year's section, by its number (二（三）) or its heading words. */
  readonly section: string;
  readonly before: ComparedFigure;
  readonly now: ComparedFigure;
  /** `↑12.3%`; empty where it cannot be measured. */
  readonly change: string;
}

/** Where a promise is taken up. */
export interface TakenUp extends Place {
  readonly section: string;
  readonly text: string;
  /** Words that both have, the most telling first: why the place was chosen. */
  readonly words: readonly string[];
}

/** A promise of last year's plan and what became of it. */
export interface ComparedPromise extends Place {
  readonly kind: PlanItem['kind'];
  /** How many headings and items it stands under. */
  readonly depth: number;
  readonly text: string;
  readonly fate: Fate;
  readonly places: readonly TakenUp[];
}

export interface ComparedSentence {
  readonly kind: 'same' | 'near';
  readonly text: string;
  readonly section: string;
  readonly before: Place;
  readonly now: Place;
}

export interface Comparison {
  readonly before: ComparedReport;
  readonly now: ComparedReport;
  readonly sections: readonly SectionPair[];
  readonly figures: readonly FigurePair[];
  /** Figures that only one of the reports states. */
  readonly figuresOnly: { readonly before: number; readonly now: number };
  readonly plan: readonly ComparedPromise[];
  readonly copied: readonly ComparedSentence[];
}

/** Compares last year's report with this year's. */
export function compareReports(request: CompareRequest): Comparison {
  const { previous, report, alignment } = request;
  const taken = copiedFrom(previous, report);
  return {
    before: { title: previous.title?.text ?? null, year: previous.period.year },
    now: { title: report.title?.text ?? null, year: report.period.year },
    sections: pairedSections(previous, report, alignment).map(([before, now]) => ({
      before: before && sectionOf(previous, before),
      now: now && sectionOf(report, now),
      copied: now ? Math.round((taken.shareOf.get(now.index) ?? 0) * 1000) / 1000 : 0,
    })),
    ...comparedFigures(request),
    plan: followed(previous, report, alignment),
    copied: taken.sentences.map(({ at, before, kind, section }) => ({ kind, text: textAt(report, at), section: sectionLabel(report, section), before: placeAt(previous, before), now: placeAt(report, at) })),
  };
}

/** The number of a section with those around it (`二（三）`); for one without a number, its heading words. Empty before the first. */
export function sectionLabel(report: Report, index: number): string {
  const numbers: string[] = [];
  for (let section: Section | null = report.sections[index] ?? null; section; section = section.parent) {
    const number = report.tree.text.value.slice(section.markerSpan.start, section.markerSpan.end).trim().replace(/[、.．,，]$/, '') ?? '';
    if (number !== '') numbers.unshift(number);
    else if (numbers.length === 0) return section.title;
  }
  return numbers.join('');
}

const placeAt = (report: Report, at: Span): Place => positionAt(report.tree.text, at.start);

/** Source text on one line. */
const textAt = (report: Report, at: Span): string => report.tree.text.value.slice(at.start, at.end).replace(/\s+/g, ' ').trim();

function sectionOf(report: Report, section: Section): ComparedSection {
  const { tree } = report;
  const last = Math.max(section.block, section.end - 1);
  const end = tree.starts[last]! + tree.blocks[last]!.raw.length;
  return { ...placeAt(report, section.headSpan), level: section.depth, heading: textAt(report, section.headSpan), length: Math.max(0, end - section.headSpan.end) };
}

function comparedFigures({ previous, report, units, language }: CompareRequest): Pick<Comparison, 'figures' | 'figuresOnly'> {
  const own = readFigures(report, units);
  const pairs = counterpartsOf(report, previous, units);
  const written = (of: Report, { at }: PlacedFigure): ComparedFigure => ({ ...placeAt(of, at), text: writtenValue(of, { at }) });
  const figures = own.flatMap((now): readonly FigurePair[] => {
    const before = pairs.get(now.index);
    if (!before) return [];
    return [{ name: nameOfFigure(now.figure), section: sectionLabel(report, now.section), before: written(previous, before), now: written(report, now), change: changeText(changeOf(now.figure, before.figure), language) }];
  });
  const met = new Set([...pairs.values()].map(({ index }) => index));
  return { figures, figuresOnly: { before: readFigures(previous, units).length - met.size, now: own.length - figures.length } };
}

function followed(previous: Report, report: Report, alignment: Alignment | null): readonly ComparedPromise[] {
  const fates = followThrough(previous, report, alignment);
  const depths: number[] = [];
  return fates.map(({ item, fate, places }) => {
    const depth = item.parent === null ? 0 : depths[item.parent]! + 1;
    depths.push(depth);
    return {
      ...placeAt(previous, item.at), kind: item.kind, depth, text: textAt(previous, item.at), fate,
      places: places.map(({ place, words }) => ({ ...placeAt(report, place.at), section: sectionLabel(report, place.section), text: textAt(report, place.at), words })),
    };
  });
}
