/**
 * Which years of last year's report move on by themselves, and which only the writer can know. Time positions move: title, headings, the opening, the beginning of a
 * sentence, 截至, and the year compared with. Years inside 《》, quotation marks and spans (2021—2025年) stay, and so does history. What names a year in the middle of a
 * sentence may be a meeting, a plan, an award: it is opened, never guessed.
 */

import { canBeShown, replaceYear, writePlaceholder } from '../edit';
import { quotedPlaces, writtenYears } from '../report';
import type { Report, Role, WrittenYear } from '../report';
import { placeOf } from '../syntax';
import type { Block } from '../syntax';
import type { Edit, Span } from '../text';
import { isWithin } from './places';

/** `roll`: moves on; `open`: becomes a placeholder; `keep`: stays. */
export type YearFate = 'roll' | 'open' | 'keep';

/** A year, or the date it begins, with what becomes of it. */
export interface JudgedYear {
  readonly fate: YearFate;
  readonly year: number;
  /** Absolute: what is opened or rolled. */
  readonly at: Span;
}

const READ: ReadonlySet<Role> = new Set(['title', 'address', 'opening', 'heading', 'body', 'sign-off', 'appendix', 'table']);

/** Every year of a report on `year`, in document order. Dates without a year (9月23日) are among them, as of that year. */
export function judgeYears(report: Report, year: number): readonly JudgedYear[] {
  const judged: JudgedYear[] = [];
  const { tree, roles } = report;
  tree.blocks.forEach((block, index) => {
    const role = roles[index]!;
    if (!READ.has(role)) return;
    const years = writtenYears(block);
    for (const word of years) {
      const start = tree.starts[index]! + word.start;
      // A title that lost its line break stands in the first paragraph.
      const titled = report.title !== null && role !== 'title' && block.map === null && start < report.title.span.end && start >= report.title.span.start;
      const fate = fateOf(block, word, titled ? 'title' : role, year, report);
      const end = fate === 'open' && word.dateEnd > 0 ? word.dateEnd : word.end;
      judged.push({ fate, year: word.year, at: placeOf(tree, index, { start: word.start, end }) });
    }
    if (role !== 'appendix' && role !== 'table' && role !== 'title') for (const at of datesIn(block, years, report)) judged.push({ fate: 'open', year, at: placeOf(tree, index, at) });
  });
  return judged.sort((a, b) => a.at.start - b.at.start);
}

/** Edits of the years that move, by `by` years. */
export const rollYears = (report: Report, judged: readonly JudgedYear[], by: number): readonly Edit[] => judged.filter(({ fate }) => fate === 'roll').flatMap(({ at, year }) => replaceYear(report, at, year + by));

/** Edits that open the years and dates that only the writer can know. */
export function openYears(report: Report, judged: readonly JudgedYear[]): readonly Edit[] {
  const { text, grammar } = report.tree;
  return judged.flatMap(({ fate, at }): readonly Edit[] => {
    const last = text.value.slice(at.start, at.end);
    return fate === 'open' && canBeShown(last) ? [{ span: at, text: writePlaceholder(last, null, grammar) }] : [];
  });
}

function fateOf(block: Block, word: WrittenYear, role: Role, year: number, report: Report): YearFate {
  if (word.quoted || word.spanned || word.year < year - 1 || word.year > year + 1) return role === 'sign-off' && !word.quoted ? 'open' : 'keep';
  if (role === 'sign-off') return 'open';
  if (role === 'title') return 'roll';
  const { draft } = report.tree.grammar;
  const before = block.text.slice(Math.max(0, word.start - REACH), word.start);
  const behind = block.text.slice(word.end, word.end + REACH);
  if (role === 'appendix' || role === 'table') return 'open';
  if (word.dateEnd > 0) return word.year < year && !word.initial ? 'keep' : 'open';
  if (word.year < year) return isCompared(before, behind, report) ? 'roll' : draft.since.test(behind) ? 'keep' : 'open';
  if (word.bare) return 'open';
  if (role === 'heading' && word.start < titleEnd(block)) return 'roll';
  if (word.initial || isOpening(block, word, role, report) || draft.until.test(before.trimEnd())) return 'roll';
  return (word.year > year && draft.deadline.test(behind)) || draft.since.test(behind) || isCompared(before, behind, report) ? 'roll' : 'open';
}

const REACH = 12;

/** The opening may stand behind a title that lost its line break, or behind a name: `某某局2023年，…`; and what leads to the report says its year again. */
const isOpening = (block: Block, word: WrittenYear, role: Role, { tree }: Report): boolean =>
  role === 'opening' && ((block.text[word.end] === ',' && !/[,。;]/.test(block.text.slice(0, word.start))) || tree.grammar.draft.leads.test(block.text.slice(word.end, word.end + LEAD)));

const LEAD = 48;

function isCompared(before: string, behind: string, report: Report): boolean {
  const { compared, pair, pairAfter } = report.tree.grammar.draft;
  return compared.test(before) || (pair.test(before) && pairAfter.test(behind));
}

/** Where the heading words of a block end; a heading without a number is nothing but heading words. */
const titleEnd = (block: Block): number => (block.title.end > block.title.start ? block.title.end : block.text.length);

const DATE = /(?<![\d年月.])\d{1,2}\s?月(?:\s?\d{1,2}\s?日|[底末初](?![^,。;、]{0,2}[前后]))/g;

/** Dates without a year, outside quotations; not those of a day that comes every year. */
function datesIn(block: Block, years: readonly WrittenYear[], report: Report): readonly Span[] {
  if (block.text.indexOf('月') < 0) return [];
  const { feast } = report.tree.grammar.draft;
  const quoted = quotedPlaces(block.text).map(([start, end]) => ({ start, end }));
  const dated = years.filter(({ dateEnd }) => dateEnd > 0).map(({ start, dateEnd }) => ({ start, end: dateEnd }));
  const found: Span[] = [];
  for (const match of block.text.matchAll(DATE)) {
    const at = { start: match.index, end: match.index + match[0].length };
    if (!isWithin(dated, at) && !isWithin(quoted, at) && !feast.test(block.text.slice(at.end, at.end + 24))) found.push(at);
  }
  return found;
}
