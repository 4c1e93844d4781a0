/** What holds of every text: values are those written, a date is in no relation, nothing throws, nothing takes more than linear time, an edit costs one block. */
import { describe, expect, it } from 'vitest';
import { grammar, units } from '../../../server/src/families';
import { figuresOf, formatDecimal, parseReport, readFigures, readRelations, relationsOf, reportOf } from '../../../server/src/report';
import type { PlacedFigure } from '../../../server/src/report';
import { parseTree } from '../../../server/src/syntax';
import { fold, makeText } from '../../../server/src/text';
import { corpus, seeds } from '../../kit/corpus';
import { hostile, random } from '../../kit/random';
import { checkText } from './work';
import { TIMED } from '../../kit/timed';

const read = (text: string): readonly PlacedFigure[] => readFigures(parseReport(text, grammar), units);

describe('values', () => {
  it('are those of their numerals, in every text', () => {
    for (const { name, text } of corpus) {
      for (const { figure, numeralAt } of read(text)) {
        expect(text.slice(numeralAt.start, numeralAt.end).replace(/\s*\n/g, ''), name).toBe(figure.numeral);
        if (!/^[\d０-９]/.test(figure.numeral) || figure.numeral.includes('/')) continue;
        expect(formatDecimal(figure.value), name).toBe(fold(figure.numeral).replace(/[, ]/g, ''));
      }
    }
  });

  it('survive being written and read', () => {
    const rng = random(11);
    for (let i = 0; i < 500; i++) {
      const decimals = rng.int(4);
      const whole = String(1 + rng.int(10 ** (1 + rng.int(8))));
      const plain = whole + (decimals ? `.${String(rng.int(10 ** decimals)).padStart(decimals, '0')}` : '');
      const grouped = rng.int(2) === 0 ? plain : whole.replace(/\B(?=(\d{3})+$)/g, ',') + plain.slice(whole.length);
      const written = rng.int(4) === 0 ? [...grouped].map((c) => (/\d/.test(c) ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c)).join('') : grouped;
      const [scale, power] = rng.pick([['', 0], ['万', 4], ['亿', 8], ['百万', 6]] as const);
      const [found, ...more] = read(`全年完成投资${written}${scale}元。`);
      expect(more).toEqual([]);
      expect([found!.figure.numeral, formatDecimal(found!.figure.value), found!.figure.scale, found!.figure.unit]).toEqual([written, plain, scale, '元']);
      expect(found!.figure.amount.digits * 10n ** BigInt(found!.figure.value.decimals)).toBe(found!.figure.value.digits * 10n ** BigInt(power + found!.figure.amount.decimals));
    }
  });
});

describe('relations', () => {
  it('hold none of a figure that becomes a date, and no new fault comes of it', () => {
    for (const { name, text } of corpus) {
      const report = parseReport(text, grammar);
      const figures = readFigures(report, units);
      const faults = readRelations(report, units).filter(({ holds }) => !holds).length;
      for (const { whole, parts, rate } of readRelations(report, units)) {
        for (const index of [whole, ...parts, ...(rate === null ? [] : [rate])]) {
          const { at } = figures[index]!;
          const edited = parseReport(`${text.slice(0, at.start)}3月5日${text.slice(at.end)}`, grammar);
          const placed = readFigures(edited, units);
          expect(placed.filter((figure) => figure.at.start < at.start + 4 && at.start < figure.at.end), name).toEqual([]);
          expect(readRelations(edited, units).filter(({ holds }) => !holds).length, `${name} ${figures[index]!.figure.numeral}`).toBeLessThanOrEqual(faults);
        }
      }
    }
  });

  it('name figures of their own block', () => {
    for (const { text } of corpus) {
      const report = parseReport(text, grammar);
      const figures = readFigures(report, units);
      for (const { block, whole, parts, rate } of readRelations(report, units)) for (const index of [whole, ...parts, ...(rate === null ? [] : [rate])]) expect(figures[index]!.block).toBe(block);
    }
  });
});

describe('totality', () => {
  it('nothing throws', () => {
    const rng = random(3);
    const pieces = ['1', '二', '百', '万', '亿', '%', '‰', '.', ',', '，', '、', '。', '(', '）', '《', '》', '“', '”', '件', '人次', '个', '年', '月', '日', '第', '其中', '共', '占', '率', '增长', '下降', '由', '至', '-', '—', '+', '/', ':', ' ', '　', '\n', '受理', '的', '等', '余', '多', '近', '以上', 'A', '〔', '\ud840', '０', '一是', '率为', '占比', '百分之', '0', '00', '9'];
    for (let i = 0; i < 3000; i++) {
      const text = Array.from({ length: 1 + rng.int(40) }, () => rng.pick(pieces)).join('');
      const report = parseReport(text, grammar);
      for (const figure of readFigures(report, units)) expect(figure.at.end, text).toBeGreaterThan(figure.at.start);
      readRelations(report, units);
    }
  });

  it('hostile texts', () => {
    for (const { text } of hostile(random(5))) checkText(text().slice(0, 200_000));
  });

  it.each([
    ['figures without a stop', '受理1件、'], ['bare digits', '1'], ['digits and blanks', '1 '], ['groups', '1,111'], ['opening quotes', '“1件'], ['opening titles', '《1件。'], ['brackets', '(1件'], ['Chinese numerals', '一'], ['shares', '办结1件,占比50%,'],
    ['其中', '其中1件、'], ['ranges', '1-'], ['ratios', '1:'], ['blanks', '1件      '], ['的', '的1件、'], ['verbs', '受理办理审结'], ['率', '率1%、'],
  ])('%s take linear time', TIMED, (_, piece) => {
    const cost = (length: number): number => {
      const text = '全年' + piece.repeat(Math.ceil(length / piece.length));
      const tree = parseTree(makeText(text), grammar);
      let best = Infinity;
      for (let i = 0; i < 3; i++) {
        const blocks = tree.blocks.map((block) => ({ ...block }));
        const start = performance.now();
        for (const block of blocks) relationsOf(block, units);
        best = Math.min(best, performance.now() - start);
      }
      return best;
    };
    cost(20_000);
    // Quadratic time would be 16 times as much; a slow machine is not.
    expect(cost(160_000)).toBeLessThan(Math.max(40, cost(40_000) * 9));
  });
});

describe('incremental', () => {
  it('an edit leaves the figures of other blocks as they are', () => {
    const { text } = seeds[2]!;
    const before = parseTree(makeText(text), grammar);
    const at = text.indexOf('3500');
    const after = parseTree(makeText(text.slice(0, at) + '4' + text.slice(at + 1)), grammar, before);
    const kept = after.blocks.filter((block) => before.blocks.includes(block));
    expect(kept.length).toBe(before.blocks.length - 1);
    for (const block of kept) expect(figuresOf(block, units)).toBe(figuresOf(before.blocks[before.blocks.indexOf(block)]!, units));
    expect(readFigures(reportOf(after), units).length).toBe(readFigures(reportOf(before), units).length);
  });
});
