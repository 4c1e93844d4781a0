/**
 * Last year's report, which a report can be held against: what the command line names, else what the configuration names.
 */
import { basename, resolve } from 'node:path';
import type { FoundConfig } from '../../config';
import { joinUri } from '../../host';
import { pathOf } from '../../host/node';
import type { EarlierReport } from '../core';
import type { Session } from '../session';
import { readReport } from './read';

/** The report, or why it cannot be had: a sentence about the file `path`. */
export type ChosenPrevious =
  | { readonly ok: true; readonly absolute: string; readonly report: EarlierReport }
  | { readonly ok: false; readonly path: string; readonly sentence: string };

/** The report that `--previous` names. */
export function previousByOption(session: Session, path: string): Promise<ChosenPrevious> {
  return read(session, path, resolve(session.terminal.cwd, path));
}

/** The report that a configuration names, seen from its folder; null when it names none. */
export async function previousByConfig(session: Session, { config, folder }: FoundConfig): Promise<ChosenPrevious | null> {
  return folder === null || config.previous === null ? null : read(session, config.previous, pathOf(joinUri(folder, config.previous)));
}

/** What a file is held against; a report in the same folder as its predecessor is not held against itself. */
export function previousFor(chosen: ChosenPrevious | null, absolute: string): EarlierReport | null {
  return chosen?.ok && chosen.absolute !== absolute ? chosen.report : null;
}

async function read(session: Session, path: string, absolute: string): Promise<ChosenPrevious> {
  const found = await readReport(absolute, session.locale);
  return found.ok ? { ok: true, absolute, report: session.core.earlier(basename(absolute), found.text) } : { ok: false, path, sentence: found.sentence };
}
