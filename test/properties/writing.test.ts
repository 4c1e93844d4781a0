/** What is offered to a writer, at any place of any text: never an error, never a place outside of the text, and linear time. */
import { describe, expect, test } from 'vitest';
import { units } from '../../server/src/families';
import { completionsAt, lastYearAt, templatesAt, withoutStops } from '../../server/src/features';
import { widthOfReport } from '../../server/src/lint';
import type { Analysis } from '../../server/src/analysis';
import { corpus, seeds } from '../kit/corpus';
import { analysed, learnedFrom } from '../kit/judging';
import { hostile, random } from '../kit/random';

const profile = learnedFrom(seeds);
const previous = analysed(seeds[2]!.text, profile).report;

/** Asks for everything at an offset and looks at what comes. */
function ask(analysis: Analysis, offset: number): void {
  const { report, text } = analysis;
  const alignment = analysis.alignment();
  const request = { report, alignment, units, language: 'zh' as const, year: report.period.year, width: widthOfReport(report), offset };
  for (const { label, span, snippet } of completionsAt(request)) {
    if (label === '' || span.start > offset || span.end < offset || span.end > text.value.length || /[\r\n]/.test(text.value.slice(span.start, span.end))) expect.fail(`${label} at ${span.start}–${span.end}, asked at ${offset}`);
    if (/\{year|\$\{/.test(withoutStops(snippet))) expect.fail(`${label}: ${snippet}`);
  }
  for (const { templates } of templatesAt(request)) {
    for (const { label, span, edits } of templates) for (const place of [...(span ? [span] : []), ...edits.map((edit) => edit.span)]) if (label === '' || place.start < 0 || place.start > place.end || place.end > text.value.length) expect.fail(`${label} at ${place.start}–${place.end}`);
  }
  const last = lastYearAt({ previous, report, alignment, units, offset });
  if (last && (last.at.start < 0 || last.at.end > previous.tree.text.value.length)) expect.fail(`${last.at.start}–${last.at.end} of last year's`);
}

test.each(hostile(random(5)).filter(({ name }) => !name.startsWith('10 MB')).map((input) => [input.name, input] as const))('hostile: %s', (_, input) => {
  const text = input.text().slice(0, 60_000);
  for (const chosen of [profile, null]) for (const offset of [0, 1, Math.floor(text.length / 2), text.length]) ask(analysed(text, chosen), Math.min(offset, text.length));
});

test.each(corpus.map((text) => [text.name, text] as const))('anywhere in %s', (_, { text }) => {
  const rng = random(text.length);
  const analysis = analysed(text, profile);
  for (let i = 0; i < 40; i++) ask(analysis, rng.int(text.length + 1));
});

describe('linear time', () => {
  const HEAD = '某市2024年法治政府建设年度报告\n一、主要举措和成效\n';
  const patterns: Readonly<Record<string, (n: number) => string>> = {
    'sections': (n) => HEAD + '（一）规范行政执法\n办理行政复议案件12件。\n'.repeat(n * 20),
    'names of documents': (n) => HEAD + '落实《甲条例》《乙办法》，依法行政。\n'.repeat(n * 20),
    'names left open': (n) => HEAD + '落实《甲条例，依法行政。'.repeat(n * 20),
    'items': (n) => HEAD + '一是规范行政执法。\n二是加强普法。\n'.repeat(n * 20),
    'one long line': (n) => HEAD + '规范行政执法，办理行政复议案件12件。'.repeat(n * 20),
  };

  test.each(Object.entries(patterns))('%s', (_, pattern) => {
    const time = (n: number): number => {
      const text = `${pattern(n)}x`;
      const analysis = analysed(text, profile);
      analysis.alignment();
      const start = performance.now();
      ask(analysis, text.length);
      ask(analysis, text.length >> 1);
      return performance.now() - start;
    };
    time(60);
    let ratio = Infinity;
    for (let attempt = 0; attempt < 3 && ratio >= 8; attempt++) ratio = time(240) / Math.max(time(60), 8);
    expect(ratio).toBeLessThan(8);
  });
});
