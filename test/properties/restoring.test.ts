/**
 * Fixing gives back what was there: a real report that has nothing safe to mend is broken in one place, mended, and compared with itself, byte for byte. Fix-all where the
 * fix is safe, the finding's own fix where it is only suggested. Kinds of which nobody can know the one right mending (where a quotation ends, what a section said) are
 * listed as such, so that a new kind must be put on one side or the other.
 */
import { describe, expect, test } from 'vitest';
import { rules } from '../../server/src/rules';
import { reports, seeds } from '../kit/corpus';
import { defects } from '../kit/defects';
import { learnedFrom } from '../kit/judging';
import { ratesOf, restorings, type Restoring } from '../kit/restoring';
import { asMarkdown, crlfEnds, fullWidth, hardWrap, oneLine } from '../kit/variants';

/** Of a hundred, this many come out as they were. */
const LEAST = 0.95;

const MANY_MENDINGS = [
  /^deleted section/,
  // A label that is gone and a number that is wrong look the same.
  /^chain label lost$/,
  // Where a quotation or a bracket closes, the writer knows; the name of a document tells by itself.
  /^unclosed [“（(]/,
  // In a text that has nothing to mend, half-width brackets are gone; the kind is that of a full-width one.
  /^stray \)$/,
];
const hasFix = (code: string): boolean => rules.some((rule) => rule.code === code && rule.fix !== null);
const restorable = defects.filter(({ kind, code }) => hasFix(code) && !MANY_MENDINGS.some((pattern) => pattern.test(kind)));

const profile = learnedFrom(seeds);
const CLOTHES = [undefined, fullWidth, crlfEnds, asMarkdown, hardWrap(), oneLine('')];
const texts = [...seeds, ...reports];

const shown = (all: readonly Restoring[]): string => all.filter(({ outcome }) => outcome === 'otherwise' || outcome === 'unmended').map(({ clothes, text, outcome, note }) => `${text}, ${clothes}: ${outcome}: ${note}`).join('\n');

describe('an injected defect is mended to the text it was made from', () => {
  test.each(restorable.map((defect) => [defect.kind, defect] as const))('%s', (kind, defect) => {
    // Each text in one of the clothes; all texts together wear all of them.
    const all = texts.flatMap((text, i) => restorings([text], () => profile, [defect], [CLOTHES[i % CLOTHES.length]], 1));
    const { found, of } = ratesOf(all).get(kind) ?? { found: 0, of: 0 };
    expect(of, 'mended at all').toBeGreaterThan(0);
    expect(found / of, shown(all)).toBeGreaterThanOrEqual(LEAST);
  });
});

test('every kind with a fix stands on one side', () => {
  for (const pattern of MANY_MENDINGS) expect(defects.some(({ kind }) => pattern.test(kind)), String(pattern)).toBe(true);
});
