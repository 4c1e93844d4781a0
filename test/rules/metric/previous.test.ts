/**
 * The rules that compare with last year's report: copied numbers and growth that does not follow are named, growth that follows is silent, and real reports of
 * following years are as they were read.
 */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../server/src/lint';
import { metricRules } from '../../../server/src/rules/metric';
import { checkText } from '../../kit/check';
import { corpusText, seeds, workReports } from '../../kit/corpus';
import { random } from '../../kit/random';
import type { Rng } from '../../kit/random';
import { fullWidth, halfWidth, oneLine, shifted } from '../../kit/variants';
import { TIMED } from '../../kit/timed';

const rules = metricRules.filter((rule) => ['metric/unchanged', 'metric/year-on-year'].includes(rule.code));
const check = (text: string, previous: string): readonly Finding[] => checkText(text, { rules, previous });
const shown = (text: string, findings: readonly Finding[]): readonly string[] => findings.map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`);

const CLOTHES = [(text: string) => text, fullWidth.apply, halfWidth.apply, oneLine('').apply];
const reportOf = (year: number, body: string): string => `${year}年法治建设年度报告\n${year}年，我市认真落实各项部署，法治建设取得新进展。\n一、主要工作\n（一）加强监督。坚持学用结合。${body}全力推进各项工作。\n二、下一步打算\n继续努力，${year + 1}年再上新台阶。\n`;

const THINGS = ['受理行政复议案件|件', '审结行政诉讼案件|件', '化解矛盾纠纷事项|起', '开展法治宣传活动|场次', '培训行政执法人员|人次', '办理法律援助案件|件'].map((entry) => entry.split('|') as [string, string]);

/** A level, the level before, and the growth between them as a report would round it. */
function pair(rng: Rng): { readonly now: number; readonly before: number; readonly rate: string; readonly verb: string } {
  const before = 120 + rng.int(3000);
  const now = Math.max(101, Math.round(before * (0.6 + rng.next())));
  const rate = ((100 * Math.abs(now - before)) / before).toFixed(1);
  return { now, before, rate, verb: now < before ? '下降' : '增长' };
}

describe('growth against last year', () => {
  const cases = Array.from({ length: 120 }, (_, i) => {
    const rng = random(i + 1);
    return { ...pair(rng), thing: rng.pick(THINGS), clothes: rng.pick(CLOTHES), other: rng.pick(CLOTHES) };
  }).filter(({ now, before }) => now !== before);

  it('is silent where it follows', () => {
    for (const { now, before, rate, verb, thing: [thing, unit], clothes, other } of cases) {
      const draft = clothes(reportOf(2024, `全年${thing}${now}${unit}，同比${verb}${rate}%。`));
      expect(shown(draft, check(draft, other(reportOf(2023, `全年共${thing}${before}${unit}。`))))).toEqual([]);
    }
  });

  it('is named where it does not', () => {
    let missed = 0;
    for (const { now, before, rate, verb, thing: [thing, unit], clothes, other } of cases) {
      const wrong = (Number(rate) + 3).toFixed(1);
      const draft = clothes(reportOf(2024, `全年${thing}${now}${unit}，同比${verb}${wrong}%。`));
      const found = check(draft, other(reportOf(2023, `全年共${thing}${before}${unit}。`)));
      expect(found.length).toBeLessThan(2);
      if (found[0]?.code !== 'metric/year-on-year') missed++;
    }
    expect(missed / cases.length).toBeLessThanOrEqual(0.05);
  });

  it('says how much it is', () => {
    const [found] = check(reportOf(2024, '受理行政复议案件244件，同比增长32%。'), reportOf(2023, '受理行政复议案件200件。'));
    expect(found).toMatchObject({ severity: 'warning', message: { args: { before: '200件', level: '244件', recomputed: { zh: '增长22%', en: 'a rise of 22%' } } } });
  });
});

describe('copied numbers', () => {
  it.each(seeds.map((seed) => [seed.name, seed.text] as const))('%s against itself with other years', (_name, text) => {
    const found = check(text, shifted(-1).apply(text));
    // A copied level with its growth contradicts itself: that is named as well.
    const copied = found.filter(({ code }) => code === 'metric/unchanged');
    expect(copied.every(({ severity }) => severity === 'info')).toBe(true);
    for (const { span } of copied) expect(text.slice(span.start, span.end).match(/\d/g)!.length).toBeGreaterThanOrEqual(3);
  });

  it('are found in most texts that were copied whole', () => expect(seeds.filter(({ text }) => check(text, shifted(-1).apply(text)).length > 0).length).toBeGreaterThanOrEqual(4));

  it('are not seen in a report against itself', () => {
    for (const { text } of seeds) expect(shown(text, check(text, text)).filter((one) => one.startsWith('metric/year-on-year'))).toEqual([]);
  });
});

describe('real reports of following years', () => {
  it.each(workReports.slice(1).map((report, i) => [report.name, report.text, workReports[i]!.text] as const))('%s', (name, text, previous) => {
    // 2015 gives the saving of energy and water of the year before once more, to the last digit.
    expect(shown(text, check(text, previous))).toEqual(name.endsWith('2015') ? ['metric/unchanged 4.36%'] : []);
  });

  it('disclosure reports', () => {
    const text = corpusText('info-disclosure-hongze/2024').text;
    expect(shown(text, check(text, corpusText('info-disclosure-hongze/2023').text))).toEqual([]);
  });
});

describe('time', () => {
  it.each(['办理行政复议案件244件，', '增长5%，受理行政复议案件200件，同比增长3%，'])('is linear in %s again and again', TIMED, (unit) => {
    const time = (count: number): number => {
      const text = `2024年法治建设年度报告\n一、主要工作\n2024年，${unit.repeat(count)}`;
      const previous = text.replaceAll('2024', '2023');
      const start = performance.now();
      check(text, previous);
      return performance.now() - start;
    };
    time(200);
    const small = time(800);
    // Ten times the text, at most thirty times the time: a quadratic rule takes a hundred.
    expect(time(8_000)).toBeLessThan(Math.max(small, 8) * 30);
  });
});
