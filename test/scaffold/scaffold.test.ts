/** Drafts laid out from every real report: what must have moved, what must stand, and that nothing but the blanks is wrong with them. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { units } from '../../server/src/families';
import { readFigures } from '../../server/src/report';
import { scaffold, tidied } from '../../server/src/scaffold';
import { disclosureReports, reports, seeds, workReports } from '../kit/corpus';
import type { CorpusText } from '../kit/corpus';
import { asLastYear, draftOf, law, placesIn, read, rolled, undemanding } from '../kit/drafting';
import { check, inContext, isLoud } from '../kit/judging';
import { asMarkdown, crlfEnds, fullWidth, halfWidth, hardWrap, headingsOnOwnLine, headingsRunIn, indented, kangxi, oneLine, spaced } from '../kit/variants';
import { TIMED } from '../kit/timed';

const profileFor = ({ name }: CorpusText): typeof law | null => (name.startsWith('gov-work') || name.startsWith('info-') ? null : law);
const all = [...seeds, ...workReports, ...disclosureReports, ...reports];

describe.each(all.map((entry) => [entry.name, entry] as const))('%s', (_, entry) => {
  const profile = profileFor(entry);
  const draft = draftOf(entry.text, profile);

  test('is about the next year, and says so itself', () => {
    const own = read(entry.text).period.year!;
    expect(draft.year).toBe(own + 1);
    expect(read(draft.text).period.year).toBe(own + 1);
  });

  test('filled in with last year\'s values reads as last year\'s report with the years moved on', () => {
    const back = asLastYear(draftOf(entry.text, profile && undemanding).text);
    // The lines of the checklist need lines: where a text has none, a break is left where they stood.
    if (entry.text.trim().includes('\n')) expect(back).toBe(rolled(entry.text));
    else expect(back.trim().replace('\n', '')).toBe(rolled(entry.text).trim());
  });

  test('keeps all headings in order', () => {
    const heads = (text: string): readonly string[] => read(text).sections.map(({ marker, words }) => (marker?.written ?? '') + words);
    expect(heads(asLastYear(draftOf(entry.text, profile && undemanding).text))).toEqual(heads(rolled(entry.text)));
    const kept = heads(asLastYear(draft.text));
    let at = -1;
    for (const { words } of read(rolled(entry.text)).sections) expect((at = kept.findIndex((head, i) => i > at && head.endsWith(words))), words).toBeGreaterThan(-1);
  });

  test('opens at least 95 % of the figures, each with its unit and last year\'s value', () => {
    const report = tidied(read(entry.text));
    const figures = readFigures(report, units).map(({ figure }) => `${figure.numeral} ${figure.scale}${figure.unit}`);
    const open = placesIn(draft.text).filter(({ kind }) => kind === 'figure').map(({ last, unit }) => `${last} ${unit}`);
    let found = 0;
    let at = 0;
    for (const figure of figures) {
      const place = open.indexOf(figure, at);
      if (place < 0) continue;
      found++;
      at = place + 1;
    }
    expect(found).toBeGreaterThanOrEqual(figures.length * 0.95);
  });

  test('no year inside 《》 or quotation marks is changed', () => {
    const quoted = (text: string): readonly string[] => [...text.replace(/〔去年(?:计划|问题|名称)：[^〕]*〕/g, '').matchAll(/《[^》]*》|“[^”。]*”/g)].map(([words]) => words).filter((words) => /(?:19|20)\d\d/.test(words));
    expect(quoted(asLastYear(draft.text))).toEqual(quoted(tidied(read(entry.text)).tree.text.value));
  });

  test('has nothing loud about it but what is to be filled in', () => {
    const before = counted(check(entry.text, profile).filter(isLoud).map(({ code }) => code));
    const findings = check(draft.text, profile).filter(isLoud);
    const blanks = findings.filter(({ code }) => code === 'text/placeholder');
    const others = findings.filter(({ code }) => code !== 'text/placeholder');
    const after = counted(others.map(({ code }) => code));
    const added = others.filter(({ code }) => (after.get(code) ?? 0) > (before.get(code) ?? 0));
    expect(added.map((finding) => `${finding.code} ${inContext(draft.text, finding.span)}`)).toEqual([]);
    for (const { span } of blanks) expect(draft.text.slice(span.start, span.end)).toMatch(/^(?:〔去年[^〔〕]*〕|待补充|×+)$/);
    expect(blanks).toHaveLength(placesIn(draft.text).length);
  });
});

const counted = (codes: readonly string[]): ReadonlyMap<string, number> => codes.reduce((counts, code) => counts.set(code, (counts.get(code) ?? 0) + 1), new Map<string, number>());

describe('in other clothes', () => {
  const clothes = [fullWidth, halfWidth, asMarkdown, crlfEnds, indented, kangxi, spaced, headingsOnOwnLine, headingsRunIn, hardWrap()];
  test.each(clothes.flatMap((variant) => seeds.map((entry) => [variant.name, entry.name, variant.apply(entry.text)] as const)))('%s: %s', (_, __, text) => {
    const draft = draftOf(text, undemanding);
    expect(asLastYear(draft.text)).toBe(rolled(text));
    expect(check(draft.text, law).filter((finding) => finding.severity === 'error' && finding.code !== 'text/placeholder').length).toBeLessThanOrEqual(check(text, law).filter(({ severity }) => severity === 'error').length);
  });

  test.each(seeds.map((entry) => [entry.name, oneLine(' ').apply(entry.text)] as const))('one line: %s', (_, text) => {
    // The lines of the checklist need lines, so a break is left where they stood.
    const bare = (value: string): string => value.replace(/[\r\n]/g, '');
    expect(bare(asLastYear(draftOf(text, undemanding).text))).toBe(bare(rolled(text)));
  });

  test('line breaks at a margin are joined: figures that become placeholders would break them', () => {
    const pdf = reports.find(({ name }) => name.includes('pdf'))!;
    const lines = draftOf(pdf.text, law).text.split('\n').filter((line) => line.trim() !== '');
    expect(lines.every((line) => /[。；：）〕]$/.test(line) || line.length < 40)).toBe(true);
  });
});

describe('years, by the list a person wrote', () => {
  const lists = JSON.parse(readFileSync('test/scaffold/years.json', 'utf8')) as Readonly<Record<string, readonly (readonly [string, string | null])[]>>;

  test.each(Object.entries(lists).filter(([name]) => name !== 'about'))('%s', (name, list) => {
    const { text } = [...seeds, ...workReports].find((entry) => entry.name === name)!;
    const draft = draftOf(text, profileFor({ name } as CorpusText)).text.replace(/(?<=^|\n)〔去年(?:计划|问题|名称)：[^〕]*〕\n/g, '');
    for (const [words, fate] of list) {
      const year = /(?:19|20)\d\d/.exec(words)![0];
      const expected = fate === null ? words : fate === 'ask' ? words.replace(new RegExp(`${year}(年度?)?`), '〔去年：$&〕') : words.replace(year, fate);
      expect(draft.includes(expected) || (fate === 'ask' && draft.includes(words.replace(new RegExp(`${year}(?:年度?)?.*`), `〔去年：${year}`))), `${words} → ${expected}`).toBe(true);
      if (fate !== null) expect(text.split(words).length - 1, words).toBeGreaterThan(draft.split(words).length - 1);
    }
  });

  test('a year behind a comma is a year, and a number behind a separator is none', () => {
    const { text } = draftOf('关于2024年普法工作情况的报告\n一、主要工作\n按照部署，2024年推进普法，发放资料12,2024年历3册。\n二、下一步打算\n针对问题，2025年我们将抓好普法。\n', null);
    expect(text).toContain('按照部署，〔去年：2024年〕推进普法');
    expect(text).toContain(',2024年历');
    expect(text).toContain('针对问题，〔去年：2025年〕我们');
  });

  test('the lists have every year of their reports', () => {
    for (const [name, list] of Object.entries(lists)) {
      if (name === 'about') continue;
      const { text } = [...seeds, ...workReports].find((entry) => entry.name === name)!;
      const years = [...text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)(?!亿)/g)].length;
      const listed = list.reduce((count, [words]) => count + [...words.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].length, 0);
      expect(listed, name).toBe(years);
    }
  });
});

test.each(disclosureReports.map(({ name, text }) => [name, text] as const))('no cell of %s keeps last year\'s number', (_, text) => {
  const draft = draftOf(text, null).text;
  expect(draft).toMatch(/^行政许可 〔去年：\d+〕$/m);
  expect(draft).toMatch(/^行政事业性收费 〔去年：[\d.]+〕$/m);
  expect(draft.split('\n').filter((line) => /^(?!.*[，。：；]).*[^\d\s-].*\s\d[\d.]*$/.test(line))).toEqual([]);
});

describe('what a draft owes', () => {
  test('last year\'s plan, item by item with its section, and the shortcomings, at the head of the results', () => {
    const { text } = draftOf(seeds.find(({ name }) => name === 'chaoyang-2024')!.text, law);
    const lines = text.split('\n');
    expect(lines[1]).toMatch(/^一、2025年/);
    expect(lines[2]).toBe('〔去年计划：紧盯目标任务,统筹推进法治政府建设工作——报在“(九)不断夯实法治政府建设保障”〕');
    expect(lines.slice(2, 6).every((line) => line.startsWith('〔去年计划：'))).toBe(true);
    expect(lines.slice(6, 9).every((line) => line.startsWith('〔去年问题：') && line.endsWith('——整改情况：待补充〕'))).toBe(true);
    expect(lines).toContain('〔去年名称：《辽宁省2024年推进法治政府建设十项重点任务》——今年名称：待补充〕');
  });

  test('what the norm asks for and last year\'s report lacked', () => {
    const { text, added } = draftOf(seeds.find(({ name }) => name === 'chaoyang-2024')!.text, law);
    expect(added).toEqual(['causes']);
    expect(text).toContain('主要原因是待补充。');
    expect(draftOf(reports.find(({ name }) => name.includes('no-problems'))!.text, law).added).toContain('problems');
  });

  test('formulas of last year are shown, not guessed; those that still hold are left alone', () => {
    const { text } = seeds.find(({ name }) => name === 'chaoyang-2024')!;
    expect(draftOf(text, law).text).toContain('党的二十大和〔去年：二十届二中、三中全会精神〕,');
    expect(draftOf('2022年法治政府建设情况的报告\n2022年，全市认真学习二十届二中全会精神，扎实推进法治政府建设。\n一、主要工作\n办理行政复议案件3件。\n二、存在问题\n法治意识不强。\n三、2023年工作打算\n加强普法。\n', law).text).toContain('学习二十届二中全会精神，');
  });
});

describe('single sentences', () => {
  const between = (sentence: string, plan = '2025年，继续推进。'): string => `某区2024年法治政府建设情况的报告\n2024年，本区推进法治政府建设。\n一、主要工作\n（一）复议。${sentence}\n（二）普法。开展活动。\n二、存在问题\n队伍不强。\n三、2025年工作安排\n${plan}\n`;
  const roll = (sentence: string): string => /（一）复议。(.*)/.exec(draftOf(between(sentence), null).text)![1]!;

  test.each([
    ['截至2024年底，全区有律师。', '截至2025年底，全区有律师。'],
    ['比2023年增长。', '比2024年增长。'],
    ['与2023年相比有所下降。', '与2024年相比有所下降。'],
    ['与2023年入驻的企业合作。', '与〔去年：2023年〕入驻的企业合作。'],
    ['2024年，全区开展督察。', '2025年，全区开展督察。'],
    ['2024年以来，全区开展督察。', '2025年以来，全区开展督察。'],
    ['自2019年以来，全区开展督察。', '自2019年以来，全区开展督察。'],
    ['落实“十四五”规划（2021—2025年）。', '落实“十四五”规划（2021—2025年）。'],
    ['落实《2024年要点》和国发〔2024〕5号文件。', '落实《2024年要点》和国发〔2024〕5号文件。'],
    ['2024年3月15日，召开专题会。', '〔去年：2024年3月15日〕，召开专题会。'],
    ['9月23日邀请专家授课。', '〔去年：9月23日〕邀请专家授课。'],
    ['在12月4日国家宪法日开展宣传。', '在12月4日国家宪法日开展宣传。'],
    ['召开区委全面依法治区委员会第五次会议，研究工作。', '召开〔去年：区委全面依法治区委员会第五次会议〕，研究工作。'],
    ['区长主持召开区政府常务会议，研究工作。', '区长主持召开区政府常务会议，研究工作。'],
    ['召开座谈会4次。', '召开座谈会〔去年：4〕次。'],
    ['“张某诉某局行政处罚案”入选典型案例。', '“〔去年：张某诉某局行政处罚案〕”入选典型案例。'],
    ['罚款6.5万元，办理260余件。', '罚款〔去年：6.5〕万元，办理〔去年：260〕余件。'],
    ['办结１２件。', '办结〔去年：１２〕件。'],
    ['收到申请828件，办结682件，办结率82.4%。', '收到申请〔去年：828〕件，办结〔去年：682〕件，办结率〔去年：82.4，按前1项÷前2项计算〕%。'],
    ['办结134件，败诉17件，败诉率16.5%。', '办结〔去年：134〕件，败诉〔去年：17〕件，败诉率〔去年：16.5〕%。'],
    ['二〇二四年，全区开展督察。', '二〇二五年，全区开展督察。'],
  ])('%s', (before, after) => {
    expect(roll(before)).toBe(after);
  });

  test('a plan speaks of the year after', () => {
    const plan = (words: string): string => /三、2026年工作安排\n(.*)/.exec(draftOf(between('开展活动。', words), null).text)![1]!;
    expect(plan('在2025年的工作中，要加强普法。')).toBe('在2026年的工作中，要加强普法。');
    expect(plan('力争2025年底前完成整改。')).toBe('力争2026年底前完成整改。');
    expect(plan('到2030年基本建成。')).toBe('到2030年基本建成。');
  });

  test('what leads to the report says its year again', () => {
    expect(draftOf(between('开展活动。').replace('推进法治政府建设。', '推进法治政府建设。现将2024年度法治政府建设情况报告如下：'), null).text).toContain('现将2025年度法治政府建设情况报告如下：');
  });

  test('numbers in bold and cells with a sign are opened as well', () => {
    const { text } = draftOf('# 某街道2024年法治政府建设年度报告\n\n## 一、主要工作\n\n受理事项**186件**，发放资料2**3件。\n\n| 案由 | 件数 | 增减 |\n| --- | ---: | ---: |\n| 占道经营 | 98 | -22 |\n| 垃圾分类 | 75 | +15 |\n', null);
    expect(text).toContain('受理事项**〔去年：186〕件**，发放资料2**3件。');
    expect(text).toContain('| 垃圾分类 | 〔去年：75〕 | 〔去年：+15〕 |');
  });

  test('more than one year later', () => {
    expect(draftOf(between('比2023年增长。'), null, 2026).text).toContain('比2025年增长。');
  });

  test.each(['', '\n', '〔', '〔去年：', '一、', '2024年'])('a text that is no report: %j', (text) => {
    expect(() => draftOf(text, law)).not.toThrow();
  });
});

describe('time', () => {
  const own = workReports[1]!.text;

  test('a report of 20 kB is laid out in less than 200 ms', TIMED, () => {
    const text = reports.map((entry) => entry.text).join('\n').slice(0, 7000);
    const report = read(text);
    scaffold(report, { profile: law, units });
    const began = performance.now();
    scaffold(read(`${text} `), { profile: law, units });
    expect(Buffer.byteLength(text)).toBeGreaterThan(18_000);
    expect(performance.now() - began).toBeLessThan(200 * SLACK);
  });

  test('grows with the text and not faster', TIMED, () => {
    const cost = (times: number): number => {
      const report = read(own.repeat(times));
      const began = performance.now();
      scaffold(report, { profile: null, units });
      return performance.now() - began;
    };
    cost(2);
    // Quadratic time would be 16 times as much; a slow machine is not.
    expect(cost(24)).toBeLessThan(Math.max(60, cost(6) * 9));
  });
});

/** Other work may share the machine. */
const SLACK = 2;
