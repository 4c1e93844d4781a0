/** Figures that work themselves out from their neighbours, and the row of figures they are counted in. */

import { describe, expect, test } from 'vitest';
import { fillComputed } from '../../server/src/scaffold';
import { units } from '../../server/src/families';
import { applyEdits } from '../../server/src/text';
import { corpus, reports } from '../kit/corpus';
import { draftOf, filled, placesIn, read } from '../kit/drafting';

const framed = (sentence: string): string => `某区2024年法治政府建设情况的报告\n2024年，本区推进法治政府建设。\n一、主要工作\n（一）复议。${sentence}\n（二）普法。开展活动。\n三、2025年工作安排\n继续推进。\n`;
const bodyOf = (text: string): string => /（一）复议。(.*)/.exec(text)![1]!;
const opened = (sentence: string): string => bodyOf(draftOf(framed(sentence), null).text);

/** The draft of a sentence with `values` in its placeholders that are not worked out, in order, and the others worked out. */
function worked(sentence: string, ...values: readonly (string | null)[]): string {
  const given = [...values];
  const text = filled(framed(opened(sentence)), ({ formula }) => (formula === null ? (given.shift() ?? null) : null));
  return bodyOf(applyEdits(text, fillComputed(read(text), units)));
}

describe('what is worked out from what', () => {
  test.each([
    ['收到申请828件，办结682件，办结率82.4%。', '收到申请〔去年：828〕件，办结〔去年：682〕件，办结率〔去年：82.4，按前1项÷前2项计算〕%。'],
    ['清理文件39件，其中继续执行的32件、废止的2件、失效的5件。', '清理文件〔去年：39，按后1项＋后2项＋后3项计算〕件，其中继续执行的〔去年：32〕件、废止的〔去年：2〕件、失效的〔去年：5〕件。'],
    ['参保率由95%提高到98%，提高3个百分点。', '参保率由〔去年：95〕%提高到〔去年：98〕%，提高〔去年：3，按前1项－前2项计算〕个百分点。'],
    // A rate that its parts contradict has another base, which the text does not tell.
    ['办结134件，败诉17件，败诉率16.5%。', '办结〔去年：134〕件，败诉〔去年：17〕件，败诉率〔去年：16.5〕%。'],
    ['开展活动12场，培训300人次。', '开展活动〔去年：12〕场，培训〔去年：300〕人次。'],
  ])('%s', (sentence, draft) => {
    expect(opened(sentence)).toBe(draft);
  });
});

describe('filling in', () => {
  const rate = '收到申请828件，办结682件，办结率82.4%。';
  const sum = '清理文件39件，其中继续执行的32件、废止的2件、失效的5件。';

  test('a rate, with the decimals it had', () => {
    expect(worked(rate, '900', '600')).toBe('收到申请900件，办结600件，办结率66.7%。');
    expect(worked(rate, '900', '900')).toBe('收到申请900件，办结900件，办结率100.0%。');
  });

  test('a sum', () => {
    expect(worked(sum, '40', '1', '2')).toBe('清理文件43件，其中继续执行的40件、废止的1件、失效的2件。');
  });

  test('points between two rates', () => {
    expect(worked('参保率由95%提高到98%，提高3个百分点。', '96', '98')).toBe('参保率由96%提高到98%，提高2个百分点。');
  });

  test('a figure that is worked out from one that is worked out', () => {
    const text = framed('共清理文件〔去年：39，按后1项＋后2项计算〕件，其中有效30件、失效10件，失效率〔去年：12.8，按前1项÷前3项计算〕%。');
    expect(bodyOf(applyEdits(text, fillComputed(read(text), units)))).toBe('共清理文件40件，其中有效30件、失效10件，失效率25.0%。');
  });

  test('money in its own scale', () => {
    const text = framed('投入资金〔去年：1.5，按后1项＋后2项计算〕亿元，其中市级8000万元、区级9000万元。');
    expect(bodyOf(applyEdits(text, fillComputed(read(text), units)))).toBe('投入资金1.7亿元，其中市级8000万元、区级9000万元。');
  });

  test('nothing while a part is open, inexact, or gone', () => {
    expect(worked(rate, '900', null)).toContain('〔去年：82.4，按前1项÷前2项计算〕%');
    expect(worked(rate, '近900', '600')).toContain('〔去年：82.4，按前1项÷前2项计算〕%');
    const alone = framed('办结率〔去年：82.4，按前1项÷前2项计算〕%。');
    expect(fillComputed(read(alone), units)).toEqual([]);
  });

  test('nothing where the parts of a sum count something else by now', () => {
    const text = framed('清理文件〔去年：39，按后1项＋后2项计算〕件，其中涉及30人、费用5万元。');
    expect(fillComputed(read(text), units)).toEqual([]);
  });

  test.each([
    // What stands before the whole of it moves nothing.
    ['新增培训5期。收到申请900件，办结600件，办结率〔去年：82.4，按前1项÷前2项计算〕%。', '办结率66.7%。'],
    ['收到申请900件（其中处罚类100件），办结600件，办结率〔去年：82.4，按前1项÷前2项计算〕%。', '办结率66.7%。'],
    ['收到申请900件，其中处罚类650件，办结600件，办结率〔去年：82.4，按前1项÷前2项计算〕%。', '办结率66.7%。'],
    ['收到申请900件，同比增长12%，办结600件，办结率〔去年：82.4，按前1项÷前2项计算〕%。', '办结率66.7%。'],
    ['收到申请900件，召开会议3次，办结600件，办结率〔去年：82.4，按前1项÷前2项计算〕%。', '办结率66.7%。'],
    ['收到申请900件，办结600件，其中调解200件，办结率〔去年：82.4，按前1项÷前2项计算〕%。', '办结率66.7%。'],
    ['清理文件〔去年：39，按后1项＋后2项＋后3项计算〕件，其中继续执行的32件、修改的4件、废止的2件、失效的5件。', '清理文件43件，其中继续执行的32件、修改的4件、废止的2件、失效的5件。'],
    ['清理文件〔去年：39，按后1项＋后2项＋后3项计算〕件，其中继续执行的32件、废止的2件、失效的5件，涉及部门6个，向社会公布30件。', '清理文件39件，其中继续执行的32件、废止的2件、失效的5件，涉及部门6个，向社会公布30件。'],
    // With two readings, or none that is likely, it stays open.
    ['收到申请900件，中止650件，办结600件，办结率〔去年：82.4，按前1项÷前2项计算〕%。', '办结率〔去年：82.4，按前1项÷前2项计算〕%。'],
    ['培训900人，其中女性100人，合格600人，合格率〔去年：82.4，按前1项÷前2项计算〕%。', '合格率〔去年：82.4，按前1项÷前2项计算〕%。'],
    ['收到申请900件，办结600件。其中听证12件。办结率〔去年：82.4，按前1项÷前2项计算〕%。', '办结率〔去年：82.4，按前1项÷前2项计算〕%。'],
    ['参保率由95%提高到98%，其中农村达96%，提高〔去年：3，按前1项－前2项计算〕个百分点。', '提高〔去年：3，按前1项－前2项计算〕个百分点。'],
    ['参保率由98%提高到95%，提高〔去年：3，按前1项－前2项计算〕个百分点。', '提高〔去年：3，按前1项－前2项计算〕个百分点。'],
  ])('where the writer has put figures in between: %s', (sentence, end) => {
    const text = framed(sentence);
    const after = bodyOf(applyEdits(text, fillComputed(read(text), units)));
    expect(after.slice(-end.length)).toBe(end);
  });

  test('in one paragraph with very many of them, in time that grows with its length', () => {
    const time = (count: number): number => {
      const report = read(framed('收到申请900件，办结600件，办结率〔去年：82.4，按前1项÷前2项计算〕%；'.repeat(count)));
      const begun = performance.now();
      // So many places of a paragraph are read and no more.
      expect(fillComputed(report, units)).toHaveLength(Math.min(count, 200));
      return performance.now() - begun;
    };
    time(50);
    const small = time(200);
    expect(time(1600)).toBeLessThan(Math.max(small, 5) * 8 * 4);
  });

  test.each(['按后1项计算', '按前0项÷前2项计算', '按前1项÷前1项÷前1项计算', '按（前1项计算', '按计算', '按前9项－后9项计算'])('a formula that is none, or leads nowhere: %s', (formula) => {
    const text = framed(`办结20件，办结率〔去年：82.4，${formula}〕%。`);
    expect(() => fillComputed(read(text), units)).not.toThrow();
    if (formula !== '按后1项计算') expect(fillComputed(read(text), units)).toEqual([]);
  });

  test('a formula that leads back to itself', () => {
    const text = framed('甲〔去年：3，按后1项计算〕件、乙〔去年：3，按前1项计算〕件。');
    expect(fillComputed(read(text), units)).toEqual([]);
  });

  test.each([...corpus, ...reports].map((entry) => [entry.name, entry.text] as const))('with last year\'s parts gives last year\'s value: %s', (_, text) => {
    const draft = draftOf(text, null).text;
    const computed = placesIn(draft).filter(({ formula }) => formula !== null);
    const parts = filled(draft, ({ formula, last }) => (formula === null ? last : null));
    const edits = fillComputed(read(parts), units);
    // Rates that were cut off and not rounded come out one higher in the last place.
    const near = (a: string, b: string): boolean => a === b || Math.abs(Number(a) - Number(b)) <= 10 ** -(b.split('.')[1]?.length ?? 0) + 1e-9;
    expect(edits.map(({ text: value }, i) => (near(value, computed[i]!.last!) ? '' : `${value} ≠ ${computed[i]!.last}`)).filter(Boolean)).toEqual([]);
    expect(edits).toHaveLength(computed.length);
  });
});

describe('what is to be filled in', () => {
  test('in order, with section, unit and last year\'s value', () => {
    const text = framed('罚款〔去年：6.5〕万元，召开〔去年：区委第五次会议〕，办理××件，比例〔去年：82.4，按前1项÷前2项计算〕%。');
    expect(placesIn(text).map(({ kind, last, unit, formula, section }) => [kind, last, unit, formula, section])).toEqual([
      ['figure', '6.5', '万元', null, 1],
      ['words', '区委第五次会议', '', null, 1],
      ['blank', null, '', null, 1],
      ['figure', '82.4', '%', '前1项÷前2项', 1],
    ]);
  });

  test('in any text, whoever wrote it', () => {
    expect(placesIn('办理XX件，TODO。').map(({ kind }) => kind)).toEqual(['blank', 'blank']);
    expect(placesIn('没有空位。')).toEqual([]);
  });

  test('lines of the checklist are no part of the report', () => {
    const text = framed('办理3件。').replace('（一）', '〔去年计划：加强3支队伍建设——报在“（二）普法”〕\n（一）');
    const report = read(text);
    expect(placesIn(text).map(({ kind }) => kind)).toEqual(['note']);
    expect(report.sections.map(({ title }) => title)).toEqual(read(framed('办理3件。')).sections.map(({ title }) => title));
  });
});
