// `check`: exit codes, streams, formats, configuration, fixes. The core is a fake; what is tested is the frame.
import { chmodSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { columnsOf } from '../../server/src/cli/output/width';
import { scratch, type Scratch } from './kit';

let box: Scratch;
beforeEach(() => void (box = scratch()));
afterEach(() => box.remove());

const CLEAN = 'REPORT\nall is well\n';
const paths = (out: string) => (JSON.parse(out) as { files: { path: string }[] }).files.map(({ path }) => path);

describe('exit codes', () => {
  it.each([
    ['nothing found', CLEAN, [], 0],
    ['only info and hint', 'REPORT\ninfo: a\nhint: b\n', [], 0],
    ['a warning', 'REPORT\nwarning: a\n', [], 1],
    ['an error', 'REPORT\nerror: a\n', [], 1],
    ['tolerated warnings', 'REPORT\nwarning: a\nwarning: b\n', ['--max-warnings', '2'], 0],
    ['a warning too many', 'REPORT\nwarning: a\nwarning: b\n', ['--max-warnings', '1'], 1],
    ['any number of warnings', 'REPORT\nwarning: a\n', ['--max-warnings', '-1'], 0],
    ['errors are never tolerated', 'REPORT\nerror: a\n', ['--max-warnings', '9'], 1],
    ['a rule turned off', 'REPORT\nwarning: a\n', ['--rule', 'text/placeholder=off'], 0],
    ['a rule made loud', 'REPORT\ninfo: a\n', ['--rule', 'text/stray-space=error'], 1],
    ['a file with nothing in it is no report', ' \n', ['--family', 'none'], 2],
  ])('%s', async (_name, text, options, code) => {
    box.write({ 'a.txt': text });
    const ran = await box.run(['check', 'a.txt', ...options]);
    expect({ code: ran.code, err: ran.code === 0 ? ran.err : '' }).toEqual({ code, err: '' });
  });

  it('says when there are too many warnings', async () => {
    box.write({ 'a.txt': 'REPORT\nwarning: a\nwarning: b\n' });
    expect((await box.run(['check', 'a.txt', '--max-warnings', '1'])).err).toBe('reportwright: too many warnings (2 > 1)\n');
  });
});

describe('wrong use: exit 2, one line on stderr, nothing on stdout', () => {
  it.each([
    [['check'], 'name files'],
    [['check', 'a.txt', '--rule', 'text/placehodler=off'], 'there is no rule “text/placehodler”; did you mean “text/placeholder”?'],
    [['check', 'a.txt', '--rule', 'placeholder=off'], 'did you mean “text/placeholder”?'],
    [['check', 'a.txt', '--rule', 'text/placeholder'], '--rule takes'],
    [['check', 'a.txt', '--rule', 'text/placeholder=loud'], '--rule takes'],
    [['check', 'a.txt', '--family', 'fake-famly'], 'did you mean “fake-family”?'],
    [['check', 'a.txt', '--profile', 'none.json'], 'none.json: no such file'],
    [['check', 'a.txt', '--profile', 'bad.json'], 'bad.json: is not valid JSON'],
    [['check', 'a.txt', '--profile', 'other.json'], 'other.json: is not a profile'],
    [['check', 'a.txt', '--profile', 'newer.json'], 'newer.json: profile version 7 is newer than 1'],
    [['check', 'a.txt', '--profile', 'other.json', '--family', 'none'], 'either --profile or --family'],
    [['check', 'a.txt', '--stdin'], '--stdin cannot'],
    [['check', '--stdin', '--fix'], '--stdin cannot'],
    [['check', 'a.txt', '--stdin-filename', 'x'], '--stdin-filename needs'],
    [['check', 'a.txt', '--format', 'xml'], '--format'],
    [['check', 'a.txt', '--year', 'last'], '--year'],
    [['check', 'a.txt', '--max-warnings', 'few'], '--max-warnings'],
    [['check', 'a.txt', '--max-warnings'], '--max-warnings'],
    [['check', 'a.txt', '--quite'], 'unknown option --quite; did you mean “--quiet”?'],
    [['chekc', 'a.txt'], 'unknown command chekc; did you mean “check”?'],
    [[], 'see reportwright --help'],
    [['outline'], 'missing argument file'],
    [['outline', 'a.txt', 'b.txt'], 'too many arguments'],
    [['explain'], '--list'],
    [['explain', 'sequnce'], 'did you mean “numbering/sequence”?'],
    [['learn', 'a.txt'], '--output'],
    [['learn', 'a.txt', '--output', 'o.json', '--family', 'x'], 'no family “x”'],
  ])('%j', async (args, message) => {
    box.write({ 'a.txt': CLEAN, 'bad.json': '{', 'other.json': '{}', 'newer.json': '{"marker":"x","version":7}' });
    const before = box.names();
    for (const lang of ['en', 'zh']) {
      const ran = await box.run(args.length ? [...args, '--lang', lang] : []);
      expect(ran.code).toBe(2);
      expect(ran.out).toBe('');
      expect(ran.err.trimEnd().split('\n')).toHaveLength(1);
      expect(ran.err).not.toMatch(/\{\w+\}|undefined/);
      if (lang === 'en') expect(ran.err).toContain(message);
      else if (args.length) expect(ran.err).toMatch(/[\u4e00-\u9fff]/);
    }
    expect(box.names()).toEqual(before);
  });
});

describe('what cannot be checked is named, the rest is checked', () => {
  it('missing, binary, undecodable, damaged', async () => {
    box.write({ 'a.txt': 'REPORT\nerror: found\n', 'b.docx': Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.from('word/document.xml')]), 'c.txt': iconv.encode('été à où ç ñ', 'latin1') });
    const ran = await box.run(['check', 'none.txt', 'b.docx', 'c.txt', 'a.txt', '--format', 'json']);
    expect(ran.code).toBe(2);
    expect(paths(ran.out)).toEqual(['a.txt']);
    const lines = ran.err.trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe('none.txt: no such file or folder');
    expect(lines[1]).toContain('b.docx: this is a Word document (docx): save it as plain text');
    expect(lines[2]).toContain('c.txt: the encoding is not known');
  });

  it('an empty folder, and a folder without any report', async () => {
    box.write({ 'x/README.md': 'REPORT', 'x/data.csv': '1', 'x/node_modules/y.txt': CLEAN, 'x/.hidden/z.txt': CLEAN });
    const ran = await box.run(['check', 'x', '--format', 'json']);
    expect(ran).toMatchObject({ code: 2, err: 'x: no report (.txt, .md, .report) in this folder\n' });
    expect(JSON.parse(ran.out)).toEqual({ version: 1, files: [], summary: { error: 0, warning: 0, info: 0, hint: 0 } });
  });

  it('a report of another family says so, instead of findings', async () => {
    box.write({ 'a.txt': 'SOMETHING\nerror: x\n', 'p.json': '{"marker":"REPORT"}' });
    for (const [options, message] of [[[], 'not recognised'], [['--family', 'fake-family'], 'family “fake-family”'], [['--profile', 'p.json'], 'family “fake-family”']] as const) {
      const ran = await box.run(['check', 'a.txt', ...options]);
      expect(ran).toMatchObject({ code: 2, out: '' });
      expect(ran.err).toContain(message);
    }
    expect((await box.run(['check', 'a.txt', '--family', 'none'])).code).toBe(1);
  });

  it('a defect of the core costs one file, and the document is whole', async () => {
    box.write({ 'a.txt': 'REPORT BOOM', 'b.txt': CLEAN });
    const ran = await box.run(['check', '.', '--format', 'json']);
    expect(ran).toMatchObject({ code: 2, err: 'a.txt: internal error: boom in the core\n' });
    expect(paths(ran.out)).toEqual(['b.txt']);
  });
});

describe('folders', () => {
  it('are walked in the order of names, each file once, links and loops harmless', async () => {
    box.write({ 'f/b.txt': CLEAN, 'f/a.md': CLEAN, 'f/sub/c.report': CLEAN, 'f/sub/README.md': 'x', 'f/sub/.x.txt': 'x', 'f/z.pdf': 'x', 'f/甲.txt': CLEAN, 'g/only.txt': CLEAN });
    symlinkSync(join(box.folder, 'f'), join(box.folder, 'f/sub/loop'));
    symlinkSync(join(box.folder, 'f/b.txt'), join(box.folder, 'f/c-link.txt'));
    symlinkSync(join(box.folder, 'g'), join(box.folder, 'f/linked'));
    symlinkSync(join(box.folder, 'nowhere'), join(box.folder, 'f/sub/broken.txt'));
    const ran = await box.run(['check', 'f', 'f/b.txt', 'g', 'f/', '--format', 'json']);
    expect(paths(ran.out)).toEqual(['f/a.md', 'f/b.txt', 'f/linked/only.txt', 'f/sub/c.report', 'f/甲.txt']);
    expect(ran).toMatchObject({ code: 2, err: 'f/sub/broken.txt: no such file or folder\n' });
  });

  it('a thousand files: one document, one file a line, held one at a time', async () => {
    box.write(Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`d${i % 7}/r${i}.txt`, i % 10 ? CLEAN : 'REPORT\nwarning: w\n'])));
    let chunks = 0;
    let longest = 0;
    let out = '';
    const ran = await box.run(['check', '.', '--format', 'json'], { out: async (text) => {
      chunks++;
      longest = Math.max(longest, text.length);
      out += text;
    } });
    expect(ran.code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ version: 1, summary: { error: 0, warning: 100, info: 0, hint: 0 } });
    expect(paths(out)).toHaveLength(1000);
    expect(chunks).toBe(1002);
    expect(longest).toBeLessThan(400);
  });
});

describe('json', () => {
  it('is the contract, member by member', async () => {
    box.write({ 'a.txt': 'REPORT YEAR 2021\nerror: “一” FIX\n' });
    const ran = await box.run(['check', 'a.txt', '--format', 'json', '--lang', 'zh']);
    expect(JSON.parse(ran.out)).toEqual({
      version: 1,
      files: [{ path: 'a.txt', family: 'fake-family', year: 2021, diagnostics: [{ rule: 'numbering/sequence', severity: 'error', message: '“一” FIX', range: { start: { line: 1, character: 2 }, end: { line: 1, character: 5 } }, fix: 'safe', evidence: [] }] }],
      summary: { error: 1, warning: 0, info: 0, hint: 0 },
    });
    expect(ran.err).toBe('');
  });
});

const TEXT = 'REPORT\nerror: 编号“三、”应为“二、”\nwarning: short FIX\n\n\n\n\n\n\n\n\nhint: x\n';

describe('compact', () => {
  it('aligns by display width and sums up, in English and in Chinese', async () => {
    box.write({ 'a.txt': TEXT, 'b.txt': CLEAN });
    const en = await box.run(['check', '.', '--format', 'compact']);
    expect(en.out).toMatchInlineSnapshot(`
      "a.txt:2:3   error    en 编号“三、”应为“二、”  numbering/sequence
      a.txt:3:3   warning  en short FIX             text/placeholder
      a.txt:12:3  hint     en x                     text/stray-space

      2 reports checked: 1 error, 1 warning, 1 hint; 1 can be fixed with --fix
      "
    `);
    const zh = await box.run(['check', '.', '--format', 'compact'], { env: { LANG: 'zh_CN.UTF-8' } });
    expect(zh.out).toMatchInlineSnapshot(`
      "a.txt:2:3   错误  编号“三、”应为“二、”  numbering/sequence
      a.txt:3:3   警告  short FIX             text/placeholder
      a.txt:12:3  建议  x                     text/stray-space

      检查了 2 份报告：1 个错误，1 个警告，1 条建议；其中 1 处可用 --fix 自动修复
      "
    `);
    const rows = zh.out.split('\n').slice(0, 3);
    expect(new Set(rows.map((row) => columnsOf(row.slice(0, row.search(/\S+$/)))).values()).size).toBe(1);
    expect(zh.err).toBe('');
  });
});

describe('pretty', () => {
  it('colours only a terminal without NO_COLOR, and never lets a text steer it', async () => {
    box.write({ 'a.txt': 'REPORT\nerror: \u001b[2Jx\u0007\n' });
    const terminal = { outIsTerminal: true };
    const esc = '\u001b[';
    expect((await box.run(['check', 'a.txt'], terminal)).out).toContain(`${esc}31merror${esc}39m`);
    for (const env of [{ NO_COLOR: '1' }, { TERM: 'dumb' }]) expect((await box.run(['check', 'a.txt'], { ...terminal, env })).out).not.toContain(esc);
    expect((await box.run(['check', 'a.txt', '--no-color'], terminal)).out).not.toContain(esc);
    const plain = (await box.run(['check', 'a.txt'])).out;
    expect(plain).not.toContain(esc);
    expect(plain).toContain('␛[2Jx␇');
  });

  it('--quiet: errors and warnings, no totals', async () => {
    box.write({ 'a.txt': TEXT });
    const ran = await box.run(['check', 'a.txt', '--quiet'], { errIsTerminal: true });
    expect(ran.out.match(/^a\.txt:\d/gm)).toHaveLength(2);
    expect(ran.out).not.toContain('checked');
    expect(ran.err).toBe('');
    box.write({ 'b.txt': CLEAN });
    expect(await box.run(['check', 'b.txt', '--quiet'])).toMatchObject({ code: 0, out: '', err: '' });
  });
});

describe('progress', () => {
  const many = () => box.write(Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`r${String(i).padStart(2, '0')}.txt`, CLEAN])));
  it('is one line on a terminal, cleared at the end', async () => {
    many();
    const { err } = await box.run(['check', '.'], { errIsTerminal: true, columns: 20 });
    expect(err).toContain('21 checked');
    expect(err.endsWith('\r\u001b[K')).toBe(true);
    expect(err).not.toContain('\n');
    for (const line of err.split('\r\u001b[K')) expect(columnsOf(line)).toBeLessThan(20);
  });
  it('is silent on few files, with --quiet, and away from a terminal', async () => {
    many();
    expect((await box.run(['check', '.'])).err).toBe('');
    expect((await box.run(['check', '.', '--quiet'], { errIsTerminal: true })).err).toBe('');
    expect((await box.run(['check', 'r01.txt'], { errIsTerminal: true })).err).toBe('');
  });
});

describe('standard input', () => {
  it('is checked under its file name, with the configuration that holds there', async () => {
    box.write({ 'sub/reportwright.json': '{"year": 2019, "rules": {"text/placeholder": "hint"}}' });
    const ran = await box.run(['check', '--stdin', '--stdin-filename', 'sub/x.txt', '--format', 'json'], { stdin: iconv.encode('REPORT\nwarning: 一是加强学习教育\n', 'gb18030') });
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out)).toMatchObject({ files: [{ path: 'sub/x.txt', year: 2019, diagnostics: [{ severity: 'hint', message: 'en 一是加强学习教育' }] }] });
    expect(box.names('sub')).toEqual(['reportwright.json']);
  });
  it('binary input is refused by name', async () => {
    expect(await box.run(['check', '--stdin'], { stdin: new Uint8Array(50) })).toMatchObject({ code: 2, err: 'stdin.txt: this is a binary file, not text\n' });
  });
});

describe('configuration', () => {
  it('nearest wins; --rule, --year, --family and --lang win over it', async () => {
    box.write({
      'reportwright.json': '{"year": 2001, "rules": {"text/placeholder": "off"}, "locale": "zh-cn"}',
      'a.txt': 'REPORT\nwarning: a\n',
      'sub/reportwright.json': '{"family": "other-family", "exclude": ["old"]}',
      'sub/b.txt': 'OTHER\nwarning: b\n',
      'sub/old/c.txt': 'never',
    });
    const ran = await box.run(['check', '.', '--format', 'json']);
    expect(ran.core.requests).toMatchObject([
      { path: 'a.txt', year: 2001, locale: 'zh-cn', profile: 'recognise', rules: { 'text/placeholder': 'off' } },
      { path: 'sub/b.txt', year: null, locale: 'en', profile: { marker: 'OTHER' }, rules: {} },
    ]);
    const forced = await box.run(['check', '.', '--rule', 'text/placeholder=error', '--year', '2030', '--family', 'none', '--lang', 'en']);
    for (const request of forced.core.requests) expect(request).toMatchObject({ year: 2030, locale: 'en', profile: 'none', rules: { 'text/placeholder': 'error' } });
  });

  it('include chooses files, a named file is always checked', async () => {
    box.write({ 'reportwright.json': '{"include": ["drafts/*.md"]}', 'a.txt': CLEAN, 'drafts/b.md': CLEAN });
    expect(paths((await box.run(['check', '.', '--format', 'json'])).out)).toEqual(['drafts/b.md']);
    expect(paths((await box.run(['check', 'a.txt', '--format', 'json'])).out)).toEqual(['a.txt']);
  });

  it('errors in it are findings in it, once, and the run fails', async () => {
    box.write({ 'reportwright.json': '{\n  "famly": "x",\n  "year": 2020\n}', 'a.txt': CLEAN, 'b.txt': CLEAN });
    const ran = await box.run(['check', '.', '--format', 'json']);
    expect(ran).toMatchObject({ code: 2, err: 'reportwright.json: the configuration has errors (1: There is no setting “famly”. Did you mean “family”?); the rest of it holds\n' });
    const { files } = JSON.parse(ran.out) as { files: object[] };
    expect(files).toMatchObject([
      { path: 'reportwright.json', family: null, year: null, diagnostics: [{ rule: 'config/invalid', severity: 'error', range: { start: { line: 1, character: 2 }, end: { line: 1, character: 9 } } }] },
      { path: 'a.txt', year: 2020 },
      { path: 'b.txt', year: 2020 },
    ]);
  });

  it('a profile of a newer version, a family nobody knows, seeds that are not there', async () => {
    for (const [config, message] of [
      ['{"profile": "p.json"}', 'p.json: profile version 7 is newer than 1'],
      ['{"family": "fake-famly"}', 'reportwright.json: there is no family “fake-famly”'],
      ['{"seeds": "none"}', 'none: no such file or folder'],
    ] as const) {
      box.write({ 'x/reportwright.json': config, 'x/p.json': '{"marker":"x","version":7}', 'x/a.txt': CLEAN, 'x/b.txt': CLEAN });
      const ran = await box.run(['check', 'x']);
      expect(ran.code).toBe(2);
      expect(ran.err.trimEnd().split('\n')).toHaveLength(1);
      expect(ran.err).toContain(message);
      expect(ran.core.requests).toEqual([]);
    }
  });

  it('seeds are learned from once for all files', async () => {
    box.write({ 'reportwright.json': '{"seeds": ["good"], "exclude": ["good"]}', 'good/s.txt': CLEAN, 'a.txt': CLEAN, 'b.txt': CLEAN });
    const ran = await box.run(['check', '.']);
    expect(ran.code).toBe(0);
    expect(ran.core.learned).toEqual([`s.txt:${CLEAN.length}`]);
    expect(ran.core.requests.map(({ profile }) => profile)).toMatchObject([{ marker: 'REPORT' }, { marker: 'REPORT' }]);
  });
});

describe('--fix', () => {
  const BROKEN = 'REPORT\nwarning: FIX\nhint: FIX\n';
  it('writes what is safe, keeps the mark and the line ends, reports what is left', async () => {
    box.write({ 'a.txt': `\ufeff${BROKEN.replaceAll('\n', '\r\n')}`, 'b.txt': CLEAN });
    const ran = await box.run(['check', '.', '--fix']);
    expect(box.read('a.txt')).toBe('\ufeffREPORT\r\nwarning: DONE\r\nhint: DONE\r\n');
    expect(ran.out).toContain('2 fixed');
    expect(box.names()).toEqual(['a.txt', 'b.txt']);
    expect(ran.code).toBe(1);
  });

  it('leaves alone and names what is not UTF-8, read-only, a link, or changed meanwhile', async () => {
    const gb = iconv.encode(`${BROKEN}一是加强学习教育\n`, 'gb18030');
    box.write({ 'gb.txt': gb, 'ro.txt': BROKEN, 'real/x.txt': BROKEN, 'moved.txt': BROKEN });
    chmodSync(join(box.folder, 'ro.txt'), 0o444);
    symlinkSync(join(box.folder, 'real/x.txt'), join(box.folder, 'link.txt'));
    for (const [path, message] of [['gb.txt', 'is in gb18030'], ['ro.txt', 'is not writable'], ['link.txt', 'is a symbolic link']] as const) {
      const before = box.read(path);
      const ran = await box.run(['check', path, '--fix']);
      expect(ran.code).toBe(2);
      expect(ran.err).toContain(`${path}: ${message}`);
      expect(ran.out).toContain(`${path}:2:3`);
      expect(box.read(path)).toBe(before);
    }
    const core = (await import('./fake-core')).fakeCore();
    const moved = join(box.folder, 'moved.txt');
    const { run } = await import('../../server/src/cli/run');
    let err = '';
    const code = await run(['check', 'moved.txt', '--fix'], {
      core: { ...core, fix: (text, request) => {
        writeFileSync(moved, 'somebody else was here');
        return core.fix(text, request);
      } },
      version: '', startServer: async () => {},
      terminal: { cwd: box.folder, env: { LANG: 'en' }, outIsTerminal: false, errIsTerminal: false, columns: 80, out: async () => {}, err: (text) => void (err += text), readStdin: async () => new Uint8Array() },
    });
    expect({ code, err, now: box.read('moved.txt') }).toEqual({ code: 2, err: 'moved.txt: was changed in the meantime, not written\n', now: 'somebody else was here' });
    expect(box.names()).toEqual(['gb.txt', 'link.txt', 'moved.txt', 'real', 'ro.txt']);
  });
});
