// `new`: what it writes, what it refuses and leaves alone, with a fake core; then the real core on a real report.
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engine } from '../../server/src/cli/engine';
import { scratch, type Scratch } from './kit';

let box: Scratch;
beforeEach(() => void (box = scratch()));
afterEach(() => box.remove());

describe('new', () => {
  it('writes the draft and says in one line what is in it', async () => {
    box.write({ 'last.txt': 'REPORT\n' });
    expect(await box.run(['new', '--from', 'last.txt', '--output', 'next.txt'])).toMatchObject({
      code: 0, err: '', out: 'next.txt: draft for 2025, 2 headings, 3 places to fill in; 1 plan items and 1 problems of last year listed before the results; added as demanded: causes\n',
    });
    expect(box.read('next.txt')).toBe('DRAFT 2025\nREPORT\n');
    expect((await box.run(['new', '--from', 'last.txt', '--year', '2030', '--output', 'later.txt'])).code).toBe(0);
    expect(box.read('later.txt')).toBe('DRAFT 2030\nREPORT\n');
  });

  it('leaves a file that exists alone, unless told to overwrite it', async () => {
    box.write({ 'last.txt': 'REPORT\n', 'next.txt': 'mine' });
    expect(await box.run(['new', '--from', 'last.txt', '--output', 'next.txt'])).toMatchObject({ code: 2, out: '', err: 'next.txt: exists, not written (--force overwrites it)\n' });
    expect(box.read('next.txt')).toBe('mine');
    expect((await box.run(['new', '--from', 'last.txt', '--output', 'next.txt', '--force'])).code).toBe(0);
    expect(box.read('next.txt')).toBe('DRAFT 2025\nREPORT\n');
  });

  it('never overwrites last year\'s report', async () => {
    box.write({ 'last.txt': 'REPORT\n' });
    expect(await box.run(['new', '--from', 'last.txt', '--output', './last.txt', '--force'])).toMatchObject({ code: 2, out: '' });
    expect(box.read('last.txt')).toBe('REPORT\n');
  });

  it.each([
    [['new', '--from', 'last.txt'], 'say with --output'],
    [['new', '--output', 'next.txt'], 'give last year\'s report with --from'],
    [['new', '--family', 'none', '--year', '2025', '--output', 'next.txt'], 'give last year\'s report with --from'],
    [['new', '--family', 'fake-family', '--output', 'next.txt'], 'give the year with --year'],
    [['new', '--from', 'nowhere.txt', '--output', 'next.txt'], 'no such file'],
    [['new', '--from', 'last.txt', '--output', 'folder/next.txt'], 'folder does not exist'],
    [['new', '--from', 'last.txt', '--family', 'fake-famil', '--output', 'next.txt'], 'there is no family'],
  ])('%s', async (args, sentence) => {
    box.write({ 'last.txt': 'REPORT\n' });
    const { code, out, err } = await box.run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
    expect(box.names()).toEqual(['last.txt']);
  });
});

describe('the real core', () => {
  const last = readFileSync('seeds/law-based-government/reports/huaihua-2023.txt', 'utf8');
  const draft = (lastYear: string | null, profile: Parameters<typeof engine.draft>[0]['profile'], year: number | null): ReturnType<typeof engine.draft> => engine.draft({ lastYear, profile, year });

  it('lays out the next report by the family that the text shows', () => {
    const made = draft(last, 'recognise', null);
    expect(made).toMatchObject({ ok: true, year: 2024, planItems: 3, problems: 3 });
    expect(made.ok && made.text.startsWith('关于怀化市2024年度法治政府建设情况的报告\n')).toBe(true);
    expect(made.ok && made.added.map(({ en }) => en)).toEqual(['causes of the shortcomings']);
  });

  it('tells why it makes none', () => {
    expect(draft(last, 'recognise', 2023)).toEqual({ ok: false, reason: 'year-not-later', year: 2023 });
    expect(draft('', 'recognise', null)).toEqual({ ok: false, reason: 'no-report' });
    expect(draft('一、工作情况\n办理案件3件，开展活动2场。\n', 'none', null)).toEqual({ ok: false, reason: 'no-year' });
    expect(draft(null, 'recognise', 2025)).toEqual({ ok: false, reason: 'no-profile' });
  });

  it('lays out a report from the profile alone: nothing is wrong with it but what is to be filled in', () => {
    const profile = engine.familyProfile('law-based-government')!;
    const made = draft(null, profile, 2025);
    if (!made.ok) throw new Error(made.reason);
    expect(made.text).toMatch(/^关于××2025年度法治政府建设情况的报告\n/);
    const { diagnostics, year, foreign } = engine.check(made.text, { path: 'x.txt', profile, previous: null, year: null, rules: {}, locale: 'en' });
    expect({ year, foreign }).toEqual({ year: 2025, foreign: false });
    expect(diagnostics.filter(({ severity, rule }) => (severity === 'error' || severity === 'warning') && rule !== 'text/placeholder')).toEqual([]);
    expect(diagnostics.filter(({ rule }) => rule === 'text/placeholder')).toHaveLength(made.placeholders);
  });
});
