/**
 * The library as its users call it: what it reads, learns and finds, that it agrees with the command line, and that no text makes it throw.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { engine } from '../../server/src/cli/engine';
import { run } from '../../server/src/cli/run';
import { checkReport, decodeProfile, encodeProfile, learnProfile, mergeProfiles, parseReport } from '../../server/src/library';
import type { DiagnosticJson, Outline } from '../../server/src/library';
import { corpus, seeds, workReports } from '../kit/corpus';
import { hostile, random, randomEdit } from '../kit/random';

const FAMILY = 'law-based-government';
const slotsIn = (outline: Outline): readonly string[] => [...new Set([...outline.sections.flatMap(function all(section): string[] { return [...(section.slots ?? [section.slot ?? '']), ...section.children.flatMap(all)]; }), ...outline.passages.map(({ slot }) => slot)])].filter(Boolean);

describe('parseReport', () => {
  test.each(seeds.map(({ name, text }) => [name, text] as const))('%s: year, sections and the parts a norm demands', (name, text) => {
    const outline = parseReport(text);
    expect(outline.year).toBe(Number(name.slice(-4)));
    expect(outline.sections.length).toBeGreaterThanOrEqual(2);
    expect(slotsIn(outline)).toEqual(expect.arrayContaining(['results', 'problems', 'plan']));
  });

  test('a line of a section is where its heading stands', () => {
    const outline = parseReport('某市2024年法治政府建设年度报告\r\n\r\n一、主要成效\r\n（一）完善制度。制定规章。\r\n二、2025年安排\r\n继续努力。');
    expect(outline.sections.map(({ level, marker, title, line }) => ({ level, marker, title, line }))).toEqual([
      { level: 1, marker: '一、', title: '主要成效', line: 2 },
      { level: 1, marker: '二、', title: '2025年安排', line: 4 },
    ]);
    expect(outline.sections[0]!.children).toMatchObject([{ level: 2, marker: '（一）', title: '完善制度', line: 3, runIn: true }]);
  });

  test('without a profile no section has a slot', () => {
    expect(slotsIn(parseReport(seeds[0]!.text, { family: 'none' }))).toEqual([]);
    expect(slotsIn(parseReport(seeds[0]!.text, { profile: null }))).toEqual([]);
  });

  test('a text of another kind is not forced into the family', () => {
    expect(slotsIn(parseReport(workReports[0]!.text))).toEqual([]);
  });
});

describe('learnProfile', () => {
  const named = seeds.map(({ name, text }) => ({ name, text }));

  test('does not mind the order, nor who learned which part', () => {
    const whole = encodeProfile(learnProfile(named, { family: FAMILY }));
    expect(encodeProfile(learnProfile([...named].reverse(), { family: FAMILY }))).toBe(whole);
    const [a, b] = [named.slice(0, 2), named.slice(2)].map((part) => learnProfile(part, { family: FAMILY }));
    expect(encodeProfile(mergeProfiles(a!, b!))).toBe(whole);
    expect(encodeProfile(mergeProfiles(b!, a!))).toBe(whole);
  });

  test('takes reports as they come', () => {
    const stream = function* (): Generator<{ name: string; text: string }> { yield* named; };
    expect(learnProfile(stream(), { family: FAMILY }).seeds.map(({ name }) => name)).toEqual(named.map(({ name }) => name).sort());
  });

  test('learns what a family without norms has in common, and checks by it', () => {
    const profile = learnProfile(workReports.slice(1));
    expect(profile.family).toBeNull();
    expect(profile.slots.filter(({ support }) => support.count >= 3).length).toBeGreaterThanOrEqual(2);
    expect(checkReport(workReports[0]!.text, { profile }).filter(({ rule }) => rule === 'config/invalid')).toEqual([]);
  });

  test('a profile survives its file, and a file that is none says why', () => {
    const profile = learnProfile(named, { family: FAMILY });
    const again = decodeProfile(encodeProfile(profile));
    expect(again.ok && encodeProfile(again.profile)).toBe(encodeProfile(profile));
    expect(again.ok && checkReport(seeds[1]!.text, { profile: again.profile })).toEqual(checkReport(seeds[1]!.text, { profile }));
    expect(decodeProfile('{')).toMatchObject({ ok: false, reason: 'syntax' });
    expect(decodeProfile('{"schema":99999}')).toMatchObject({ ok: false, reason: 'newer' });
    expect(decodeProfile('[]')).toMatchObject({ ok: false, reason: 'shape' });
  });

  test('does not change the reports or the profile it is given', () => {
    const profile = freeze(learnProfile(named, { family: FAMILY }));
    expect(checkReport(seeds[0]!.text, { profile }).length).toBeGreaterThan(0);
    expect(mergeProfiles(profile, profile).seeds).toHaveLength(named.length);
  });
});

describe('checkReport', () => {
  const draft = [
    '某市2024年法治政府建设年度报告',
    '2024年，我市扎实推进法治政府建设，各项工作取得新的进展。',
    '一、2024年主要举措和成效',
    '（一）优化营商环境。推进政务服务政务服务标准化建设，办理行政许可事项120件。',
    '（三）规范行政执法。开展行政执法案卷评查，公布行政裁量权基准。',
    '二、存在的问题和原因',
    '仍存在一些薄弱环节。一是基层执法力量不足。二是培训不够。主要原因是人员编制紧张。',
    '三、2024年工作安排',
    '下一步，我市将继续加强行政执法监督，不断提高依法行政的能力和水平。加强队伍建设，开展业务培训',
  ].join('\n');
  const codes = (found: readonly DiagnosticJson[]): readonly string[] => found.map(({ rule }) => rule);

  test('says what is wrong, where, and whether it can be mended', () => {
    const found = checkReport(draft);
    expect(codes(found)).toEqual(expect.arrayContaining(['text/repeated-phrase', 'numbering/sequence', 'year/plan-year', 'text/missing-terminal']));
    const { line } = found.find(({ rule }) => rule === 'numbering/sequence')!.range.start;
    expect(line).toBe(4);
    expect(found.find(({ rule }) => rule === 'numbering/sequence')!.fix).toBe('safe');
  });

  test('in the language asked for', () => {
    const [zh, en] = [checkReport(draft), checkReport(draft, { language: 'en' })];
    expect(codes(en)).toEqual(codes(zh));
    for (const [i, { message }] of zh.entries()) {
      expect(message).toMatch(/\p{Script=Han}/u);
      expect(en[i]!.message).not.toBe(message);
      expect(`${message}${en[i]!.message}`).not.toMatch(/\{\w+\}/);
    }
  });

  test('settings change severities and silence rules', () => {
    const found = checkReport(draft, { rules: { 'numbering/sequence': 'hint', 'year/plan-year': 'off' } });
    expect(found.find(({ rule }) => rule === 'numbering/sequence')!.severity).toBe('hint');
    expect(codes(found)).not.toContain('year/plan-year');
  });

  test('a year that is given counts before the one that is read', () => {
    expect(codes(checkReport(draft, { year: 2023 }))).not.toContain('year/plan-year');
  });

  test('a family that does not exist is a mistake of the program, not a silent check of nothing', () => {
    for (const call of [() => checkReport(draft, { family: 'law' }), () => parseReport(draft, { family: 'law' }), () => learnProfile([], { family: 'law' })]) expect(call).toThrow(RangeError);
  });

  test('every place lies in the text, in order', () => {
    for (const { name, text } of corpus) {
      const lines = text.split(/\r\n?|\n/);
      let before = { line: 0, character: 0 };
      for (const { range } of checkReport(text, { family: FAMILY })) {
        for (const place of [range.start, range.end]) expect(place.character, name).toBeLessThanOrEqual(lines[place.line]!.length);
        expect(range.start.line - before.line || range.start.character - before.character, name).toBeGreaterThanOrEqual(0);
        before = range.start;
      }
    }
  });
});

describe('one core', () => {
  test.each(['zh', 'en'] as const)('the command line says of every text what the library says (%s)', async (language) => {
    const paths = corpus.map(({ path }) => path);
    let out = '';
    const terminal = { cwd: process.cwd(), env: {}, outIsTerminal: false, errIsTerminal: false, columns: 80, out: async (text: string) => void (out += text), err: () => {}, readStdin: async () => new Uint8Array() };
    await run(['check', ...paths, '--family', FAMILY, '--format', 'json', '--lang', language], { core: engine, terminal, version: '0', startServer: async () => {} });
    const { files } = JSON.parse(out) as { files: readonly { path: string; diagnostics: readonly DiagnosticJson[] }[] };
    // A text of another kind is refused by the command line with a sentence of its own, and has no findings there.
    const own = files.filter(({ diagnostics }) => diagnostics.length > 0);
    expect(own.length).toBeGreaterThanOrEqual(seeds.length);
    for (const { path, diagnostics } of own) expect(diagnostics, path).toEqual(JSON.parse(JSON.stringify(checkReport(corpus.find((entry) => entry.path === path)!.text, { family: FAMILY, language }))));
  });
});

describe('no text makes it throw', () => {
  test.each(hostile(random(3)).map((input) => [input.name, input] as const))('%s', (_, input) => {
    // Their full size is for the tests of speed; here it is their shape that matters.
    const text = input.text().slice(0, 20_000);
    expect(() => [parseReport(text), checkReport(text), learnProfile([{ name: 'x', text }])]).not.toThrow();
  });

  test('whatever it is made of', () => {
    const pieces = fc.constantFrom('一、', '（二）', '3.', '①', '一是', '四是', '。', '，', '“', '》', '\n', '\r\n', '　', '2024年', '\u{20000}', '\ud800', '<!-- allow', '-->', '```', '#', '|', '下一步', '存在问题', 'a');
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.array(pieces, { maxLength: 80 }).map((all) => all.join(''))), (text) => {
      parseReport(text, { family: FAMILY });
      checkReport(text, { family: FAMILY });
      checkReport(text, { profile: learnProfile([{ name: 'x', text }]) });
    }), { numRuns: 150, seed: 7 });
  });

  test('nor what a writer does to a real one', () => {
    const rng = random(11);
    let { text } = seeds[4]!;
    for (let i = 0; i < 60; i++) {
      const edit = randomEdit(text, rng);
      text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
      if (text.length < 200) text = seeds[i % seeds.length]!.text;
      expect(() => [parseReport(text), checkReport(text)], `${i}: ${edit.kind}`).not.toThrow();
    }
  });
});

function freeze<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) freeze(part);
  }
  return value;
}

describe('options of a configuration', () => {
  const draft = '某县2024年法治政府建设年度报告\n一、主要工作\n全年受理复议案件12宗,办结11宗。推进政务服务政务服务事项进驻，落实老提法。';
  const codes = (options: Parameters<typeof checkReport>[1]): readonly string[] => checkReport(draft, { family: 'none', ...options }).map(({ rule }) => rule);
  const loudness = (options: Parameters<typeof checkReport>[1]): ReadonlySet<string> => new Set(checkReport(draft, { family: 'none', ...options }).map(({ severity }) => severity));

  test('a preset makes rules louder or silent', () => {
    expect(codes({})).toContain('text/punctuation-width');
    expect(codes({ preset: 'quiet' })).not.toContain('text/punctuation-width');
    expect(loudness({})).toContain('info');
    expect(loudness({ preset: 'strict' })).not.toContain('info');
  });

  test('a dictionary accepts terms and names formulas that are out of date', () => {
    expect(codes({})).toContain('text/repeated-phrase');
    expect(codes({ dictionary: { terms: ['政务服务政务服务事项'] } })).not.toContain('text/repeated-phrase');
    expect(codes({})).not.toContain('year/stale-formula');
    expect(checkReport(draft, { family: 'none', year: 2024, dictionary: { formulas: [{ text: '老提法', until: 2023, instead: '新提法' }] } }).map(({ rule, message }) => `${rule} ${message}`).join()).toMatch(/year\/stale-formula .*新提法/);
  });

  test('a dictionary brings measure words of its own', () => {
    const text = '全年安排执法岗12 岗次，巡查13岗次，值守14岗次，抽查15岗次，复查16岗次。';
    const spaced = (units: readonly string[]): boolean => checkReport(text, { family: 'none', dictionary: { units } }).some(({ rule }) => rule === 'metric/unit-spacing');
    expect([spaced([]), spaced(['岗次'])]).toEqual([false, true]);
  });
});
