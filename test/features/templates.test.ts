/** The list of templates: what is in it for a draft, where each goes, and that putting it in leaves a draft that lacks it no more. */

import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/analysis';
import { bundledProfile, units } from '../../server/src/families';
import { templatesAt, withoutStops } from '../../server/src/features';
import type { Template, TemplateGroup } from '../../server/src/features';
import { widthOfReport } from '../../server/src/lint';
import { applyEdits } from '../../server/src/text';
import { seeds } from '../kit/corpus';

function groupsAt(draft: string, profile: 'law' | null = 'law'): readonly TemplateGroup[] {
  const text = draft.replace('⟪|⟫', '');
  const { report, alignment } = analyse(text, { profile: profile ? bundledProfile('law-based-government') : null, rules: {}, year: 2024 });
  return templatesAt({ report, alignment: alignment(), year: 2024, width: widthOfReport(report), offset: Math.max(0, draft.indexOf('⟪|⟫')), units, language: 'zh' });
}
const flat = (groups: readonly TemplateGroup[]): readonly Template[] => groups.flatMap(({ templates }) => templates);
const put = (draft: string, { span, snippet, edits }: Template): string => {
  const at = draft.indexOf('⟪|⟫');
  return applyEdits(draft.replace('⟪|⟫', ''), [{ span: span ?? { start: at, end: at }, text: withoutStops(snippet) }, ...edits]);
};

const draft = '某市2024年法治政府建设年度报告\n一、主要举措和成效\n（一）健全社会矛盾纠纷行政预防调处化解体系\n扎实做好行政复议工作。⟪|⟫\n二、2025年工作安排\n继续推进法治政府建设。\n';

describe('templates', () => {
  test('are grouped by section, the one at the cursor first, what fits anywhere last', () => {
    const groups = groupsAt(draft);
    expect(groups[0]!.label).toMatch(/^此处：/);
    expect(groups[0]!.templates.some(({ label }) => label.includes('行政复议案件'))).toBe(true);
    expect(groups.slice(-2).map(({ label }) => label)).toEqual(['通用', '文件名称']);
    expect(new Set(groups.map(({ label }) => label)).size).toBe(groups.length);
  });

  test('a missing section goes to its place, those behind it are counted on, and then it is offered no more', () => {
    const isProblems = ({ kind, label }: Template): boolean => kind === 'part' && /^二、.*(?:不足|问题)/.test(label);
    const problems = flat(groupsAt(draft)).find(isProblems)!;
    const after = put(draft, problems);
    expect(after).toMatch(/行政复议工作。\n二、[^\n]*(?:不足|问题)[^\n]*\n[^\n]*待补充[^\n]*\n三、2025年工作安排/);
    expect(flat(groupsAt(after)).some(isProblems)).toBe(false);
  });

  test('a sentence goes to the cursor with a stop for each numeral', () => {
    const figure = flat(groupsAt(draft)).find(({ label }) => label.includes('行政复议案件'))!;
    expect(figure.span).toBeNull();
    expect(figure.snippet).toMatch(/行政复议案件\$\{1:__\}件/);
    expect(put(draft, figure)).toContain('工作。共受理行政复议案件');
    expect(figure.preview).not.toBe('');
  });

  test('every one of them fits, for each seed as the draft: edits apart, no heading lost', () => {
    for (const { name, text } of seeds) {
      for (const template of flat(groupsAt(`${text}⟪|⟫`))) {
        const after = put(`${text}⟪|⟫`, template);
        expect([name, template.label, after.length >= text.length]).toEqual([name, template.label, true]);
        expect([name, template.label, withoutStops(template.snippet).includes('{year')]).toEqual([name, template.label, false]);
      }
    }
  });

  test('without a profile what fits any report is there', () => {
    const groups = groupsAt(draft.replace('行政复议工作', '《某条例》的落实'), null);
    expect(groups.map(({ label }) => label)).toEqual(['通用', '文件名称']);
    expect(flat(groups).map(({ label }) => label)).toEqual(expect.arrayContaining(['一是…；二是…；三是…', '特此报告。', '《某条例》']));
  });
});
