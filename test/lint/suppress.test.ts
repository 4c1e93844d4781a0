/** What a comment holds back: a block, a section with all that is in it, the file; which of several it is, and what it says for it. */
import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/analysis';

const BODY = { first: '公布目录8项。。', second: '培训120人次。。', plan: '继续努力。。' };
const draft = (parts: { readonly top?: string; readonly one?: string; readonly inner?: string; readonly body?: string; readonly two?: string }): string =>
  [
    parts.top, '某市2025年度工作情况的报告', '', parts.one, '一、主要工作', '', parts.inner, '（一）公开', '', parts.body, BODY.first, '', '（二）培训', '', BODY.second, '', parts.two, '二、下一步', '', BODY.plan, '',
  ].filter((line) => line !== undefined).join('\n');

/** Sentences in which a doubled mark is still found, and what is said of comments. */
function left(text: string): { readonly found: string; readonly idle: number; readonly reasons: readonly string[] } {
  const analysis = analyse(text, { profile: null, rules: {}, year: null });
  const findings = analysis.findings()!;
  const found = Object.entries(BODY).filter(([, sentence]) => findings.some(({ code, span }) => code === 'text/doubled-mark' && span.start > text.indexOf(sentence) && span.start < text.indexOf(sentence) + sentence.length));
  return { found: found.map(([name]) => name).join(' '), idle: findings.filter(({ code }) => code === 'lint/unused-allow').length, reasons: analysis.allowed().map(({ reason }) => reason) };
}

const comment = (where: string, reason = ''): string => `<!-- allow${where} text/doubled-mark${reason && `: ${reason}`} -->`;

describe('a comment for a section', () => {
  test('before its heading holds for it with all that is in it, and says why', () => {
    expect(left(draft({}))).toEqual({ found: 'first second plan', idle: 0, reasons: [] });
    expect(left(draft({ one: comment('-section', '原文如此') }))).toEqual({ found: 'plan', idle: 0, reasons: ['原文如此', '原文如此'] });
    expect(left(draft({ inner: comment('-section') }))).toEqual({ found: 'second plan', idle: 0, reasons: [''] });
    expect(left(draft({ two: comment('-section') }))).toEqual({ found: 'first second', idle: 0, reasons: [''] });
  });

  test('below its heading holds for the section it stands in', () => {
    expect(left(draft({ body: comment('-section') }))).toEqual({ found: 'second plan', idle: 0, reasons: [''] });
  });

  test('outside of all sections holds nothing, and is told so', () => {
    expect(left(draft({ top: comment('-section') }))).toEqual({ found: 'first second plan', idle: 1, reasons: [] });
  });
});

describe('of several', () => {
  test('the innermost holds, and one that has nothing left is told so', () => {
    expect(left(draft({ one: comment('-section', '外'), body: comment('', '内') }))).toEqual({ found: 'plan', idle: 0, reasons: ['内', '外'] });
    expect(left(draft({ inner: comment('-section', '外'), body: comment('', '内') }))).toEqual({ found: 'second plan', idle: 1, reasons: ['内'] });
  });

  test('for the same place the first holds', () => {
    expect(left(draft({ body: `${comment('', '先')}\n${comment('', '后')}` }))).toEqual({ found: 'second plan', idle: 1, reasons: ['先'] });
  });

  test('one for the file holds where none before it does', () => {
    expect(left(draft({ top: comment('-file', '全文'), one: comment('-section', '一') }))).toEqual({ found: '', idle: 1, reasons: ['全文', '全文', '全文'] });
    expect(left(draft({ one: comment('-section', '一'), two: comment('-file', '全文') }))).toEqual({ found: '', idle: 0, reasons: ['一', '一', '全文'] });
  });
});

test('a thousand comments and findings take no time', () => {
  const text = Array.from({ length: 1000 }, (_, i) => `${i % 2 ? comment('-section') : comment('')}\n第${i}项工作完成。。\n`).join('\n');
  const begun = performance.now();
  analyse(text, { profile: null, rules: {}, year: null }).findings();
  expect(performance.now() - begun).toBeLessThan(1500);
});
