/**
 * What can be written next: the section or topic that is missing here, the next number of the run, the next item of a chain or a whole chain, a sentence with figures, a
 * closing form, the name of a document. What the text shows so far decides; in the middle of a sentence only names are offered, and nothing in quotations, addresses, tables.
 */

import type { Alignment } from '../align';
import type { Language } from '../lint';
import type { Profile } from '../profile';
import type { CompiledUnits, Report } from '../report';
import type { Span } from '../text';
import { chainCompletions } from './completion-chains';
import { citationCompletions, citationDocumentation, nameCompletions } from './completion-citations';
import { closingCompletions } from './completion-closings';
import { figureCompletions, frameDocumentation } from './completion-figures';
import { groundAt } from './completion-ground';
import { itemCompletions } from './completion-items';
import { numberCompletions } from './completion-numbers';
import { sectionCompletions } from './completion-sections';
import { placeMarkdown } from './hover';
import { sectionAt } from './places';
import type { Section } from '../report';

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

/** Proposals at an offset, best first. */
export function completionsAt(request: CompletionRequest): readonly Completion[] {
  const spot = spotOf(request);
  const ground = groundAt(spot.report, spot.offset, spot.prefix);
  if (ground === 'closed') return [];
  const found = ground === 'name' ? nameCompletions(spot) : [...itemCompletions(spot), ...numberCompletions(spot), ...sectionCompletions(spot), ...figureCompletions(spot), ...closingCompletions(spot), ...chainCompletions(spot), ...citationCompletions(spot)];
  return found.map((completion, i) => ({ ...completion, sortText: String(i).padStart(3, '0') }));
}

/** Markdown about a proposal by its key, made when someone looks at it; null when there is nothing to say. */
export function completionDocumentation(key: string, profile: Profile, language: Language): string | null {
  if (key.startsWith('cited:')) return citationDocumentation(key, profile, language);
  if (key.startsWith('frame:')) return frameDocumentation(key, profile, language);
  const [kind, id] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
  const place = kind === 'slot' ? profile.slots.find((slot) => slot.id === id) : kind === 'topic' ? profile.topics.find((topic) => topic.id === id) : undefined;
  return place ? placeMarkdown(place, kind === 'slot' ? 'slot' : 'topic', profile, language) : null;
}

/** More than this at the head of a line is text, not the beginning of a heading. */
const LONGEST_HEAD = 16;

function spotOf(request: CompletionRequest): Spot {
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
