/**
 * What a selection grows to: word, sentence, paragraph, section, the sections around it, the document.
 */

import { blockAt, chainOf, sectionAt, spanOfBlock, spanOfSection } from '../../report';
import type { Report } from '../../report';
import { inSource, sentencesOf } from '../../syntax';
import type { Span } from '../../text';

/** Characters on either side of the place that are cut into words; more would only cost time. */
const REACH = 40;

/** Spans around `offset`, each inside the next and larger than the one before; the last is the whole document. */
export function selectionsAt(report: Report, offset: number): readonly Span[] {
  const { text } = report.tree;
  const at = Math.max(0, Math.min(offset, text.value.length));
  const block = blockAt(report, at);
  const section = sectionAt(report, at);
  const candidates: Span[] = [];
  if (block >= 0) {
    const paragraph = spanOfBlock(report, block);
    const word = wordAt(text.value, at, paragraph);
    if (word) candidates.push(word);
    candidates.push(...partsOf(report, block, at), paragraph);
    if (section && section.block === block && at <= section.headSpan.end) candidates.push(section.titleSpan, section.headSpan);
  }
  for (const around of chainOf(section)) candidates.push(spanOfSection(report, around));
  candidates.push({ start: 0, end: text.value.length });
  return nested(candidates, at);
}

/** The sentence of the block that holds the place. */
function partsOf(report: Report, index: number, at: number): readonly Span[] {
  const block = report.tree.blocks[index]!;
  const start = report.tree.starts[index]!;
  return sentencesOf(block)
    .map((sentence) => inSource(block, sentence))
    .map((own) => ({ start: start + own.start, end: start + own.end }))
    .filter((sentence) => sentence.start <= at && at < sentence.end)
    .slice(0, 1);
}

const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh', { granularity: 'word' }) : null;

function wordAt(value: string, at: number, within: Span): Span | null {
  if (!segmenter) return null;
  const from = Math.max(within.start, at - REACH);
  const part = value.slice(from, Math.min(within.end, at + REACH));
  const found = part.length > 0 ? segmenter.segment(part).containing(Math.min(at - from, part.length - 1)) : undefined;
  return found?.isWordLike ? { start: from + found.index, end: from + found.index + found.segment.length } : null;
}

/** Those that hold the place, ordered by size, without repeats and without any that crosses a smaller one. */
function nested(spans: readonly Span[], at: number): readonly Span[] {
  const ordered = spans.filter((span) => span.start <= at && at <= span.end && span.end > span.start).sort((a, b) => a.end - a.start - (b.end - b.start));
  const kept: Span[] = [];
  for (const span of ordered) {
    const inner = kept[kept.length - 1];
    if (!inner) kept.push(span);
    else if (span.start <= inner.start && span.end >= inner.end && span.end - span.start > inner.end - inner.start) kept.push(span);
  }
  return kept.length > 0 ? kept : [{ start: at, end: at }];
}
