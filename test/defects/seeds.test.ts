/**
 * Injected defects in the seeds, judged by a profile that never saw the seed: named by the right code at the right place, and nothing loud beside it. `DEFECTS=table npx vitest run
 * test/defects` prints the table and every miss.
 */
import { describe, expect, test } from 'vitest';
import { seeds } from '../kit/corpus';
import { defects } from '../kit/defects';
import { byKind, study, tableOf, total } from '../kit/foundrate';
import { learnedWithout } from '../kit/judging';
import { fullWidth, halfWidth, hardWrap, oneLine, shifted } from '../kit/variants';

const clothes = [undefined, fullWidth, halfWidth, oneLine(''), oneLine(' '), oneLine('　　'), hardWrap(28, true), shifted(1), shifted(-1)];
const cells = study({ texts: seeds, profileFor: (seed) => learnedWithout(seeds, seed), clothes, times: 3 });
const notes = cells.flatMap((cell) => cell.notes);
if (process.env['DEFECTS'] === 'table') console.log(`${tableOf(cells)}\n\n${notes.join('\n')}`);

describe('defects in seeds', () => {
  test('97 of 100 are found', () => {
    const { found, of } = total(cells);
    expect(of).toBeGreaterThan(2_500);
    expect(found / of, notes.join('\n')).toBeGreaterThanOrEqual(0.97);
  });

  test.each([...byKind(cells)])('%s: 85 of 100', (_, { found, of }) => {
    expect(found / of).toBeGreaterThanOrEqual(0.85);
  });

  test('every kind has been tried', () => {
    expect([...byKind(cells).keys()]).toEqual(defects.map(({ kind }) => kind));
  });

  test('at most 2 of 100 bring a loud finding beside the right one', () => {
    const { extra, of } = total(cells);
    expect(extra / of, notes.join('\n')).toBeLessThanOrEqual(0.02);
  });
});
