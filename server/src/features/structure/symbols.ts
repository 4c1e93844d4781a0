/**
 * The outline as an editor shows it: sections with their subsections, and the items of a chain that stand as paragraphs of their own.
 */

import { sectionOfBlocks } from '../../align';
import type { Alignment } from '../../align';
import type { Language } from '../../lint';
import { spanOfBlock, spanOfSection } from '../../report';
import type { Report, Section } from '../../report';
import { itemMarksOf } from '../../syntax';
import type { Span } from '../../text';

/** `detail` names the slots a section fills; empty when it fills none. `selection` lies inside `span`. */
export interface ReportSymbol {
  readonly kind: 'section' | 'item';
  readonly name: string;
  readonly detail: string;
  readonly span: Span;
  readonly selection: Span;
  readonly children: readonly ReportSymbol[];
}

const LONGEST_NAME = 60;

/** Symbols in document order; absolute offsets. */
export function symbolsOf(report: Report, alignment: Alignment | null, language: Language): readonly ReportSymbol[] {
  const items = itemsBySection(report);
  const names = new Map((alignment?.profile.slots ?? []).map((slot) => [slot.id, slot.name[language]]));
  const symbolOf = (section: Section): ReportSymbol => {
    const marker = report.tree.text.value.slice(section.markerSpan.start, section.markerSpan.end);
    return {
      kind: 'section',
      name: clipped(marker + section.title),
      detail: (alignment?.slotsOf[section.index] ?? []).map((slot) => names.get(slot) ?? slot).join(' · '),
      span: spanOfSection(report, section),
      selection: section.headSpan,
      children: [...(items.get(section.index) ?? []), ...section.children.map(symbolOf)],
    };
  };
  return report.sections.filter((section) => section.parent === null).map(symbolOf);
}

function itemsBySection(report: Report): ReadonlyMap<number, readonly ReportSymbol[]> {
  const owners = sectionOfBlocks(report);
  const items = new Map<number, ReportSymbol[]>();
  report.tree.blocks.forEach((block, index) => {
    const owner = owners[index]!;
    if (owner < 0 || block.marker || report.roles[index] !== 'body') return;
    const first = itemMarksOf(block)[0];
    if (!first?.initial) return;
    const span = spanOfBlock(report, index);
    const words = firstSentence(block.raw);
    const own = items.get(owner) ?? [];
    items.set(owner, own);
    own.push({ kind: 'item', name: clipped(words), detail: '', span, selection: { start: span.start, end: span.start + words.length }, children: [] });
  });
  return items;
}

function firstSentence(raw: string): string {
  const end = raw.search(/[。；;\r\n]/);
  return end > 0 ? raw.slice(0, end) : raw;
}

/** An editor refuses a symbol without a name, and shows one line. */
function clipped(name: string): string {
  const line = name.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_NAME ? `${line.slice(0, LONGEST_NAME - 1)}…` : line || '—';
}
