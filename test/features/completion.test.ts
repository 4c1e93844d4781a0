/** Completion as a pure function, on drafts with a cursor. */

import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/analysis';
import { bundledProfile, grammar, sharedSlots, units } from '../../server/src/families';
import { completionDocumentation, completionsAt, filterTextOf, initialsOf, withoutStops } from '../../server/src/features';
import type { Completion } from '../../server/src/features';
import { learn } from '../../server/src/learn';
import type { Seed } from '../../server/src/learn';
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
    expect(at('一、问题\n一是甲。\n另外一段。⟪|⟫').found.filter(({ kind }) => kind === 'item')).toEqual([]);
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

describe('chains of items', () => {
  const chain = (draft: string): Completion | undefined => at(draft).found.find(({ kind }) => kind === 'chain');

  test('are put in as the draft puts them: stops, one paragraph or several, width', () => {
    expect(chain('一、成效\n一是学习。二是培训。三是督察。\n二、问题\n主要是：⟪|⟫')!.snippet).toBe('一是${1}。二是${2}。三是${3}。$0');
    expect(chain('一、成效\n一是学习；二是培训；三是督察。\n二、问题\n⟪|⟫')!.snippet).toBe('一是${1}；二是${2}；三是${3}。$0');
    expect(chain('一、成效\n　　一是学习。\n　　二是培训。\n　　三是督察。\n二、问题\n　　⟪|⟫')!.snippet).toBe('一是${1}。\n　　二是${2}。\n　　三是${3}。$0');
    expect(chain('一、成效\n加强领导,落实责任,全年九次;成效明显。\n⟪|⟫')!.snippet).toBe('一是${1};二是${2};三是${3}。$0');
  });

  test('by initials, by digits, by words; the mark that stands there is not put twice', () => {
    for (const typed of ['y', 'ys', '1', '一', '一是']) expect([typed, at(`一、成效\n成效明显。\n${typed}⟪|⟫`).after('一是…；二是…；三是…')]).toEqual([typed, '一、成效\n成效明显。\n一是；二是；三是。']);
    expect(chain('一、成效\n成效明显：⟪|⟫。')!.snippet).toBe('一是${1}；二是${2}；三是${3}$0');
  });

  test('not where one is open, not in a sentence, not before the first section', () => {
    expect(chain('一、成效\n一是学习。⟪|⟫')).toBeUndefined();
    expect(chain('一、成效\n成效⟪|⟫明显。')).toBeUndefined();
    expect(chain('一、成效\n成效明显。⟪|⟫')).toBeUndefined();
    expect(chain('某市报告\n⟪|⟫\n一、成效\n成效明显。')).toBeUndefined();
  });
});

describe('closing forms', () => {
  const closings = (draft: string): readonly string[] => at(draft).found.filter(({ kind }) => kind === 'closing').map(({ label }) => label);

  test('at the end only, and not when one is there', () => {
    expect(closings('一、成效\n成效明显。\n⟪|⟫')).toContain('特此报告。');
    expect(closings('一、成效\n成效明显。\ntc⟪|⟫')).toEqual(['特此报告。']);
    expect(closings('一、成效\n⟪|⟫\n成效明显。')).toEqual([]);
    expect(closings('一、成效\n成效明显。\n特此报告。\n⟪|⟫')).not.toContain('特此报告。');
  });

  test('that several seeds end with come first', () => {
    const year = (n: number): Seed => ({ name: String(n), text: `某局${n}年工作报告\n一、工作\n全年培训${n % 7}次。\n以上为${n}年工作情况，请领导审阅。` });
    const learned = learn([year(2022), year(2023)], { grammar, units, shared: sharedSlots, family: null });
    const { report, alignment } = analyse('某局2024年工作报告\n一、工作\n全年培训5次。\n', { profile: learned, rules: {}, year: 2024 });
    const found = completionsAt({ report, alignment: alignment(), year: 2024, width: 'full', offset: report.tree.text.value.length, units, language: 'zh' }).filter(({ kind }) => kind === 'closing');
    expect(found[0]).toMatchObject({ label: '以上为2024年工作情况，请领导审阅。', detail: '2份样本中2份有' });
  });
});

describe('names of documents', () => {
  const draft = '某市2024年法治政府建设年度报告\n一、主要举措和成效\n落实《某市养老服务条例》。认真执行⟪|⟫\n';
  const names = (text: string): readonly Completion[] => at(text).found.filter(({ kind }) => kind === 'citation');
  const typing = (typed: string): string => draft.replace('⟪|⟫', `${typed}⟪|⟫`);

  test('behind 《 those that seeds cite, then those of this draft, then those of the family, and nothing else', () => {
    const { found } = at(typing('《'));
    expect(found[0]).toMatchObject({ label: '《重大行政决策程序暂行条例》', detail: '5份样本中2份引用' });
    expect(found[1]).toMatchObject({ label: '《某市养老服务条例》', detail: '本文已引用' });
    expect(found.map(({ label }) => label)).toContain('《中华人民共和国行政复议法》');
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['citation']));
    expect(new Set(found.map(({ label }) => label)).size).toBe(found.length);
  });

  test('the mark that the editor closed is taken over; one that is missing is put', () => {
    for (const text of [`${typing('《重大').replace('⟪|⟫', '⟪|⟫》')}`, typing('《重大')]) expect(at(text).after('《重大行政决策程序暂行条例》')).toContain('认真执行《重大行政决策程序暂行条例》\n');
  });

  test('in running text by initials, of the whole name or without the words people leave out', () => {
    expect(at(typing('xzfyf')).after('《中华人民共和国行政复议法》')).toContain('认真执行《中华人民共和国行政复议法》\n');
    expect(names(typing('tfsj')).map(({ label }) => label)).toEqual(['《中华人民共和国突发事件应对法》']);
    const law = names(typing('x')).find(({ label }) => label === '《中华人民共和国行政复议法》')!;
    expect(law.filterText.split(' ')).toEqual(expect.arrayContaining(['zhrmghgxzfyf', 'xzfyf', '行政复议法']));
  });

  test('no name where Chinese words or a code are typed', () => {
    for (const typed of ['', '行政复议', 'A1b', 'a@b']) expect([typed, names(typing(typed))]).toEqual([typed, []]);
  });

  test('brackets in the width of the draft', () => {
    const half = draft.replace('。认真', '。\n加强领导,落实责任,全年九次;成效明显。认真').replace('⟪|⟫', '《⟪|⟫');
    expect(names(half).find(({ label }) => label.includes('纲要'))!.label).toContain('(');
  });

  test('documentation names the seeds; none for a name that no seed cites', () => {
    expect(completionDocumentation(at(typing('《')).found[0]!.key, profile, 'zh')).toMatch(/chaoyang\\-2024[^]*hebi\\-2019/);
    expect(completionDocumentation('cited:中华人民共和国行政复议法', profile, 'zh')).toBeNull();
  });
});

describe('where nothing is offered', () => {
  const none = (line: string): readonly string[] => labels(`某市2024年法治政府建设年度报告\n一、主要举措和成效\n成效明显。\n${line}\n`);

  test('in quotations, addresses, tables and comments', () => {
    for (const line of ['“⟪|⟫”', '开展“x⟪|⟫', '称为"x⟪|⟫', '‘y⟪|⟫’', 'https://a.example/x⟪|⟫', 'www.a.example/y⟪|⟫', 'someone@a.example⟪|⟫', '| 名称 | 数量 |\n|---|---|\n| x⟪|⟫ | 1 |', '<!-- x⟪|⟫ -->']) expect([line, none(line)]).toEqual([line, []]);
  });

  test('a mark that was never closed long ago silences nothing', () => {
    expect(none(`“${'全年开展培训九次，成效明显，'.repeat(20)}。z⟪|⟫`)).toContain('《重大行政决策程序暂行条例》');
    expect(none('《甲》“乙”z⟪|⟫')).toContain('《重大行政决策程序暂行条例》');
  });
});

test('the section that belongs here comes before those that belong elsewhere', () => {
  const draft = '某市2024年法治政府建设年度报告\n一、主要举措和成效\n落实重大行政决策程序。\n⟪|⟫\n二、2025年工作安排\n继续努力。\n';
  expect(at(draft).found.find(({ kind }) => kind === 'section')!.key).toBe('slot:problems');
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
