/** Decimals, rounding intervals and GRIM, against plain counting. */
import { describe, expect, it } from 'vitest';
import { add, compare, decimal, divide, formatDecimal, multiply, parseDecimal, possible, shift, subtract, toNumber } from '../../../server/src/report/figures';
import { rateAgreement } from '../../../server/src/report/figures/interval';
import { random } from '../../kit/random';

const exactly = (value: number | bigint): { low: ReturnType<typeof decimal>; high: ReturnType<typeof decimal> } => ({ low: decimal(BigInt(value)), high: decimal(BigInt(value)) });

describe('decimals', () => {
  it('read and write back', () => {
    for (const written of ['0', '7', '0.5', '97.52', '1100.76', '0.05', '100.0', '123456789012345678']) expect(formatDecimal(parseDecimal(written))).toBe(written);
    expect(formatDecimal(decimal(-105n, 2))).toBe('-1.05');
  });
  it('do not drift', () => {
    expect(compare(add(parseDecimal('0.1'), parseDecimal('0.2')), parseDecimal('0.3'))).toBe(0);
    expect(compare(add(parseDecimal('592.54'), parseDecimal('508.22')), parseDecimal('1100.76'))).toBe(0);
    expect(formatDecimal(subtract(parseDecimal('1'), parseDecimal('0.9')))).toBe('0.1');
    expect(formatDecimal(multiply(parseDecimal('1.1'), parseDecimal('1.1')))).toBe('1.21');
    expect(toNumber(shift(parseDecimal('138.8404'), 4))).toBe(1388404);
  });
  it('divide half up, and not by zero', () => {
    expect(formatDecimal(divide(decimal(2n), decimal(3n), 2)!)).toBe('0.67');
    expect(formatDecimal(divide(decimal(1n), decimal(8n), 2)!)).toBe('0.13');
    expect(formatDecimal(divide(decimal(-1n), decimal(3n), 1)!)).toBe('-0.3');
    expect(divide(decimal(1n), decimal(0n), 2)).toBeNull();
  });
});

describe('rates', () => {
  it.each([
    [17, 134, '16.5', 'contradicted'], [17, 134, '12.7', 'rounded'], [13668, 14016, '97.52', 'rounded'], [682, 828, '82.4', 'rounded'], [8, 12, '66', 'truncated'], [8, 12, '67', 'rounded'], [8, 12, '66.6', 'truncated'], [8, 12, '65', 'contradicted'], [1, 4, '25', 'exact'], [1, 8, '12.5', 'exact'], [1, 8, '12', 'truncated'], [1, 8, '13', 'rounded'],
  ])('%s / %s as %s percent is %s', (part, whole, rate, expected) => expect(rateAgreement(exactly(part), exactly(whole), parseDecimal(rate))).toBe(expected));
});

describe('GRIM', () => {
  it.each([['4.55', 32, false], ['28.42', 244, false], ['16.5', 134, false], ['16.5', 103, true], ['100', 7, true], ['0', 7, true], ['97.52', 14016, true], ['66', 12, true], ['33.3', 3, true], ['33.33', 4, false], ['50', 0, true]] as const)('%s percent of %s: %s', (rate, base, expected) => {
    expect(possible(parseDecimal(rate), decimal(BigInt(base)))).toBe(expected);
  });

  it('agrees with trying every part', () => {
    const rng = random(7);
    for (let i = 0; i < 400; i++) {
      const base = 1 + rng.int(60);
      const decimals = rng.int(3);
      const rate = decimal(BigInt(rng.int(100 * 10 ** decimals)), decimals);
      let tried = false;
      for (let part = 0; part <= base * 2 && !tried; part++) tried = rateAgreement(exactly(part), exactly(base), rate) !== 'contradicted';
      expect(possible(rate, decimal(BigInt(base))), `${formatDecimal(rate)}% of ${base}`).toBe(tried);
    }
  });

  it('says nothing of a base that is not whole', () => expect(possible(parseDecimal('4.55'), parseDecimal('3.2'))).toBe(true));
});
