/**
 * Accepted findings: known again after moving, renumbering and editing elsewhere, not after a change of their own words; a baseline that only shrinks. And the
 * same for what is ignored in the text, over every text at hand.
 */

import { describe, expect, test } from 'vitest';
import { analyse, DEFAULT_SETTINGS } from '../../server/src/analysis';
import type { Analysis, Settings } from '../../server/src/analysis';
import { readBaseline, writeBaseline } from '../../server/src/config';
import { allowHere, allowInFile } from '../../server/src/features';
import { accepting, countsOf, heldBack, shrunk } from '../../server/src/lint';
import type { Accepted, Baseline, Identity, Sighting } from '../../server/src/lint';
import { applyEdits } from '../../server/src/text';
import { corpus, reports } from '../kit/corpus';

const identities = (analysis: Analysis): readonly Identity[] => analysis.everything().map(({ identity }) => identity);
const one = (code: string, hash: string, file = 'a.txt', count = 1): Accepted => ({ file, code, hash, text: '', count });
const sighting = (keys: Readonly<Record<string, number>>, off: readonly string[] = []): Sighting => ({ counts: new Map(Object.entries(keys)), ran: (code) => !off.includes(code) });
const texts = [...corpus, ...reports];
/** Without a profile for what is of no family that ships, which would only say so. */
const settingsFor = (text: string): Settings => ({ ...DEFAULT_SETTINGS, profile: analyse(text).foreign() ? null : 'auto' });

describe('every text', () => {
  test.each(texts.map(({ name, text }) => [name, text] as const))('%s: what is accepted is held back, moved and from another file too', (_, text) => {
    const settings = settingsFor(text);
    const baseline = accepting([], 'a.txt', identities(analyse(text, settings)));
    expect(analyse(text, { ...settings, baseline }).findings()).toEqual([]);
    const lines = text.replace(/\r\n/g, '\n');
    expect(analyse(`\n\n${lines}\n\n`, { ...settings, baseline }).findings()).toEqual([]);
  });

  test('ignored where it stands, a finding is gone and nothing is said about the comment', () => {
    let asked = 0;
    let silent = 0;
    for (const { text } of texts) {
      const settings = settingsFor(text);
      const analysis = analyse(text, settings);
      const before = countsOf(identities(analysis));
      const seen = new Set<string>();
      for (const { finding, identity } of analysis.everything()) {
        if (seen.size === seen.add(finding.code).size) continue;
        asked++;
        for (const edits of [allowHere(analysis.report, finding), allowInFile(analysis.report, finding.code)]) {
          if (!edits) continue;
          const after = countsOf(identities(analyse(applyEdits(text, edits), settings)));
          const key = `${identity.code} ${identity.hash}`;
          expect(after.get(key) ?? 0, `${key} in ${text.slice(0, 20)}`).toBeLessThan(before.get(key)!);
          expect([...after.keys()].filter((other) => other.startsWith('lint/'))).toEqual([]);
          silent++;
        }
      }
    }
    expect(asked).toBeGreaterThan(50);
    expect(silent).toBeGreaterThan(asked);
  });
});

describe('identity', () => {
  const DRAFT = '某局2024年法治政府建设年度报告\n\n一、主要举措和成效\n\n全年办理案件35件。。\n\n三、存在的问题\n\n执法力量不足。\n';
  const keys = (text: string): readonly string[] => [...countsOf(identities(analyse(text))).keys()];
  const of = (text: string, code: string): readonly string[] => keys(text).filter((key) => key.startsWith(code));
  test('a heading with another number in front of it is the same', () => {
    expect(of(DRAFT.replace('一、主要', '五、主要'), 'text/doubled-mark')).toEqual(of(DRAFT, 'text/doubled-mark'));
    expect(of(DRAFT, 'numbering/sequence')).toHaveLength(1);
    expect(of(DRAFT.replace('三、', '四、'), 'numbering/sequence')).toEqual(of(DRAFT, 'numbering/sequence'));
  });
  test('full width and blanks make no difference, other words do', () => {
    expect(of(DRAFT.replace('35件', '３５ 件'), 'text/doubled-mark')).toEqual(of(DRAFT, 'text/doubled-mark'));
    expect(of(DRAFT.replace('35件', '36件'), 'text/doubled-mark')).not.toEqual(of(DRAFT, 'text/doubled-mark'));
  });
});

test('equal findings are counted: one accepted holds one back', () => {
  const same = [{ code: 'a/b', hash: '1', text: '' }, { code: 'a/b', hash: '1', text: '' }, { code: 'a/b', hash: '2', text: '' }];
  expect(heldBack(same, [one('a/b', '1')])).toEqual([true, false, false]);
  expect(heldBack(same, [one('a/b', '1', 'x.txt', 2)])).toEqual([true, true, false]);
});

describe('shrinking', () => {
  const baseline: Baseline = [one('a/b', '1'), one('a/b', '2'), one('a/b', '3', 'other.txt'), one('c/d', '4'), one('a/b', '5', 'a.txt', 3)];
  test('drops what no longer occurs, keeps files that were not checked and codes that were not run', () => {
    const seen = new Map([['a.txt', sighting({ 'a/b 1': 4, 'a/b 5': 2, 'a/b 9': 1 }, ['c/d'])]]);
    expect(shrunk(baseline, seen, () => false)).toEqual([one('a/b', '1'), one('a/b', '5', 'a.txt', 2), one('c/d', '4'), one('a/b', '3', 'other.txt')]);
  });
  test('a file that is gone: its findings move with the text, or go', () => {
    const seen = new Map([['new.txt', sighting({ 'a/b 1': 1 })]]);
    expect(shrunk(baseline, seen, (file) => file === 'a.txt')).toEqual([one('a/b', '1', 'new.txt'), one('a/b', '3', 'other.txt')]);
  });
  test('never adds', () => {
    for (const gone of [true, false]) {
      const next = shrunk(baseline, new Map([['a.txt', sighting({ 'a/b 1': 9, 'x/y 7': 3 })]]), () => gone);
      expect(next.reduce((sum, { count }) => sum + count, 0)).toBeLessThan(7);
      expect(next.filter(({ hash }) => !baseline.some((entry) => entry.hash === hash))).toEqual([]);
    }
  });
});

describe('the file', () => {
  test('reads what it wrote, in one order', () => {
    const baseline = accepting([one('z/z', '9', 'b.txt')], 'a.txt', [{ code: 'c/d', hash: '2', text: '“引号”' }, { code: 'a/b', hash: '1', text: '' }, { code: 'a/b', hash: '1', text: '' }]);
    const text = writeBaseline(baseline);
    expect(readBaseline(text)).toEqual({ ok: true, entries: baseline });
    expect(baseline.map(({ file, code, count }) => `${file} ${code} ${count}`)).toEqual(['a.txt a/b 2', 'a.txt c/d 1', 'b.txt z/z 1']);
    expect(readBaseline(writeBaseline([]))).toEqual({ ok: true, entries: [] });
  });
  test.each([
    ['', 'syntax', ''],
    ['{ "version": 1, "accepted": [ { ] }', 'syntax', ']'],
    ['{ "version": 2, "accepted": [] }', 'newer-baseline', '2'],
    ['{ "version": 1 }', 'not-a-baseline', '1'],
    ['[]', 'not-a-baseline', '[]'],
    ['{ "version": 1, "accepted": [{ "file": "a", "code": "x" }] }', 'not-a-baseline', '{ "file": "a", "code": "x" }'],
    ['{ "version": 1, "accepted": [{ "file": "a", "code": "x", "hash": "1", "count": 0 }] }', 'not-a-baseline', '{ "file": "a", "code": "x", "hash": "1", "count": 0 }'],
  ])('%s is none: %s', (source, id, at) => {
    const reading = readBaseline(source);
    if (reading.ok) throw new Error('read');
    expect(reading.problem.id).toBe(id);
    expect(source.slice(reading.problem.span.start, reading.problem.span.end)).toBe(at);
  });
});
