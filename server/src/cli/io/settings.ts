/**
 * What holds for a file: its nearest configuration, the profile and last year's report it is held against. Each is looked up once in a run.
 */
import { dirname, relative, sep } from 'node:path';
import { once } from '../../base';
import { configFor, matches, type FoundConfig, type RuleLine } from '../../config';
import { joinUri, relativeTo } from '../../host';
import { nodeHost, pathOf, uriOf } from '../../host/node';
import type { Baseline } from '../../lint';
import { chosenByConfig, type Chosen } from '../profiles';
import type { Session } from '../session';
import { loadBaseline } from './baseline';
import { previousByConfig, type ChosenPrevious } from './previous';
import type { FoundFile } from './walk';

/** A configuration with the profile and the report it asks for. */
export interface FileSettings {
  readonly found: FoundConfig;
  readonly chosen: Chosen;
  readonly previous: ChosenPrevious | null;
  /** Entries of the baseline that the configuration names; null without one. */
  readonly accepted: Baseline | null;
  /** Why that baseline cannot be used. */
  readonly problem: { readonly path: string; readonly sentence: string } | null;
}

/** What the command line says for all files; null where each file's configuration decides. */
export interface Given {
  readonly catalogue: readonly RuleLine[];
  readonly chosen: Chosen | null;
  /** `none`: no other report is wanted. */
  readonly previous: ChosenPrevious | 'none' | null;
}

/** Answers what holds for a file, given by its absolute path. */
export function settingsCache(session: Session, given: Given): (absolute: string) => Promise<FileSettings> {
  const host = nodeHost();
  const byFolder = new Map<string, Promise<FoundConfig>>();
  const byConfig = new Map<string | null, Promise<FileSettings>>();
  return async (absolute) => {
    const found = await once(byFolder, dirname(absolute), () => configFor(host, uriOf(absolute), given.catalogue));
    return once(byConfig, found.uri, async () => ({
      found,
      chosen: given.chosen ?? (await chosenByConfig(session, found)),
      previous: given.previous === 'none' ? null : (given.previous ?? (await previousByConfig(session, found))),
      ...(await acceptedBy(session, found)),
    }));
  };
}

/** The baseline of a configuration; one that is not there yet accepts nothing. */
async function acceptedBy(session: Session, { config, folder }: FoundConfig): Promise<Pick<FileSettings, 'accepted' | 'problem'>> {
  if (config.baseline === null || folder === null) return { accepted: null, problem: null };
  const path = pathOf(joinUri(folder, config.baseline));
  const loading = await loadBaseline(session.terminal.cwd, path, session.locale);
  return loading.ok ? { accepted: loading.baseline.entries, problem: null } : { accepted: null, problem: loading };
}

/** Patterns are seen from the configuration's folder; without one, from the folder that was named. */
export function isReport(found: FoundConfig, { absolute, root }: FoundFile): boolean {
  const path = found.folder === null ? null : relativeTo(found.folder, uriOf(absolute));
  return matches(found.config, path ?? relative(root ?? dirname(absolute), absolute).split(sep).join('/'));
}
