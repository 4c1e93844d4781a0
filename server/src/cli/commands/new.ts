/**
 * `new`: next year's draft from last year's report, or from the profile alone, written in one step or not at all.
 */
import { lstat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { configFor } from '../../config';
import { nodeHost, uriOf } from '../../host/node';
import type { DraftResult, ProfileChoice } from '../core';
import { readReport } from '../io/read';
import { written } from '../io/write';
import { say } from '../messages';
import { chosenByConfig, chosenByOptions } from '../profiles';
import { complain, complainInWords, EXIT, UsageError, type Session } from '../session';

export interface NewArguments {
  readonly from?: string;
  readonly output?: string;
  readonly force?: boolean;
  readonly profile?: string;
  readonly family?: string;
  readonly year?: number;
}

/** Runs `new` and answers the exit code. A file that exists is left alone unless `--force` is given, and last year's report always. */
export async function newReport(session: Session, given: NewArguments): Promise<number> {
  const { terminal, locale } = session;
  const { output } = given;
  if (output === undefined) throw new UsageError('draft-output-needed');
  if (given.from === undefined && given.profile === undefined && (given.family === undefined || given.family === 'none')) throw new UsageError('nothing-to-start-from');
  if (given.from === undefined && given.year === undefined) throw new UsageError('year-needed');
  const target = resolve(terminal.cwd, output);
  if (given.from !== undefined && resolve(terminal.cwd, given.from) === target) throw new UsageError('would-overwrite-source', {}, output);
  const draft = given.from === undefined ? await fromProfile(session, given, given.year!) : await fromLastYear(session, given.from, given);
  if (draft === null) return EXIT.failed;
  if (!draft.ok) {
    complain(session, given.from ?? null, `draft-${draft.reason}`, { year: draft.year ?? '' });
    return EXIT.failed;
  }
  if (!(await writtenAnew(session, output, target, draft.text, given.force ?? false))) return EXIT.failed;
  const added = draft.added.map((name) => (locale === 'en' ? name.en : name.zh));
  const counts = { path: output, year: draft.year ?? '', headings: draft.headings, placeholders: draft.placeholders };
  const owed = given.from === undefined ? '' : say(locale, 'drafted-owed', { plan: draft.planItems, problems: draft.problems });
  const more = added.length === 0 ? '' : say(locale, 'drafted-added', { names: added.join(locale === 'en' ? ', ' : '、') });
  await terminal.out(`${say(locale, 'drafted', counts)}${owed}${more}\n`);
  return EXIT.clean;
}

async function fromLastYear(session: Session, path: string, given: NewArguments): Promise<DraftResult | null> {
  const absolute = resolve(session.terminal.cwd, path);
  const read = await readReport(absolute, session.locale);
  if (!read.ok) return failed(session, path, read.sentence);
  const found = await configFor(nodeHost(), uriOf(absolute), session.core.catalogue());
  const chosen = (await chosenByOptions(session, given)) ?? (await chosenByConfig(session, found));
  return chosen.ok ? session.core.draft({ lastYear: read.text, profile: chosen.profile, year: given.year ?? null }) : failed(session, chosen.path, chosen.sentence);
}

async function fromProfile(session: Session, given: NewArguments, year: number): Promise<DraftResult | null> {
  const chosen = await chosenByOptions(session, given);
  if (chosen && !chosen.ok) return failed(session, chosen.path, chosen.sentence);
  const profile: ProfileChoice = chosen?.profile ?? 'none';
  return session.core.draft({ lastYear: null, profile, year });
}

function failed(session: Session, path: string | null, sentence: string): null {
  complainInWords(session, path, sentence);
  return null;
}

async function writtenAnew(session: Session, path: string, target: string, text: string, force: boolean): Promise<boolean> {
  if (!force && (await lstat(target).catch(() => null)) !== null) {
    complain(session, path, 'write-exists');
    return false;
  }
  return written(session, path, target, text);
}
