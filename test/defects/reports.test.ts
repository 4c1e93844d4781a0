/** The same defects in reports that had no part in making the rules: written for the tests after the ways in which real ones vary, and judged by what the seeds taught. */
import { describe, expect, test } from 'vitest';
import { reports, seeds } from '../kit/corpus';
import { study, tableOf, total } from '../kit/foundrate';
import { learnedFrom } from '../kit/judging';
import { halfWidth, hardWrap, oneLine } from '../kit/variants';

/** On one line nobody could tell Markdown, tables or a web page's head from the text; and what is wrapped or on one line already stays so. */
const LOSE_THEIR_SHAPE = /pdf|one-line|tables|markdown|12-district/;
const profile = learnedFrom(seeds);
const cells = study({
  texts: reports.filter(({ name }) => !name.includes('pdf')),
  profileFor: () => profile,
  clothes: [undefined, halfWidth, hardWrap(28, true), oneLine(' ')],
  times: 2,
  fair: (text, worn) => worn?.layer !== 'layout' || !LOSE_THEIR_SHAPE.test(text.name),
});
const notes = cells.flatMap((cell) => cell.notes);
if (process.env['DEFECTS'] === 'table') console.log(`${tableOf(cells)}\n\n${notes.join('\n')}`);

describe('defects in other reports', () => {
  test('97 of 100 are found', () => {
    const { found, of } = total(cells);
    expect(of).toBeGreaterThan(1_500);
    expect(found / of, notes.join('\n')).toBeGreaterThanOrEqual(0.97);
  });

  test('at most 2 of 100 bring a loud finding beside the right one', () => {
    const { extra, of } = total(cells);
    expect(extra / of, notes.join('\n')).toBeLessThanOrEqual(0.02);
  });
});
