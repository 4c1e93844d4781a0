/** The cases of cases.md: what becomes of a text, and what stays as it is. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatText } from '../../server/src/analysis';
import type { FormatOptions } from '../../server/src/format';

const CASE = /^## (.+)\n```before([^\n]*)\n([\s\S]*?)\n```\n(?:```after\n([\s\S]*?)\n```\n)?/gm;
const cases = [...readFileSync('test/format/cases.md', 'utf8').matchAll(CASE)].map(([, name, info, before, after]) => {
  const word = (key: string): string => new RegExp(`${key}=(\\w+)`).exec(info!)?.[1] ?? 'auto';
  return { name: name!, options: { width: word('width'), indent: word('indent') } as FormatOptions, before: before!, after: after ?? before! };
});

describe('formatting', () => {
  test('every case is read', () => expect(cases.length).toBe(readFileSync('test/format/cases.md', 'utf8').split('\n```before').length - 1));

  test.each(cases.map((one) => [one.name, one] as const))('%s', (_, { before, after, options }) => {
    expect(formatText(before, options)).toBe(after);
    expect(formatText(after, options)).toBe(after);
    expect(formatText(before.replaceAll('\n', '\r\n'), options)).toBe(after.replaceAll('\n', '\r\n'));
  });
});
