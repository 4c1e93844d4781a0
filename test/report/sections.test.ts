/** Headings out of text in all the clothes that real reports wear: run in, glued, on one line, hard-wrapped, beside tables, in Markdown. */
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../server/src/report';
import type { Report } from '../../server/src/report';
import { grammar } from '../kit/check';
import { corpus, corpusText, seeds } from '../kit/corpus';
import { variants } from '../kit/variants';

/** `1 一、主要工作`, one a line, deeper ones indented; `~` behind a run-in heading. */
const shown = (report: Report): string => report.sections.map((section) => `${'  '.repeat(section.depth - 1)}${section.marker?.written ?? '-'}${section.words}${section.runIn ? '~' : ''}`).join('\n');
const outline = (text: string): string => shown(parseReport(text, grammar));

describe('where heading words end', () => {
  it.each([
    ['own line', '（一）加强学习\n组织专题学习。', '(一)加强学习'],
    ['own line with a stop', '（一）加强学习。\n组织专题学习。', '(一)加强学习'],
    ['run in', '（一）加强学习。组织专题学习。', '(一)加强学习~'],
    ['glued to an item', '（一）履行第一责任人职责一是加强组织领导。', '(一)履行第一责任人职责~'],
    ['a word that ends like an item', '（一）坚持统一是基础。', '(一)坚持统一是基础'],
    ['glued to a year', '一、工作打算2024年，新区将继续努力。', '一、工作打算~'],
    ['a gap', '一、主要工作  2024年各项工作有序推进。', '一、主要工作~'],
    ['a label', '1、质量效益：人均产值稳步提高。', '1、质量效益~'],
    ['a comma inside', '（一）紧盯目标，统筹推进。组织专题学习。', '(一)紧盯目标,统筹推进~'],
  ])('%s', (_name, text, expected) => expect(outline(`${text}\n`)).toBe(expected));

  it('keeps the words as written, and folded ones beside them', () => {
    const [section] = parseReport('（一）紧盯⽬标，统筹推进\n组织专题学习。', grammar).sections;
    expect([section!.title, section!.words]).toEqual(['紧盯⽬标，统筹推进', '紧盯目标,统筹推进']);
  });
  it('gives spans of number and words', () => {
    const text = '　　（一）加强学习。组织专题学习。';
    const [section] = parseReport(text, grammar).sections;
    expect(text.slice(section!.markerSpan.start, section!.markerSpan.end)).toBe('（一）');
    expect(text.slice(section!.headSpan.start, section!.headSpan.end)).toBe('（一）加强学习');
  });
});

describe('what is no heading', () => {
  it.each([
    ['decimals and dates', '4.22地球日开展宣传。\n2.5亿元资金全部拨付。\n12.4宪法日活动。'],
    ['an inline list', '要做到以下几点：一、加强学习；二、健全制度；三、严格监督。'],
    ['a citation', '根据第二十条第（一）项的规定，给予处罚。'],
  ])('%s', (_name, text) => expect(outline(`一、主要工作\n${text}\n二、存在问题\n力量不足。`)).toBe('一、主要工作\n二、存在问题'));

  it('leaves rows of a table alone', () => {
    const table = '一、本年新收申请数量 20 1 0 0 0 0 21\n二、上年结转申请数量 0 0 0 0 0 0 0\n（一）予以公开 9 0 0 0 0 0 9\n四、结转下年度继续办理 0 0 0 0 0 0 0';
    expect(outline(`一、总体情况\n各项工作有序推进。\n二、申请情况\n${table}\n三、存在问题\n力量不足，有待加强。`)).toBe('一、总体情况\n二、申请情况\n三、存在问题');
  });
  it('leaves a Markdown table alone', () => {
    const table = '| 一、新收 | 20 |\n|---|---|\n| 二、结转 | 0 |';
    expect(outline(`一、总体情况\n各项工作有序推进。\n\n${table}\n\n二、存在问题\n力量不足。`)).toBe('一、总体情况\n二、存在问题');
  });
});

describe('a text on one line', () => {
  const LINE = '2024年，我市扎实推进各项工作，取得明显成效。一、主要工作（一）加强学习。组织专题学习，开展轮训。（二）健全制度。修订工作规则，清理文件。二、存在的问题有的单位重视不够，力量不足。三、下一步打算坚持每月一学，每季一查。';
  it('has the same headings as on many', () => expect(outline(LINE).replace(/~/g, '').split('\n').map((line) => line.slice(0, 8))).toEqual(['一、主要工作', '  (一)加强学', '  (二)健全制', '二、存在的问题有', '三、下一步打算坚']));
  it('reads a heading in another form', () => expect(outline(LINE.replace('（二）', '2.').replace('。一、', '。一、'))).toContain('2.健全制度'));
  it('reads 一. for 一、', () => expect(outline(LINE.replace('。二、', '。二.'))).toContain('二.存在的问题'));
  it('takes 二、三产业 for no heading', () => expect(outline(LINE.replace('清理文件。', '清理文件。二、三产业协调发展。'))).not.toContain('三产业'));
  it('takes a list that has its 1. for a list', () => {
    const text = LINE.replace('组织专题学习，开展轮训。', '做到：1、有计划；有教材。2、有考核，有通报。');
    expect(outline(text)).not.toMatch(/2、有考核/);
  });
});

describe('hard-wrapped text', () => {
  const WRAPPED = ['某市人民政府2024年工作报告', '一、主要工作', '（一）加强学习。组织专题学习，开展轮训，不断提高能力和水', '平，全年共组织专题学习十二次，开展集中轮训三次，参训人员', '覆盖全部单位，取得了良好的成效。', '（二）健全制度。修订工作规则，清理文件，不断提高规范化水', '- 1 -', '平，全年共修订工作规则二十四项，清理文件一百零三件，废止', '文件十件，修改文件五件，保留文件八十八件，制度体系更加完', '善。', '二、存在的问题', '有的单位重视不够，力量不足，工作不够主动，方法不够多，与', '先进地区相比还有不小的差距，需要在今后的工作中认真加以改', '进。'].join('\n');
  it('joins lines to paragraphs, over page lines', () => {
    const report = parseReport(WRAPPED, grammar);
    expect(shown(report)).toBe('一、主要工作\n  (一)加强学习~\n  (二)健全制度~\n二、存在的问题');
    const block = report.tree.blocks.find((one) => one.text.includes('健全制度'))!;
    expect(block.text).toContain('规范化水平,全年共修订');
    expect(block.text).toContain('制度体系更加完善。');
  });
});

describe('what stands around the report', () => {
  it('reads a title on two lines', () => expect(parseReport('某市人民政府关于\n2024年工作情况的报告\n2024年，我市扎实推进。\n一、主要工作\n各项工作有序推进。', grammar).title?.text).toBe('某市人民政府关于2024年工作情况的报告'));
  it('reads a sign-off with its signer', () => {
    const text = '某市2024年工作报告\n2024年，我市扎实推进。\n一、主要工作\n各项工作有序推进。\n某市人民政府\n2025年2月20日';
    const { signOff } = parseReport(text, grammar);
    expect(signOff && text.slice(signOff.start, signOff.end)).toBe('某市人民政府\n2025年2月20日');
  });
  it('leaves web residue out', () => {
    const report = parseReport('首页 > 政务公开\n发布时间：2025-02-20\n某市2024年工作报告\n2024年，我市扎实推进。\n一、主要工作\n各项工作有序推进。\n责编：某某\n分享到：微信', grammar);
    expect(report.title?.text).toBe('某市2024年工作报告');
    expect(report.roles.filter((role) => role === 'residue')).toHaveLength(4);
  });
  it('is total', () => {
    for (const text of ['', '\uFEFF', '\n\n', '一、', '。', '\0', '（'.repeat(1000), '一、\n'.repeat(1000)]) expect(() => parseReport(text, grammar)).not.toThrow();
  });
});

describe('the seeds', () => {
  const counts: Readonly<Record<string, readonly [number, number]>> = { 'chaoyang-2024': [3, 13], 'hebi-2019': [3, 0], 'huaihua-2023': [3, 9], 'jinpu-2023': [2, 9], 'yanji-2020': [2, 5] };
  it.each(seeds.map((seed) => [seed.name, seed.text] as const))('%s has its headings, in any clothes', (name, text) => {
    const plain = parseReport(text, grammar);
    expect([1, 2].map((depth) => plain.sections.filter((section) => section.depth === depth).length)).toEqual(counts[name]);
    expect(plain.sections.every((section) => section.verdict.kind === 'ok')).toBe(true);
    for (const clothes of variants) {
      const dressed = parseReport(clothes.apply(text), grammar);
      expect(dressed.sections.map((section) => section.marker?.ordinal), clothes.name).toEqual(plain.sections.map((section) => section.marker?.ordinal));
    }
  });
  it('leaves the rows of disclosure tables alone', () => {
    for (const name of ['info-disclosure-hongze/2023', 'info-disclosure-hongze/2024']) {
      const tops = parseReport(corpusText(name).text, grammar).sections.filter((section) => section.depth === 1);
      expect(tops.map((section) => section.marker?.ordinal)).toEqual([1, 2, 3, 4, 5, 6]);
    }
  });
  it('finds nothing wrong with the numbering of any real text', () => {
    for (const { name, text } of corpus) expect(parseReport(text, grammar).sections.filter((section) => section.verdict.kind !== 'ok' && section.verdict.kind !== 'continued'), name).toEqual([]);
  });
});
