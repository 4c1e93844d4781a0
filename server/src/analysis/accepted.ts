/**
 * The baseline that a configuration names: read and decoded. One that does not exist yet accepts nothing and is no problem.
 */

import { problemText, readBaseline } from '../config';
import { decodeReport } from '../convert';
import type { Host } from '../host';
import type { Baseline } from '../lint';
import type { Bilingual } from '../profile';
import { makeText, positionAt } from '../text';
import { noticeText } from './notice';

/** `baseline` is null when nothing can be held back. */
export interface AcceptedReading {
  readonly baseline: Baseline | null;
  readonly problem: Bilingual | null;
}

/** Reads the baseline at `uri`; `path` is what the configuration calls it. */
export async function readAccepted(host: Host, uri: string, path: string): Promise<AcceptedReading> {
  const bytes = await host.readFile(uri);
  if (!bytes) return { baseline: null, problem: null };
  const decoded = decodeReport(bytes);
  if (!decoded.ok) return { baseline: null, problem: noticeText('baseline-unreadable', { path }) };
  const reading = readBaseline(decoded.text);
  if (reading.ok) return { baseline: reading.entries, problem: null };
  const { line, character } = positionAt(makeText(decoded.text), reading.problem.span.start);
  const args = (locale: 'zh-cn' | 'en'): Readonly<Record<string, string>> => ({ path, line: String(line + 1), column: String(character + 1), detail: problemText(reading.problem, locale) });
  return { baseline: null, problem: { zh: noticeText('baseline-broken', args('zh-cn')).zh, en: noticeText('baseline-broken', args('en')).en } };
}
