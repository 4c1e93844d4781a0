// `compare`: formats, streams, exit codes with a fake core; then the real core on real reports.
import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engine } from '../../server/src/cli/engine';
import { run } from '../../server/src/cli/run';
import { scratch, type Scratch } from './kit';

let box: Scratch;
beforeEach(() => void (box = scratch()));
afterEach(() => box.remove());

describe('compare', () => {
  beforeEach(() => box.write({ 'last.txt': 'REPORT last\n', 'now.txt': 'REPORT now\n' }));

  it('--format json: the contract', async () => {
    const { out, err, code } = await box.run(['compare', 'last.txt', 'now.txt', '--format', 'json']);
    expect({ err, code }).toEqual({ err: '', code: 0 });
    const value = JSON.parse(out) as Record<string, unknown>;
    expect(Object.keys(value)).toEqual(['version', 'before', 'now', 'sections', 'figures', 'figuresOnly', 'plan', 'copied']);
    expect(value).toMatchObject({ version: 1, before: { path: 'last.txt', title: 'REPORT last', year: 2023 }, now: { path: 'now.txt', title: 'REPORT now', year: 2024 } });
  });

  it('a table by default: lines count from one, what is missing is a dash', async () => {
    const { out, code } = await box.run(['compare', 'last.txt', 'now.txt']);
    expect(code).toBe(0);
    for (const line of ['一、甲', '受理申请', '↑17.6%', '一是建队伍', '一（二）:3', '队伍', '一句话。']) expect(out).toContain(line);
    expect(out).toMatch(/一、甲\s+-\s+10 → -/);
  });

  it('--format markdown is the core\'s', async () => {
    expect(await box.run(['compare', 'last.txt', 'now.txt', '--format', 'markdown'])).toMatchObject({ out: '# last.txt now.txt\n', code: 0 });
  });

  it.each([
    [['compare', 'last.txt'], 'reportwright: '],
    [['compare', 'nowhere.txt', 'now.txt'], 'nowhere.txt: '],
    [['compare', 'last.txt', 'nowhere.txt'], 'nowhere.txt: '],
    [['compare', 'last.txt', 'now.txt', '--format', 'csv'], 'reportwright: '],
    [['compare', 'last.txt', 'now.txt', '--family', 'unknown'], 'reportwright: '],
  ])('%j fails with one line and nothing else', async (args, begins) => {
    const { out, err, code } = await box.run(args);
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(err.startsWith(begins)).toBe(true);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

describe('the real core on two years of one district', () => {
  const paths = ['test/corpus/gov-work-nanshan/2017.txt', 'test/corpus/gov-work-nanshan/2018.txt'].map((path) => resolve(path));
  const real = async (...args: string[]): Promise<string> => {
    const lines: string[] = [];
    const terminal = { cwd: box.folder, env: {}, outIsTerminal: false, errIsTerminal: false, columns: 80, out: async (text: string) => void lines.push(text), err: (text: string) => void lines.push(text), readStdin: async () => new Uint8Array() };
    expect(await run(['compare', ...paths, '--family', 'none', ...args], { core: engine, terminal, version: '0', startServer: async () => {} })).toBe(0);
    return lines.join('');
  };

  it('finds sections, figures, promises and where they are kept', async () => {
    const { sections, figures, plan } = JSON.parse(await real('--format', 'json')) as { sections: { before: { heading: string } | null; now: { heading: string } | null }[]; figures: { name: string; before: { text: string }; now: { text: string }; change: string }[]; plan: { text: string; fate: string; places: { section: string; words: string[] }[] }[] };
    expect(sections.find(({ now }) => now?.heading === '2018年主要工作')?.before?.heading).toBe('2017年主要工作');
    expect(figures.find(({ name }) => name === '政协委员提案')).toMatchObject({ before: { text: '147件' }, now: { text: '198件' }, change: '↑34.7%' });
    const bay = plan.find(({ text }) => text.includes('滨海休闲带西段'))!;
    expect(bay.fate).toBe('reported');
    expect(bay.places[0]).toMatchObject({ section: '四', words: expect.arrayContaining(['深圳湾滨海休闲带西段']) });
  });

  it('Markdown and table name the same promises', async () => {
    const [markdown, table] = [await real('--format', 'markdown'), await real()];
    for (const text of [markdown, table]) for (const word of ['已落实', '未提到', '2018年主要工作', '↑34.7%']) expect(text).toContain(word);
    expect(markdown.split('\n').filter((line) => line.startsWith('## '))).toHaveLength(4);
  });
});
