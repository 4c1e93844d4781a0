/**
 * A comparison as Markdown: for a terminal that shows it, a file, a message to a colleague.
 */

import type { Language } from '../../lint';
import type { ComparedReport, Comparison } from './compare';
import { compareText, fateText } from './words';
import type { CompareText } from './words';

/** Names of the two files, to be shown where a report has no title. */
export interface CompareNames {
  readonly before: string;
  readonly now: string;
}

/** How many promises met which fate; only those that nothing stands under are counted. */
export function planCounts({ plan }: Comparison): Readonly<Record<'all' | 'reported' | 'unclear' | 'unreported' | 'general', number>> {
  const counts = { all: 0, reported: 0, unclear: 0, unreported: 0, general: 0 };
  plan.forEach(({ fate, depth }, i) => {
    if ((plan[i + 1]?.depth ?? 0) > depth) return;
    counts.all++;
    counts[fate]++;
  });
  return counts;
}

/** `2023年报告`, or the file's name. */
export const reportName = ({ year }: ComparedReport, name: string, language: Language): string => (year === null ? name : compareText('year', language, { year }));

/** The whole comparison under four headings. */
export function compareMarkdown(comparison: Comparison, names: CompareNames, language: Language): string {
  const say = (id: CompareText, args: Readonly<Record<string, string | number>> = {}): string => compareText(id, language, args);
  const { before, now, sections, figures, figuresOnly, plan, copied } = comparison;
  const title = say('title', { before: reportName(before, names.before, language), now: reportName(now, names.now, language) });
  const none = say('none');
  const parts = [
    `# ${cell(title)}`,
    `- ${say('before')}: ${cell(before.title ?? '')} (${cell(names.before)})\n- ${say('now')}: ${cell(now.title ?? '')} (${cell(names.now)})`,
    `## ${say('sections')}`,
    table([say('before'), say('now'), say('length'), say('taken')], sections.map((pair) => [indented(pair.before) ?? '—', indented(pair.now) ?? '—', lengths(pair.before?.length, pair.now?.length), percent(pair.copied)])) ?? none,
    `## ${say('figures')}`,
    table([say('figure'), say('section'), say('before'), say('now'), say('change')], figures.map((pair) => [pair.name || say('unnamed'), pair.section, pair.before.text, pair.now.text, pair.change])) ?? none,
    say('figuresOnly', figuresOnly),
    `## ${say('plan')}`,
    plan.length === 0 ? say('noPlan') : say('planSum', planCounts(comparison)),
    table([say('promise'), say('fate'), say('where'), say('grounds')], plan.map((item) => {
      const [best] = item.places;
      return [`${'　'.repeat(item.depth)}${item.text}`, fateText(item.fate, language), [...new Set(item.places.map((place) => `${place.section} ${say('line', { line: place.line + 1 })}`))].join('; '), best?.words.join('、') ?? ''];
    })) ?? '',
    `## ${say('copied')}`,
    copied.length === 0 ? none : say('copiedSum', { count: copied.length }),
    table([say('section'), say('now'), say('before'), say('sentence')], copied.map((one) => [one.section, say('line', { line: one.now.line + 1 }), say('line', { line: one.before.line + 1 }), `${one.text} (${say(one.kind)})`])) ?? '',
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const indented = (section: { readonly level: number; readonly heading: string } | null): string | null => section && `${'　'.repeat(section.level - 1)}${section.heading}`;

const lengths = (before: number | undefined, now: number | undefined): string => `${before ?? '—'} → ${now ?? '—'}`;

/** Empty for nothing. */
export const percent = (share: number): string => (share === 0 ? '' : `${Math.max(1, Math.round(share * 100))}%`);

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string | null {
  if (rows.length === 0) return null;
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(heads), `|${heads.map(() => ' --- |').join('')}`, ...rows.map(line)].join('\n');
}

/** Text on one line in which nothing is Markdown. */
const cell = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, ' ').replace(/[\\|*_`<>[\]#]/g, '\\$&');
