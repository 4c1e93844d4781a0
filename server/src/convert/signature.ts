/**
 * File formats that are often given instead of a text file, told by their first bytes. Only recognising; no format is read here.
 */

/** Formats with a signature of their own. */
export type Signature = 'docx' | 'wps' | 'ofd' | 'zip' | 'pdf' | 'rtf' | 'image' | 'archive' | 'media' | 'program';

const LEADS: readonly (readonly [Signature, readonly number[]])[] = [
  ['pdf', bytesOf('%PDF-')],
  ['wps', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['rtf', bytesOf('{\\rtf')],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', bytesOf('GIF8')],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
  ['archive', [0x1f, 0x8b]],
  ['archive', bytesOf('Rar!')],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['media', [0x49, 0x44, 0x33]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
];

/** The format that the first bytes give away, or null. A text that merely begins with the same letters is told from it by what must follow. */
export function signatureOf(bytes: Uint8Array): Signature | null {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return zipContent(bytes);
  const lead = LEADS.find(([, start]) => startsWith(bytes, start));
  if (!lead) return null;
  return lead[0] === 'media' && !isId3(bytes) ? null : lead[0];
}

/** Office files are ZIP archives: the names of the first members say which. */
function zipContent(bytes: Uint8Array): Signature {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 8192));
  if (head.includes('word/') || head.includes('[Content_Types].xml')) return 'docx';
  return head.includes('OFD.xml') ? 'ofd' : 'zip';
}

/** `ID3` followed by a version below 10, which no text has. */
function isId3(bytes: Uint8Array): boolean {
  return bytes.length > 4 && bytes[3]! < 0x0a;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return bytes.length >= start.length && start.every((byte, i) => bytes[i] === byte);
}

function bytesOf(ascii: string): readonly number[] {
  return [...ascii].map((character) => character.charCodeAt(0));
}
