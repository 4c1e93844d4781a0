/** The stretch that is being typed in, followed through typing. */
import { describe, expect, test } from 'vitest';
import { touched } from '../../client/src/stretch';

const place = { start: 10, end: 17, isSame: true };

describe('a stretch', () => {
  test('that is typed over stays the same one', () => {
    const once = touched(place, { rangeOffset: 10, rangeLength: 7, text: '1' });
    expect(once).toEqual({ start: 10, end: 11, isSame: true });
    expect(touched(once, { rangeOffset: 11, rangeLength: 0, text: '7' })).toEqual({ start: 10, end: 12, isSame: true });
    expect(touched(once, { rangeOffset: 10, rangeLength: 1, text: '' })).toEqual({ start: 10, end: 10, isSame: true });
  });

  test('is another one where typing goes on elsewhere', () => {
    expect(touched(place, { rangeOffset: 40, rangeLength: 0, text: 'ab' })).toEqual({ start: 40, end: 42, isSame: false });
    expect(touched(place, { rangeOffset: 9, rangeLength: 2, text: '' })).toEqual({ start: 9, end: 9, isSame: false });
    expect(touched(null, { rangeOffset: 3, rangeLength: 0, text: 'x' })).toEqual({ start: 3, end: 4, isSame: false });
  });
});
