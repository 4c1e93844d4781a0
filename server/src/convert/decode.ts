/**
 * From the bytes of a file to its text, or to the reason why there is none. Knows encodings and file signatures, nothing of reports; no file
 * is read here and no sentence is phrased here. Needs nothing but TextDecoder, so it runs in a browser.
 */
import { signatureOf, type Signature } from './signature';
import { plausibility } from './plausibility';

export type Encoding = 'utf-8' | 'utf-8-bom' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** What stands in the way. A `Signature` names a file format; the others are states of a text file. */
export type Obstacle = Signature | 'nul-bytes' | 'control-characters' | 'utf-8-damaged' | 'utf-16-damaged' | 'utf-32' | 'unknown-encoding';

export type DecodeFailure = {
  readonly ok: false;
  readonly reason: 'binary' | 'undecodable' | 'unsupported-format';
  readonly detail: Obstacle;
};

export type Decoded = { readonly ok: true; readonly text: string; readonly encoding: Encoding };

/**
 * The text of a report file. The ladder: known binary signature, byte order mark, strict UTF-8, then the likeliest of UTF-16 without a mark
 * and GB18030, if it is likely at all: a wrong guess would be checked as if it were a report, a refusal only asks for another file.
 * Total: every input gives a value. The byte order mark is not part of the text.
 */
export function decodeReport(bytes: Uint8Array): Decoded | DecodeFailure {
  const signature = signatureOf(bytes);
  if (signature) return refuse('unsupported-format', signature);
  return decodeMarked(bytes) ?? decodeUtf8(bytes) ?? decodeUnmarked(bytes);
}

/** Bytes with a byte order mark; the mark is a promise, so nothing else is tried when it is broken. */
function decodeMarked(bytes: Uint8Array): Decoded | DecodeFailure | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return refuse('unsupported-format', 'utf-32');
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return refuse('unsupported-format', 'utf-32');
  if (a === 0xef && b === 0xbb && c === 0xbf) return promised(bytes.subarray(3), 'utf-8', 'utf-8-bom', 'utf-8-damaged');
  if (a === 0xff && b === 0xfe) return promised(bytes.subarray(2), 'utf-16le', 'utf-16le', 'utf-16-damaged');
  if (a === 0xfe && b === 0xff) return promised(bytes.subarray(2), 'utf-16be', 'utf-16be', 'utf-16-damaged');
  if (a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33) return promised(bytes.subarray(4), 'gb18030', 'gb18030', 'unknown-encoding');
  return null;
}

function promised(body: Uint8Array, label: string, encoding: Encoding, otherwise: Obstacle): Decoded | DecodeFailure {
  const text = strictly(label, body);
  return text === null ? refuse('undecodable', otherwise) : asText(text, encoding);
}

/** Strict UTF-8 without a mark. Null when the bytes are no UTF-8, or are UTF-8 only by the accident that UTF-16 wrote Latin letters. */
function decodeUtf8(bytes: Uint8Array): Decoded | DecodeFailure | null {
  const text = strictly('utf-8', bytes);
  if (text === null) return null;
  if (text.includes('\0')) return likeliest(bytes, ['utf-16le', 'utf-16be']) ?? refuse('binary', 'nul-bytes');
  return asText(text, 'utf-8');
}

/** Bytes that are no UTF-8 and carry no mark. */
function decodeUnmarked(bytes: Uint8Array): Decoded | DecodeFailure {
  const decoded = likeliest(bytes, ['utf-16le', 'utf-16be', 'gb18030']);
  if (decoded) return decoded;
  if (bytes.subarray(0, 65536).includes(0)) return refuse('binary', 'nul-bytes');
  return refuse('undecodable', damagedUtf8(bytes) ? 'utf-8-damaged' : 'unknown-encoding');
}

function likeliest(bytes: Uint8Array, encodings: readonly ('utf-16le' | 'utf-16be' | 'gb18030')[]): Decoded | null {
  let best: { readonly decoded: Decoded; readonly share: number } | null = null;
  for (const encoding of encodings) {
    const text = strictly(encoding, bytes);
    if (text === null) continue;
    const { share, plausible } = plausibility(text);
    if (plausible && (!best || share > best.share)) best = { decoded: { ok: true, text, encoding }, share };
  }
  return best?.decoded ?? null;
}

/** True for bytes that are UTF-8 but for a few: a file cut in the middle of a character, or one bad byte in a page. */
function damagedUtf8(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 65536);
  const text = new TextDecoder('utf-8').decode(head);
  let replaced = 0;
  let beyondAscii = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) replaced++;
    else if (code > 0x7f) beyondAscii++;
  }
  return replaced * 10 <= beyondAscii;
}

/** Control characters that no editor writes into a text: a tenth of them and the file is something else. */
function asText(text: string, encoding: Encoding): Decoded | DecodeFailure {
  let odd = 0;
  const length = Math.min(text.length, 65536);
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 && !(code >= 0x09 && code <= 0x0d) && code !== 0x1a && code !== 0x1b) odd++;
  }
  return odd * 10 > length ? refuse('binary', 'control-characters') : { ok: true, text, encoding };
}

function strictly(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function refuse(reason: DecodeFailure['reason'], detail: Obstacle): DecodeFailure {
  return { ok: false, reason, detail };
}
