/** The hard cases of every rule: test/rules/<group>/<code>.md. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/rules';
import { casesOf, fixedBy, markedBy, readPage } from '../kit/suite';

const withFixture = rules.map((rule) => ({ rule, path: join('test/rules', `${rule.code}.md`) })).filter(({ path }) => existsSync(path));

describe.each(withFixture.map(({ rule, path }) => [rule.code, rule, path] as const))('%s', (_code, rule, path) => {
  const cases = casesOf(readPage(readFileSync(path, 'utf8')));
  it('has cases', () => expect(cases.length).toBeGreaterThan(0));

  it.each(cases.map((one) => [one.name, one] as const))('%s', (_name, { draft, fixed }) => {
    const { expected, actual } = markedBy(rule, draft);
    expect(actual).toBe(expected);
    if (fixed !== undefined) expect(fixedBy(rule, draft)).toBe(fixed);
  });
});
