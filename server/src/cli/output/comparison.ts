/**
 * `compare` for eyes: four tables on a terminal. Lines count from one, as editors do.
 */
import type { CompareResult } from '../core';
import { printable, type Style } from './style';
import { tableLines, type Column } from './table';

/** The whole comparison; ends with a line break. */
export function comparisonTable({ comparison, words }: CompareResult, names: { readonly before: string; readonly now: string }, style: Style): string {
  const { before, now, sections, figures, plan, copied } = comparison;
  const part = (head: string, note: string, columns: readonly Column[], rows: readonly (readonly string[])[]): readonly string[] => {
    const [heads = '', ...lines] = tableLines(columns, rows);
    return ['', style.strong(head), ...(note ? [style.faint(note)] : []), ...(rows.length > 0 ? [style.faint(heads), ...lines] : note ? [] : [style.faint(words.none)])];
  };
  const left = (head: string, most: number): Column => ({ head, align: 'left', most });
  const right = (head: string): Column => ({ head, align: 'right' });
  const report = (name: string, title: string | null, year: number | null): string => `${printable(name)}${year === null ? '' : `  ${year}`}${title === null ? '' : `  ${printable(title.replace(/\s+/g, ''))}`}`;
  const lines = [
    `${words.before}  ${report(names.before, before.title, before.year)}`,
    `${words.now}  ${report(names.now, now.title, now.year)}`,
    ...part(words.sections, '', [left(words.before, 40), left(words.now, 40), right(words.length), right(words.taken)], sections.map((pair) => [
      indented(pair.before), indented(pair.now), `${pair.before?.length ?? '-'} → ${pair.now?.length ?? '-'}`, pair.copied === 0 ? '' : `${Math.max(1, Math.round(pair.copied * 100))}%`,
    ])),
    ...part(words.figures, words.figuresOnly, [left(words.figure, 40), left(words.section, 16), right(words.before), right(words.now), right(words.change)], figures.map((pair) => [pair.name, pair.section, pair.before.text, pair.now.text, pair.change])),
    ...part(words.plan, words.planSum, [left(words.promise, 60), left(words.fate, 12), left(words.where, 24), left(words.grounds, 36)], plan.map((item) => [
      '  '.repeat(item.depth) + item.text, words.fates[item.fate], [...new Set(item.places.map(({ section, line }) => `${section}:${line + 1}`))].join(' '), item.places[0]?.words.join('、') ?? '',
    ])),
    ...part(words.copied, '', [left(words.section, 16), right(words.now), right(words.before), left(words.sentence, 80)], copied.map((one) => [one.section, `:${one.now.line + 1}`, `:${one.before.line + 1}`, one.text])),
  ];
  return `${lines.join('\n')}\n`;
}

const indented = (section: CompareResult['comparison']['sections'][number]['now']): string => (section ? '  '.repeat(section.level - 1) + section.heading : '-');
