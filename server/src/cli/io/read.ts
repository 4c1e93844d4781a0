/**
 * The text of one report file, or the sentence that says why there is none.
 */
import { readFile, stat } from 'node:fs/promises';
import { decodeReport, describeFailure, type Encoding } from '../../convert';
import type { Locale } from '../core';
import { say } from '../messages';

/** `bytes` are the file as it was read, to see later whether it changed. */
export type ReadReport =
  | { readonly ok: true; readonly text: string; readonly encoding: Encoding; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly sentence: string };

/** A year's report has some 30 kB; beyond this a file is something else and would only fill the memory. */
const MAX_BYTES = 64 * 1024 * 1024;

/** Reads and decodes a report. */
export async function readReport(absolute: string, locale: Locale): Promise<ReadReport> {
  try {
    const { size } = await stat(absolute);
    if (size > MAX_BYTES) return { ok: false, sentence: say(locale, 'too-large', { size: Math.round(size / 1024 / 1024) }) };
    return asReport(await readFile(absolute), locale);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return { ok: false, sentence: code === 'ENOENT' ? say(locale, 'no-such-file') : say(locale, 'unreadable', { code }) };
  }
}

/** Decodes the bytes of a report. */
export function asReport(bytes: Uint8Array, locale: Locale): ReadReport {
  const decoded = decodeReport(bytes);
  return decoded.ok ? { ok: true, text: decoded.text, encoding: decoded.encoding, bytes } : { ok: false, sentence: describeFailure(decoded, locale) };
}
