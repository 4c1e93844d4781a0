/** The notation of expectations reads back what it writes, and refuses what is no mark. */
import { describe, expect, it } from 'vitest';
import { mark, unmark } from './marks';

describe('marks in a text', () => {
  it('are taken out, with their places', () => {
    expect(unmark('甲⟪a/b|乙⟫丙⟪a/c-d|⟫丁')).toEqual({ text: '甲乙丙丁', marks: [{ code: 'a/b', start: 1, end: 2 }, { code: 'a/c-d', start: 3, end: 3 }] });
  });
  it('may nest', () => {
    expect(unmark('⟪a/b|甲⟪a/c|乙⟫⟫丙')).toEqual({ text: '甲乙丙', marks: [{ code: 'a/b', start: 0, end: 2 }, { code: 'a/c', start: 1, end: 2 }] });
  });
  it.each(['无', '⟪a/b|甲⟫', '甲⟪a/b|⟫', '⟪a/b|⟫⟪a/b|甲⟫⟪a/b|乙⟫', '甲⟪a/b|乙⟪a/c|丙⟫丁⟫'])('come back as they were: %s', (text) => expect(mark(unmark(text))).toBe(text));
  it.each(['⟪a/b|甲', '甲⟫', '⟪甲⟫'])('must be whole: %s', (text) => expect(() => unmark(text)).toThrow());
});
