/** Which lines are tables, in text that was copied from a page: rows by their numbers, short rows only where a table has begun. */
import { describe, expect, test } from 'vitest';
import { grammar } from '../../server/src/families';
import { parseTree } from '../../server/src/syntax';
import { makeText } from '../../server/src/text';
import { disclosureReports } from '../kit/corpus';
import { TIMED } from '../kit/timed';

const tableOf = (...lines: readonly string[]): readonly string[] => parseTree(makeText(lines.join('\n')), grammar).blocks.filter(({ kind }) => kind === 'table').map(({ raw }) => raw);

describe('a row with a single number', () => {
  test('goes on with the table above it, its header with it', () => {
    const lines = ['第一项', '内容 本年件数 现行件数', '规章 0 1', '第五项', '内容 本年数量', '许可 9487', '第八项', '内容 金额（单位：万元）', '收费 7545.28'];
    expect(tableOf('二、情况', ...lines, '三、其他情况', '本年无其他情况。')).toEqual(lines);
  });

  test('is one while its number is still to be filled in', () => {
    expect(tableOf('规章 0 1', '许可 〔去年：9487〕')).toHaveLength(2);
  });

  test('is none without a table, behind a heading, far below, or in a sentence', () => {
    expect(tableOf('二、情况', '许可 9487', '强制 84')).toEqual([]);
    expect(tableOf('规章 0 1', '三、其他', '许可 9487')).toEqual(['规章 0 1']);
    expect(tableOf('规章 0 1', '甲', '乙', '丙', '丁', '戊', '己', '许可 9487')).toEqual(['规章 0 1']);
    expect(tableOf('规章 0 1', '全年办结，共 9487')).toEqual(['规章 0 1']);
  });

  test('is found in linear time', TIMED, () => {
    const start = performance.now();
    parseTree(makeText(`规章 0 1\n${'\n- 1 -\n许可 5\n'.repeat(30_000)}${'\n'.repeat(100_000)}许可 5`), grammar);
    expect(performance.now() - start).toBeLessThan(6000);
  });
});

test.each(disclosureReports.map(({ name, text }) => [name, text] as const))('every line of numbers in %s is a table', (_, text) => {
  const tree = parseTree(makeText(text), grammar);
  const rows = text.split('\n').filter((line) => /^(?!.*[，。：；]).*[^\d\s-].*\s\d[\d.]*$/.test(line) || /^\d+( \d+)+$/.test(line));
  expect(rows.length).toBeGreaterThan(25);
  const tables = tree.blocks.flatMap(({ kind, raw }) => (kind === 'table' ? raw.split('\n') : []));
  expect(rows.filter((row) => !tables.includes(row))).toEqual([]);
});
