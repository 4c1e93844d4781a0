/**
 * What kind of character a code unit is, and how wide it stands on a screen. Tables only; no words.
 */

/** CJK unified ideographs, extension A, compatibility ideographs, 〇 and surrogate halves (extension B and on). */
export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || (code >= 0xf900 && code <= 0xfaff) || code === 0x3007 || (code >= 0xd840 && code <= 0xdfff);
}

/** ASCII digit. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** ASCII letter. */
export function isLatin(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** The code units of characters, to look one up in. */
export const codesOf = (characters: string): ReadonlySet<number> => new Set([...characters].map((character) => character.charCodeAt(0)));

/** Columns a string takes on a terminal or in hard-wrapped text: 2 for East Asian wide characters, 1 for the rest. */
export function widthOf(value: string): number {
  let width = 0;
  for (let i = 0; i < value.length; i++) width += isWide(value.charCodeAt(i)) ? 2 : 1;
  return width;
}

function isWide(code: number): boolean {
  if (code < 0x1100) return false;
  // Surrogate halves count one each, so that a pair counts two; quotes and dashes are ambiguous and wide in Chinese fonts.
  return (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xa4cf) || (code >= 0xac00 && code <= 0xd7a3) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xfe30 && code <= 0xfe6f) || (code >= 0xff00 && code <= 0xff60) || (code >= 0xffe0 && code <= 0xffe6) || (code >= 0x2014 && code <= 0x2026) || (code >= 0x2460 && code <= 0x24ff);
}
