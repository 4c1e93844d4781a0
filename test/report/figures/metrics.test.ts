/** The figures and relations of a report as other programs get them. */
import { describe, expect, it } from 'vitest';
import { grammar, units } from '../../../server/src/families';
import { metricsOf } from '../../../server/src/features';
import { parseReport } from '../../../server/src/report';
import { corpusText } from '../../kit/corpus';

describe('metrics', () => {
  const text = '关于2023年度工作情况的报告\n一、主要工作\n全市共排查纠纷14016起，调解成功13668起，调解成功率97.52%。\n发放资料16万余份。';
  const metrics = metricsOf(parseReport(text, grammar), units);

  it('figures have exactly the members of the contract', () => {
    expect(metrics.figures[2]).toEqual({ line: 2, character: text.split('\n')[2]!.indexOf('97.52'), numeral: '97.52', value: 97.52, unit: '%', scale: '', qualifier: '', kind: 'percent', subject: '调解成功率', period: 2023 });
    expect(metrics.figures[3]).toEqual({ line: 3, character: 4, numeral: '16', value: 16, unit: '份', scale: '万', qualifier: '余', kind: 'count', subject: '资料', period: 2023 });
  });
  it('relations name figures by position', () => {
    expect(metrics.relations).toEqual([{ kind: 'rate', whole: 0, parts: [1], rate: 2, holds: true, recomputed: 97.52 }]);
  });
  it('is JSON', () => {
    const own = metricsOf(parseReport(corpusText('huaihua-2023').text, grammar), units);
    expect(JSON.parse(JSON.stringify(own))).toEqual(own);
    expect(own.relations.filter(({ holds }) => !holds).length).toBe(2);
    for (const { line, character, numeral } of own.figures) expect(corpusText('huaihua-2023').text.split('\n')[line]!.slice(character, character + numeral.length)).toBe(numeral);
  });
});
