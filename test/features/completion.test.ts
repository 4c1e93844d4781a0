/** Completion as a pure function, on drafts with a cursor. */

import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/analysis';
import { bundledProfile, units } from '../../server/src/families';
import { completionDocumentation, completionsAt, filterTextOf, initialsOf, withoutStops } from '../../server/src/features';
import type { Completion } from '../../server/src/features';
import { widthOfReport } from '../../server/src/lint';
import { applyEdits } from '../../server/src/text';
import { seeds } from '../kit/corpus';

const profile = bundledProfile('law-based-government')!;

function at(draft: string): { readonly found: readonly Completion[]; readonly after: (label: string) => string } {
  const offset = draft.indexOf('⟪|⟫');
  const text = draft.replace('⟪|⟫', '');
  const { report, alignment } = analyse(text, { profile, rules: {}, year: 2024 });
  const found = completionsAt({ report, alignment: alignment(), year: 2024, width: widthOfReport(report), offset, units, language: 'zh' });
  const after = (label: string): string => {
    const one = found.find((completion) => completion.label === label);
    if (!one) throw new Error(`no ${label} among ${found.map((completion) => completion.label).join(' ')}`);
    return applyEdits(text, [{ span: one.span, text: withoutStops(one.snippet) }]);
  };
  return { found, after };
}
const labels = (draft: string): readonly string[] => at(draft).found.map(({ label }) => label);

describe('numbers', () => {
  test('in the draft\'s own form', () => {
    expect(at('一、工作成效\n(一)学习培训\n全年培训9次。\n⟪|⟫\n').after('(二)')).toContain('\n(二)\n');
    expect(at('一、工作成效\n1.学习培训\n全年培训9次。\n⟪|⟫\n').after('2.')).toContain('\n2.\n');
    expect(at('第一部分 工作成效\n全年培训9次。\n⟪|⟫\n').found[0]!.label).toBe('第二部分');
    expect(labels('⟪|⟫')).toContain('一、');
  });

  test('what was typed is written over, the bracket that the editor closed as well', () => {
    expect(at('一、工作成效\n（一）学习培训\n全年培训9次。\n（⟪|⟫）\n').after('（二）')).toContain('。\n（二）\n');
    expect(at('一、工作成效\n（一）学习培训\n全年培训9次。\n（二⟪|⟫\n').after('（二）')).toContain('。\n（二）\n');
  });

  test('a number that is wrong above does not carry on', () => {
    expect(labels('一、甲工作\n全年九次。\n二、乙工作\n全年九次。\n二、丙工作\n全年九次。\n⟪|⟫')).toContain('四、');
  });

  test('Markdown headings keep their marks, typed or not', () => {
    const draft = '# 某市2024年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n全年九次。\n\n';
    expect(at(`${draft}⟪|⟫\n`).after('二、')).toContain('\n## 二、\n');
    expect(at(`${draft}## ⟪|⟫\n`).after('二、')).toContain('\n## 二、\n');
  });
});

describe('items', () => {
  test('go on from the last of the chain, not from a count', () => {
    expect(labels('一、问题\n一是甲。二是乙。三⟪|⟫')).toEqual(['三是']);
    expect(at('一、问题\n一是甲。二是乙。三⟪|⟫').after('三是')).toMatch(/二是乙。三是$/);
    expect(labels('一、问题\n九是甲。⟪|⟫')).toEqual(['十是']);
  });

  test('not after another paragraph without items, nor inside a clause', () => {
    expect(labels('一、问题\n一是甲。二是乙。\n总的看，工作有成效。\n⟪|⟫')).not.toContain('三是');
    expect(labels('一、问题\n一是甲，乙⟪|⟫丙。')).toEqual([]);
    expect(labels('一、问题\n一是甲。\n另外一段。⟪|⟫')).toEqual([]);
  });
});

describe('sections', () => {
  test('a draft that has all sections is offered none, a draft without any is offered those every seed has', () => {
    for (const { name, text } of seeds) expect([name, at(`${text}\n⟪|⟫`).found.filter(({ key }) => ['slot:results', 'slot:problems', 'slot:plan'].includes(key))]).toEqual([name, []]);
    const keys = at('某市2024年法治政府建设年度报告\n\n⟪|⟫').found.map(({ key }) => key);
    for (const slot of ['slot:results', 'slot:problems', 'slot:plan']) expect(keys).toContain(slot);
  });

  test('topics only under the slot they belong to', () => {
    const draft = '某市2024年法治政府建设年度报告\n一、主要举措和成效\n（一）健全行政决策制度体系\n落实重大行政决策程序。\n';
    const under = at(`${draft}⟪|⟫\n二、存在的问题\n一是不足。`).found.filter(({ kind }) => kind === 'topic');
    expect(under.length).toBeGreaterThan(0);
    for (const { label } of under) expect(label).toMatch(/^（二）/);
    expect(at(`${draft}二、存在的问题\n一是不足。\n⟪|⟫`).found.some(({ kind }) => kind === 'topic')).toBe(false);
  });

  test('nothing is put in that would have to be taken out: no prompt, no seed\'s year, no mark of the snippet', () => {
    const { found } = at('某市2024年法治政府建设年度报告\n一、主要举措和成效\n⟪|⟫');
    for (const { snippet } of found) {
      expect(withoutStops(snippet)).not.toMatch(/待补充|×|XX|\{year|[${}]/);
      expect([...snippet.matchAll(/20\d\d/g)].every(([year]) => year === '2024' || year === '2025')).toBe(true);
    }
  });

  test('marks of punctuation in the width of the draft', () => {
    const half = at('一、主要举措和成效\n加强领导,落实责任,全年九次;成效明显。\n⟪|⟫').found.map(({ snippet }) => snippet).join('');
    expect(half).not.toMatch(/[，；：]/);
  });

  test('documentation says what seeds and norms say, and nothing for what is neither', () => {
    expect(completionDocumentation('slot:plan', profile, 'zh')).toContain('5份样本中5份有');
    expect(completionDocumentation('slot:plan', profile, 'en')).toContain('In 5 of 5 seeds');
    expect(completionDocumentation('number:han', profile, 'zh')).toBeNull();
  });
});

describe('figure sentences', () => {
  const draft = '某市2024年法治政府建设年度报告\n一、主要举措和成效\n（一）健全社会矛盾纠纷行政预防调处化解体系\n扎实做好行政复议工作。⟪|⟫\n（二）健全行政权力制约和监督体系\n自觉接受监督。\n二、存在的问题\n一是不足。\n';
  const sentences = (text: string): readonly Completion[] => at(text).found.filter(({ kind }) => kind === 'figure');

  test('are offered under their topic, as seeds put them, a stop for each numeral', () => {
    const found = sentences(draft);
    const one = found.find(({ label }) => label.includes('行政复议案件'))!;
    expect(one.snippet).toMatch(/行政复议案件\$\{1:__\}件.*。\$0$/);
    expect(one.filterText).toContain('xzfyaj');
    expect(found.some(({ label }) => label.includes('人大代表建议'))).toBe(false);
    expect(sentences(draft.replace('⟪|⟫', '').replace('接受监督。', '接受监督。⟪|⟫')).some(({ label }) => label.includes('人大代表建议'))).toBe(true);
  });

  test('not under another slot, not inside a sentence, not when the draft gives the figure', () => {
    expect(sentences(draft.replace('⟪|⟫', '').replace('一是不足。', '一是不足。⟪|⟫'))).toEqual([]);
    expect(sentences(draft.replace('行政复议工作。⟪|⟫', '行政复议工作⟪|⟫，成效明显。'))).toEqual([]);
    expect(sentences(draft.replace('。⟪|⟫', '，办理行政复议案件12件。⟪|⟫')).some(({ label }) => label.includes('行政复议案件'))).toBe(false);
  });

  test('what was typed of the sentence is written over, and its mark is not put twice', () => {
    expect(at(draft.replace('⟪|⟫', '受理⟪|⟫')).after(sentences(draft)[0]!.label)).toContain(`行政复议工作。${sentences(draft)[0]!.label}。\n`);
    expect(sentences(draft.replace('⟪|⟫', '受理⟪|⟫。'))[0]!.snippet).not.toContain('。');
  });

  test('documentation shows the seeds that give the figure', () => {
    expect(completionDocumentation(sentences(draft)[0]!.key, profile, 'zh')).toMatch(/5份样本中[2-5]份有[^]*…/);
  });
});

describe('pinyin initials', () => {
  test('of common words, with letters and digits kept', () => {
    expect(['法治政府', '行政复议', '存在的主要问题', '2025年工作安排', '“放管服”改革', 'PPP项目'].map(initialsOf)).toEqual(['fzzf', 'xzfy', 'czdzywt', '2025ngzap', 'fgfgg', 'pppxm']);
    expect(filterTextOf('工作安排', '工作安排')).toBe('gzap 工作安排');
  });
});

test('a snippet without its stops', () => {
  expect(withoutStops('a${1:b}c${2}d$0\\$')).toBe('abcd$');
  expect(withoutStops('${1|x\\,y,z|}。')).toBe('x,y。');
});
