/**
 * A report in good form: the same words in the same lines. Formatting goes on until nothing is left to do, so that formatting twice is formatting once; a text that will not
 * settle is left as it is.
 */

import type { CompiledUnits, Report } from '../report';
import { applyEdits, makeText, soundEdits } from '../text';
import type { Edit } from '../text';
import { blankChanges, lineEndChanges } from './blanks';
import { indentChanges } from './indents';
import { markChanges, widthChanges } from './marks';
import type { Change } from './marks';
import { markFormChanges, numberingChanges } from './numbering';
import type { FormatOptions } from './options';
import { freeIn } from './protected';

/** More rounds than changes that wait for one another ever needed. */
const ROUNDS = 8;

/** Reads a text; the report of the round before may save it time. */
export type Read = (text: string, previous: Report) => Report;

/** The formatted text of a report. */
export function format(report: Report, options: FormatOptions, units: CompiledUnits, read: Read): string {
  const { value } = report.tree.text;
  let current = report;
  for (let round = 0; round < ROUNDS; round++) {
    const next = applyEdits(current.tree.text.value, roundEdits(current, options, units, read));
    if (next === current.tree.text.value) return next;
    current = read(next, current);
  }
  return value;
}

/** The changes of one round, those that would touch what is protected left out. */
function roundEdits(report: Report, options: FormatOptions, units: CompiledUnits, read: Read): readonly Edit[] {
  const free = freeIn(report);
  const { value } = report.tree.text;
  // A mark at the end of one line and a mark at the beginning of the next stay where they are: lines are the writer's.
  const inLine = ({ span }: Edit): boolean => span.end - span.start < 2 || !/[\r\n]/.test(value.slice(span.start, span.end));
  const sound = (changes: readonly Change[]): readonly Edit[] => soundEdits(changes.filter((change) => change.every((edit) => free(edit) && inLine(edit))).flat());
  const edits = sound([
    ...numberingChanges(report), ...markFormChanges(report, options), ...widthChanges(report, options), ...markChanges(report),
    ...blankChanges(report, units), ...lineEndChanges(report),
  ]);
  if (edits.length > 0) return edits;
  const indents = sound(indentChanges(report, options));
  return indents.length > 0 && readsTheSame(report, read(applyEdits(value, indents), report)) ? indents : [];
}

/** An indent may tell where a paragraph begins; where it does, it stays. */
function readsTheSame({ tree }: Report, other: Report): boolean {
  return tree.blocks.length === other.tree.blocks.length && tree.blocks.every((block, i) => block.text === other.tree.blocks[i]!.text);
}

/** Edits from one text to another with as many lines, as small as they can be told apart. */
export function lineEdits(before: string, after: string): readonly Edit[] {
  const [old, next] = [makeText(before), makeText(after)];
  return old.lineStarts.flatMap((start, line) => {
    const one = before.slice(start, old.lineStarts[line + 1] ?? before.length);
    const other = after.slice(next.lineStarts[line]!, next.lineStarts[line + 1] ?? after.length);
    return one === other ? [] : differences(one, other).map(({ span, text }): Edit => ({ span: { start: start + span.start, end: start + span.end }, text }));
  });
}

/** So far apart two lines are compared at most before they agree again, and so many characters must agree. */
const FARTHEST = 12;
const AGREED = 4;

/** Where a line differs from another: formatting changes little at a time, so that both soon agree again. What does not is one edit. */
function differences(one: string, other: string): readonly Edit[] {
  const edits: Edit[] = [];
  let [at, to] = [0, 0];
  while (at < one.length || to < other.length) {
    if (one[at] === other[to]) {
      at++;
      to++;
      continue;
    }
    const [skip, put] = agreement(one, at, other, to);
    edits.push({ span: { start: at, end: at + skip }, text: other.slice(to, to + put) });
    at += skip;
    to += put;
  }
  return edits;
}

/** How much of either line to pass over, the least first. */
function agreement(one: string, at: number, other: string, to: number): readonly [number, number] {
  for (let distance = 1; distance <= FARTHEST; distance++) {
    for (let put = 0; put <= distance; put++) {
      const ahead = one.slice(at + distance - put, at + distance - put + AGREED);
      if (ahead.length === AGREED && ahead === other.slice(to + put, to + put + AGREED)) return [distance - put, put];
    }
  }
  return [one.length - at, other.length - to];
}
