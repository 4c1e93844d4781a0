/** The same figure in another place: what is matched, and what must not be. */

import { describe, expect, test } from 'vitest';
import { counterpartsOf, mentionsOf, nameOfFigure } from '../../server/src/align';
import { grammar, units } from '../../server/src/families';
import { parseReport, readFigures } from '../../server/src/report';
import type { Report } from '../../server/src/report';
import { disclosureReports, seeds, workReports } from '../kit/corpus';

const reportOf = (year: number, ...sentences: string[]): Report => parseReport([`某市${year}年度工作报告`, '', '一、主要工作', '', ...sentences, '', `二、${year + 1}年工作安排`, '', '加强领导。', ''].join('\n'), grammar);

/** Pairs as `name now<before`. */
function pairs(now: Report, before: Report): readonly string[] {
  const figures = readFigures(now, units);
  return [...counterpartsOf(now, before, units)].map(([index, other]) => {
    const { figure } = figures[index]!;
    return `${nameOfFigure(figure)} ${figure.numeral}<${other.figure.numeral}`;
  });
}

describe('counterparts', () => {
  test('are found by what is counted, whatever the values and their order', () => {
    expect(pairs(reportOf(2024, '受理行政复议申请173件，审结行政复议申请140件。'), reportOf(2023, '全年审结行政复议申请98件。受理行政复议申请120件。'))).toEqual(['受理行政复议申请 173<120', '审结行政复议申请 140<98']);
  });

  test.each([
    ['another verb of a short subject', '审结案件5件。', '受理案件9件。'],
    ['another unit', '培训执法人员120人次。', '培训执法人员3场。'],
    ['what was added and what there is', '新增老年人服务中心3家。', '全市有老年人服务中心40家。'],
    ['a growth and a share', '高新技术产业增加值增长15%。', '高新技术产业增加值占40%。'],
    ['two that could be meant', '受理行政复议申请173件。', '第一季度受理行政复议申请10件。第二季度受理行政复议申请20件。'],
  ])('are not: %s', (_, now, before) => expect(pairs(reportOf(2024, now), reportOf(2023, before))).toEqual([]));

  test('a plan is held against a plan, not against what was done', () => {
    const plan = (year: number, done: number, planned: number): Report => parseReport(`某市${year}年度工作报告\n\n一、主要工作\n\n建设口袋公园${done}个。\n\n二、${year + 1}年工作安排\n\n建设口袋公园${planned}个。\n`, grammar);
    expect(pairs(plan(2024, 31, 50), plan(2023, 20, 30))).toEqual(['建设口袋公园 31<20', '建设口袋公园 50<30']);
    const onlyDone = reportOf(2023, '建设口袋公园20个。');
    const onlyPlanned = parseReport('某市2024年度工作报告\n\n一、主要工作\n\n加强领导。\n\n二、2025年工作安排\n\n建设口袋公园50个。\n', grammar);
    expect(pairs(onlyPlanned, onlyDone)).toEqual([]);
  });

  test('last year\'s figure that a report compares with is not its own', () => {
    expect(pairs(reportOf(2024, '受理投诉举报线索90件，上年受理投诉举报线索70件。'), reportOf(2023, '受理投诉举报线索70件。'))).toEqual(['受理投诉举报线索 90<70']);
  });

  test('real years of one author: no unit is mixed, and every pair names the same thing', () => {
    let count = 0;
    for (const texts of [workReports, disclosureReports]) {
      const reports = texts.map(({ text }) => parseReport(text, grammar));
      reports.slice(1).forEach((now, at) => {
        const figures = readFigures(now, units);
        for (const [index, other] of counterpartsOf(now, reports[at]!, units)) {
          const { figure } = figures[index]!;
          expect([figure.unit, figure.kind]).toEqual([other.figure.unit, other.figure.kind]);
          expect(figure.subject.replace(/[“”]/g, '')).toBe(other.figure.subject.replace(/[“”]/g, ''));
          count++;
        }
      });
    }
    expect(count).toBeGreaterThan(80);
  });

  test('a report is its own counterpart wherever a figure has one', () => {
    for (const { text } of seeds) {
      const report = parseReport(text, grammar);
      for (const [index, other] of counterpartsOf(report, report, units)) expect(readFigures(report, units)[index]!.figure.amount).toEqual(other.figure.amount);
    }
  });
});

test('mentions are those of the same year, itself included', () => {
  const report = reportOf(2024, '受理行政复议申请173件，上年受理行政复议申请120件。', '其他工作：受理行政复议申请173件。');
  expect(mentionsOf(report, 0, units).map(({ index }) => index)).toEqual([0, 2]);
  expect(mentionsOf(report, 1, units).map(({ index }) => index)).toEqual([1]);
  expect(mentionsOf(report, 99, units)).toEqual([]);
});
