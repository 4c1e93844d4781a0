/** Inputs that nothing may throw on and no rule may take superlinear time over. Made when asked for: some are 10 MB. */
import { chineseNumeral } from './reading';
import type { Rng } from './random';

export interface HostileInput {
  readonly name: string;
  readonly text: () => string;
}

const TEN_MB = 10_000_000;

/** Random bytes read as Latin-1 (every byte a character) and as UTF-8 (replacement characters, stray controls). */
function randomBytes(rng: Rng, length: number, encoding: 'latin1' | 'utf-8'): string {
  const bytes = Uint8Array.from({ length }, () => rng.int(256));
  return encoding === 'utf-8' ? new TextDecoder('utf-8').decode(bytes) : Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

function headings(count: number, heading: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => heading(i)).join('\n');
}

const cyclic = (i: number): string => chineseNumeral((i % 9_999) + 1);

/** UTF-16 code units from everywhere, lone surrogates among them. */
function anyUnits(rng: Rng, length: number): string {
  return Array.from({ length }, () => String.fromCharCode(rng.int(0x10000))).join('');
}

/** The named nasty inputs. `rng` feeds the random ones only. */
export function hostile(rng: Rng): readonly HostileInput[] {
  const repeated = [...['一', '(', '（', '。', ' ', '　', '\n', '“', '《', '#', '1', '，', '.', '_', 'X']].map((character) => ({
    name: `10 MB of ${JSON.stringify(character)}`,
    text: () => character.repeat(TEN_MB / new TextEncoder().encode(character).length),
  }));
  const nested = (open: string, close: string): HostileInput => ({
    name: `50,000 nested ${open}${close}`,
    text: () => open.repeat(50_000) + close.repeat(50_000),
  });
  return [
    { name: 'nothing', text: () => '' },
    { name: 'byte order mark only', text: () => '\uFEFF' },
    { name: 'random bytes as Latin-1', text: () => randomBytes(rng, 200_000, 'latin1') },
    { name: 'random bytes as UTF-8', text: () => randomBytes(rng, 200_000, 'utf-8') },
    { name: 'random UTF-16 code units', text: () => anyUnits(rng, 200_000) },
    { name: 'lone surrogates', text: () => '\uD800一、\uDC00\n(一)\uD842。\uDFB7𠮷'.repeat(10_000) },
    { name: 'NULs', text: () => '一、\0标题\0\n\0'.repeat(20_000) },
    { name: 'CRs only', text: () => '一、标题\r正文。\r'.repeat(20_000) },
    ...repeated,
    { name: '100,000 headings 一、 … (cycling)', text: () => headings(100_000, (i) => `${cyclic(i)}、标题`) },
    { name: '100,000 headings (一) … (cycling)', text: () => headings(100_000, (i) => `(${cyclic(i)})标题`) },
    { name: '100,000 headings 1. … ', text: () => headings(100_000, (i) => `${i + 1}.标题`) },
    { name: '100,000 headings 一、 (一) 1. by turns', text: () => headings(100_000, (i) => ['一、标题', '(一)标题', '1.标题'][i % 3]!) },
    { name: '100,000 times the same heading', text: () => headings(100_000, () => '二、标题') },
    { name: '100,000 headings on one line', text: () => Array.from({ length: 100_000 }, (_, i) => `(${cyclic(i)})标题。`).join('') },
    nested('（', '）'), nested('(', ')'), nested('“', '”'), nested('《', '》'), nested('《（“', '”）》'),
    { name: '200,000 closing marks without opening', text: () => '”》）'.repeat(66_667) },
    { name: 'one line of 3 MB without punctuation', text: () => '法治政府建设'.repeat(170_000) },
    { name: 'only numbering marks', text: () => '一、(一)（一）1.①1、（1）——'.repeat(30_000) },
    { name: '1 MB of 一是', text: () => '一是'.repeat(175_000) },
    { name: '100,000 items of one chain', text: () => Array.from({ length: 100_000 }, (_, i) => `${cyclic(i)}是事项。`).join('') },
    { name: '1 MB of digits and units', text: () => '12345件，增长12.3%，'.repeat(40_000) },
    { name: '1 MB of dates', text: () => '2024年09月03日至2021-2025年，'.repeat(30_000) },
    { name: '1 MB of comment openings', text: () => '<!-- allow text/placeholder: '.repeat(36_000) },
    { name: 'deep Markdown ##########', text: () => Array.from({ length: 50_000 }, (_, i) => `${'#'.repeat((i % 40) + 1)} 标题`).join('\n') },
    { name: '10,000 growing hashes', text: () => Array.from({ length: 1_000 }, (_, i) => '#'.repeat(i)).join('\n') },
    { name: '200,000 blank lines with spaces', text: () => ' \t　\n'.repeat(200_000) },
  ];
}
