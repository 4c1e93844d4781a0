// Bytes to text: five encodings, short prefixes, what must be refused, and no input that throws.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeReport, describeFailure, type DecodeFailure, type Encoding } from '../../server/src/convert';
import characters from '../../server/src/text/traditional.json';

const FOLDERS = ['seeds/law-based-government/reports', 'test/corpus/gov-work-nanshan', 'test/corpus/info-disclosure-hongze'];
const texts = FOLDERS.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') })));

const writers: Readonly<Record<Encoding, (text: string) => Uint8Array>> = {
  'utf-8': (text) => Buffer.from(text),
  'utf-8-bom': (text) => iconv.encode(text, 'utf8', { addBOM: true }),
  gb18030: (text) => iconv.encode(text, 'gb18030'),
  'utf-16le': (text) => iconv.encode(text, 'utf-16le', { addBOM: false }),
  'utf-16be': (text) => iconv.encode(text, 'utf-16be', { addBOM: false }),
};

function refused(bytes: Uint8Array): DecodeFailure {
  const result = decodeReport(bytes);
  if (result.ok) throw new Error(`decoded as ${result.encoding}: ${result.text.slice(0, 40)}`);
  return result;
}

describe.each(texts)('$name', ({ text }) => {
  const pieces = [text, ...[20, 60, 200].flatMap((length) => [0, 700, 1500].map((from) => text.slice(from, from + length)))].filter((piece) => piece.length > 0);
  it.each(Object.keys(writers) as Encoding[])('comes back from %s, whole and in pieces', (encoding) => {
    for (const piece of pieces) expect(decodeReport(writers[encoding](piece))).toEqual({ ok: true, text: piece, encoding });
  });
  it('comes back from UTF-16 with a mark, without the mark', () => {
    for (const encoding of ['utf-16le', 'utf-16be'] as const) {
      expect(decodeReport(iconv.encode(text, encoding, { addBOM: true }))).toEqual({ ok: true, text, encoding });
    }
  });
  it('is read in full-width and in traditional characters too', () => {
    const wide = text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
    const pairs = new Map([...characters.simplified].map((character, i) => [character, characters.traditional[i]!]));
    const traditional = [...text].map((character) => pairs.get(character) ?? character).join('');
    for (const variant of [wide, traditional]) {
      for (const encoding of ['gb18030', 'utf-16le', 'utf-16be'] as const) {
        expect(decodeReport(writers[encoding](variant))).toEqual({ ok: true, text: variant, encoding });
      }
    }
  });
  it('is never guessed at in Big5 or as UTF-8 cut inside a character', () => {
    expect(refused(iconv.encode(text, 'big5').subarray(0, 1200)).reason).not.toBe('unsupported-format');
    const bytes = Buffer.from(text);
    for (let cut = 900; cut < 960; cut++) {
      const piece = bytes.subarray(0, cut);
      const result = decodeReport(piece);
      if (result.ok) expect(result).toEqual({ ok: true, text: piece.toString('utf8'), encoding: 'utf-8' });
      else expect(result.detail).toBe('utf-8-damaged');
    }
  });
});

describe('what is no text', () => {
  const zip = (member: string) => Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), Buffer.alloc(18), Buffer.from(member)]);
  const cases: readonly (readonly [string, Uint8Array, DecodeFailure['reason'], string])[] = [
    ['docx', zip('word/document.xml'), 'unsupported-format', 'docx'],
    ['ofd', zip('OFD.xml'), 'unsupported-format', 'ofd'],
    ['zip', zip('a.txt'), 'unsupported-format', 'zip'],
    ['pdf', Buffer.from('%PDF-1.7\n%âãÏÓ'), 'unsupported-format', 'pdf'],
    ['doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'unsupported-format', 'wps'],
    ['rtf', Buffer.from('{\\rtf1\\ansi}'), 'unsupported-format', 'rtf'],
    ['png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'unsupported-format', 'image'],
    ['jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'unsupported-format', 'image'],
    ['utf-32', Buffer.from([0xff, 0xfe, 0, 0, 0x2d, 0x4e, 0, 0]), 'unsupported-format', 'utf-32'],
    ['NULs', Buffer.alloc(64), 'binary', 'nul-bytes'],
    ['control characters', Buffer.alloc(64, 7), 'binary', 'control-characters'],
    ['latin-1', iconv.encode('Rapport annuel sur le développement, été à la préfecture, où ç', 'latin1'), 'undecodable', 'unknown-encoding'],
    ['broken UTF-16 with a mark', Buffer.from([0xff, 0xfe, 0x2d, 0x4e, 0x2d]), 'undecodable', 'utf-16-damaged'],
    ['broken UTF-8 with a mark', Buffer.from([0xef, 0xbb, 0xbf, 0xe4, 0xb8]), 'undecodable', 'utf-8-damaged'],
  ];
  it.each(cases)('%s is refused by name', (_name, bytes, reason, detail) => {
    const failure = refused(bytes);
    expect(failure).toEqual({ ok: false, reason, detail });
    expect(describeFailure(failure, 'zh-cn')).toMatch(/[\u4e00-\u9fff]/);
    expect(describeFailure(failure, 'en')).toMatch(/^[\x20-\x7e]+$/);
  });
  it('says what to do with a Word file', () => {
    expect(describeFailure(refused(zip('word/document.xml')), 'zh-cn')).toContain('另存为');
  });
});

describe('edges', () => {
  it('an empty file is an empty text', () => expect(decodeReport(new Uint8Array())).toEqual({ ok: true, text: '', encoding: 'utf-8' }));
  it('ASCII that would also be Chinese in UTF-16 stays ASCII', () => expect(decodeReport(Buffer.from('Bush hid the facts'))).toMatchObject({ ok: true, encoding: 'utf-8' }));
  it('a text that speaks of PDF or begins like an archive stays a text', () => {
    expect(decodeReport(Buffer.from('PK 10 组'))).toMatchObject({ ok: true });
    expect(decodeReport(Buffer.from('ID3 标签'))).toMatchObject({ ok: true });
  });
  it('random bytes do not throw and are hardly ever taken for Chinese', () => {
    let taken = 0;
    fc.assert(fc.property(fc.uint8Array({ minLength: 24, maxLength: 400 }), (bytes) => {
      const result = decodeReport(bytes);
      if (result.ok && result.encoding !== 'utf-8') taken++;
    }), { numRuns: 3000, seed: 7 });
    expect(taken).toBe(0);
  });
  it('a real report with random bytes replaced does not throw', () => {
    const whole = iconv.encode(texts[0]!.text.slice(0, 600), 'gb18030');
    fc.assert(fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), (at, byte, end) => {
      const bytes = Uint8Array.from(whole.subarray(0, end));
      if (at < end) bytes[at] = byte;
      const result = decodeReport(bytes);
      expect(typeof result.ok).toBe('boolean');
    }), { numRuns: 500 });
  });
});
