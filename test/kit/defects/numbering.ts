/** Defects of numbering: gaps, repeats and foreign marks in headings, broken 一是 chains. */
import { defect, type Break, type Defect } from './defect';
import type { Edit } from '../edits';
import { chainsOf, chineseNumeral, siblingGroups, type Heading, type Label } from '../reading';

const numbered = (heading: Heading, number: number): Edit => ({ ...heading.numeral, text: heading.level === 3 ? String(number) : chineseNumeral(number) });
const whole = (heading: Heading): { readonly start: number; readonly end: number } => ({ start: heading.start, end: heading.end });
const shown = (text: string, heading: Heading): string => text.slice(heading.start, Math.min(heading.end, heading.start + 20));

const gap = defect('numbering gap', 'numbering/sequence', (text) =>
  siblingGroups(text, 3).flatMap((group) =>
    group.slice(1).map((heading): Break => ({
      edits: group.slice(heading.number - 1).map((later) => numbered(later, later.number + 1)),
      around: whole(heading),
      note: `${shown(text, heading)}: this and all later siblings one number further`,
    }))));

const repeat = defect('numbering repeat', 'numbering/sequence', (text) =>
  siblingGroups(text, 3).flatMap((group) =>
    group.slice(1).map((heading): Break => ({
      edits: [numbered(heading, heading.number - 1)],
      around: whole(heading),
      note: `${shown(text, heading)}: carries its predecessor's number`,
    }))));

/** A heading's mark in another form; the rest of its level (at least two more) keeps the majority. */
const foreignMark = (kind: string, level: 1 | 2, mark: (heading: Heading) => string): Defect =>
  defect(kind, 'numbering/mixed-style', (text) =>
    siblingGroups(text, 3).filter((group) => group[0]!.level === level).flatMap((group) =>
      // `3.2025年工作安排` would read as a decimal: no fair place.
      group.filter((heading) => !/\d/.test(text[heading.title.start]!)).map((heading): Break => ({
        edits: [{ ...heading.marker, text: mark(heading) }],
        around: whole(heading),
        note: `${shown(text, heading)}: marked ${mark(heading)}`,
      }))));

const label = (number: number): string => `${chineseNumeral(number)}是`;
const span = (from: Label, to: Label): { readonly start: number; readonly end: number } => ({ start: from.start, end: to.end });

const chainGap = defect('chain gap', 'numbering/enumeration', (text) =>
  chainsOf(text, 3).flatMap((chain) =>
    chain.slice(1).map((item, i): Break => ({
      edits: chain.slice(i + 1).map((later) => ({ start: later.start, end: later.end, text: label(later.number + 1) })),
      around: item,
      note: `${label(item.number)} and all later items one number further`,
    }))));

/** The repeated item and the one after it both show the fault: 一是 二是 二是 四是. */
const chainRepeat = defect('chain repeat', 'numbering/enumeration', (text) =>
  chainsOf(text, 3).flatMap((chain) =>
    chain.slice(1).map((item, i): Break => ({
      edits: [{ start: item.start, end: item.end, text: label(item.number - 1) }],
      around: span(item, chain[i + 2] ?? item),
      note: `${label(item.number)} carries its predecessor's number`,
    }))));

const chainLabelLost = defect('chain label lost', 'numbering/enumeration', (text) =>
  chainsOf(text, 3).flatMap((chain) =>
    chain.slice(1, -1).map((item, i): Break => ({
      edits: [{ start: item.start, end: item.end, text: '' }],
      around: span(item, chain[i + 2]!),
      note: `${label(item.number)} taken out, its text kept`,
    }))));

export const numberingDefects: readonly Defect[] = [
  gap, repeat,
  foreignMark('mixed marker: （三） → 3.', 2, (heading) => `${heading.number}.`),
  foreignMark('mixed marker: 二、 → 2.', 1, (heading) => `${heading.number}.`),
  foreignMark('mixed marker: 二、 → 二.', 1, (heading) => `${chineseNumeral(heading.number)}.`),
  chainGap, chainRepeat, chainLabelLost,
];
