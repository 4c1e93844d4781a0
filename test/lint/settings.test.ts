/**
 * What settings do to findings: presets, options, the house dictionary, files that are ignored, codes that were renamed.
 */

import { describe, expect, test } from 'vitest';
import { analyse, DEFAULT_SETTINGS, policyOf } from '../../server/src/analysis';
import { configSchema, DEFAULT_CONFIG, parseConfig } from '../../server/src/config';
import type { RuleLine } from '../../server/src/config';
import { ruleCatalogue } from '../../server/src/features';
import { grammar, units } from '../../server/src/families';
import { lint, withLevels } from '../../server/src/lint';
import { suppress } from '../../server/src/lint/suppress';
import { parseReport, readFigures, unitsWith } from '../../server/src/report';
import { currentCode, formerNames } from '../../server/src/rules/renamed';
import { rules } from '../../server/src/rules';
import { corpus, reports, seeds } from '../kit/corpus';

/** Findings of a text under a configuration, as `code severity`; the configuration must be sound. */
function found(text: string, config: object, path = 'a.txt', profile: 'auto' | null = null): readonly string[] {
  const parsed = parseConfig(JSON.stringify(config), ruleCatalogue);
  expect(parsed.problems).toEqual([]);
  return (analyse(text, { ...DEFAULT_SETTINGS, profile, ...policyOf(parsed.config, path) }).findings() ?? []).map(({ code, severity }) => `${code} ${severity}`);
}
const only = (all: readonly string[], code: string): readonly string[] => all.filter((one) => one.startsWith(code));

describe('presets', () => {
  const texts = [...corpus, ...reports].map(({ text }) => text);
  const LOUDER: Readonly<Record<string, string>> = { error: 'error', warning: 'warning', info: 'warning', hint: 'info' };
  test('strict speaks one step louder, quiet keeps errors and warnings, neither finds another thing', () => {
    let all = 0;
    for (const text of texts) {
      const usual = found(text, {}, 'a.txt', 'auto');
      all += usual.length;
      expect(found(text, { preset: 'recommended' }, 'a.txt', 'auto')).toEqual(usual);
      expect(found(text, { preset: 'strict' }, 'a.txt', 'auto')).toEqual(usual.map((one) => one.replace(/\w+$/, (word) => (one.startsWith('config/') ? word : LOUDER[word]!))));
      expect(found(text, { preset: 'quiet' }, 'a.txt', 'auto')).toEqual(usual.filter((one) => /error$|warning$/.test(one)));
    }
    expect(all).toBeGreaterThan(50);
  });
  test('what rules say comes before the preset', () => {
    const text = '办理案件35件。。';
    expect(only(found(text, { preset: 'quiet', rules: { 'text/doubled-mark': 'hint' } }), 'text/doubled-mark')).toEqual(['text/doubled-mark hint']);
  });
});

describe('options', () => {
  test('every option is declared with sound bounds and both languages, and is in the schema', () => {
    const schema = JSON.stringify(configSchema(ruleCatalogue));
    const options = rules.flatMap((rule) => rule.options ?? []);
    expect(options.length).toBeGreaterThan(5);
    for (const option of options) {
      expect(option.zh).toMatch(/\p{Script=Han}{4}/u);
      expect(option.en).toMatch(/[a-z]{3}/);
      expect(schema).toContain(JSON.stringify(option.zh).slice(1, -1));
      if (option.kind !== 'words') expect(option.initial >= option.minimum && option.initial <= option.maximum).toBe(true);
    }
  });

  test('further words for a blank', () => {
    const text = '全年办理案件（由科室补）件。';
    expect(only(found(text, {}), 'text/placeholder')).toEqual([]);
    expect(only(found(text, { rules: { 'text/placeholder': { words: '(由科室补)' } } }), 'text/placeholder')).toEqual(['text/placeholder error']);
    expect(only(found(text, { rules: { 'text/placeholder': ['info', { words: ['（由科室补）'] }] } }), 'text/placeholder')).toEqual(['text/placeholder info']);
  });

  test('a number moves the bound, and block answers kept for one setting are not given for another', () => {
    const text = seeds[0]!.text;
    const without = found(text, { rules: { 'structure/missing-topic': { support: 1, most: 50 } } }, 'a.txt', 'auto');
    const with5 = found(text, { rules: { 'structure/missing-topic': { support: 0.5, most: 50 } } }, 'a.txt', 'auto');
    expect(only(with5, 'structure/missing-topic').length).toBeGreaterThanOrEqual(only(without, 'structure/missing-topic').length);
    const blank = '请填写（填）。';
    expect(only(found(blank, { rules: { 'text/placeholder': { words: ['（填）'] } } }), 'text/placeholder')).toHaveLength(1);
    expect(only(found(blank, {}), 'text/placeholder')).toEqual([]);
  });

  test('a severity set over options keeps them', () => {
    expect(withLevels({ 'a/b': { severity: 'info', options: { share: 1 } }, 'c/d': 'off' }, { 'a/b': 'error', 'c/d': 'hint' })).toEqual({ 'a/b': { severity: 'error', options: { share: 1 } }, 'c/d': 'hint' });
  });

  test.each([
    ['{"rules": {"structure/thin-section": {"shear": 0.3}}}', 'unknown-option "shear"'],
    ['{"rules": {"structure/thin-section": {"share": 7}}}', 'wrong-number 7'],
    ['{"rules": {"structure/missing-topic": ["info", {"most": 1.5}]}}', 'wrong-number 1.5'],
    ['{"rules": {"structure/thin-section": ["loud", {"share": 0.3}]}}', 'wrong-severity "loud"'],
    ['{"rules": {"structure/thin-section": ["info", 3]}}', 'wrong-type 3'],
    ['{"ignore": {"*.txt": ["text/nothing"]}}', 'unknown-rule "text/nothing"'],
    ['{"dictionary": {"trems": []}}', 'unknown-key "trems"'],
    ['{"dictionary": {"formulas": [{"text": "x"}]}}', 'wrong-type {"text": "x"}'],
    ['{"preset": "loud"}', 'wrong-choice "loud"'],
  ])('%s → %s', (source, said) => {
    expect(parseConfig(source, ruleCatalogue).problems.map(({ id, span }) => `${id} ${source.slice(span.start, span.end)}`)).toEqual([said]);
  });
});

describe('the house dictionary', () => {
  test('accepted terms are right as they stand, wherever else the rule still speaks', () => {
    const text = '进驻政务服务政务服务大厅，又在基础设施基础设施上用力。';
    expect(only(found(text, {}), 'text/repeated-phrase')).toHaveLength(2);
    expect(only(found(text, { dictionary: { terms: ['政务服务政务服务大厅'] } }), 'text/repeated-phrase')).toHaveLength(1);
  });

  test('measure words count, for figures and for the rule that misses them', () => {
    const text = '全年开展交通劝导17岗次，办理案件20件。';
    const report = parseReport(text, grammar);
    expect(readFigures(report, units).map(({ figure }) => figure.unit)).not.toContain('岗次');
    expect(readFigures(report, unitsWith(units, ['岗次'])).map(({ figure }) => figure.unit)).toContain('岗次');
    expect(analyse(text, { ...DEFAULT_SETTINGS, ...policyOf({ ...DEFAULT_CONFIG, dictionary: { terms: [], units: ['岗次'], formulas: [] } }, null) }).units).toBe(unitsWith(units, ['岗次']));
  });

  test('formulas: stale after their year, literal, with what to write instead; not inside 《》', () => {
    const text = '某局2024年法治政府建设年度报告\n\n2024年，我局持续开展“一号工程(A)”建设。现将2024年有关情况报告如下：落实一号工程(A)要求，学习《一号工程(A)方案》。\n';
    const formulas = [{ text: '一号工程（A）', until: 2023, instead: '二号工程' }];
    const messages = (config: object): readonly string[] => {
      const { config: parsed } = parseConfig(JSON.stringify(config), ruleCatalogue);
      return (analyse(text, { ...DEFAULT_SETTINGS, profile: null, year: 2024, ...policyOf(parsed, null) }).findings() ?? []).filter(({ code }) => code === 'year/stale-formula').map(({ message }) => JSON.stringify(message.args));
    };
    expect(messages({})).toEqual([]);
    expect(messages({ dictionary: { formulas } })).toHaveLength(1);
    expect(messages({ dictionary: { formulas } })[0]).toContain('二号工程');
    expect(messages({ dictionary: { formulas: [{ ...formulas[0], until: 2024 }] } })).toEqual([]);
    expect(messages({ dictionary: { formulas, terms: ['落实一号工程(A)要求'] } })).toEqual([]);
  });
});

test('ignore: by file, anchored or by pattern', () => {
  const text = '办理案件35件。。';
  const config = { ignore: { './a.txt': 'text/doubled-mark', '旧/**': ['text/doubled-mark'] } };
  for (const [path, count] of [['a.txt', 0], ['sub/a.txt', 1], ['旧/b.txt', 0], ['b.txt', 1]] as const) expect(only(found(text, config, path), 'text/doubled-mark'), path).toHaveLength(count);
});

describe('renamed codes', () => {
  const table = { 'text/double-mark': 'text/twice', 'text/twice': 'text/doubled-mark', 'a/loop': 'b/loop', 'b/loop': 'a/loop' };
  test('lead to the code of today, however often it was renamed, and never in a circle', () => {
    expect(currentCode('text/double-mark', table)).toBe('text/doubled-mark');
    expect(currentCode('text/other', table)).toBe('text/other');
    expect(['a/loop', 'b/loop']).toContain(currentCode('a/loop', table));
    expect(formerNames('text/doubled-mark', table)).toEqual(['text/double-mark', 'text/twice']);
  });

  test('a configuration goes on to hold, with a notice', () => {
    const lines: readonly RuleLine[] = [{ code: 'text/doubled-mark', former: ['text/double-mark'] }];
    const { config, problems } = parseConfig('{"rules": {"text/double-mark": "off"}, "ignore": {"a.txt": "text/double-mark"}}', lines);
    expect(config.rules).toEqual({ 'text/doubled-mark': 'off' });
    expect(config.ignore).toEqual({ 'a.txt': ['text/doubled-mark'] });
    expect(problems.map(({ id, mild }) => [id, mild])).toEqual([['renamed-rule', true], ['renamed-rule', true]]);
  });

  test('an allow goes on to hold, and is told its new name', () => {
    const report = parseReport('<!-- allow text/double-mark: x -->\n办理案件35件。。\n', grammar);
    const { findings } = lint({ report: parseReport('<!-- x -->\n办理案件35件。。\n', grammar), alignment: null, rules, settings: {}, units, year: null, previous: null });
    const moved = findings.map((finding) => ({ ...finding, span: { start: finding.span.start + '<!-- allow text/double-mark: x -->'.length - '<!-- x -->'.length, end: finding.span.end } }));
    expect(moved.map(({ code }) => code)).toContain('text/doubled-mark');
    const { findings: left, allowed } = suppress(report, moved, {}, 'recommended', table);
    expect(allowed.map(({ finding, reason }) => [finding.code, reason])).toEqual([['text/doubled-mark', 'x']]);
    expect(left.map(({ code }) => code)).not.toContain('text/doubled-mark');
    expect(left.filter(({ code }) => code === 'lint/unused-allow').map(({ message }) => message)).toEqual([{ id: 'renamed', args: { code: 'text/double-mark', now: 'text/doubled-mark' } }]);
  });
});
