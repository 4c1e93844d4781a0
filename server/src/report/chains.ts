/**
 * The item chains (一是, 二是 …) of a report: every mark with its place and how it was understood. A chain lives in the text right under one heading; what
 * is right or wrong with it is said by rules.
 */

import { memoOn } from '../base';
import { itemMarksOf, readChains } from '../syntax';
import type { Block, ChainMark, ChainVerdict, ItemMark } from '../syntax';
import type { Report } from './report';

/** An item mark in its report. */
export interface ChainItem {
  /** Index of its block. */
  readonly block: number;
  readonly mark: ItemMark;
  readonly verdict: ChainVerdict;
}

/** The marks under one heading (or before the first), in order. `from` and `to` bound the blocks, `to` excluded. */
export interface ChainScope {
  readonly from: number;
  readonly to: number;
  readonly items: readonly ChainItem[];
}

/** The scopes of a report that hold item marks, in document order. */
export const chainScopesOf: (report: Report) => readonly ChainScope[] = memoOn(readScopes);

function readScopes(report: Report): readonly ChainScope[] {
  const scopes: ChainScope[] = [];
  let carried = 0;
  const read = (from: number, to: number): void => {
    const scope = readScope(report, from, to, carried);
    if (!scope) return;
    scopes.push(scope);
    carried = scope.items[scope.items.length - 1]!.mark.ordinal;
  };
  read(0, report.sections[0]?.block ?? report.tree.blocks.length);
  for (const section of report.sections) read(section.block, section.bodyEnd);
  return scopes;
}

const known = new WeakMap<Block, { readonly marks: string; readonly verdicts: readonly ChainVerdict[] }>();

/** Verdicts on the marks of a scope; those of an unchanged scope are kept with its first block, since a keystroke leaves most scopes as they are. */
function verdictsOf(first: Block, marks: readonly ChainMark[], carried: number): readonly ChainVerdict[] {
  const written = marks.map(({ ordinal, paragraph, initial }) => `${ordinal}${initial ? '^' : '.'}${paragraph}`).join() + `<${carried}`;
  const old = known.get(first);
  if (old?.marks === written) return old.verdicts;
  const verdicts = readChains(marks, carried);
  known.set(first, { marks: written, verdicts });
  return verdicts;
}

function readScope(report: Report, from: number, to: number, carried: number): ChainScope | null {
  const found: { readonly block: number; readonly mark: ItemMark }[] = [];
  for (let block = from; block < to; block++) {
    const role = report.roles[block];
    if (role !== 'body' && role !== 'heading' && role !== 'opening') continue;
    for (const mark of itemMarksOf(report.tree.blocks[block]!)) found.push({ block, mark });
  }
  if (found.length === 0) return null;
  const verdicts = verdictsOf(report.tree.blocks[found[0]!.block]!, found.map(({ block, mark }) => ({ ordinal: mark.ordinal, paragraph: block - from, initial: mark.initial })), carried);
  return { from, to, items: found.map((item, i) => ({ ...item, verdict: verdicts[i]! })) };
}
