/**
 * Last year's report, as a configuration names it: read, decoded, parsed. Nothing is compared here.
 */

import { decodeReport } from '../convert';
import { grammar } from '../families';
import { nameOf } from '../host';
import type { Host } from '../host';
import type { Bilingual } from '../profile';
import { parseReport } from '../report';
import type { PreviousReport } from '../rules';
import { noticeText } from './notice';

/** With the place it was read from, to go there. */
export interface EarlierReport extends PreviousReport {
  readonly uri: string;
}

/** The report, or why there is none. */
export interface EarlierReading {
  readonly report: EarlierReport | null;
  readonly problem: Bilingual | null;
}

/** Reads the report at `uri`; `path` is what the configuration calls it. */
export async function readEarlier(host: Host, uri: string, path: string): Promise<EarlierReading> {
  const bytes = await host.readFile(uri);
  if (!bytes) return { report: null, problem: noticeText('previous-missing', { path }) };
  const text = decodeReport(bytes);
  if (!text.ok) return { report: null, problem: noticeText('previous-unreadable', { path }) };
  return { report: { uri, name: nameOf(uri), report: parseReport(text.text, grammar) }, problem: null };
}
