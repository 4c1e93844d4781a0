// `metrics` and `check --previous`: formats, streams, exit codes with a fake core; then the real core on real reports.
import { chmodSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engine } from '../../server/src/cli/engine';
import { run } from '../../server/src/cli/run';
import { csvLine } from '../../server/src/cli/output/csv';
import { tableLines } from '../../server/src/cli/output/table';
import { columnsOf } from '../../server/src/cli/output/width';
import { scratch, type Scratch } from './kit';

let box: Scratch;
beforeEach(() => void (box = scratch()));
afterEach(() => box.remove());

describe('metrics', () => {
  it('--format json: one file is its figures and relations, several are a list', async () => {
    box.write({ 'in/a.txt': 'REPORT\n案件=12件\n部门=3.50个\n', 'in/b.txt': 'REPORT\n', 'in/notes.csv': 'x=1' });
    const one = await box.run(['metrics', 'in/a.txt', '--format', 'json', '--year', '2023']);
    expect(one).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(one.out)).toEqual({
      figures: [
        { line: 1, character: 3, numeral: '12', value: 12, unit: '件', scale: '', qualifier: '', kind: 'count', subject: '案件', period: 2023 },
        { line: 2, character: 3, numeral: '3.50', value: 3.5, unit: '个', scale: '', qualifier: '', kind: 'count', subject: '部门', period: 2023 },
      ],
      relations: [{ kind: 'sum', whole: 0, parts: [1], rate: null, holds: false, recomputed: 3.5 }],
    });
    for (const args of [['in'], ['in/a.txt', 'in/b.txt']]) {
      const several = JSON.parse((await box.run(['metrics', ...args, '--format', 'json'])).out) as { version: number; files: { path: string; figures: unknown[] }[] };
      expect(several.version).toBe(1);
      expect(several.files.map(({ path, figures }) => [path, figures.length])).toEqual([['in/a.txt', 2], ['in/b.txt', 0]]);
    }
  });

  it('--format csv: a mark for spreadsheets, one head, a record a figure, numbered as editors do', async () => {
    box.write({ 'a.txt': 'REPORT\n案件=12件\n', 'b.txt': 'REPORT\n=HYPERLINK("x"),甲=1件\n' });
    const { out, code } = await box.run(['metrics', 'a.txt', 'b.txt', '--format', 'csv']);
    expect(code).toBe(0);
    expect(out).toBe(
      '\ufeffpath,line,subject,numeral,value,unit,scale,qualifier,kind,period,section,topic\r\n' +
        'a.txt,2,案件,12,12,件,,,count,,一、甲,\r\n' +
        'b.txt,2,"\'=HYPERLINK(""x""),甲",1,1,件,,,count,,一、甲,\r\n',
    );
  });

  it('a table for eyes, with what does not hold', async () => {
    box.write({ 'a.txt': 'REPORT\n案件=12件\n法律援助中心=3个\n' });
    const { out } = await box.run(['metrics', 'a.txt']);
    expect(out).toMatchInlineSnapshot(`
      "a.txt
      line  figure  counts        kind   year  section
         2    12件  案件          count        一、甲
         3     3个  法律援助中心  count        一、甲
      2 figures, 1 relations, 1 of them wrong
      "
    `);
  });

  it('what cannot be read or breaks is named and fails the run; the rest is given', async () => {
    box.write({ 'a.txt': 'REPORT\n案件=12件\n', 'b.txt': new Uint8Array(40), 'c.txt': 'REPORT BOOM' });
    const ran = await box.run(['metrics', 'a.txt', 'b.txt', 'c.txt', 'none.txt', '--format', 'json']);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('b.txt: this is a binary file');
    expect(ran.err).toContain('c.txt: internal error: boom');
    expect(ran.err).toContain('none.txt: no such file');
    expect((JSON.parse(ran.out) as { files: unknown[] }).files).toHaveLength(1);
    expect(await box.run(['metrics', 'none.txt', '--format', 'json'])).toMatchObject({ code: 2, out: '', err: 'none.txt: no such file or folder\n' });
  });

  it('wrong use and bad surroundings: exit 2 before anything is printed', async () => {
    box.write({ 'a.txt': 'REPORT' });
    for (const args of [['metrics'], ['metrics', 'a.txt', '--format', 'xml'], ['metrics', 'a.txt', '--profile', 'no.json'], ['metrics', 'a.txt', '--profile', 'x', '--family', 'none']]) {
      const ran = await box.run(args);
      expect(ran).toMatchObject({ code: 2, out: '' });
      expect(ran.err.trimEnd().split('\n')).toHaveLength(1);
    }
  });

  it('a wrong configuration is named by its path; the files are read all the same', async () => {
    box.write({ 'in/reportwright.json': '{ "yeer": 1 }', 'in/a.txt': 'REPORT\n案件=12件\n' });
    const ran = await box.run(['metrics', 'in', '--format', 'csv']);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('in/reportwright.json: the configuration has errors');
    expect(ran.out).toContain('案件');
  });
});

describe('metrics --chart', () => {
  it('is drawn of every file, and written in one step', async () => {
    box.write({ 'in/a.txt': 'REPORT', 'in/b.txt': 'REPORT' });
    expect(await box.run(['metrics', 'in', '--chart', 'out.svg'])).toMatchObject({ code: 0, err: '' });
    expect(box.read('out.svg')).toBe('<svg>[{"path":"in/a.txt"},{"path":"in/b.txt"}]</svg>\n');
    expect(box.names()).toEqual(['in', 'out.svg']);
  });

  it('refuses what it must not replace; the figures are printed all the same', async () => {
    box.write({ 'a.txt': 'REPORT\n案件=12件\n', 'old.svg': 'old' });
    chmodSync(join(box.folder, 'old.svg'), 0o400);
    mkdirSync(join(box.folder, 'folder'));
    for (const [path, message] of [['old.svg', 'is not writable'], ['folder', 'is a folder'], ['no/x.svg', 'its folder does not exist']] as const) {
      const ran = await box.run(['metrics', 'a.txt', '--format', 'csv', '--chart', path]);
      expect(ran.code).toBe(2);
      expect(ran.err).toContain(`${path}: `);
      expect(ran.err).toContain(message);
      expect(ran.out).toContain('案件');
    }
    expect(box.read('old.svg')).toBe('old');
    expect(box.names()).toEqual(['a.txt', 'folder', 'old.svg']);
  });
});

describe('check --previous', () => {
  const previousOf = async (args: readonly string[]): Promise<readonly unknown[]> => (await box.run(['check', ...args])).core.requests.map(({ previous }) => previous);

  it('hands last year\'s report on; none without it', async () => {
    box.write({ 'a.txt': 'REPORT', 'last.txt': 'REPORT last' });
    expect(await previousOf(['a.txt', '--previous', 'last.txt'])).toEqual([{ name: 'last.txt', text: 'REPORT last' }]);
    expect(await previousOf(['a.txt'])).toEqual([null]);
  });

  it('the configuration names it, seen from its folder, and the option comes first', async () => {
    box.write({ 'in/reportwright.json': '{ "previous": "old/last.txt" }', 'in/old/last.txt': 'REPORT old', 'in/a.txt': 'REPORT', 'other.txt': 'REPORT other' });
    expect(await previousOf(['in/a.txt'])).toEqual([{ name: 'last.txt', text: 'REPORT old' }]);
    expect(await previousOf(['in/a.txt', '--previous', 'other.txt'])).toEqual([{ name: 'other.txt', text: 'REPORT other' }]);
  });

  it('a report is not held against itself', async () => {
    box.write({ 'in/reportwright.json': '{ "previous": "2023.txt" }', 'in/2023.txt': 'REPORT old', 'in/2024.txt': 'REPORT new' });
    expect(await previousOf(['in'])).toEqual([null, { name: '2023.txt', text: 'REPORT old' }]);
  });

  it('one that cannot be read is named: by the option before anything, by the configuration once', async () => {
    box.write({ 'in/reportwright.json': '{ "previous": "gone.txt" }', 'in/a.txt': 'REPORT', 'in/b.txt': 'REPORT' });
    expect(await box.run(['check', 'in/a.txt', '--previous', 'none.txt'])).toMatchObject({ code: 2, out: '', err: 'none.txt: no such file or folder\n' });
    const ran = await box.run(['check', 'in', '--format', 'json']);
    expect(ran).toMatchObject({ code: 2, err: 'gone.txt: no such file or folder\n' });
    expect((JSON.parse(ran.out) as { files: unknown[] }).files).toHaveLength(2);
  });

  it('standard input as well', async () => {
    box.write({ 'last.txt': 'REPORT last' });
    const { core } = await box.run(['check', '--stdin', '--previous', 'last.txt'], { stdin: 'REPORT' });
    expect(core.requests.map(({ previous }) => previous)).toEqual([{ name: 'last.txt', text: 'REPORT last' }]);
  });
});

describe('with the real core', () => {
  const real = async (...args: string[]): Promise<{ code: number; out: string; err: string }> => {
    let out = '';
    let err = '';
    const terminal = { cwd: resolve('.'), env: { LANG: 'zh_CN' }, outIsTerminal: false, errIsTerminal: false, columns: 80, out: async (text: string) => void (out += text), err: (text: string) => void (err += text), readStdin: async () => new Uint8Array() };
    const code = await run(args, { core: engine, version: '0', terminal, startServer: async () => {} });
    return { code, out, err };
  };

  it('a seed: numerals as written, positions that hold, relations that point at figures', async () => {
    const path = 'seeds/law-based-government/reports/huaihua-2023.txt';
    const { code, out } = await real('metrics', path, '--format', 'json');
    expect(code).toBe(0);
    const { figures, relations } = JSON.parse(out) as { figures: { line: number; character: number; numeral: string; subject: string; value: number; period: number }[]; relations: { whole: number; parts: number[]; rate: number | null; holds: boolean; recomputed: number }[] };
    const { readFileSync } = await import('node:fs');
    const lines = readFileSync(path, 'utf8').split(/\r\n|\r|\n/);
    for (const { line, character, numeral } of figures) expect(lines[line]!.slice(character, character + numeral.length)).toBe(numeral);
    const rate = figures.findIndex(({ numeral, subject }) => numeral === '97.52' && subject.includes('成功率'));
    expect(figures[rate]).toMatchObject({ value: 97.52, period: 2023 });
    expect(relations.find((relation) => relation.rate === rate)).toMatchObject({ holds: true, recomputed: 97.52 });
    for (const { whole, parts } of relations) for (const at of [whole, ...parts]) expect(figures[at]).toBeDefined();
  });

  it('five years of one district: one picture, well over ten panels', async () => {
    const { code, err } = await real('metrics', 'test/corpus/gov-work-nanshan', '--format', 'csv', '--chart', join(box.folder, 'years.svg'));
    expect([code, err]).toEqual([0, '']);
    const svg = box.read('years.svg');
    expect(svg.match(/class="panel"/g)!.length).toBeGreaterThan(10);
    expect(svg).toContain('>2017</text>');
  });
});

describe('parts', () => {
  it('csv: quotes, breaks and blanks are kept, formulas disarmed, numbers left alone', () => {
    expect(csvLine(['a,b', 'say "x"', 'two\nlines', ' blank ', -3.5, null, '=1+1', '＝1', '-5%'])).toBe('"a,b","say ""x""","two\nlines"," blank ",-3.5,,\'=1+1,\'＝1,\'-5%\r\n');
  });
  it('table: every line of one column ends in the same place, cut texts included', () => {
    const lines = tableLines([{ head: '行', align: 'right' }, { head: '对象', align: 'left', most: 8 }, { head: 'x', align: 'left' }], [['1', '行政复议申请', '|'], ['12', 'ab', '|'], ['3', '一\u001b[2J二', '|']]);
    const ends = lines.slice(1).map((line) => columnsOf(line.slice(0, line.indexOf('|'))));
    expect(new Set(ends).size).toBe(1);
    expect(lines.join('')).not.toContain('\u001b');
    expect(lines[1]).toContain('行政复…');
  });
});
