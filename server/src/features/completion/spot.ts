/**
 * The place of the cursor as completion sees it, and the shape of what is proposed there. No proposal is made here.
 */

import type { Alignment } from '../../align';
import type { Language } from '../../lint';
import { sectionAt } from '../../report';
import type { CompiledUnits, Report, Section } from '../../report';
import type { Span } from '../../text';

export type CompletionKind = 'section' | 'topic' | 'number' | 'item' | 'figure' | 'chain' | 'closing' | 'citation';

/** One proposal. `span` is what it replaces: what was typed of it so far. */
export interface Completion {
  readonly kind: CompletionKind;
  /** Names it for its documentation, e.g. `slot:plan`; the same at every place. */
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  readonly filterText: string;
  readonly sortText: string;
  readonly span: Span;
  /** Snippet text with tab stops; line breaks are `\n`. */
  readonly snippet: string;
}

export interface CompletionRequest {
  readonly report: Report;
  readonly alignment: Alignment | null;
  /** The report's year, or null when nothing tells. */
  readonly year: number | null;
  readonly width: 'full' | 'half';
  /** Words that figures are read by. */
  readonly units: CompiledUnits;
  readonly offset: number;
  readonly language: Language;
}

/** The place of the cursor as completion sees it. */
export interface Spot extends CompletionRequest {
  /** What was typed at the beginning of the line, or null when the cursor is not there. */
  readonly lineHead: Span | null;
  /** A Markdown heading mark stands before it. */
  readonly hashed: boolean;
  /** The last section that begins before this line, or null. */
  readonly before: Section | null;
  readonly prefix: string;
  readonly suffix: string;
}

/** More than this at the head of a line is text, not the beginning of a heading. */
const LONGEST_HEAD = 16;

/** What the text around an offset says of it. */
export function spotOf(request: CompletionRequest): Spot {
  const { report, offset } = request;
  const { value } = report.tree.text;
  const from = lineStart(value, offset);
  const prefix = value.slice(from, offset);
  const suffix = value.slice(offset, offset + 80).replace(/[\r\n][^]*$/, '');
  const indent = /^[\s\u3000]*(#{1,6}\s+)?/.exec(prefix)!;
  const typed = prefix.slice(indent[0].length);
  const atHead = typed.length <= LONGEST_HEAD && !/[，。；：,;:\s]/.test(typed) && /^[)）]?\s*$/.test(suffix);
  // A bracket that the editor closed by itself belongs to what was typed.
  const closing = /^[（(]/.test(typed) && /^[)）]/.test(suffix) ? 1 : 0;
  return {
    ...request, prefix, suffix,
    lineHead: atHead ? { start: offset - typed.length, end: offset + closing } : null,
    hashed: indent[1] !== undefined,
    before: from > 0 ? sectionAt(report, from - 1) : null,
  };
}

function lineStart(value: string, offset: number): number {
  let at = Math.min(offset, value.length);
  while (at > 0 && value[at - 1] !== '\n' && value[at - 1] !== '\r') at--;
  return at;
}
