/**
 * The core's side of `compare`: two texts read, held against each other, and the words around it.
 */

import { analyse } from '../analysis';
import type { Settings } from '../analysis';
import { grammar } from '../families';
import { compareMarkdown, compareReports, compareText, fateText, planCounts } from '../features';
import { parseReport } from '../report';
import type { CompareRequest, CompareResult, CompareWords, Locale } from './core';

/** Compares; `settings` are those of this year's report. */
export function compareTexts(lastYear: string, thisYear: string, { names, locale }: CompareRequest, settings: Settings): CompareResult {
  const { report, alignment, foreign, units } = analyse(thisYear, settings);
  const previous = parseReport(lastYear, grammar);
  const language = languageOf(locale);
  const comparison = compareReports({ previous, report, alignment: foreign() ? null : alignment(), units, language });
  const words: CompareWords = {
    ...plainWords(language),
    figuresOnly: compareText('figuresOnly', language, comparison.figuresOnly),
    planSum: comparison.plan.length === 0 ? compareText('noPlan', language) : compareText('planSum', language, planCounts(comparison)),
    fates: { reported: fateText('reported', language), unclear: fateText('unclear', language), unreported: fateText('unreported', language), general: fateText('general', language) },
  };
  return { comparison, words, markdown: () => compareMarkdown(comparison, names, language) };
}

const languageOf = (locale: Locale): 'zh' | 'en' => (locale === 'en' ? 'en' : 'zh');

const PLAIN = ['sections', 'figures', 'plan', 'copied', 'before', 'now', 'change', 'figure', 'section', 'taken', 'length', 'promise', 'fate', 'where', 'grounds', 'sentence', 'none'] as const;

const plainWords = (language: 'zh' | 'en'): Pick<CompareWords, (typeof PLAIN)[number]> =>
  Object.fromEntries(PLAIN.map((id) => [id, compareText(id, language)])) as Pick<CompareWords, (typeof PLAIN)[number]>;
