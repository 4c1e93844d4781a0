/**
 * Open documents and what holds for each of them: the only state of the program. Configuration, profiles and seeds are read when first needed,
 * kept, and dropped exactly where a change in a file bears on them; snapshots are made when asked for.
 */

import { CONFIG_FILE_NAME, configFor, matches, placeOfSetting, readConfig } from '../config';
import type { FoundConfig } from '../config';
import { joinUri, nameOf, parentUri, relativeTo } from '../host';
import type { Host } from '../host';
import type { Language } from '../lint';
import type { Text } from '../text';
import { analyse } from './analysis';
import type { Analysis, Settings } from './analysis';
import { chosenByConfig, chosenByEditor } from './choose';
import type { Choice, EditorSettings, Origin } from './choose';
import { readEarlier } from './earlier';
import type { EarlierReading, EarlierReport } from './earlier';
import { noticeOfProblem } from './notice';
import type { Notice } from './notice';
import type { DigestCache } from './seeds';

/** A document as the editor has it. */
export interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: Text;
}

/** What the workspace needs of the program it lives in. */
export interface Surroundings {
  readonly host: Host;
  /** Codes a configuration may name. */
  readonly codes: readonly string[];
  /** Language where no configuration says another. */
  readonly language: Language;
  /** True for a file name that alone makes a document a report. */
  readonly namedAsReport: (name: string) => boolean;
  readonly editorSettings: (uri: string) => Promise<EditorSettings>;
  /** The workspace folder a document belongs to, or null. */
  readonly folderOf: (uri: string) => string | null;
  /** Resolves after other work had its turn. */
  readonly turn: () => Promise<void>;
}

/** A report at one moment with everything that holds for it. */
export interface Snapshot {
  readonly document: OpenDocument;
  readonly analysis: Analysis;
  readonly language: Language;
  readonly origin: Origin;
  /** Last year's report, as configured; null without one, and for that report itself. */
  readonly previous: EarlierReport | null;
  readonly run: 'onType' | 'onSave';
  /** Hints behind figures are wanted. */
  readonly hints: boolean;
  /** Problems that no configuration file can show: with what the editor is set to. */
  readonly notices: readonly Notice[];
}

export interface Workspace {
  readonly open: (document: OpenDocument) => void;
  /** The new text of an open document; nothing is computed. */
  readonly change: (uri: string, version: number, text: Text) => void;
  readonly close: (uri: string) => void;
  readonly document: (uri: string) => OpenDocument | null;
  readonly documents: () => readonly OpenDocument[];
  /** The newest snapshot of an open report; null for any other document. */
  readonly snapshot: (uri: string) => Promise<Snapshot | null>;
  /** The configuration file an open report is under; null without one, and for any other document. */
  readonly configOf: (uri: string) => Promise<string | null>;
  /** What is wrong in a configuration file, as it is open or else as it is stored, and its text. */
  readonly configNotices: (uri: string) => Promise<{ readonly notices: readonly Notice[]; readonly text: string; readonly language: Language }>;
  /** Forgets what was read from files that changed; true when anything was. */
  readonly filesChanged: (uris: readonly string[]) => boolean;
  /** Forgets what the editor was set to. */
  readonly settingsChanged: () => void;
}

/** A choice under way or made; `reads` is null until it is made. */
interface Choosing {
  readonly choice: Promise<Choice>;
  reads: readonly string[] | null;
}

interface Entry {
  readonly document: OpenDocument;
  readonly latest: Analysis | null;
}

export const isConfigUri = (uri: string): boolean => nameOf(uri) === CONFIG_FILE_NAME;

/** A workspace without documents. */
export function openWorkspace(surroundings: Surroundings): Workspace {
  const { host, codes, language, turn } = surroundings;
  const entries = new Map<string, Entry>();
  const editor = new Map<string, Promise<EditorSettings>>();
  const configs = new Map<string, Promise<FoundConfig>>();
  const choices = new Map<string, Choosing>();
  const digests = new Map<string, DigestCache>();
  const earlier = new Map<string, Promise<EarlierReading>>();

  const configOf = (uri: string): Promise<FoundConfig> => once(configs, parentUri(uri) ?? '', () => configFor(host, uri, codes));
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
    const base = surroundings.folderOf(uri) ?? parentUri(uri);
    return configChoice(found) ?? choosing([settings.profile && base, settings.profile, settings.family], () => chosenByEditor(host, settings, base));
  };

  const earlierFor = async ({ folder, config }: FoundConfig): Promise<EarlierReading | null> => {
    if (folder === null || config.previous === null) return null;
    const uri = joinUri(folder, config.previous);
    return once(earlier, uri, () => readEarlier(host, uri, config.previous!));
  };

  /** The configuration of an open report; null for any other document. */
  const foundFor = async (uri: string): Promise<FoundConfig | null> => {
    const opened = entries.get(uri);
    if (!opened || isConfigUri(uri)) return null;
    const found = await configOf(uri);
    return isReport(opened.document, found, surroundings.namedAsReport) ? found : null;
  };
  const snapshot = async (uri: string): Promise<Snapshot | null> => {
    const found = await foundFor(uri);
    if (!found) return null;
    const settings = await once(editor, uri, () => surroundings.editorSettings(uri));
    const choice = await choiceFor(found, settings, uri);
    const read = (await earlierFor(found))?.report ?? null;
    const entry = entries.get(uri);
    if (!entry) return null;
    const previous = read && isBelow(uri, read.uri) ? null : read;
    const analysis = current(entry, settingsFrom(found, choice, previous));
    if (analysis !== entry.latest) entries.set(uri, { ...entry, latest: analysis });
    const notices = choice.problem && configChoice(found) === null ? [{ span: { start: 0, end: 0 }, severity: 'warning' as const, text: choice.problem.text }] : [];
    return { document: entry.document, analysis, language: languageOf(found, language), origin: choice.origin, previous, run: settings.run, hints: settings.hints, notices };
  };

  return {
    open: (document) => void entries.set(document.uri, { document, latest: null }),
    change: (uri, version, text) => {
      const entry = entries.get(uri);
      if (entry) entries.set(uri, { document: { ...entry.document, version, text }, latest: entry.latest });
    },
    close: (uri) => {
      entries.delete(uri);
      editor.delete(uri);
    },
    document: (uri) => entries.get(uri)?.document ?? null,
    documents: () => [...entries.values()].map((entry) => entry.document),
    snapshot,
    configOf: async (uri) => (await foundFor(uri))?.uri ?? null,
    configNotices: async (uri) => {
      const open = entries.get(uri)?.document.text.value;
      const bytes = open === undefined ? await host.readFile(uri) : new TextEncoder().encode(open);
      if (!bytes) return { notices: [], text: '', language };
      const found = readConfig(uri, bytes, codes);
      return { notices: noticesOf(found, await configChoice(found), await earlierFor(found)), text: open ?? found.text ?? '', language: languageOf(found, language) };
    },
    filesChanged: (uris) => {
      let dropped = 0;
      for (const uri of uris) {
        const folder = isConfigUri(uri) ? parentUri(uri) : null;
        if (folder !== null) dropped += dropWhere(configs, (known) => isBelow(known, folder));
        // A choice still being made may have read the file before it changed.
        dropped += dropWhere(earlier, (known) => isBelow(known, uri));
        dropped += dropWhere(choices, (_, { reads }) => reads === null || reads.some((read) => isBelow(uri, read)));
      }
      return dropped > 0;
    },
    settingsChanged: () => editor.clear(),
  };
}

/** The analysis of the entry's text; an earlier one gives what did not change. */
function current(entry: Entry, settings: Settings): Analysis {
  const { latest, document } = entry;
  if (latest && latest.text === document.text && latest.settings === settings) return latest;
  return analyse(document.text, settings, latest ?? undefined);
}

const NO_REPORT = {};
const known = new WeakMap<FoundConfig, WeakMap<Choice, WeakMap<object, Settings>>>();

/** The same object for the same configuration, choice and last year's report, so that an analysis is kept while all of them stand. */
function settingsFrom(found: FoundConfig, choice: Choice, previous: EarlierReport | null): Settings {
  const ofFound = known.get(found) ?? new WeakMap<Choice, WeakMap<object, Settings>>();
  known.set(found, ofFound);
  const ofChoice = ofFound.get(choice) ?? new WeakMap<object, Settings>();
  ofFound.set(choice, ofChoice);
  const settings = ofChoice.get(previous ?? NO_REPORT) ?? { profile: choice.profile, rules: found.config.rules, year: found.config.year, previous };
  ofChoice.set(previous ?? NO_REPORT, settings);
  return settings;
}

/** A language made for reports, a name that says so, or a configuration that includes the file; an exclusion silences all of them. */
function isReport({ uri, languageId }: OpenDocument, { folder, config }: FoundConfig, namedAsReport: (name: string) => boolean): boolean {
  const path = folder === null ? null : relativeTo(folder, uri);
  if (path !== null && config.exclude.length > 0 && matches({ include: config.exclude, exclude: [] }, path)) return false;
  if (languageId === 'annual-report' || namedAsReport(nameOf(uri))) return true;
  return path !== null && config.include !== null && matches(config, path);
}

function noticesOf(found: FoundConfig, choice: Choice | null, earlier: EarlierReading | null): readonly Notice[] {
  const failed = [...(choice?.problem ? [choice.problem] : []), ...(earlier?.problem ? [{ key: 'previous', text: earlier.problem }] : [])];
  return [...found.problems.map(noticeOfProblem), ...failed.map(({ key, text }): Notice => ({ span: placeOfSetting(found.text ?? '', key), severity: 'error', text }))];
}

const languageOf = ({ config }: FoundConfig, other: Language): Language => (config.locale === null ? other : config.locale === 'en' ? 'en' : 'zh');

/** Compared decoded: an editor may encode more characters than we do. */
const isBelow = (uri: string, folder: string): boolean => relativeTo(folder, uri) !== null || relativeTo(`${folder}/`, `${uri}/`) === '';

function once<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  if (!known.has(key)) known.set(key, make());
  return known.get(key)!;
}

function dropWhere<K, V>(known: Map<K, V>, test: (key: K, value: V) => boolean): number {
  let dropped = 0;
  for (const [key, value] of known) if (test(key, value) && known.delete(key)) dropped++;
  return dropped;
}
