/** One rule that fails is named once and spares the others; comments hold back what they name, where they stand, and nothing else. */
import { describe, expect, test } from 'vitest';
import { analyse, type Settings } from '../../server/src/analysis';
import { rules, type Rule } from '../../server/src/rules';
import { corpus, reports, seeds } from '../kit/corpus';
import { learnedFrom } from '../kit/judging';

const settings: Settings = { profile: learnedFrom(seeds), rules: {}, year: null };
const fail = (): never => {
  throw new Error('on purpose');
};
const breakOne = (code: string): readonly Rule[] => rules.map((rule) => (rule.code === code ? ({ ...rule, check: fail } as Rule) : rule));

describe('a rule that throws', () => {
  test.each(rules.map(({ code }) => [code]))('%s', (code) => {
    for (const { text } of [seeds[4]!, reports[0]!]) {
      const whole = analyse(text, settings).findings()!;
      const left = analyse(text, { ...settings, only: breakOne(code) }).findings()!;
      const failed = left.filter((finding) => finding.code === 'lint/rule-failed');
      expect(failed.map(({ severity, message }) => [severity, message.args['code']])).toEqual([['info', code]]);
      const told = (found: typeof whole): readonly string[] => found.map((finding) => `${finding.code} ${finding.span.start}–${finding.span.end}`);
      expect(told(left.filter((finding) => finding.code !== 'lint/rule-failed'))).toEqual(told(whole.filter((finding) => finding.code !== code)));
    }
  });

  test('half-way through its findings, keeps none of them', () => {
    const rule = rules.find(({ code }) => code === 'text/pair-comma')!;
    const half = function* (context: never): Iterable<unknown> {
      yield* [...(rule.check as (context: never) => Iterable<unknown>)(context)].slice(0, 1);
      fail();
    };
    const only = rules.map((one) => (one === rule ? ({ ...one, check: half } as unknown as Rule) : one));
    const found = analyse(seeds[1]!.text, { ...settings, only }).findings()!;
    expect(found.filter(({ code }) => code === rule.code)).toEqual([]);
    expect(found.filter(({ code }) => code === 'lint/rule-failed')).toHaveLength(1);
  });
});

describe('comments', () => {
  const codesIn = (text: string): readonly string[] => analyse(text, settings).findings()!.map(({ code }) => code);
  const count = (text: string, code: string): number => codesIn(text).filter((one) => one === code).length;

  test('allow-file holds back every finding of its code and no other', () => {
    for (const { text } of [...corpus.slice(0, 5), ...reports]) {
      const before = codesIn(text);
      for (const code of new Set(before)) {
        const after = codesIn(`<!-- allow-file ${code}: looked at -->\n${text}`);
        expect(after).toEqual(before.filter((one) => one !== code));
      }
    }
  });

  test('allow holds back in the next block only', () => {
    const text = seeds[1]!.text;
    const lines = text.split('\n');
    const at = lines.findIndex((line) => line.includes('”、“'));
    const start = lines.slice(0, at).join('\n').length + 1;
    const inLine = analyse(text, settings).findings()!.filter(({ code, span }) => code === 'text/pair-comma' && span.start >= start && span.start <= start + lines[at]!.length).length;
    const allowed = [...lines.slice(0, at), '<!-- allow text/pair-comma: as published -->', ...lines.slice(at)].join('\n');
    expect(inLine).toBeGreaterThan(0);
    expect(count(allowed, 'text/pair-comma')).toBe(count(text, 'text/pair-comma') - inLine);
    expect(count(allowed, 'lint/unused-allow')).toBe(0);
  });

  test('several codes in one comment, and comments in a row', () => {
    const line = '全市办理XX件，，落实情况良好。';
    expect(codesIn(line)).toEqual(expect.arrayContaining(['text/placeholder', 'text/doubled-mark']));
    expect(codesIn(`<!-- allow text/placeholder, text/doubled-mark: a sample -->\n${line}`).filter((code) => /placeholder|doubled|unused/.test(code))).toEqual([]);
    expect(codesIn(`<!-- allow text/placeholder: a sample -->\n<!-- allow text/doubled-mark: a sample -->\n${line}`).filter((code) => /placeholder|doubled|unused/.test(code))).toEqual([]);
  });

  test('one that holds nothing back is itself a finding', () => {
    const text = `<!-- allow text/doubled-mark: gone -->\n${seeds[0]!.text}`;
    expect(count(text, 'lint/unused-allow')).toBe(1);
    expect(analyse(text, { ...settings, rules: { 'lint/unused-allow': 'off' } }).findings()!.some(({ code }) => code === 'lint/unused-allow')).toBe(false);
  });
});
