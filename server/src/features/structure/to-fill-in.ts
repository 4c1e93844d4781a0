/**
 * What is still to be filled in, by section, for an editor's side bar and for going from one place to the next. Words and places only.
 */

import { once } from '../../base';
import type { Language } from '../../lint';
import type { CompiledUnits, Report } from '../../report';
import { placeholdersOf } from '../../scaffold';
import type { Placeholder } from '../../scaffold';
import { positionAt } from '../../text';
import type { Span } from '../../text';
import { featureText } from '../messages';

/** A place to fill in. `last` is what stood there last year, with its unit; empty where nothing says. */
export interface FillItem {
  readonly kind: Placeholder['kind'];
  /** Fills itself as soon as what it is worked out from is there. */
  readonly computed: boolean;
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  readonly last: string;
  readonly at: Span;
}

/** A section with the places of its own text; the lines of the checklist are a group of their own. */
export interface FillGroup {
  readonly label: string;
  readonly items: readonly FillItem[];
}

/** Groups in document order, the checklist first. */
export function fillGroups(report: Report, units: CompiledUnits, language: Language): readonly FillGroup[] {
  const groups = new Map<number, FillItem[]>();
  for (const place of placeholdersOf(report, units)) {
    const key = place.kind === 'note' ? NOTES : place.section;
    once(groups, key, (): FillItem[] => []).push(itemOf(report, place, language));
  }
  const notes = groups.get(NOTES);
  const sections = [...groups].filter(([key]) => key !== NOTES).map(([key, items]): FillGroup => ({ label: headingOf(report, key, language), items }));
  return notes ? [{ label: featureText('owedFromLastYear', language), items: notes }, ...sections] : sections;
}

const NOTES = -2;

function headingOf(report: Report, index: number, language: Language): string {
  const section = report.sections[index];
  return section ? report.tree.text.value.slice(section.markerSpan.start, section.markerSpan.end) + section.title : featureText('beforeSections', language);
}

function itemOf(report: Report, place: Placeholder, language: Language): FillItem {
  const { text } = report.tree;
  const { kind, at, unit, formula } = place;
  const last = place.last === null ? '' : place.last + unit;
  const was = last === '' ? '' : featureText('wasLastYear', language, { value: last });
  const how = formula === null ? '' : featureText('workedOut', language, { formula });
  const label = kind === 'note' ? noteOf(text.value.slice(at.start, at.end)) : wordsAround(text.value, at);
  const line = featureText('lineNumber', language, { line: positionAt(text, at.start).line + 1 });
  return { kind, computed: formula !== null, label, description: [was, how === '' ? '' : featureText('worksItselfOut', language)].filter(Boolean).join(' · '), tooltip: [label, was, how, line].filter(Boolean).join('\n'), last, at };
}

/** A line of the checklist without its brackets. */
const noteOf = (written: string): string => written.replace(/^〔|〕$/g, '');

/** A side bar is narrow, and the box is to be seen. */
const BEFORE = 8;
const BEHIND = 6;
/** A long paragraph of placeholders is not read to its beginning for each of them. */
const FAR = 400;

/** The words that lead to a place, the place as a box, and the words behind it, up to the marks around them. */
function wordsAround(value: string, { start, end }: Span): string {
  const before = boxed(value.slice(Math.max(0, start - FAR), start)).split(/[\r\n，。；：、！？,;:!?]/).at(-1)!.trim();
  const behind = boxed(value.slice(end, end + FAR)).split(/[\r\n，。；：、！？,;:!?]/)[0]!.trim();
  return `${before.length > BEFORE ? `…${before.slice(-BEFORE)}` : before}${BOX}${behind.slice(0, BEHIND)}`;
}

const BOX = '□';
/** Other places in the neighbourhood as boxes, and a place cut off on either side left out. */
const boxed = (part: string): string => part.replace(/^[^〔〕]*〕/, '').replace(/〔[^〔〕]*〕/g, BOX).replace(/〔[^〕]*$/, '');
