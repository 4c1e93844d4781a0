/**
 * Open documents and what holds for each of them: the only state of the program. Configuration, profiles and seeds are read when first needed,
 * kept, and dropped exactly where a change in a file bears on them; snapshots are made when asked for.
 */

import { BASELINE_FILE_NAME, CONFIG_FILE_NAME, configFor, matches, placeOfSetting, readConfig } from '../config';
import type { FoundConfig, RuleLine } from '../config';
import { decodeReport } from '../convert';
import { joinUri, nameOf, parentUri, relativeTo } from '../host';
import type { FormatOptions } from '../format';
import type { Host } from '../host';
import type { Baseline, Language } from '../lint';
import { makeText } from '../text';
import type { Text } from '../text';
import { readAccepted } from './accepted';
import type { AcceptedReading } from './accepted';
import { analyse } from './analysis';
import type { Analysis, Settings } from './analysis';
import { chosenByConfig, chosenByEditor } from './choose';
import type { Choice, EditorSettings, Origin } from './choose';
import { readEarlier } from './earlier';
import type { EarlierReading, EarlierReport } from './earlier';
import { storedDocument } from './stored';
import { noticeOfProblem, noticeText } from './notice';
import type { Notice } from './notice';
import { policyOf } from './policy';
import type { QuietStore } from './quiet';
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
  /** What a configuration may say of rules. */
  readonly catalogue: readonly RuleLine[];
  /** Language where no configuration says another. */
  readonly language: Language;
  /** True for a file name that alone makes a document a report. */
  readonly namedAsReport: (name: string) => boolean;
  readonly editorSettings: (uri: string) => Promise<EditorSettings>;
  /** The workspace folder a document belongs to, or null. */
  readonly folderOf: (uri: string) => string | null;
  /** Milliseconds from any beginning. */
  readonly now: () => number;
  /** Resolves after other work had its turn. */
  readonly turn: () => Promise<void>;
}

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

/** A report at one moment with everything that holds for it. */
export interface Snapshot {
  readonly document: OpenDocument;
  readonly analysis: Analysis;
  readonly language: Language;
  readonly origin: Origin;
  /** Last year's report, as configured; null without one, and for that report itself. */
  readonly previous: EarlierReport | null;
  /** Hints behind figures are wanted. */
  readonly hints: boolean;
  /** How the document is to be formatted. */
  readonly format: FormatOptions;
  /** Problems that no configuration file can show: with what the editor is set to. */
  readonly notices: readonly Notice[];
}

export interface Workspace {
  readonly open: (document: OpenDocument) => void;
  /** The new text of an open document; nothing is computed. */
  readonly change: (uri: string, version: number, text: Text) => void;
  readonly close: (uri: string) => void;
  readonly saved: (uri: string) => void;
  /** When an open report is to be checked; nothing is read for it. Null for any other document. */
  readonly timing: (uri: string) => Promise<Timing | null>;
  readonly document: (uri: string) => OpenDocument | null;
  readonly documents: () => readonly OpenDocument[];
  /** The newest snapshot of an open report; null for any other document. */
  readonly snapshot: (uri: string) => Promise<Snapshot | null>;
  /** A snapshot of a report that is not open, as it is stored and kept nowhere; null for any other file, and for one that an editor may read otherwise than we do. */
  readonly stored: (uri: string) => Promise<Snapshot | null>;
  /** Any file read as a report, as it is open or else as it is stored, whatever its name and encoding; with `text`, a file that may not exist. Null for a file that cannot be read. */
  readonly reading: (uri: string, text?: string) => Promise<Snapshot | null>;
  /** The configuration file an open report is under; null without one, and for any other document. */
  readonly configOf: (uri: string) => Promise<string | null>;
  /** True for a document that lies in a folder, where files can stand beside it. */
  readonly hasFolder: (uri: string) => boolean;
  /** Where it can be kept outside an open report what is not to be said of it; null for any other document, and for a report that lies in no folder. */
  readonly quietStore: (uri: string) => Promise<QuietStore | null>;
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
  readonly dirty: boolean;
  /** Milliseconds the last whole check took. */
  readonly took: number;
}

export const isConfigUri = (uri: string): boolean => nameOf(uri) === CONFIG_FILE_NAME;

/** A workspace without documents. */
export function openWorkspace(surroundings: Surroundings): Workspace {
  const { host, catalogue, language, turn } = surroundings;
  const entries = new Map<string, Entry>();
  const editor = new Map<string, Promise<EditorSettings>>();
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
    const base = surroundings.folderOf(uri) ?? parentUri(uri);
    return configChoice(found) ?? choosing([settings.profile && base, settings.profile, settings.family], () => chosenByEditor(host, settings, base));
  };

  const earlierFor = async ({ folder, config }: FoundConfig): Promise<EarlierReading | null> => {
    if (folder === null || config.previous === null) return null;
    const uri = joinUri(folder, config.previous);
    return once(earlier, uri, () => readEarlier(host, uri, config.previous!));
  };

  const acceptedFor = async ({ folder, config }: FoundConfig): Promise<AcceptedReading | null> => {
    if (folder === null || config.baseline === null) return null;
    const uri = joinUri(folder, config.baseline);
    return once(accepted, uri, () => readAccepted(host, uri, config.baseline!));
  };

  /** A file as it is open, else as it is stored; null when there is none. */
  const textAt = async (uri: string): Promise<string | null> => {
    const open = entries.get(uri)?.document.text.value;
    if (open !== undefined) return open;
    const bytes = await host.readFile(uri);
    const decoded = bytes && decodeReport(bytes);
    return decoded?.ok ? decoded.text : null;
  };

  /** The configuration of an open report; null for any other document. */
  const foundFor = async (uri: string): Promise<FoundConfig | null> => {
    const opened = entries.get(uri);
    if (!opened || isConfigUri(uri)) return null;
    const found = await configOf(uri);
    return isReport(opened.document, found, surroundings.namedAsReport) ? found : null;
  };
  const took = (uri: string) => (milliseconds: number): void => {
    const entry = entries.get(uri);
    if (entry) entries.set(uri, { ...entry, took: milliseconds });
  };
  const snapshot = async (uri: string): Promise<Snapshot | null> => {
    const found = await foundFor(uri);
    return found && snapshotOf(uri, found, await once(editor, uri, () => surroundings.editorSettings(uri)), () => entries.get(uri) ?? null);
  };
  const snapshotOf = async (uri: string, found: FoundConfig, settings: EditorSettings, entryOf: () => Entry | null): Promise<Snapshot | null> => {
    const choice = await choiceFor(found, settings, uri);
    const read = (await earlierFor(found))?.report ?? null;
    const held = (await acceptedFor(found))?.baseline ?? null;
    const entry = entryOf();
    if (!entry) return null;
    const previous = read && isBelow(uri, read.uri) ? null : read;
    const analysis = current(entry, surroundings.now, took(uri), settingsFrom(entry.latest?.settings ?? null, uri, { found, choice, previous, baseline: held }));
    if (analysis !== entry.latest && entries.get(uri) === entry) entries.set(uri, { ...entry, latest: analysis });
    const problem = choice.problem && configChoice(found) === null ? [topNotice('warning', choice.problem.text)] : [];
    const restraint = restraintOf(entry, settings);
    const notices = restraint ? [...problem, topNotice('hint', noticeText(restraint.kind === 'size' ? 'too-long' : 'too-slow', { limit: String(restraint.limit) }))] : problem;
    return { document: entry.document, analysis, language: languageOf(found, language), origin: choice.origin, previous, hints: settings.hints, format: found.config.format, notices };
  };

  return {
    open: (document) => void entries.set(document.uri, { document, latest: null, dirty: false, took: 0 }),
    change: (uri, version, text) => {
      const entry = entries.get(uri);
      if (entry) entries.set(uri, { ...entry, document: { ...entry.document, version, text }, dirty: true });
    },
    close: (uri) => {
      entries.delete(uri);
      editor.delete(uri);
    },
    saved: (uri) => {
      const entry = entries.get(uri);
      if (entry) entries.set(uri, { ...entry, dirty: false });
    },
    timing: async (uri) => {
      if (!(await foundFor(uri))) return null;
      const settings = await once(editor, uri, () => surroundings.editorSettings(uri));
      const entry = entries.get(uri);
      if (!entry) return null;
      const restraint = restraintOf(entry, settings);
      return { run: restraint ? 'onSave' : settings.run, restraint, dirty: entry.dirty };
    },
    document: (uri) => entries.get(uri)?.document ?? null,
    documents: () => [...entries.values()].map((entry) => entry.document),
    snapshot,
    stored: async (uri) => {
      if (entries.has(uri) || isConfigUri(uri)) return null;
      const found = await configOf(uri);
      if (!isReport({ uri, languageId: '' }, found, surroundings.namedAsReport)) return null;
      const document = await storedDocument(host, uri);
      return document && snapshotOf(uri, found, await surroundings.editorSettings(uri), () => ({ document, latest: null, dirty: false, took: 0 }));
    },
    reading: async (uri, given) => {
      const own = given === undefined ? await snapshot(uri) : null;
      const text = own ? null : (given ?? (await textAt(uri)));
      if (text === null || isConfigUri(uri)) return own;
      const document = { uri, languageId: '', version: 0, text: makeText(text) };
      return snapshotOf(uri, await configOf(uri), await surroundings.editorSettings(uri), () => ({ document, latest: null, dirty: false, took: 0 }));
    },
    configOf: async (uri) => (await foundFor(uri))?.uri ?? null,
    hasFolder: (uri) => (surroundings.folderOf(uri) ?? parentUri(uri)) !== null,
    quietStore: async (uri) => {
      const found = await foundFor(uri);
      const folder = found && (found.folder ?? surroundings.folderOf(uri) ?? parentUri(uri));
      if (!found || !folder) return null;
      const { baseline } = found.config;
      const config = await textAt(found.uri ?? joinUri(folder, CONFIG_FILE_NAME));
      return { folder, config, baselinePath: baseline, baseline: await textAt(joinUri(folder, baseline ?? BASELINE_FILE_NAME)) };
    },
    configNotices: async (uri) => {
      const open = entries.get(uri)?.document.text.value;
      const bytes = open === undefined ? await host.readFile(uri) : new TextEncoder().encode(open);
      if (!bytes) return { notices: [], text: '', language };
      const found = readConfig(uri, bytes, catalogue);
      return { notices: noticesOf(found, await configChoice(found), await earlierFor(found), await acceptedFor(found)), text: open ?? found.text ?? '', language: languageOf(found, language) };
    },
    filesChanged: (uris) => {
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
    },
    settingsChanged: () => editor.clear(),
  };
}

/** The analysis of the entry's text; an earlier one gives what did not change. */
function current(entry: Entry, now: () => number, took: (milliseconds: number) => void, settings: Settings): Analysis {
  const { latest, document } = entry;
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
function restraintOf({ document, took }: Entry, { longest, budget }: EditorSettings): Restraint | null {
  if (longest > 0 && document.text.value.length > longest) return { kind: 'size', limit: longest };
  return budget > 0 && took > budget ? { kind: 'time', limit: budget } : null;
}

const topNotice = (severity: Notice['severity'], text: Notice['text']): Notice => ({ span: { start: 0, end: 0 }, severity, text });

/** What settings are made from; the same parts, the same settings. */
interface Parts {
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

/** A language made for reports, a name that says so, or a configuration that includes the file; an exclusion silences all of them. */
function isReport({ uri, languageId }: Pick<OpenDocument, 'uri' | 'languageId'>, { folder, config }: FoundConfig, namedAsReport: (name: string) => boolean): boolean {
  const path = folder === null ? null : relativeTo(folder, uri);
  if (path !== null && config.exclude.length > 0 && matches({ include: config.exclude, exclude: [] }, path)) return false;
  if (languageId === 'annual-report' || namedAsReport(nameOf(uri))) return true;
  return path !== null && config.include !== null && matches(config, path);
}

function noticesOf(found: FoundConfig, choice: Choice | null, earlier: EarlierReading | null, accepted: AcceptedReading | null): readonly Notice[] {
  const failed = [...(choice?.problem ? [choice.problem] : []), ...(earlier?.problem ? [{ key: 'previous', text: earlier.problem }] : []), ...(accepted?.problem ? [{ key: 'baseline', text: accepted.problem }] : [])];
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
