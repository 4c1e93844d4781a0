/** Every rule's page holds: its bad examples give exactly the marked findings, its good ones none. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/rules';
import { markedBy, readPage } from '../kit/suite';

const BAD = '反例 · Bad';
const GOOD = '正例 · Good';

describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (_code, rule) => {
  const page = readPage(rule.page);
  const draftsIn = (name: string) => page.parts.find((part) => part.name === name)?.fences.filter((fence) => fence.language === 'draft') ?? [];

  it('has examples of both', () => {
    expect(draftsIn(BAD)).not.toHaveLength(0);
    expect(draftsIn(GOOD)).not.toHaveLength(0);
  });

  it('finds what is marked in the bad examples', () => {
    for (const draft of draftsIn(BAD)) {
      const { expected, actual } = markedBy(rule, draft);
      expect(draft.body, `bad example in line ${draft.line + 1} has no mark`).toContain('⟪');
      expect(actual).toBe(expected);
    }
  });

  it('finds nothing in the good examples', () => {
    for (const draft of draftsIn(GOOD)) {
      const { expected, actual } = markedBy(rule, draft);
      expect(draft.body, `good example in line ${draft.line + 1} has a mark`).not.toContain('⟪');
      expect(actual).toBe(expected);
    }
  });
});
