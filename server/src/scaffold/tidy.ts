/**
 * What of last year's file is not report and would only be carried on: what a web page left around the text, and line breaks at a margin, which no longer hold when
 * figures become placeholders. Nothing the writer wrote is changed.
 */

import type { Report } from '../report';
import type { Edit } from '../text';
import { writtenOf } from '../edit';

/** Edits that take residue of a web page away, line by line, and join hard-wrapped lines. */
export function tidyEdits(report: Report): readonly Edit[] {
  const { blocks, starts, text } = report.tree;
  const lastBody = lastOf(report);
  const edits: Edit[] = [];
  let beyond = false;
  blocks.forEach((block, index) => {
    const start = starts[index]!;
    const end = start + block.raw.length;
    if (block.map !== null) edits.push({ span: { start, end }, text: writtenOf(block) });
    if (report.roles[index] !== 'residue') return;
    const known = isResidue(report, index);
    if (known && index > lastBody) beyond = true;
    if (known || beyond) edits.push({ span: lineAround(text.value, start, end), text: '' });
  });
  return edits;
}

function isResidue(report: Report, index: number): boolean {
  const { text } = report.tree.blocks[index]!;
  const { residue, imprint } = report.tree.grammar;
  return residue.test(text) && !imprint.test(text);
}

function lastOf({ roles }: Report): number {
  let last = roles.length - 1;
  while (last > 0 && roles[last] !== 'body' && roles[last] !== 'heading' && roles[last] !== 'sign-off' && roles[last] !== 'opening') last--;
  return last;
}

/** A place with its line break, where it is all of its line. */
function lineAround(value: string, start: number, end: number): { readonly start: number; readonly end: number } {
  let from = start;
  let to = end;
  while (from > 0 && /[^\S\r\n]/.test(value[from - 1]!)) from--;
  while (to < value.length && /[^\S\r\n]/.test(value[to]!)) to++;
  if (from > 0 && !/[\r\n]/.test(value[from - 1]!)) return { start, end };
  if (to < value.length && !/[\r\n]/.test(value[to]!)) return { start, end };
  if (value[to] === '\r') to++;
  if (value[to] === '\n') to++;
  return { start: from, end: to };
}
