// reportwright.json: what it says, what is wrong in it and where, which files it chooses, where it is found, and its schema.
import Ajv from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { configFor, configSchema, DEFAULT_CONFIG, matches, nearest, parseConfig, problemText, SETTING_KEYS, SETTINGS } from '../../server/src/config';
import type { RuleLine } from '../../server/src/config';
import { memoryHost } from '../../server/src/host';

const CODES: readonly RuleLine[] = ['numbering/sequence', 'numbering/level-skip', 'text/placeholder', 'structure/missing-section'].map((code) => ({ code, zh: '说明', en: 'about' }));
const FULL = `{
  // 注释和结尾逗号都可以
  "$schema": "./node_modules/reportwright/schemas/reportwright.schema.json",
  "family": "law-based-government", "profile": "profile.json", "seeds": "样本", "year": 2025, "previous": "2024.txt",
  "include": ["**/*.txt"], "exclude": "old", "rules": { "text/placeholder": "off", "numbering/sequence": "warning" }, "locale": "zh-cn",
}`;

/** What is wrong, as `problem "the text it points at"`. */
const wrong = (source: string) => parseConfig(source, CODES).problems.map(({ id, span }) => `${id} ${source.slice(span.start, span.end)}`);

describe('parseConfig', () => {
  it('reads every setting', () => {
    const { config, problems } = parseConfig(FULL, CODES);
    expect(problems).toEqual([]);
    expect(config).toEqual({
      family: 'law-based-government', profile: 'profile.json', seeds: ['样本'], year: 2025, previous: '2024.txt', include: ['**/*.txt'], exclude: ['old'],
      preset: null, rules: { 'text/placeholder': 'off', 'numbering/sequence': 'warning' }, ignore: {}, baseline: null, dictionary: { terms: [], units: [], formulas: [] }, format: { width: 'auto', indent: 'auto' }, locale: 'zh-cn',
    });
    expect(Object.keys(config).sort()).toEqual([...SETTING_KEYS].sort());
  });

  it('an empty object is the default', () => expect(parseConfig('{}', CODES)).toEqual({ config: DEFAULT_CONFIG, problems: [] }));

  it.each([
    ['{"famly": "x"}', 'unknown-key "famly"'],
    ['{"family": 3}', 'wrong-type 3'],
    ['{"family": ""}', 'wrong-type ""'],
    ['{"year": "2025"}', 'wrong-type "2025"'],
    ['{"year": 20.5}', 'wrong-type 20.5'],
    ['{"seeds": [1]}', 'wrong-type 1'],
    ['{"locale": "de"}', 'wrong-choice "de"'],
    ['{"exclude": [""]}', 'wrong-type ""'],
    ['{"exclude": [" "]}', 'bad-glob " "'],
    ['{"rules": []}', 'wrong-type []'],
    ['{"rules": {"numbering/sequnce": "off"}}', 'unknown-rule "numbering/sequnce"'],
    ['{"rules": {"text/placeholder": "loud"}}', 'wrong-severity "loud"'],
    ['{"rules": {"text/placeholder": 2}}', 'wrong-severity 2'],
    ['{"year": 2025, "year": 2024}', 'duplicate-key "year"'],
    ['[]', 'not-an-object []'],
    ['{"year": 2025', 'syntax '],
    ['', 'syntax '],
    ['{"year" 2025}', 'syntax 2025'],
  ])('%s → %s', (source, problem) => {
    expect(wrong(source)[0]).toBe(problem);
    for (const found of parseConfig(source, CODES).problems) for (const locale of ['zh-cn', 'en'] as const) expect(problemText(found, locale)).not.toMatch(/\{\w+\}|undefined/);
  });

  it('what is right still holds', () => {
    const { config, problems } = parseConfig('{"year": 2025, "famly": 1, "rules": {"x/y": "off", "text/placeholder": "hint"}, "exclude": ["a", 2], "locale": "zh-cn" "x"', CODES);
    expect(config).toMatchObject({ year: 2025, rules: { 'text/placeholder': 'hint' }, exclude: ['a'], locale: 'zh-cn' });
    expect(problems.map(({ id }) => id)).toEqual(expect.arrayContaining(['unknown-key', 'unknown-rule', 'wrong-type', 'syntax']));
    const starts = problems.map(({ span }) => span.start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  it('says what was meant, in both languages', () => {
    const [problem] = parseConfig('{"rules": {"numbering/sequnce": "off"}}', CODES).problems;
    expect(problemText(problem!, 'zh-cn')).toBe('没有规则“numbering/sequnce”。是不是“numbering/sequence”？');
    expect(problemText(problem!, 'en')).toBe('There is no rule “numbering/sequnce”. Did you mean “numbering/sequence”?');
    const [typed] = parseConfig('{"year": "去年"}', CODES).problems;
    expect(problemText(typed!, 'zh-cn')).toBe('"去年" 应为年份（如 2025）。');
    expect(problemText(typed!, 'en')).toBe('"去年" should be a year, e.g. 2025.');
  });

  it('never throws, and every place lies in the text', () => {
    const total = (source: string) => {
      for (const problem of parseConfig(source, CODES).problems) {
        expect(problem.span.start).toBeLessThanOrEqual(problem.span.end);
        expect(problem.span.end).toBeLessThanOrEqual(source.length);
        for (const locale of ['zh-cn', 'en'] as const) expect(problemText(problem, locale)).not.toBe('');
      }
    };
    fc.assert(fc.property(fc.json(), total), { numRuns: 200 });
    fc.assert(fc.property(fc.string({ unit: 'binary' }), total), { numRuns: 200 });
    fc.assert(fc.property(fc.nat(FULL.length), fc.nat(20), fc.string(), (at, cut, put) => total(FULL.slice(0, at) + put + FULL.slice(at + cut))), { numRuns: 500 });
    for (const source of ['['.repeat(200_000), '{"a":'.repeat(100_000), '"'.repeat(100_000), '{"__proto__": {"x": 1}, "rules": {"__proto__": "off"}}']) total(source);
  });
});

describe('matches', () => {
  const none = { include: null, exclude: [] };
  it.each([
    ['报告.txt', true], ['a/b/报告.TXT', true], ['x.report', true], ['x.md', true], ['x.docx', false], ['README.md', false], ['readme.zh.md', false], ['CHANGELOG.md', false],
    ['LICENSE.txt', false], ['licensing-2024.txt', true], ['node_modules/x/y.txt', false], ['.git/x.txt', false], ['a/.draft.txt', false], ['~$x.txt', false], ['reportwright.json', false], ['txt', false],
  ])('without include: %s → %s', (path, expected) => expect(matches(none, path)).toBe(expected));
  it.each([
    [['*.txt'], [], 'a/b/x.txt', true], [['*.txt'], [], 'x.md', false], [['drafts'], [], 'drafts/a/x.md', true], [['drafts/'], [], 'a/drafts/x.md', true],
    [['./drafts/*.md'], [], 'drafts/x.md', true], [['drafts/*.md'], [], 'a/drafts/x.md', false], [['**/*年度报告*'], [], 'a/2024年度报告.txt', true],
    [['**/*.md'], ['old'], 'a/old/x.md', false], [['**/*.md'], ['a/*.md'], 'b/a/x.md', true], [['README.md'], [], 'README.md', true], [['*'], [], 'node_modules/x.txt', false],
    [['{a,b}/*.txt'], [], 'b/x.txt', true], [['*.txt'], ['*草稿*'], '报告（草稿）.txt', false],
  ])('include %j exclude %j: %s → %s', (include, exclude, path, expected) => expect(matches({ include, exclude }, path)).toBe(expected));
  it('any pattern over any path gives an answer', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (glob, path) => typeof matches({ include: [glob], exclude: [glob] }, path) === 'boolean'), { numRuns: 500 });
  });
});

describe('finding', () => {
  const host = memoryHost({
    'file:///reportwright.json': '{"year": 2001}',
    'file:///a/reportwright.json': '{"year": 2002, "x": 1}',
    'file:///a/b/c/report.txt': '',
    'file:///gb/reportwright.json': Uint8Array.from([0x7b, 0x22, 0x66, 0x61, 0x6d, 0x69, 0x6c, 0x79, 0x22, 0x3a, 0x22, 0xd1, 0xf9, 0xb1, 0xbe, 0x22, 0x7d]),
    'file:///bin/reportwright.json': new Uint8Array(30),
  });
  it('the nearest upward wins', async () => {
    expect((await configFor(host, 'file:///z/report.txt', CODES)).uri).toBe('file:///reportwright.json');
    expect((await configFor(host, 'untitled:Untitled-1', CODES)).uri).toBeNull();
    const found = await configFor(host, 'file:///a/b/c/report.txt', CODES);
    expect(found).toMatchObject({ uri: 'file:///a/reportwright.json', folder: 'file:///a', config: { year: 2002 }, problems: [{ id: 'unknown-key' }] });
    expect(await configFor(host, 'other:///x', CODES)).toMatchObject({ uri: null, config: DEFAULT_CONFIG, problems: [] });
  });
  it('in GB18030 too; a binary file is a problem, not an exception', async () => {
    expect((await configFor(host, 'file:///gb/x.txt', CODES)).config.family).toBe('样本');
    expect((await configFor(host, 'file:///bin/x.txt', CODES)).problems).toMatchObject([{ id: 'unreadable' }]);
  });
});

describe('nearest', () => {
  const names = ['numbering/sequence', 'numbering/level-skip', 'text/stray-space', 'family', 'year'];
  it.each([['sequence', 'numbering/sequence'], ['numbering/seqeunce', 'numbering/sequence'], ['TEXT/STRAY_SPACE', 'text/stray-space'], ['yaer', 'year'], ['xyzzy', null], ['', null]])('%s → %s', (name, expected) => {
    expect(nearest(name, names)).toBe(expected);
  });
});

describe('configSchema', () => {
  const schema = configSchema(CODES);
  const validate = new Ajv({ strict: true, keywords: ['enumDescriptions', 'defaultSnippets', 'deprecationMessage', 'doNotSuggest'] }).compile(schema);
  it('describes every setting in both languages', () => {
    const properties = schema['properties'] as Record<string, { description?: string }>;
    for (const key of SETTING_KEYS) expect(properties[key]?.description).toBe(`${SETTINGS[key].zh}\n\n${SETTINGS[key].en}`);
  });
  it('agrees with the parser about what is valid', () => {
    const value = fc.oneof(fc.constantFrom<unknown>('', 'x', 'off', 'zh-cn', 2025, 20.5, null, true, [], ['x'], ['x', 1], [''], {}, { 'text/placeholder': 'off' }, { 'text/placeholder': 'x' }, { y: 'off' }), fc.string());
    fc.assert(fc.property(fc.dictionary(fc.constantFrom(...SETTING_KEYS, '$schema', 'other'), value, { maxKeys: 3 }), (object) => {
      const { problems } = parseConfig(JSON.stringify(object), CODES);
      // Two things the schema cannot or need not say: whether a pattern compiles, and what $schema holds.
      fc.pre(!problems.some(({ id }) => id === 'bad-glob') && (object['$schema'] === undefined || typeof object['$schema'] === 'string'));
      expect(validate(object), JSON.stringify(object)).toBe(problems.length === 0);
    }), { numRuns: 2000 });
  });
});
