/** Hover, hints, tokens, links, tables of figures as pure functions. */

import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/analysis';
import { bundledProfile, grammar, units } from '../../server/src/families';
import { definitionsOf, figureGroups, figureHints, figureHoverAt, figureRows, figuresPage, figuresTsv, figureTokens, referencesOf } from '../../server/src/features';
import { parseReport, readFigures } from '../../server/src/report';
import type { Report } from '../../server/src/report';
import { corpus, corpusText } from '../kit/corpus';
import { hostile, random } from '../kit/random';

const read = (text: string): Report => parseReport(text, grammar);
const last = { name: 'last.txt', report: read('某市2023年度工作报告\n\n一、主要工作\n\n受理行政复议申请120件。公众满意度达到92.5%。惠企资金兑付2亿元。\n') };
const now = read('某市2024年度工作报告\n\n一、主要工作\n\n受理行政复议申请173件，培训干部3批。公众满意度达到94.1%。惠企资金兑付2.35亿元。调解纠纷200件，调解成功150件，调解成功率75%。\n\n二、其他工作\n\n受理行政复议申请173件，约6.5万人次参加。\n');
const hoverOf = (report: Report, words: string, previous: typeof last | null = null, language: 'zh' | 'en' = 'zh'): string => {
  const offset = report.tree.text.value.indexOf(words);
  if (offset < 0) throw new Error(`no ${words}`);
  return (figureHoverAt({ report, previous, units, profile: null, offset, language, placeLink: (where, line) => `x:${where}/${line}` })?.markdown ?? '').replace(/\\/g, '');
};

describe('hover', () => {
  test('spells the scale out and says what the qualifier means', () => {
    expect(hoverOf(now, '6.5万人次')).toContain('6.5万人次 = 65,000人次');
    expect(hoverOf(now, '6.5万人次')).toContain('约数');
    expect(hoverOf(now, '173件，培训')).not.toContain('=');
  });

  test('works a rate out again, and says so when it does not agree', () => {
    expect(hoverOf(now, '75%')).toContain('150件 ÷ 200件 = 75%，与文中75%相符');
    expect(hoverOf(now, '200件')).toContain('150件 ÷ 200件');
    const wrong = read('某市2024年度工作报告\n\n一、主要工作\n\n调解纠纷200件，调解成功150件，调解成功率57%。\n');
    expect(hoverOf(wrong, '57%')).toContain('文中57%，按 150件 ÷ 200件 复算为 75%');
    expect(hoverOf(wrong, '57%', null, 'en')).toContain('57% stated, 150件 ÷ 200件 = 75%');
  });

  test('names the place of last year\'s figure, the change, and other mentions here', () => {
    const told = hoverOf(now, '173件，培训', last);
    expect(told).toContain('上年报告 ([last.txt 第5行](x:previous/4))：120件 → 173件 ↑44.2%');
    expect(told).toContain('本文另有：173件 ([第9行](x:this/8))');
    expect(hoverOf(now, '94.1%', last)).toContain('↑1.6个百分点');
    expect(hoverOf(now, '3批', last)).toContain('上年报告中没有相应数据');
  });

  test('says which seeds give the figure, and how; of one that none gives it says nothing', () => {
    const profile = bundledProfile('law-based-government')!;
    const report = read('某市2024年度报告\n\n一、主要工作\n\n行政机关负责人出庭应诉率91%。新建口袋公园13个。\n');
    const [rate, park] = readFigures(report, units).map(({ at }) => figureHoverAt({ report, previous: null, units, profile, offset: at.start, language: 'zh' })!.markdown.replace(/\\/g, ''));
    const frame = profile.frames.find(({ name }) => name === '行政机关负责人出庭应诉率')!;
    expect(rate).toContain(`${frame.support.of}份样本中${frame.support.count}份给出此项数据`);
    expect(rate).toContain(frame.evidence[0]!.seed);
    expect(park).not.toContain('份样本中');
  });

  test('is none where no figure stands', () => expect(figureHoverAt({ report: now, previous: null, units, profile: null, offset: 3, language: 'zh' })).toBeNull());

  test('lets nothing of a report act as markup', () => {
    const report = read('某市2024年度工作报告\n\n一、主要工作\n\n举办[点击](http://x.test)活动12场，约`a`<b>甲</b>活动13场。\n');
    for (const { at } of readFigures(report, units)) {
      const { markdown } = figureHoverAt({ report, previous: null, units, profile: null, offset: at.start, language: 'zh' })!;
      expect(markdown).not.toMatch(/(?<!\\)\[|(?<!\\)<|(?<!\\)`/);
    }
  });
});

describe('hints', () => {
  const labels = (report: Report): readonly string[] => figureHints(report, last.report, units, { start: 0, end: Infinity }, 'zh').map(({ at, label }) => `${report.tree.text.value.slice(at - 2, at)} ${label}`);

  test('stand behind figures that last year\'s report gives, and nowhere else', () => {
    expect(labels(now)).toEqual(['3件 ↑44.2%', '1% ↑1.6个百分点', '亿元 ↑17.5%', '3件 ↑44.2%']);
  });

  test('an equal figure is said to be equal, one after nothing has no percentage', () => {
    const report = read('某市2024年度工作报告\n\n一、主要工作\n\n受理行政复议申请120件。\n');
    expect(labels(report)).toEqual(['0件 持平']);
    const none = { name: 'n', report: read('某市2023年度工作报告\n\n一、主要工作\n\n受理行政复议申请0件。\n') };
    expect(figureHints(report, none.report, units, { start: 0, end: Infinity }, 'zh')).toEqual([]);
  });

  test('not behind a growth rate', () => {
    const growth = (year: number, rate: number): Report => read(`某市${year}年度工作报告\n\n一、主要工作\n\n工业增加值3亿元，增长${rate}%。\n`);
    expect(figureHints(growth(2024, 9), growth(2023, 7), units, { start: 0, end: Infinity }, 'zh').map(({ label }) => label)).toEqual(['持平']);
  });

  test('only inside the range asked for', () => {
    const at = now.tree.text.value.indexOf('94.1%');
    expect(figureHints(now, last.report, units, { start: at, end: at + 2 }, 'zh')).toHaveLength(1);
  });
});

describe('tokens', () => {
  test('are numerals, their units and gaps', () => {
    const report = read('某市2024年度工作报告\n\n一、主要工作\n\n受理申请１７３件，审结XX件，发放6.5万元，满意率98%。\n');
    expect(figureTokens(report, units).map(({ kind, span }) => `${kind}:${report.tree.text.value.slice(span.start, span.end)}`)).toEqual(['number:１７３', 'unit:件', 'placeholder:XX', 'number:6.5', 'unit:元', 'number:98', 'unit:%']);
  });

  test('never overlap, stay on their line and in order, in every text', () => {
    for (const text of [...corpus.map((one) => one.text), ...hostile(random(7)).map((one) => one.text().slice(0, 20_000))]) {
      const report = read(text);
      let end = 0;
      for (const { span } of figureTokens(report, units)) {
        expect(span.start).toBeGreaterThanOrEqual(end);
        expect(span.end).toBeGreaterThan(span.start);
        expect(text.slice(span.start, span.end)).not.toMatch(/[\r\n]/);
        end = span.end;
      }
    }
  });
});

describe('links', () => {
  const second = now.tree.text.value.lastIndexOf('173件');
  const placed = (links: ReturnType<typeof referencesOf>): readonly string[] =>
    links.map(({ report, at }) => `${report}:${(report === 'this' ? now : last.report).tree.text.value.slice(at.start, at.end)}@${at.start}`);

  test('a later mention leads to the first one and to last year\'s', () => {
    const first = now.tree.text.value.indexOf('173件');
    expect(placed(definitionsOf(now, last.report, second + 1, units))).toEqual([`this:173件@${first}`, `previous:120件@${last.report.tree.text.value.indexOf('120件')}`]);
    expect(placed(referencesOf(now, last.report, first, units))).toHaveLength(3);
    expect(definitionsOf(now, null, first, units)).toEqual([]);
  });

  test('nothing where no figure stands', () => expect(referencesOf(now, last.report, 2, units)).toEqual([]));
});

describe('table', () => {
  test('has a row a figure, with section and topic, and last year\'s value', () => {
    const rows = figureRows(now, null, units, 'zh');
    expect(rows[0]).toMatchObject({ name: '受理行政复议申请', numeral: '173', value: 173, unit: '件', section: '一、主要工作', period: 2024, line: 4 });
    const lines = figuresTsv(now, rows, last.report, units, 'zh').split('\r\n').map((line) => line.split('\t'));
    expect(lines).toHaveLength(rows.length + 1);
    expect(new Set(lines.map((cells) => cells.length))).toEqual(new Set([8]));
    expect(lines[1]).toEqual(['一、主要工作', '受理行政复议申请', '173', '件', '', '2024', '120件', '↑44.2%']);
  });

  test('topics come from the profile', () => {
    const { report, alignment } = analyse(corpusText('jinpu-2023').text);
    expect(new Set(figureRows(report, alignment(), units, 'en').map(({ topic }) => topic)).size).toBeGreaterThan(2);
  });

  test('a cell is no formula and no second cell', () => {
    const report = read('某市2024年度工作报告\n\n一、=SUM(A1)\t主要工作\n\n受理行政复议申请173件。\n');
    const [, line] = figuresTsv(report, figureRows(report, null, units, 'zh'), null, units, 'zh').split('\r\n');
    expect(line!.split('\t')).toHaveLength(6);
    expect(line).not.toMatch(/(?:^|\t)[=+\-@]/);
  });

  test('the list of an editor has every figure once, under its section', () => {
    for (const { text } of corpus) {
      const report = read(text);
      const groups = figureGroups({ report, alignment: null, previous: null, units, language: 'zh', name: 'x' });
      expect(groups.flatMap(({ figures }) => figures.map(({ at }) => at.start))).toEqual(readFigures(report, units).map(({ at }) => at.start));
    }
  });
});

describe('page', () => {
  const report = read('某市2024年度工作报告\n\n一、<script>alert(1)</script>工作\n\n受理行政复议申请173件，审结“<img src=x>”申请140件。\n');

  test('holds no script, no address, no markup of the report', () => {
    const { body, style, title } = figuresPage({ report, alignment: null, previous: last, units, language: 'zh', name: 'a"b<c>.txt' });
    expect(body).not.toMatch(/<script|<img|\son\w+=|style=|javascript:/i);
    expect((body + style).replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|@import|url\((?!#)/);
    expect(title).toContain('某市2024年度工作报告');
  });

  test('every figure is a row that leads to its line, beside last year\'s', () => {
    const { body } = figuresPage({ report: now, alignment: null, previous: last, units, language: 'zh', name: 'now.txt' });
    const rows = readFigures(now, units).length;
    expect(body.match(/<button type="button" data-line="\d+">/g)).toHaveLength(rows);
    expect(body).toContain('<td class="number">120件</td><td class="number">↑44.2%</td>');
  });

  test('no two elements of a page have one id, but for the shared hatching', () => {
    const { body } = figuresPage({ report: now, alignment: null, previous: last, units, language: 'zh', name: 'now.txt' });
    const ids = [...body.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!).filter((id) => id !== 'hatch');
    expect(new Set(ids).size).toBe(ids.length);
  });
});
