/**
 * Which profile a report is checked by: what the command line says, else what its configuration says, else what the text itself shows.
 */
import { resolve } from 'node:path';
import { nearest, type Config, type FoundConfig } from '../config';
import { joinUri } from '../host';
import { pathOf } from '../host/node';
import type { LearnedProfile, ProfileChoice, ProfileLoading } from './core';
import { seedTexts } from './io/seeds';
import { readReport } from './io/read';
import { say, type MessageArgs, type MessageId } from './messages';
import type { Session } from './session';

/** A choice, or why there is none: a sentence about the file `path`. */
export type Chosen = { readonly ok: true; readonly profile: ProfileChoice } | { readonly ok: false; readonly path: string | null; readonly sentence: string };

/** What the options `--profile` and `--family` ask for; null when they are absent. */
export interface ProfileOptions {
  readonly profile?: string | undefined;
  readonly family?: string | undefined;
}

/** The choice that the options make for all files; null when they make none. */
export async function chosenByOptions(session: Session, options: ProfileOptions): Promise<Chosen | null> {
  if (options.profile !== undefined) return fromFile(session, options.profile, resolve(session.terminal.cwd, options.profile));
  return options.family === undefined ? null : fromFamily(session, options.family, null);
}

/** The choice of a configuration file. `folder` is its URI; paths in it are relative to that. */
export async function chosenByConfig(session: Session, found: FoundConfig): Promise<Chosen> {
  const { config, folder, uri } = found;
  if (folder === null || uri === null) return { ok: true, profile: 'recognise' };
  if (config.profile !== null) return fromFile(session, config.profile, pathOf(joinUri(folder, config.profile)));
  const family: Chosen = config.family === null ? { ok: true, profile: 'recognise' } : fromFamily(session, config.family, pathOf(uri));
  return family.ok && config.seeds.length ? fromSeeds(session, config, folder) : family;
}

async function fromFile(session: Session, path: string, absolute: string): Promise<Chosen> {
  const read = await readReport(absolute, session.locale);
  if (!read.ok) return { ok: false, path, sentence: read.sentence };
  return asChosen(session, path, session.core.loadProfile(read.text));
}

async function fromSeeds(session: Session, config: Config, folder: string): Promise<Chosen> {
  const paths = config.seeds.map((seed) => pathOf(joinUri(folder, seed)));
  const seeds = seedTexts(session, paths);
  const learned = await session.core.learn(seeds.texts, config.family);
  const [failure] = seeds.failures;
  if (failure) return { ok: false, path: failure.path, sentence: failure.sentence };
  if (!learned.ok) return { ok: false, path: paths[0]!, sentence: say(session.locale, 'nothing-to-learn') };
  return asChosen(session, paths[0]!, session.core.loadProfile(learned.profile));
}

/** `path` is the file that names the family; null for the command line. */
function fromFamily(session: Session, family: string, path: string | null): Chosen {
  if (family === 'none') return { ok: true, profile: 'none' };
  const profile: LearnedProfile | null = session.core.familyProfile(family);
  if (profile) return { ok: true, profile };
  return { ok: false, path, sentence: say(session.locale, 'unknown-family', { name: family, suggestion: suggestion(session, family, [...session.core.families(), 'none']) }) };
}

function asChosen(session: Session, path: string, loading: ProfileLoading): Chosen {
  if (loading.ok) return { ok: true, profile: loading.profile };
  const id: MessageId = `profile-${loading.reason}`;
  const args: MessageArgs = loading.reason === 'newer-version' ? { found: loading.found, known: loading.known } : {};
  return { ok: false, path, sentence: say(session.locale, id, args) };
}

/** `; did you mean “x”?`, or nothing. */
export function suggestion(session: Session, name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  return meant === null ? '' : say(session.locale, 'suggestion', { name: meant });
}
