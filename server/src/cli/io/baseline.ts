/**
 * The baseline of a run of `check`: read before it, made when there is none, and at the end left without what no longer occurs. It never grows by itself.
 */
import { stat } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { problemText, readBaseline, writeBaseline, type BaselineReading } from '../../config';
import { accepting, countsOf, settingOf, shrunk, type Baseline, type Identity, type Sighting } from '../../lint';
import { makeText, positionAt } from '../../text';
import type { CheckRequest, Locale } from '../core';
import { say } from '../messages';
import { complainInWords, type Session } from '../session';
import { readReport } from './read';
import { written } from './write';

/** A baseline as it was read; `entries` is null when there is no such file. */
export interface StoredBaseline {
  readonly path: string;
  readonly absolute: string;
  readonly entries: Baseline | null;
  readonly bytes: Uint8Array | null;
}

export type BaselineLoading = { readonly ok: true; readonly baseline: StoredBaseline } | { readonly ok: false; readonly path: string; readonly sentence: string };

/** Reads a baseline; `path` is what the user calls it. A file that cannot be used gives one sentence with the place in it. */
export async function loadBaseline(cwd: string, path: string, locale: Locale): Promise<BaselineLoading> {
  const absolute = resolve(cwd, path);
  if (!(await exists(absolute))) return { ok: true, baseline: { path, absolute, entries: null, bytes: null } };
  const read = await readReport(absolute, locale);
  if (!read.ok) return { ok: false, path, sentence: read.sentence };
  const reading = readBaseline(read.text);
  return reading.ok ? { ok: true, baseline: { path, absolute, entries: reading.entries, bytes: read.bytes } } : { ok: false, path, sentence: baselineProblem(read.text, reading, locale) };
}

function baselineProblem(text: string, { problem }: Extract<BaselineReading, { ok: false }>, locale: Locale): string {
  const { line, character } = positionAt(makeText(text), problem.span.start);
  return say(locale, 'bad-baseline', { line: line + 1, column: character + 1, problem: problemText(problem, locale) });
}

/** What a run saw, to settle the baseline by. */
export interface Ledger {
  /** Notes a report that was checked; answers how many of its findings are recorded now, which are then not to be shown. */
  readonly note: (absolute: string, identities: readonly Identity[], request: Pick<CheckRequest, 'rules' | 'preset'>) => boolean;
  /** Writes what is to be written; false when that failed, which has been said. */
  readonly close: (roots: readonly string[]) => Promise<boolean>;
}

/** A ledger over a stored baseline. With none stored, everything that is noted is recorded. */
export function openLedger(session: Session, stored: StoredBaseline): Ledger {
  const folder = dirname(stored.absolute);
  const nameOf = (absolute: string): string => relative(folder, absolute).split(sep).join('/');
  const seen = new Map<string, Sighting>();
  let made: Baseline = [];
  let count = 0;
  return {
    note: (absolute, identities, { rules, preset }) => {
      const ran = (code: string): boolean => settingOf(rules, code) !== 'off' && (preset !== 'quiet' || settingOf(rules, code) !== undefined);
      seen.set(nameOf(absolute), { counts: countsOf(identities), ran });
      if (stored.entries) return false;
      made = accepting(made, nameOf(absolute), identities);
      count += identities.length;
      return true;
    },
    close: async (roots) => {
      const gone = new Set<string>();
      for (const { file } of stored.entries ?? []) {
        const absolute = resolve(folder, file);
        if (!seen.has(file) && roots.some((root) => isBelow(absolute, resolve(session.terminal.cwd, root))) && !(await exists(absolute))) gone.add(file);
      }
      const next = stored.entries ? shrunk(stored.entries, seen, (file) => gone.has(file)) : made;
      const before = totalOf(stored.entries ?? []);
      if (stored.entries && writeBaseline(next) === writeBaseline(shrunk(stored.entries, new Map(), () => false))) return true;
      if (!(await written(session, stored.path, stored.absolute, writeBaseline(next), stored.bytes ?? undefined))) return false;
      if (!stored.entries) complainInWords(session, stored.path, say(session.locale, 'baseline-made', { count }));
      else if (totalOf(next) < before) complainInWords(session, stored.path, say(session.locale, 'baseline-shrunk', { count: before - totalOf(next) }));
      return true;
    },
  };
}

const totalOf = (baseline: Baseline): number => baseline.reduce((sum, entry) => sum + entry.count, 0);

const isBelow = (absolute: string, root: string): boolean => absolute === root || absolute.startsWith(root.endsWith(sep) ? root : root + sep);

const exists = (absolute: string): Promise<boolean> => stat(absolute).then(() => true, () => false);
