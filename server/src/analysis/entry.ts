/**
 * An open document with what is kept of it from snapshot to snapshot: the newest analysis and what that was made from, whether it was changed, how long a check of it takes,
 * and so when it is to be checked. Reads no file and keeps nothing itself.
 */

import type { FoundConfig } from '../config';
import { relativeTo } from '../host';
import type { Baseline } from '../lint';
import { analyse } from './analysis';
import type { Analysis, Settings } from './analysis';
import type { Choice, EditorSettings } from './choose';
import type { OpenDocument } from './document';
import type { EarlierReport } from './earlier';
import { policyOf } from './policy';

/** Why a report is checked on saving only: `limit` in characters or milliseconds. */
export interface Restraint {
  readonly kind: 'size' | 'time';
  readonly limit: number;
}

/** When a report is to be checked. */
export interface Timing {
  readonly run: 'onType' | 'onSave';
  readonly restraint: Restraint | null;
  /** Changed since it was opened or saved. */
  readonly dirty: boolean;
}

/** An open document and what is kept of it. */
export interface Entry {
  readonly document: OpenDocument;
  readonly latest: Analysis | null;
  readonly dirty: boolean;
  /** Milliseconds the last whole check took. */
  readonly took: number;
}

/** A document of which nothing is known yet. */
export const freshEntry = (document: OpenDocument): Entry => ({ document, latest: null, dirty: false, took: 0 });

/**
 * The analysis of the entry's text with settings made of `parts`; the one before gives what did not change, and is the answer where nothing did. `now` is in
 * milliseconds; `took` is told how long the first whole check lasted.
 */
export function analysisOf({ latest, document }: Entry, parts: Parts, now: () => number, took: (milliseconds: number) => void): Analysis {
  const settings = settingsFrom(latest?.settings ?? null, document.uri, parts);
  if (latest && latest.text === document.text && latest.settings === settings) return latest;
  const begun = now();
  const analysis = analyse(document.text, settings, latest ?? undefined);
  return timed(analysis, now() - begun, now, took);
}

/** The same analysis; the first whole check of it says how long it took, reading included. */
function timed(analysis: Analysis, before: number, now: () => number, took: (milliseconds: number) => void): Analysis {
  let known = false;
  const findings: Analysis['findings'] = (cancelled) => {
    if (known) return analysis.findings(cancelled);
    const begun = now();
    const found = analysis.findings(cancelled);
    if (found) took(before + now() - begun);
    known = found !== null;
    return found;
  };
  return { ...analysis, findings };
}

/** Why a report is not checked while it is typed; null when nothing speaks against it. Zero sets no limit. */
export function restraintOf({ document, took }: Entry, { longest, budget }: EditorSettings): Restraint | null {
  if (longest > 0 && document.text.value.length > longest) return { kind: 'size', limit: longest };
  return budget > 0 && took > budget ? { kind: 'time', limit: budget } : null;
}

/** What settings are made from; the same parts, the same settings. */
export interface Parts {
  readonly found: FoundConfig;
  readonly choice: Choice;
  readonly previous: EarlierReport | null;
  readonly baseline: Baseline | null;
}

const partsOf = new WeakMap<Settings, Parts>();

/** The settings as they were while nothing they are made from has changed, so that an analysis is kept. */
function settingsFrom(known: Settings | null, uri: string, parts: Parts): Settings {
  const before = known && partsOf.get(known);
  const { found, choice, previous, baseline } = parts;
  if (known && before && before.found === found && before.choice === choice && before.previous === previous && before.baseline === baseline) return known;
  const path = found.folder === null ? null : relativeTo(found.folder, uri);
  const settings: Settings = { profile: choice.profile, year: found.config.year, previous, baseline, ...policyOf(found.config, path) };
  partsOf.set(settings, parts);
  return settings;
}
