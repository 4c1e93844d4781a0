/**
 * What files say that bears on reports: the configuration, the profile it chooses, last year's report, the baseline. Each is read when first needed, kept, and dropped exactly
 * where a change in a file bears on it. Knows no open document.
 */

import { once } from '../base';
import { CONFIG_FILE_NAME, configFor, placeOfSetting } from '../config';
import type { FoundConfig } from '../config';
import { joinUri, nameOf, parentUri, relativeTo } from '../host';
import { readAccepted } from './accepted';
import type { AcceptedReading } from './accepted';
import { chosenByConfig, chosenByEditor } from './choose';
import type { Choice, EditorSettings } from './choose';
import { readEarlier } from './earlier';
import type { EarlierReading } from './earlier';
import { noticeOfProblem } from './notice';
import type { Notice } from './notice';
import type { DigestCache } from './seeds';
import type { Surroundings } from './surroundings';

export interface Readings {
  /** The configuration above a file. */
  readonly configOf: (uri: string) => Promise<FoundConfig>;
  /** The profile a configuration asks for; null where it leaves that to the editor. */
  readonly configChoice: (found: FoundConfig) => Promise<Choice> | null;
  /** The profile a report is read with. */
  readonly choiceFor: (found: FoundConfig, settings: EditorSettings, uri: string) => Promise<Choice>;
  /** Last year's report and the baseline, as configured; null where none is. */
  readonly earlierFor: (found: FoundConfig) => Promise<EarlierReading | null>;
  readonly acceptedFor: (found: FoundConfig) => Promise<AcceptedReading | null>;
  /** All that is wrong with a configuration and with what it names. */
  readonly noticesOf: (found: FoundConfig) => Promise<readonly Notice[]>;
  /** Forgets what was read from files that changed; true when anything was. */
  readonly filesChanged: (uris: readonly string[]) => boolean;
}

/** A choice under way or made; `reads` is null until it is made. */
interface Choosing {
  readonly choice: Promise<Choice>;
  reads: readonly string[] | null;
}

/** Readings of which nothing has been read. */
export function openReadings({ host, catalogue, turn, folderOf }: Surroundings): Readings {
  const configs = new Map<string, Promise<FoundConfig>>();
  const choices = new Map<string, Choosing>();
  const digests = new Map<string, DigestCache>();
  const earlier = new Map<string, Promise<EarlierReading>>();
  const accepted = new Map<string, Promise<AcceptedReading>>();

  const configOf = (uri: string): Promise<FoundConfig> => once(configs, parentUri(uri) ?? '', () => configFor(host, uri, catalogue));
  const choosing = (key: readonly unknown[], choose: () => Promise<Choice>): Promise<Choice> =>
    once(choices, JSON.stringify(key), () => {
      const made: Choosing = { choice: choose(), reads: null };
      void made.choice.then(({ reads }) => (made.reads = reads));
      return made;
    }).choice;
  const configChoice = (found: FoundConfig): Promise<Choice> | null => {
    const { folder, config } = found;
    if (folder === null || (config.profile === null && config.family === null && config.seeds.length === 0)) return null;
    const cache = once(digests, folder, () => new Map() as DigestCache);
    return choosing([folder, config.profile, config.seeds, config.family], () => chosenByConfig(host, found, cache, { turn, cancelled: () => false }));
  };
  const choiceFor = (found: FoundConfig, settings: EditorSettings, uri: string): Promise<Choice> => {
    const base = folderOf(uri) ?? parentUri(uri);
    return configChoice(found) ?? choosing([settings.profile && base, settings.profile, settings.family], () => chosenByEditor(host, settings, base));
  };

  const earlierFor = async (found: FoundConfig): Promise<EarlierReading | null> => {
    const uri = previousUriOf(found);
    return uri === null ? null : once(earlier, uri, () => readEarlier(host, uri, found.config.previous!));
  };

  const acceptedFor = async ({ folder, config }: FoundConfig): Promise<AcceptedReading | null> => {
    if (folder === null || config.baseline === null) return null;
    const uri = joinUri(folder, config.baseline);
    return once(accepted, uri, () => readAccepted(host, uri, config.baseline!));
  };

  const noticesOf = async (found: FoundConfig): Promise<readonly Notice[]> => noticesIn(found, await configChoice(found), await earlierFor(found), await acceptedFor(found));

  const filesChanged = (uris: readonly string[]): boolean => {
    let dropped = 0;
    for (const uri of uris) {
      const folder = isConfigUri(uri) ? parentUri(uri) : null;
      if (folder !== null) dropped += dropWhere(configs, (known) => isBelow(known, folder));
      // A choice still being made may have read the file before it changed.
      dropped += dropWhere(earlier, (known) => isBelow(known, uri));
      dropped += dropWhere(accepted, (known) => isBelow(known, uri));
      dropped += dropWhere(choices, (_, { reads }) => reads === null || reads.some((read) => isBelow(uri, read)));
    }
    return dropped > 0;
  };

  return { configOf, configChoice, choiceFor, earlierFor, acceptedFor, noticesOf, filesChanged };
}

function noticesIn(found: FoundConfig, choice: Choice | null, earlier: EarlierReading | null, accepted: AcceptedReading | null): readonly Notice[] {
  const failed = [...(choice?.problem ? [choice.problem] : []), ...(earlier?.problem ? [{ key: 'previous', text: earlier.problem }] : []), ...(accepted?.problem ? [{ key: 'baseline', text: accepted.problem }] : [])];
  return [...found.problems.map(noticeOfProblem), ...failed.map(({ key, text }): Notice => ({ span: placeOfSetting(found.text ?? '', key), severity: 'error', text }))];
}

/** The file that a configuration names as last year's report; null when it names none. */
export const previousUriOf = ({ folder, config }: FoundConfig): string | null => (folder === null || config.previous === null ? null : joinUri(folder, config.previous));

export const isConfigUri = (uri: string): boolean => nameOf(uri) === CONFIG_FILE_NAME;

/** True for a folder's own address and those below it. Compared decoded: an editor may encode more characters than we do. */
export const isBelow = (uri: string, folder: string): boolean => relativeTo(folder, uri) !== null || relativeTo(`${folder}/`, `${uri}/`) === '';

function dropWhere<K, V>(known: Map<K, V>, test: (key: K, value: V) => boolean): number {
  let dropped = 0;
  for (const [key, value] of known) if (test(key, value) && known.delete(key)) dropped++;
  return dropped;
}
