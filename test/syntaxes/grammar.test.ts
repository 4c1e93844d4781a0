/**
 * The TextMate grammar over real spellings, by the same engine as VS Code. Colours belong to themes and are not tested here.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from 'vitest';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';
import { TIMED } from '../kit/timed';

const require = createRequire(import.meta.url);
const path = new URL('../../syntaxes/annual-report.tmLanguage.json', import.meta.url);
let grammar: IGrammar;

beforeAll(async () => {
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer);
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: () => Promise.resolve(parseRawGrammar(readFileSync(path, 'utf8'), 'grammar.json')),
  });
  grammar = (await registry.loadGrammar('text.annual-report'))!;
});

/** `text → innermost scope` of each token that has one beyond the root; the shared suffix is dropped. */
function tokens(line: string): string[] {
  const { tokens } = grammar.tokenizeLine(line, INITIAL);
  return tokens
    .map((token) => ({ text: line.slice(token.startIndex, token.endIndex), scopes: token.scopes.slice(1) }))
    .filter((token) => token.scopes.length > 0)
    .map((token) => `${token.text} → ${token.scopes.at(-1)!.replace('.annual-report', '')}`);
}

const level = (line: string): string | undefined =>
  grammar
    .tokenizeLine(line, INITIAL)
    .tokens.flatMap((token) => token.scopes)
    .find((scope) => scope.startsWith('markup.heading'))
    ?.split('.')[2];

describe('headings', () => {
  test.each([
    ['一、主要举措和成效', '1'],
    ['　　十二、其他', '1'],
    ['一.主要举措', '1'],
    ['第三部分　下一步打算', '1'],
    ['（一）强化统筹协调', '2'],
    ['(十一)健全机制。一是加强领导。', '2'],
    ['## （二）深化改革', '2'],
    ['1.完善制度', '3'],
    ['１．完善制度', '3'],
    ['2、完善制度', '3'],
    ['（1）完善制度', '4'],
    ['(12)完善制度', '4'],
    ['①完善制度', '4'],
  ])('%s is of level %s', (line, expected) => expect(level(line)).toBe(expected));

  test.each(['1.5万人受益', '12.4宪法日活动', '（扩大）会议', '一是加强领导', '统一、规范', '一批项目落地', '（2021—2025年）', '2025年，我市'])('%s is no heading', (line) =>
    expect(level(line)).toBeUndefined(),
  );

  test('a run-in heading ends before its first stop, and the text after it is read on', () => {
    expect(tokens('（一）强化统筹协调。一是印发《方案》12份。')).toEqual([
      '（一） → punctuation.definition.heading',
      '强化统筹协调 → entity.name.section',
      '一是 → keyword.other.item',
      '《 → punctuation.definition.string.begin',
      '方案 → string.other.title',
      '》 → punctuation.definition.string.end',
      '12 → constant.numeric',
      '份 → keyword.other.unit',
    ]);
  });

  test('a heading of Markdown without a number is one too', () => {
    expect(tokens('## 主要成效')).toEqual(['## → punctuation.definition.heading', '  → markup.heading', '主要成效 → entity.name.section']);
  });
});

describe('inside a paragraph', () => {
  test.each([
    ['办结2758项，办结率97.52％', ['2758 → constant.numeric', '项 → keyword.other.unit', '97.52 → constant.numeric', '％ → keyword.other.unit']],
    ['金额1,100.76亿元', ['1,100.76 → constant.numeric', '亿元 → keyword.other.unit']],
    ['服务3500余场次', ['3500 → constant.numeric', '余场次 → keyword.other.unit']],
    ['提高2.3个百分点', ['2.3 → constant.numeric', '个百分点 → keyword.other.unit']],
    ['2025年12月31日印发', ['2025年12月31日 → constant.other.date']],
    ['（2021—2025年）', ['2021—2025年 → constant.other.date']],
    ['A12号', []],
  ])('%s', (line, expected) => expect(tokens(line)).toEqual(expected));

  test.each(['XX市', '××件', '共____件', '〔去年：35件〕', 'TODO', '待补充', '□□项'])('%s holds a placeholder', (line) =>
    expect(tokens(line).some((token) => token.includes('keyword.other.placeholder'))).toBe(true),
  );

  test.each(['MAXXI展览', 'TODOS', 'x光检查'])('%s holds none', (line) => expect(tokens(line).some((token) => token.includes('placeholder'))).toBe(false));

  test('item marks stand at the start of a clause only', () => {
    const marks = (line: string): string[] => tokens(line).filter((token) => token.endsWith('item'));
    expect(marks('一是加强领导；二是完善制度。三是强化监督，四是')).toHaveLength(4);
    expect(marks('第一，强化领导。其二，')).toHaveLength(2);
    expect(marks('这也不一是什么')).toHaveLength(0);
  });

  test('an unclosed quotation or title colours nothing after it', () => {
    expect(tokens('开展“一件事改革，印发《方案')).toEqual([]);
  });

  test('an allow comment names its rule', () => {
    expect(tokens('<!-- allow text/placeholder: 待统计 -->').map((token) => token.split(' → ').at(-1))).toEqual(
      expect.arrayContaining(['keyword.control.allow', 'entity.name.tag.rule', 'string.unquoted.reason']),
    );
  });
});

test('a body on one line of 60,000 characters is read in linear time', TIMED, () => {
  const unit = '（一）开展“一件事改革，印发《方案、办结12件；一是加强领导。';
  const time = (text: string): number => {
    const begun = performance.now();
    grammar.tokenizeLine(text, INITIAL);
    return performance.now() - begun;
  };
  time(unit.repeat(100));
  const small = time(unit.repeat(500));
  const large = time(unit.repeat(2000));
  // Four times the text; quadratic work would take sixteen times as long.
  expect(large).toBeLessThan(Math.max(small * 10, 200));
});
