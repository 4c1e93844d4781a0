/**
 * Blanks before the first line of paragraphs and headings: two ideographic spaces, none, or what the document does in the main. Lines that a paragraph was cut into, Markdown,
 * tables and what stands by itself on the page (title, address, sign-off) keep theirs.
 */

import { isSpace } from '../edit';
import type { Report, Role } from '../report';
import { isRunIn } from '../syntax';
import type { Change } from './marks';
import type { FormatOptions } from './options';

const INDENTED: readonly Role[] = ['opening', 'heading', 'body'];
/** What gives a line a meaning by where it stands. */
const MARKDOWN = /^(?:#{1,6}\s|>|[-*+]\s|\*\*|__|`|~~~|\||<)/;
const TWO = '\u3000\u3000';
/** So many lines of a kind, and this share of them, make a habit. */
const FEWEST = 3;
const SHARE = 2 / 3;

/** A line that begins a paragraph or heading: where it begins, and the blanks before its text. */
interface Lead {
  readonly start: number;
  readonly blanks: string;
  /** Lines of one kind have one habit: headings on lines of their own by level, and running text. */
  readonly kind: string;
}

/** Indents that differ from what is wanted. */
export function indentChanges(report: Report, { indent }: FormatOptions): readonly Change[] {
  if (report.tree.blocks.some(({ map }) => map !== null)) return [];
  const leads = leadsOf(report);
  const habits = indent === 'auto' ? habitsOf(leads) : null;
  return leads.flatMap(({ start, blanks, kind }): readonly Change[] => {
    const wanted = habits ? habits.get(kind) : indent === 'two' ? TWO : '';
    return wanted === undefined || wanted === blanks ? [] : [[{ span: { start, end: start + blanks.length }, text: wanted }]];
  });
}

function leadsOf(report: Report): readonly Lead[] {
  const { tree, roles } = report;
  const { value } = tree.text;
  const markdown = tree.blocks.some(({ hashes, kind }) => hashes > 0 || kind === 'code');
  const depths = new Map(report.sections.map((section) => [section.block, section.depth]));
  return tree.blocks.flatMap((block, index): readonly Lead[] => {
    if (!INDENTED.includes(roles[index]!) || MARKDOWN.test(block.raw)) return [];
    const at = tree.starts[index]!;
    let start = at;
    while (start > 0 && isSpace(value.charCodeAt(start - 1))) start--;
    if (start > 0 && value[start - 1] !== '\n' && value[start - 1] !== '\r') return [];
    const blanks = value.slice(start, at);
    // In Markdown such a line may be code, or belong to the item above it.
    if (markdown && /^(?: {2,}|\t)/.test(blanks)) return [];
    return [{ start, blanks, kind: roles[index] === 'heading' && !isRunIn(block) ? `heading ${depths.get(index) ?? 0}` : 'text' }];
  });
}

/** The blanks that most lines of a kind have; kinds without a clear majority have none. */
function habitsOf(leads: readonly Lead[]): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { kind, blanks } of leads) {
    const own = counts.get(kind) ?? new Map<string, number>();
    counts.set(kind, own.set(blanks, (own.get(blanks) ?? 0) + 1));
  }
  const habits = new Map<string, string>();
  for (const [kind, own] of counts) {
    const total = [...own.values()].reduce((sum, count) => sum + count, 0);
    for (const [blanks, count] of own) if (count >= FEWEST && count >= total * SHARE) habits.set(kind, blanks);
  }
  return habits;
}
