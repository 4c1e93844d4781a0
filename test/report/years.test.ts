/** Years in running text, and the year of a report: which places have a say, and when it is certain. */
import { describe, expect, it } from 'vitest';
import { parseReport, plansIn, yearsOf } from '../../server/src/report';
import { grammar } from '../kit/check';
import { seeds } from '../kit/corpus';
import { fullWidth, indented, kangxi, shifted, spaced } from '../kit/variants';
import { TIMED } from '../kit/timed';

const years = (text: string): readonly string[] => {
  const { tree } = parseReport(`一、标题\n${text}\n`, grammar);
  return tree.blocks.slice(1).flatMap((block) => yearsOf(block, grammar).map((word) => `${word.year}${word.initial ? '^' : ''}${word.dated ? 'd' : ''}`));
};

describe('yearsOf', () => {
  it.each([
    ['2024年，我市扎实推进。', ['2024^']],
    ['在2025年的工作中，要做好工作。', ['2025^']],
    ['２０２４年，我市扎实推进。', ['2024^']],
    ['二〇二四年，我市扎实推进。', ['2024^']],
    ['2024 年 7 月召开会议。', ['2024^d']],
    ['全市落实2024年任务，2024年度考核优秀。', ['2024']],
    ['工作有序推进。2024年，成效明显。', ['2024^']],
    ['印发《2023年工作要点》，落实“2022年以来”的部署。', []],
    ['2021—2025年规划有序实施，2021年至2025年持续推进。', []],
    ['办件量较2023年增长，2021年以来累计办理，截至2023年底完成。', []],
    ['电话12024年级、版本1.2024年。', []],
  ])('%s', (text, expected) => expect(years(text)).toEqual(expected));

  it('is linear in quotations and years', TIMED, () => {
    const time = (count: number): number => {
      const report = parseReport('2024年《某办法》'.repeat(count), grammar);
      const start = performance.now();
      for (const block of report.tree.blocks) yearsOf({ ...block }, grammar);
      return performance.now() - start;
    };
    time(500);
    const small = time(2_000);
    expect(time(40_000)).toBeLessThan(Math.max(small, 2) * 80);
  });
});

describe('plansIn', () => {
  it.each(['2025年工作安排', '下一步打算', '2025年工作思路和目标', '2023年工作要点', '2025年下一步工作'])('%s speaks of a plan', (words) => expect(plansIn(words, grammar)).toBe(true));
  it.each(['2024年主要工作', '2024年工作及下一步打算', '2024年工作计划完成情况', '存在的问题', '重点工作任务落实情况'])('%s does not', (words) => expect(plansIn(words, grammar)).toBe(false));
});

const period = (text: string): string => {
  const { year, sure } = parseReport(text, grammar).period;
  return `${year}${sure ? '' : '?'}`;
};
const draft = (title: string, opening: string, first: string, plan: string, end = ''): string =>
  `${title}\n${opening}，我市扎实推进各项工作，取得了明显成效。\n一、${first}主要工作\n各项工作有序推进。\n二、${plan}工作安排\n坚持每月一学，每季一查。\n${end}`;

describe('the year of a report', () => {
  it('is sure where places agree', () => expect(period(draft('某市2024年工作报告', '2024年', '2024年', '2025年'))).toBe('2024'));
  it.each([
    ['title', draft('某市2023年工作报告', '2024年', '2024年', '2025年')],
    ['opening', draft('某市2024年工作报告', '2023年', '2024年', '2025年')],
    ['heading', draft('某市2024年工作报告', '2024年', '2023年', '2025年')],
    ['plan', draft('某市2024年工作报告', '2024年', '2024年', '2024年')],
  ])('stands against one wrong %s', (_place, text) => expect(period(text)).toBe('2024'));
  it('is not sure with one place alone', () => expect(period(draft('', '2024年', '', ''))).toBe('2024?'));
  it('is not sure where one stands against one', () => expect(period(draft('某市2024年工作报告', '2023年', '', ''))).toMatch(/\?$/));
  it('is null where nothing tells', () => expect(parseReport('一、标题\n正文。', grammar).period.year).toBe(null));
  it('reads a sign-off as the year before', () => expect(period(draft('', '2024年', '', '', '2025年2月20日'))).toBe('2024'));
  it('reads a sign-off at the end of the year as that year', () => expect(period(draft('', '2024年', '', '', '2024年12月20日'))).toBe('2024'));
  it('finds the opening behind a title in the same line', () => expect(period('关于某市2024年度工作情况的报告某某局2024年，我市扎实推进。一、2024年主要工作各项工作有序推进。二、2025年工作安排坚持每月一学。')).toBe('2024'));
  it('is not led astray by the first date of a paragraph', () => {
    const text = draft('某市2024年工作报告', '2022年8月启动改革试点。2024年', '2024年', '2025年');
    expect(parseReport(text, grammar).period.mentions.filter((mention) => mention.where === 'opening').map((mention) => mention.year)).toEqual([2024]);
  });

  it.each(seeds.map((seed) => [seed.name, seed.text] as const))('of %s', (name, text) => {
    const year = Number(name.slice(-4));
    for (const clothes of [null, fullWidth, kangxi, spaced, indented]) expect(period(clothes ? clothes.apply(text) : text), clothes?.name).toBe(String(year));
    expect(period(shifted(2).apply(text))).toBe(String(year + 2));
  });
});
