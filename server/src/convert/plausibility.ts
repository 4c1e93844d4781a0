/**
 * Does a decoded text read like Chinese prose, or like the wrong encoding? A measure over characters; knows no encoding and no word.
 */
import { lazy } from '../base';
import { TRADITIONAL } from '../text';

/** `share`: characters of everyday Chinese print, 0…1. `plausible`: the text may be taken for what it was decoded as. */
export interface Plausibility {
  readonly share: number;
  readonly plausible: boolean;
}

/**
 * Judges the first 32,768 characters. Measured on seeds and corpora, whole and in pieces of 20 characters: right decodings have at least
 * 0.89 of everyday characters; Big5 or UTF-16 read as GB18030, GB18030 read as UTF-16, and random bytes stay below 0.6 of them or make up
 * the rest with private-use and foreign scripts.
 */
export function plausibility(text: string): Plausibility {
  let everyday = 0;
  let rareHan = 0;
  let chinese = 0;
  let other = 0;
  for (const character of text.slice(0, 32768)) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) {
      if (isPlainAscii(code)) everyday++;
      else other++;
    } else if (everydayHan().has(character) || isPrintMark(code)) {
      everyday++;
      chinese++;
    } else if (code >= 0x3400 && code <= 0x9fff) rareHan++;
    else other++;
  }
  const beyondAscii = rareHan + chinese + other;
  const all = everyday + rareHan + other;
  if (beyondAscii === 0) return { share: all ? everyday / all : 0, plausible: all > 0 && other === 0 };
  const share = everyday / all;
  const plausible = chinese / beyondAscii >= 0.6 && (chinese + rareHan) / beyondAscii >= 0.9 && share >= 0.6;
  return { share, plausible };
}

/**
 * The 3,755 characters of the first level of GB 2312, which the standard chose for frequency, and every traditional form. The block is read
 * out of the decoder itself, so no table of it is needed.
 */
const everydayHan = lazy((): ReadonlySet<string> => {
  const block: number[] = [];
  for (let lead = 0xb0; lead <= 0xd7; lead++) {
    for (let trail = 0xa1; trail <= (lead === 0xd7 ? 0xf9 : 0xfe); trail++) block.push(lead, trail);
  }
  return new Set([...new TextDecoder('gb18030').decode(new Uint8Array(block)), ...TRADITIONAL]);
});

function isPlainAscii(code: number): boolean {
  return (code >= 0x20 && code < 0x7f) || (code >= 0x09 && code <= 0x0d);
}

/** Marks of Chinese print: quotes and dashes, enclosed numbers, table rules, radicals from PDF files, CJK punctuation, full-width forms. */
function isPrintMark(code: number): boolean {
  if (code < 0x2000) return code === 0xa0 || code === 0xb7 || code === 0xd7 || code === 0xb0;
  return (
    (code >= 0x2010 && code <= 0x203b) ||
    (code >= 0x2160 && code <= 0x217f) ||
    (code >= 0x2460 && code <= 0x24ff) ||
    (code >= 0x2500 && code <= 0x25ff) ||
    (code >= 0x2e80 && code <= 0x2fdf) ||
    (code >= 0x3000 && code <= 0x303f) ||
    (code >= 0x3220 && code <= 0x33ff) ||
    (code >= 0xff01 && code <= 0xffe6)
  );
}
