/** Fixes put together as pure functions: composed edits, and what is offered where. */

import { describe, expect, test } from 'vitest';
import { analyse, DEFAULT_SETTINGS, mend } from '../../server/src/analysis';
import { fixAllAction, mendAll, quickFixes } from '../../server/src/features';
import { safeEdits } from '../../server/src/lint';
import type { Finding } from '../../server/src/lint';
import { applyEdits, leastEdit } from '../../server/src/text';
import type { Edit } from '../../server/src/text';
import { corpus } from '../kit/corpus';
import { random, randomEdit } from '../kit/random';

/** A finding whose safe fix makes one edit. */
const mending = (edit: Edit, code = 'text/x'): Finding => ({
  code, severity: 'warning', span: edit.span, message: { id: 'x', args: {} }, evidence: [], related: [], fix: { safety: 'safe', title: { id: 'x', args: {} }, edits: () => [edit] },
});

/** Each run of a letter halved, until single letters are left: several rounds, with edits inside text that was put in. */
const halving = (text: string): readonly Finding[] => [...text.matchAll(/([a-z])\1+/g)].map((run) => mending({ span: { start: run.index, end: run.index + run[0].length }, text: run[1]!.repeat(Math.ceil(run[0].length / 2)) }));

describe('mendAll', () => {
  test('edits of several rounds lead from the first text to the last', () => {
    const text = 'aaaaaaaa-bbb-c-dddd';
    const { edits, text: mended, rounds } = mendAll(text, halving(text), () => true, halving);
    expect(mended).toBe('a-b-c-d');
    expect(rounds).toBe(3);
    expect(applyEdits(text, edits)).toBe(mended);
    expect(edits.every((edit, i) => i === 0 || edit.span.start > edits[i - 1]!.span.end)).toBe(true);
  });

  test('any row of edits comes to the same text, composed or one after the other', () => {
    const rng = random(7);
    for (let run = 0; run < 200; run++) {
      const text = '一二三四五六七八九十'.repeat(3);
      const rounds: Edit[][] = [];
      const check = (value: string): readonly Finding[] => {
        if (rounds.length >= 4) return [];
        const { start, end, text: put } = randomEdit(value, rng);
        const edit = { span: { start, end }, text: put };
        rounds.push([edit]);
        return [mending(edit)];
      };
      const { edits, text: mended } = mendAll(text, check(text), () => true, check);
      expect(applyEdits(text, edits)).toBe(mended);
    }
  });

  test('rules that undo each other come to an end', () => {
    const swap = (text: string): readonly Finding[] => [mending({ span: { start: 0, end: 1 }, text: text.startsWith('a') ? 'b' : 'a' })];
    expect(mendAll('a', swap('a'), () => true, swap).rounds).toBeLessThan(20);
  });

  test('on real reports: twice is once, what is not wanted stays, and the command line comes to the same', () => {
    for (const { name, text } of corpus.slice(0, 8)) {
      const check = (value: string): readonly Finding[] => analyse(value).findings()!;
      const once = mendAll(text, check(text), () => true, check).text;
      expect([name, mendAll(once, check(once), () => true, check).text]).toEqual([name, once]);
      expect(mendAll(text, check(text), () => false, check).edits).toEqual([]);
      expect([name, mend(text, DEFAULT_SETTINGS).text]).toEqual([name, once]);
    }
  });
});

describe('quickFixes', () => {
  const edit = { span: { start: 4, end: 6 }, text: '' };

  test('only where a finding stands, safe ones preferred, all of a code where there is more than one', () => {
    const suggested: Finding = { ...mending(edit, 'text/y'), fix: { ...mending(edit).fix!, safety: 'suggested' } };
    const findings = [mending(edit), mending({ span: { start: 10, end: 11 }, text: '' }), suggested];
    expect(quickFixes(findings, { start: 8, end: 8 }, 'zh')).toEqual([]);
    const here = quickFixes(findings, { start: 5, end: 5 }, 'zh');
    expect(here.map(({ scope, preferred, findings: own }) => [scope, preferred, own.length])).toEqual([['one', true, 1], ['one', false, 1], ['code', false, 2]]);
  });

  test('nothing safe, no fix of everything', () => {
    const suggested: Finding = { ...mending(edit), fix: { ...mending(edit).fix!, safety: 'suggested' } };
    expect(fixAllAction([suggested], 'zh')).toBeNull();
    expect(fixAllAction([suggested, mending(edit)], 'en')?.findings.length).toBe(1);
  });
});

describe('edits', () => {
  test.each([
    ['2023', '2024', [3, 4, '4']], ['，。', '。', [0, 1, '']], ['24', '2024', [1, 1, '02']], ['同', '同', null], ['𠮷野', '𠮶野', [0, 2, '𠮶']], ['甲𠮷', '乙𡈽', [0, 3, '乙𡈽']], ['aa', 'a', [1, 2, '']],
  ] as const)('%s → %s touches only what changes', (from, to, least) => {
    const edit = leastEdit(from, { span: { start: 0, end: from.length }, text: to });
    expect(edit && [edit.span.start, edit.span.end, edit.text]).toEqual(least);
    if (edit) expect(applyEdits(from, [edit])).toBe(to);
  });

  test('a fix is applied whole or not at all', () => {
    const both = (edits: readonly Edit[]): Finding => ({ ...mending(edits[0]!), fix: { safety: 'safe', title: { id: 'x', args: {} }, edits: () => edits } });
    const put = (start: number, end: number, text: string): Edit => ({ span: { start, end }, text });
    const first = both([put(0, 1, 'A'), put(4, 5, 'E')]);
    expect(safeEdits([first, both([put(2, 3, 'C'), put(4, 5, 'X')])])).toEqual([put(0, 1, 'A'), put(4, 5, 'E')]);
    expect(safeEdits([first, both([put(2, 3, 'C'), put(4, 5, 'E')])])).toEqual([put(0, 1, 'A'), put(2, 3, 'C'), put(4, 5, 'E')]);
    expect(safeEdits([first, both([put(1, 1, 'b'), put(5, 6, 'F')])])).toEqual([put(0, 1, 'A'), put(1, 1, 'b'), put(4, 5, 'E'), put(5, 6, 'F')]);
  });
});

test('a pair that was left open may be closed where it most likely ends, elsewhere, or be dropped', () => {
  const text = '一、主要工作\n推行“双随机、一公开”监管。推行“双随机、一公开监管和“一件事”改革，效果很好。';
  const at = text.lastIndexOf('“双');
  const actions = quickFixes(analyse(text, DEFAULT_SETTINGS).findings()!.filter(({ code }) => code === 'text/unbalanced-pair'), { start: at, end: at }, 'zh');
  const results = actions.map(({ edits }) => applyEdits(text, edits()).slice(at - 2));
  expect(results).toEqual(['推行“双随机、一公开”监管和“一件事”改革，效果很好。', '推行“双随机、一公开监管和”“一件事”改革，效果很好。', '推行“双随机、一公开监管和“一件事”改革”，效果很好。', '推行双随机、一公开监管和“一件事”改革，效果很好。']);
  expect(actions.map(({ preferred }) => preferred)).toEqual([false, false, false, false]);
});
