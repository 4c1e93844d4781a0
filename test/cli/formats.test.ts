// The formats of `check` for people and for machines, each held against its schema or read by a parser of the format.
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import Ajv from 'ajv';
import type { Log, PhysicalLocation, Region, Result } from 'sarif';
import sax from 'sax';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { analyse } from '../../server/src/analysis';
import { engine } from '../../server/src/cli/engine';
import { frameOf } from '../../server/src/cli/output/frame';
import { columnsOf } from '../../server/src/cli/output/width';
import { run } from '../../server/src/cli/run';
import { applyEdits, makeText, offsetAt } from '../../server/src/text';
import { corpus, reports, type CorpusText } from '../kit/corpus';
import { unmark } from '../kit/marks';
import { flawed } from '../lsp/drafts';
import { scratch, type Scratch } from './kit';
import { TIMED } from '../kit/timed';

let box: Scratch;
beforeEach(() => void (box = scratch()));
afterEach(() => box.remove());

/** The real program over the texts of the repository. */
async function real(...args: string[]): Promise<{ readonly out: string; readonly code: number }> {
  let out = '';
  const terminal = { cwd: process.cwd(), env: { LANG: 'zh' }, outIsTerminal: false, errIsTerminal: false, columns: 80, out: async (text: string) => void (out += text), err: () => {}, readStdin: async () => new Uint8Array() };
  const code = await run(args, { core: engine, terminal, version: '0', startServer: async () => {} });
  return { out, code };
}

const everyText: readonly CorpusText[] = [...corpus, ...reports];
const everyPath = everyText.map(({ path }) => path);

// The schema is draft 4; what it uses of it reads the same in draft 7 once its name is taken off.
const body = Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema' && key !== 'id'));
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, formats: { uri: isUri, 'uri-reference': (value: string) => URL.canParse(value, 'file:///base/') && !/[^\x21-\x7e]/.test(value), 'date-time': (value: string) => !Number.isNaN(Date.parse(value)) } });
const isSarif = ajv.compile(body);

function isUri(value: string): boolean {
  return URL.canParse(value) && !/[^\x21-\x7e]/.test(value);
}

function logOf(out: string): Log {
  const log = JSON.parse(out) as Log;
  isSarif(log);
  expect(isSarif.errors ?? []).toEqual([]);
  return log;
}

describe('sarif', () => {
  it('is valid over every text, and its places, snippets and fixes are those of the findings', async () => {
    const { out } = await real('check', ...everyPath, '--format', 'sarif', '--family', 'none');
    const [{ results = [], tool, columnKind, invocations }] = logOf(out).runs as [Log['runs'][number]];
    expect(columnKind).toBe('utf16CodeUnits');
    expect(invocations).toEqual([{ executionSuccessful: true }]);
    expect(results.length).toBeGreaterThan(50);
    const texts = new Map(everyText.map((one) => [one.path, one]));
    let fixes = 0;
    for (const result of results) {
      const place = result.locations![0]!.physicalLocation!;
      const { text } = texts.get(decodeURIComponent(place.artifactLocation!.uri!))!;
      expect(tool.driver.rules![result.ruleIndex!]!.id).toBe(result.ruleId);
      expect(cut(text, place.region!)).toBe(place.region!.snippet?.text ?? '');
      fixes += result.fixes?.length ?? 0;
    }
    expect(fixes).toBeGreaterThan(20);
    // What the log says of one text, word for word what the core says.
    const one = everyText.find(({ name }) => name === 'yanji-2020')!;
    const own = results.filter(({ locations }) => decodeURIComponent(locations![0]!.physicalLocation!.artifactLocation!.uri!) === one.path);
    const findings = analyse(one.text, { profile: null, rules: {}, year: null }).findings()!;
    expect(own.map(({ ruleId }) => ruleId)).toEqual(findings.map(({ code }) => code));
    for (const [at, { fix }] of findings.entries()) {
      const changes = own[at]!.fixes?.[0]?.artifactChanges[0]?.replacements ?? [];
      const edits = changes.map(({ deletedRegion, insertedContent }) => ({ span: spanOf(one.text, deletedRegion), text: insertedContent?.text ?? '' }));
      expect(applyEdits(one.text, edits)).toBe(applyEdits(one.text, fix?.edits() ?? []));
    }
  });

  it('has a descriptor with help for every rule', async () => {
    const { out } = await real('check', 'sample', '--format', 'sarif', '--lang', 'en');
    const { tool, language } = logOf(out).runs[0]!;
    expect(language).toBe('en');
    expect(tool.driver.rules!.map(({ id }) => id)).toEqual(engine.rules('en').map(({ code }) => code));
    for (const rule of tool.driver.rules!) {
      expect(rule.help!.markdown).toContain(`# ${rule.id}`);
      expect(rule.help!.text).not.toContain('```');
      expect(rule.helpUri).toMatch(/^https:.*\.md$/);
      expect(rule.shortDescription!.text).toMatch(/[a-z]/);
    }
  });

  it('keeps the fingerprint of a finding when other parts change, in either language; equal findings are told apart', async () => {
    const { text } = unmark(flawed);
    const prints = async (draft: string, lang = 'zh'): Promise<ReadonlyMap<string, string>> => {
      box.write({ '年度报告.txt': draft });
      const { results } = logOf((await real('check', `${box.folder}/年度报告.txt`, '--format', 'sarif', '--lang', lang)).out).runs[0]!;
      return new Map(results!.map(({ ruleId, partialFingerprints }) => [Object.values(partialFingerprints!)[0]!, ruleId!]));
    };
    const before = await prints(text);
    expect(before.size).toBeGreaterThan(2);
    expect(await prints(text, 'en')).toEqual(before);
    const after = await prints(text.replace('现将有关情况报告如下', '现将主要情况报告如下').replace('（一）', '\n（一）'));
    expect([...after]).toEqual(expect.arrayContaining([...before].filter(([, rule]) => rule === 'text/doubled-mark' || rule === 'numbering/sequence')));
    const twice = await prints(text.replace('120人次。。', '120人次。。\n\n培训行政执法人员120人次。。\n\n培训行政执法人员120人次。。'));
    expect([...twice.values()].filter((rule) => rule === 'text/doubled-mark')).toHaveLength(3);
    const other = await prints(text.replace('培训行政执法人员120人次。。', '培训窗口工作人员12人次。。'));
    const [print] = [...before].find(([, rule]) => rule === 'text/doubled-mark')!;
    expect(other.has(print)).toBe(false);
  });

  it('encodes names, points outside the folder absolutely, tells related places and what failed', async () => {
    box.write({ '甲 乙#%?.txt': 'REPORT\nerror: SEE 一 𠮷\n', 'sub/x.txt': 'REPORT\nerror: x\n' });
    const named = logOf((await box.run(['check', '甲 乙#%?.txt', 'none.txt', '--format', 'sarif'])).out).runs[0]!;
    const [result] = named.results as [Result];
    const { uri, uriBaseId } = result.locations![0]!.physicalLocation!.artifactLocation!;
    expect([uri, uriBaseId]).toEqual(['%E7%94%B2%20%E4%B9%99%23%25%3F.txt', '%SRCROOT%']);
    expect(named.originalUriBaseIds).toHaveProperty('%SRCROOT%');
    expect(result.relatedLocations).toMatchObject([{ id: 1, message: { text: 'the first line' }, physicalLocation: { region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 7 } } }]);
    expect(named.invocations![0]).toMatchObject({ executionSuccessful: false, toolExecutionNotifications: [{ level: 'error', message: { text: 'no such file or folder' }, locations: [{ physicalLocation: { artifactLocation: { uri: 'none.txt' } } as PhysicalLocation }] }] });
    const outside = logOf((await box.run(['check', '../甲 乙#%?.txt', '--format', 'sarif'], { cwd: `${box.folder}/sub` })).out).runs[0]!;
    expect(outside.results![0]!.locations![0]!.physicalLocation!.artifactLocation!.uri).toMatch(/^file:\/\/\/.*\/%E7%94%B2%20%E4%B9%99%23%25%3F\.txt$/);
  });

  it('lists what comments and the baseline hold back as suppressed, with the reason, and everything else as standing', async () => {
    const finding = (code: string) => ({ ruleId, suppressions }: Result) => ruleId === code && suppressions;
    const comment = '<!-- allow text/doubled-mark: 原文如此 -->';
    box.write({ '年度报告.txt': '某市2025年度工作情况的报告\n\n一、主要工作\n\n' + comment + '\n公布目录8项。。\n\n培训120人次。。\n\n办理政务服务政务服务事项。\n' });
    const check = async (...more: string[]) => logOf((await real('check', `${box.folder}/年度报告.txt`, '--family', 'none', '--format', 'sarif', ...more)).out).runs[0]!.results!;
    const before = await check();
    expect(before.every(({ suppressions }) => Array.isArray(suppressions))).toBe(true);
    expect(before.map(finding('text/doubled-mark')).filter(Boolean)).toEqual([[], [{ kind: 'inSource', justification: '原文如此' }]]);
    const baseline = `${box.folder}/accepted.json`;
    const recorded = await check('--baseline', baseline);
    expect(recorded.map(finding('text/repeated-phrase')).filter(Boolean)).toEqual([[{ kind: 'external' }]]);
    const held = await check('--baseline', baseline);
    const told = (results: readonly Result[]): readonly string[] => results.map(({ ruleId, suppressions, locations }) => JSON.stringify([ruleId, suppressions, locations])).sort();
    expect(told(held)).toEqual(told(recorded));
    expect(held.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints)).sort()).toEqual(before.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints)).sort());
    // Held back is held back: neither the exit code nor another format hears of it.
    expect((await real('check', `${box.folder}/年度报告.txt`, '--family', 'none', '--baseline', baseline)).code).toBe(0);
  });

  it('is whole when nothing was found and when nothing could be read', async () => {
    box.write({ 'a.txt': 'REPORT\n' });
    expect(logOf((await box.run(['check', 'a.txt', '--format', 'sarif'])).out).runs[0]!.results).toEqual([]);
    expect(logOf((await box.run(['check', 'b.txt', '--format', 'sarif'])).out).runs[0]!.invocations![0]!.executionSuccessful).toBe(false);
  });

  it('the schema refuses what is none', () => {
    expect(isSarif({ version: '2.1.0', runs: [{}] })).toBe(false);
    expect(isSarif({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [{ message: { text: 'x' }, locations: [{ physicalLocation: { artifactLocation: { uri: '甲 乙' } } }] }] }] })).toBe(false);
  });
});

/** The text of a region. */
function cut(text: string, region: Region): string {
  const { start, end } = spanOf(text, region);
  return text.slice(start, end);
}

function spanOf(value: string, { startLine, startColumn, endLine, endColumn }: Region): { readonly start: number; readonly end: number } {
  const text = makeText(value);
  return { start: offsetAt(text, { line: startLine! - 1, character: startColumn! - 1 }), end: offsetAt(text, { line: endLine! - 1, character: endColumn! - 1 }) };
}

describe('github', () => {
  /** Reads a workflow command as the runner does: properties up to the second `::`, then unescaped. */
  function commandOf(line: string): { readonly name: string; readonly properties: Readonly<Record<string, string>>; readonly message: string } {
    const [, name, listed, message] = /^::(\w+) ?(.*?)::(.*)$/.exec(line)!;
    const plain = (text: string): string => text.replace(/%2C/g, ',').replace(/%3A/g, ':').replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%25/g, '%');
    return { name: name!, properties: Object.fromEntries((listed || '').split(',').filter(Boolean).map((pair) => [pair.slice(0, pair.indexOf('=')), plain(pair.slice(pair.indexOf('=') + 1))])), message: plain(message!) };
  }

  it('is one command a finding, escaped so that nothing is lost and nothing breaks out', async () => {
    const name = '甲,乙:100%0A::丙.txt';
    box.write({ [name]: 'REPORT\nerror: 50%, a::b 一,二 %0A\nwarning: w\ninfo: i\nhint: h\n' });
    const { out, code } = await box.run(['check', name, 'none.txt', '--format', 'github']);
    expect(code).toBe(2);
    const commands = out.trimEnd().split('\n').map(commandOf);
    expect(commands.map((command) => command.name)).toEqual(['error', 'warning', 'notice', 'notice', 'error']);
    expect(commands[0]).toEqual({ name: 'error', properties: { file: name, line: '2', endLine: '2', col: '3', endColumn: '5', title: 'numbering/sequence' }, message: 'en 50%, a::b 一,二 %0A' });
    expect(commands[4]).toEqual({ name: 'error', properties: { file: 'none.txt' }, message: 'no such file or folder' });
  });
});

describe('junit', () => {
  interface Element { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: Element[]; text: string }

  /** Reads a document strictly; throws where it is not well-formed. */
  function parsed(xml: string): Element {
    const root: Element = { name: '', attributes: {}, children: [], text: '' };
    const open = [root];
    const parser = sax.parser(true);
    parser.onerror = (error) => { throw error; };
    parser.onopentag = ({ name, attributes }) => {
      const element: Element = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
      open.at(-1)!.children.push(element);
      open.push(element);
    };
    parser.ontext = (text) => void (open.at(-1)!.text += text);
    parser.onclosetag = () => void open.pop();
    parser.write(xml).close();
    return root.children[0]!;
  }

  it('is a suite a file, with a failure for each error and warning', async () => {
    box.write({ 'a&<"\'>.txt': 'REPORT\nerror: <b> & "q" ]]> \u0001\u001b x\nwarning: w\ninfo: i\nhint: h\n', 'b.txt': 'REPORT\n' });
    const { out } = await box.run(['check', '.', 'none.txt', '--format', 'junit']);
    const suites = parsed(out).children;
    expect(suites.map(({ attributes }) => attributes)).toEqual([
      { name: 'a&<"\'>.txt', tests: '4', failures: '2', errors: '0' },
      { name: 'b.txt', tests: '1', failures: '0', errors: '0' },
      { name: 'none.txt', tests: '1', failures: '0', errors: '1' },
    ]);
    const [first] = suites[0]!.children as [Element];
    expect(first.attributes).toEqual({ name: 'numbering/sequence 2:3', classname: 'a&<"\'>.txt', line: '2' });
    expect(first.children[0]).toMatchObject({ name: 'failure', attributes: { type: 'error', message: 'en <b> & "q" ]]> \ufffd\ufffd x' } });
    expect(suites[0]!.children.map(({ children }) => children[0]!.name)).toEqual(['failure', 'failure', 'system-out', 'system-out']);
    expect(() => parsed(out.replace('</testsuites>', ''))).toThrow();
  });

  it('is well-formed over every text', async () => {
    const { out } = await real('check', ...everyPath, '--format', 'junit', '--family', 'none');
    expect(parsed(out).children.map(({ attributes }) => attributes['name'])).toEqual(everyPath);
  });
});

describe('summary', () => {
  it('is a table, the worst file first, with totals', async () => {
    box.write({ 'a.txt': 'REPORT\nhint: x\nhint: x\nhint: x\n', 'b.txt': 'REPORT\nwarning: x\n', 'c|d.txt': 'REPORT\nerror: x\ninfo: y\n', 'e.txt': 'REPORT\n', 'f.txt': 'no report' });
    const en = await box.run(['check', '.', '--format', 'summary']);
    expect(en.code).toBe(2);
    expect(en.out).toMatchInlineSnapshot(`
      "# Reports checked

      Reports checked: 4. Errors: 1, warnings: 1, other remarks: 4. Reports without findings: 1.

      | file | errors | warnings | numbering | text | total |
      |---|---:|---:|---:|---:|---:|
      | c\\|d.txt | 1 | – | 1 | 1 | 2 |
      | b.txt | – | 1 | – | 1 | 1 |
      | a.txt | – | – | – | 3 | 3 |
      | **total** | **1** | **1** | **1** | **5** | **6** |

      ## Most frequent

      | what it reports | rule | findings | files |
      |---|---|---:|---:|
      | a space too many | \`text/stray-space\` | 4 | 2 |
      | gap in the numbering | \`numbering/sequence\` | 1 | 1 |
      | 未填写的内容 | \`text/placeholder\` | 1 | 1 |

      ## Not checked

      - f.txt: not recognised as a report of any known family, not checked (choose with --family or --profile; --family none checks only what holds for every report)
      "
    `);
    const zh = await box.run(['check', '.', '--format', 'summary', '--lang', 'zh']);
    expect(zh.out).toMatchInlineSnapshot(`
      "# 报告检查情况汇总

      共检查报告 4 份，发现错误 1 处、警告 1 处、提示和建议 4 处；1 份没有发现问题。

      | 文件 | 错误 | 警告 | 序号 | 文字 | 合计 |
      |---|---:|---:|---:|---:|---:|
      | c\\|d.txt | 1 | – | 1 | 1 | 2 |
      | b.txt | – | 1 | – | 1 | 1 |
      | a.txt | – | – | – | 3 | 3 |
      | **合计** | **1** | **1** | **1** | **5** | **6** |

      ## 最常见的问题

      | 说明 | 规则 | 处数 | 文件数 |
      |---|---|---:|---:|
      | a space too many | \`text/stray-space\` | 4 | 2 |
      | gap in the numbering | \`numbering/sequence\` | 1 | 1 |
      | 未填写的内容 | \`text/placeholder\` | 1 | 1 |

      ## 未能检查

      - f.txt: 看不出属于哪一类报告，未检查（可用 --family 或 --profile 指定，或用 --family none 只作通用检查）
      "
    `);
    expect((await box.run(['check', '.', '--format', 'summary', '--quiet'])).out).not.toContain('a.txt |');
  });

  it('says so when there is nothing to say', async () => {
    box.write({ 'e.txt': 'REPORT\n' });
    expect((await box.run(['check', '.', '--format', 'summary', '--lang', 'zh'])).out).toBe('# 报告检查情况汇总\n\n共检查报告 1 份，发现错误 0 处、警告 0 处、提示和建议 0 处；1 份没有发现问题。\n');
  });
});

describe('the source line of pretty', () => {
  const frame = (line: string, mark: string, columns: number) => {
    const start = line.indexOf(mark);
    return frameOf(makeText(`first\n${line}\nlast`), { start: { line: 1, character: start }, end: { line: 1, character: start + mark.length } }, columns);
  };
  /** What stands above the marks. */
  const above = ({ source, marks }: ReturnType<typeof frameOf>): string => {
    let columns = 0;
    return [...source].filter((character) => {
      const at = columns;
      columns += columnsOf(character);
      return columnsOf(character) > 0 && at >= columnsOf(marks.before) && at < columnsOf(marks.before + marks.under);
    }).join('');
  };

  it.each([
    ['（三）规范执法', '（三）'], ['推进政务服务政务服务事项', '政务服务政务服务'], ['a 𠮷𠮷b“引”号', '“引”'], ['办结17 件', ' '], ['ＡＢ％ab%', '％'], ['e\u0301e\u0301x', 'x'],
  ])('%s: the marks stand under %s', (line, mark) => {
    for (const padding of ['', '甲'.repeat(300), 'a'.repeat(301), '𠮷'.repeat(200)]) {
      for (const columns of [30, 41, 80]) {
        const made = frame(padding + line + padding, mark, columns);
        expect(above(made)).toBe(mark);
        expect(columnsOf(made.source)).toBeLessThanOrEqual(columns);
        expect(made.source).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
        if (padding) expect(made.source).toMatch(/^…[^]*…$/);
        else expect(made.source).toBe(line);
      }
    }
  });

  it('a finding longer than the window is cut, one of no width has one mark, one over lines shows the first', () => {
    const long = frame('甲'.repeat(100), '甲'.repeat(100), 40);
    expect([long.marks.before, long.marks.under, long.source]).toEqual(['', '^'.repeat(38), `${'甲'.repeat(19)}…`]);
    expect(frameOf(makeText('完'), { start: { line: 0, character: 1 }, end: { line: 0, character: 1 } }, 40)).toEqual({ source: '完', marks: { before: '  ', under: '^' } });
    expect(frameOf(makeText('甲乙\r\n丙'), { start: { line: 0, character: 1 }, end: { line: 1, character: 1 } }, 40)).toEqual({ source: '甲乙', marks: { before: '  ', under: '^^' } });
    expect(frameOf(makeText(''), { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, 40)).toEqual({ source: '', marks: { before: '', under: '^' } });
  });

  it('one line of a megabyte with thousands of findings takes no time', TIMED, () => {
    const line = makeText('甲乙丙丁，'.repeat(200_000));
    const begun = performance.now();
    for (let at = 0; at < 5000; at++) frameOf(line, { start: { line: 0, character: at * 200 }, end: { line: 0, character: at * 200 + 2 } }, 80);
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  it('is what the command prints', async () => {
    box.write({ 'a.txt': 'REPORT\nerror: 一\n' });
    expect((await box.run(['check', 'a.txt'])).out).toBe('a.txt:2:3  error  en 一  numbering/sequence\n  2 | error: 一\n    |   ^^^\n\n1 report checked: 1 error\n');
  });
});
