/** The chart: which figures it puts side by side, and that its SVG is sound whatever the reports hold. */

import { describe, expect, test } from 'vitest';
import { grammar, units } from '../../server/src/families';
import { chartOf, chartReport, chartSvg, figureRows } from '../../server/src/features';
import type { ChartReport } from '../../server/src/features';
import { parseReport } from '../../server/src/report';
import { corpus, seeds, workReports } from '../kit/corpus';
import { hostile, random } from '../kit/random';

function partOf(text: string, name = 'x.txt'): ChartReport {
  const report = parseReport(text, grammar);
  return chartReport(report, figureRows(report, null, units, 'zh'), units, name);
}
const yearly = (year: number, sentence: string): ChartReport => partOf(`某市${year}年度工作报告\n\n一、主要工作\n\n${sentence}\n`, `${year}.txt`);
const drawn = (...parts: ChartReport[]): string => chartSvg(chartOf(parts, 'zh'), 'zh');

/** Element names with their attributes, and a failure where a tag is not closed. */
function parsedSvg(svg: string): readonly string[] {
  const open: string[] = [];
  const seen: string[] = [];
  for (const [, close, name, attributes, self] of svg.matchAll(/<(\/?)([a-z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g)) {
    if (close) expect(open.pop()).toBe(name);
    else {
      seen.push(name + attributes);
      if (!self) open.push(name!);
    }
  }
  expect(open).toEqual([]);
  // What is left between tags is text, in which nothing may look like a tag.
  expect(svg.replace(/<(\/?)([a-z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g, '')).not.toMatch(/[<>]/);
  return seen;
}

describe('several reports', () => {
  test('a figure of two is drawn, a figure of one is not; values are written', () => {
    const { series } = chartOf([yearly(2023, '受理行政复议申请120件。清理文件3件。'), yearly(2024, '受理行政复议申请173件。')], 'zh');
    expect(series).toMatchObject([{ form: 'column', title: '受理行政复议申请', unit: '件', points: [{ label: '2023', value: '120' }, { label: '2024', value: '173' }] }]);
  });

  test('three years make a line, in the order of years, with a gap where one is silent', () => {
    const { series } = chartOf([yearly(2024, '受理行政复议申请173件。'), yearly(2021, '受理行政复议申请90件。'), yearly(2022, '加强领导。'), yearly(2023, '受理行政复议申请120余件。')], 'zh');
    expect(series[0]!.form).toBe('line');
    expect(series[0]!.points.map(({ label, value }) => label + value)).toEqual(['202190', '2022', '2023>120', '2024173']);
    expect(drawn(yearly(2024, '受理行政复议申请173件。'), yearly(2021, '受理行政复议申请90件。'), yearly(2022, '加强。'), yearly(2023, '受理行政复议申请120件。'))).toContain('class="line gap"');
  });

  test('what was added is not put beside what there is', () => {
    expect(chartOf([yearly(2023, '老年人服务中心40家。'), yearly(2024, '新增老年人服务中心3家。')], 'zh').series).toEqual([]);
  });

  test('reports of one year are told apart by name', () => {
    const at = (place: string, count: number): ChartReport => partOf(`${place}2024年度工作报告\n\n一、主要工作\n\n受理行政复议申请${count}件。\n`, `${place}.txt`);
    expect(chartOf([at('甲市', 3), at('乙市', 5)], 'zh').series[0]!.points.map(({ label }) => label)).toEqual(['甲市', '乙市']);
  });

  test('five real years: enough panels, none without two values, none with two units', () => {
    const { series } = chartOf(workReports.map(({ text, name }) => partOf(text, name)), 'zh');
    expect(series.length).toBeGreaterThan(20);
    for (const { points } of series) expect(points.filter(({ amount }) => amount !== null).length).toBeGreaterThan(1);
    expect(series.filter(({ form }) => form === 'line').length).toBeGreaterThan(8);
  });
});

describe('one report', () => {
  test('figures of one unit under one heading are bars', () => {
    const { series } = chartOf([yearly(2024, '受理行政复议申请173件，审结行政复议申请140件，培训骨干人员30人次。')], 'zh');
    expect(series).toMatchObject([{ form: 'bar', unit: '件', points: [{ value: '173' }, { value: '140' }] }]);
  });

  test('every seed has something to show', () => {
    for (const { text, name } of seeds) expect(chartOf([partOf(text, name)], 'zh').series.length, name).toBeGreaterThan(1);
  });
});

describe('the SVG', () => {
  test('is named, described and reachable by keyboard', () => {
    const svg = drawn(yearly(2023, '受理行政复议申请120件。'), yearly(2024, '受理行政复议申请173件。'));
    expect(svg).toMatch(/<title id="chart-title">[^<]+<\/title>\s*<desc id="chart-description">[^<]+<\/desc>/);
    expect(svg).toContain('<g class="panel" tabindex="0" role="img" aria-label="受理行政复议申请 (件): 2023 120; 2024 173">');
    expect(svg).toContain('prefers-color-scheme:dark');
    expect(svg).toContain('forced-colors:active');
  });

  test('is well formed and asks for nothing, for every text and for hostile ones', () => {
    const texts = [...corpus.map(({ text }) => text), ...hostile(random(11)).map((one) => one.text().slice(0, 20_000)), '某市2024年度工作报告\n\n一、<b>&"\'\u0007工作\n\n办理"<i>甲</i>"案件3件，办理<u>&amp;乙案件4件。\n'];
    for (const text of texts) {
      const svg = drawn(partOf(text, '<&">.txt'));
      const seen = parsedSvg(svg);
      expect(seen.filter((element) => /^(?:script|image|foreignObject|a|use)\b|href|\son\w+=/.test(element))).toEqual([]);
      expect(svg.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|@import|url\((?!#)/);
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  test('nothing to draw is said in words', () => expect(drawn(yearly(2024, '加强领导。'))).toContain('没有可画的数据'));
});
