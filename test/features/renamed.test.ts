/** A rule that gets another name leaves no dead link: its page is found under the old one, in the editor, on the command line and among the documents. */
import { expect, test, vi } from 'vitest';
import type * as Renamed from '../../server/src/rules/renamed';

vi.mock('../../server/src/rules/renamed', async (original) => {
  const real = await original<typeof Renamed>();
  const renamed = { 'text/double-mark': 'text/doubled-mark' };
  return { renamed, currentCode: (code: string, table = renamed) => real.currentCode(code, table), formerNames: (code: string, table = renamed) => real.formerNames(code, table) };
});

const { pageAddress, pageOf, ruleOf } = await import('../../server/src/features');
const { rulePages } = await import('../../scripts/rule-index');
const { engine } = await import('../../server/src/cli/engine');

test('the page of the old name is that of the new', () => {
  expect(ruleOf('text/double-mark')?.code).toBe('text/doubled-mark');
  expect(pageOf('text/double-mark')).toBe(pageOf('text/doubled-mark'));
  expect(engine.page('text/double-mark', 'en')).toBe(engine.page('text/doubled-mark', 'en'));
  expect(pageAddress('text/double-mark')).toBe(pageAddress('text/doubled-mark'));
  expect(pageOf('text/no-such')).toBeNull();
});

test('the document of the old name leads to the new, whose document exists', () => {
  const pages = rulePages();
  const [, target] = /\]\(\.\.\/(.+?)\)/.exec(pages['docs/rules/text/double-mark.md']!)!;
  expect(pages[`docs/rules/${target!}`]).toContain('# text/doubled-mark');
});
