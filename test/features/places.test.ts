/** Symbols, folds, selections, hovers as pure functions: what must hold for every text. */

import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/analysis';
import { foldsOf, hoverAt, profilePage, selectionsAt, summaryOf, symbolsOf } from '../../server/src/features';
import type { ReportSymbol } from '../../server/src/features';
import { bundledProfile } from '../../server/src/families';
import type { Finding } from '../../server/src/lint';
import { corpus } from '../kit/corpus';
import { random } from '../kit/random';

const texts = corpus.map(({ name, text }) => ({ name, text, analysis: analyse(text) }));
const within = (inner: { start: number; end: number }, outer: { start: number; end: number }): boolean => inner.start >= outer.start && inner.end <= outer.end;

describe('symbols', () => {
  test('lie inside one another, carry a name, hold their heading', () => {
    const check = (symbols: readonly ReportSymbol[], around: { start: number; end: number }): void => {
      for (const symbol of symbols) {
        expect(symbol.name.trim()).not.toBe('');
        expect(within(symbol.selection, symbol.span) && within(symbol.span, around)).toBe(true);
        check(symbol.children, symbol.span);
      }
    };
    for (const { text, analysis } of texts) check(symbolsOf(analysis.report, analysis.alignment(), 'zh'), { start: 0, end: text.length });
  });

  test('items that begin a paragraph are leaves of their section', () => {
    const { report } = analyse('一、存在的问题\n一是人手不足。办法不多。\n二是经费紧张；设备老旧。\n二、下一步打算\n加强领导。');
    expect(symbolsOf(report, null, 'zh').map(({ name, children }) => [name, children.map((child) => child.name)])).toEqual([['一、存在的问题', ['一是人手不足', '二是经费紧张']], ['二、下一步打算', []]]);
  });
});

test('folds never cross, never hold one line only, and a report on one line has none', () => {
  for (const { analysis } of texts) {
    const folds = foldsOf(analysis.report);
    for (const fold of folds) expect(fold.endLine).toBeGreaterThan(fold.startLine);
    for (const a of folds) for (const b of folds) expect(b.startLine > a.startLine && b.startLine <= a.endLine && b.endLine > a.endLine).toBe(false);
  }
  expect(foldsOf(analyse('一、甲工作。全年九次。二、乙工作。全年十次。').report)).toEqual([]);
  const comments = '<!-- allow text/doubled-mark: a -->\n<!-- allow text/stray-space: b -->\n一、甲\n正文。';
  expect(foldsOf(analyse(comments).report).filter(({ kind }) => kind === 'comment')).toEqual([{ kind: 'comment', startLine: 0, endLine: 1 }]);
});

test('selections grow strictly, hold the place, end with the whole text', () => {
  const rng = random(4);
  for (const { text, analysis } of texts) {
    for (let i = 0; i < 60; i++) {
      const offset = rng.int(text.length + 1);
      const spans = selectionsAt(analysis.report, offset);
      expect(spans[spans.length - 1]).toEqual({ start: 0, end: text.length });
      spans.forEach((span, k) => {
        expect(span.start <= offset && offset <= span.end).toBe(true);
        if (k > 0) expect(within(spans[k - 1]!, span) && span.end - span.start > spans[k - 1]!.end - spans[k - 1]!.start).toBe(true);
      });
    }
  }
});

describe('hover', () => {
  test('words of a report are words, not markup', () => {
    const text = '一、[click](command:evil) **x** <img src=x> `y`\n正文。';
    const { report } = analyse(text);
    const finding: Finding = { code: 'text/placeholder', severity: 'error', span: { start: 0, end: 5 }, message: { id: '[a](command:b) <b>', args: {} }, evidence: [{ kind: 'seed', ref: '[r](http://x)', text: '<i>*q*' }], related: [], fix: null };
    const { markdown } = hoverAt({ report, alignment: null, findings: [finding], offset: 2, language: 'zh' })!;
    expect(markdown).not.toMatch(/(?<!\\)\[(?:a|r)\]|(?<!\\)<[bi]|(?<!\\)\*q/);
  });

  test('the tightest finding comes first, and only those at the place', () => {
    const { report } = analyse('一、甲工作\n全年九次。');
    const make = (start: number, end: number, id: string): Finding => ({ code: 'text/x', severity: 'info', span: { start, end }, message: { id, args: {} }, evidence: [], related: [], fix: null });
    const hover = hoverAt({ report, alignment: null, findings: [make(0, 9, 'wide'), make(2, 4, 'tight'), make(6, 8, 'other')], offset: 3, language: 'en' })!;
    expect(hover.span).toEqual({ start: 2, end: 4 });
    expect(hover.markdown.indexOf('tight')).toBeLessThan(hover.markdown.indexOf('wide'));
    expect(hover.markdown).not.toContain('other');
  });
});

test('a page says its subject in the language asked for', () => {
  const page = '# text/x\n\n正文段落缺少句末标点。\nA paragraph without a closing mark.\n\n## 报告什么 · What it reports\n别的。';
  expect(summaryOf(page, 'zh')).toBe('正文段落缺少句末标点。');
  expect(summaryOf(page, 'en')).toBe('A paragraph without a closing mark.');
});

test('the page of a profile names every slot, topic and seed', () => {
  const profile = bundledProfile('law-based-government')!;
  for (const language of ['zh', 'en'] as const) {
    const { markdown } = profilePage(profile, 'somewhere', language);
    for (const place of [...profile.slots, ...profile.topics]) expect(markdown).toContain(`\`${place.id}\``);
    for (const seed of profile.seeds) expect(markdown.replace(/\\(.)/g, '$1')).toContain(seed.name);
  }
});
