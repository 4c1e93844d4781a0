/**
 * Open documents and what holds for each of them: with the readings of files behind it the only state of the program. Snapshots are made when asked for.
 */

import { once } from '../base';
import { BASELINE_FILE_NAME, CONFIG_FILE_NAME, readConfig } from '../config';
import type { FoundConfig } from '../config';
import { decodeReport } from '../convert';
import type { FormatOptions } from '../format';
import { joinUri, parentUri } from '../host';
import type { Language } from '../lint';
import { makeText } from '../text';
import type { Text } from '../text';
import type { Analysis } from './analysis';
import type { EditorSettings, Origin } from './choose';
import type { OpenDocument } from './document';
import type { EarlierReport } from './earlier';
import { analysisOf, freshEntry, restraintOf } from './entry';
import type { Entry, Timing } from './entry';
import { noticeText } from './notice';
import type { Notice } from './notice';
import { isReport, languageOf } from './policy';
import type { QuietStore } from './quiet';
import { isBelow, isConfigUri, openReadings, previousUriOf } from './readings';
import { storedDocument } from './stored';
import type { Surroundings } from './surroundings';

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
  /** A snapshot of a report that is not open, as it is stored and kept nowhere; null for any other file, and, unless `encodings` says so, for one that an editor may read otherwise than we do. */
  readonly stored: (uri: string, encodings?: 'any') => Promise<Snapshot | null>;
  /** Any file read as a report, as it is open or else as it is stored, whatever its name and encoding; with `text`, a file that may not exist. Null for a file that cannot be read. */
  readonly reading: (uri: string, text?: string) => Promise<Snapshot | null>;
  /** The configuration file an open report is under; null without one, and for any other document. */
  readonly configOf: (uri: string) => Promise<string | null>;
  /** The file that the configuration above any file names as last year's report, readable or not; null when none is named. */
  readonly previousOf: (uri: string) => Promise<string | null>;
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

/** A workspace without documents. */
export function openWorkspace(surroundings: Surroundings): Workspace {
  const { host, catalogue, language } = surroundings;
  const readings = openReadings(surroundings);
  const { configOf } = readings;
  const entries = new Map<string, Entry>();
  const editor = new Map<string, Promise<EditorSettings>>();

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
    const choice = await readings.choiceFor(found, settings, uri);
    const read = (await readings.earlierFor(found))?.report ?? null;
    const held = (await readings.acceptedFor(found))?.baseline ?? null;
    const entry = entryOf();
    if (!entry) return null;
    const previous = read && isBelow(uri, read.uri) ? null : read;
    const analysis = analysisOf(entry, { found, choice, previous, baseline: held }, surroundings.now, took(uri));
    if (analysis !== entry.latest && entries.get(uri) === entry) entries.set(uri, { ...entry, latest: analysis });
    const problem = choice.problem && readings.configChoice(found) === null ? [topNotice('warning', choice.problem.text)] : [];
    const restraint = restraintOf(entry, settings);
    const notices = restraint ? [...problem, topNotice('hint', noticeText(restraint.kind === 'size' ? 'too-long' : 'too-slow', { limit: String(restraint.limit) }))] : problem;
    return { document: entry.document, analysis, language: languageOf(found, language), origin: choice.origin, previous, hints: settings.hints, format: found.config.format, notices };
  };

  return {
    open: (document) => void entries.set(document.uri, freshEntry(document)),
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
    stored: async (uri, encodings) => {
      if (entries.has(uri) || isConfigUri(uri)) return null;
      const found = await configOf(uri);
      if (!isReport({ uri, languageId: '' }, found, surroundings.namedAsReport)) return null;
      const document = await storedDocument(host, uri, encodings === 'any');
      return document && snapshotOf(uri, found, await surroundings.editorSettings(uri), () => freshEntry(document));
    },
    reading: async (uri, given) => {
      const own = given === undefined ? await snapshot(uri) : null;
      const text = own ? null : (given ?? (await textAt(uri)));
      if (text === null || isConfigUri(uri)) return own;
      const document = { uri, languageId: '', version: 0, text: makeText(text) };
      return snapshotOf(uri, await configOf(uri), await surroundings.editorSettings(uri), () => freshEntry(document));
    },
    configOf: async (uri) => (await foundFor(uri))?.uri ?? null,
    previousOf: async (uri) => previousUriOf(await configOf(uri)),
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
      return { notices: await readings.noticesOf(found), text: open ?? found.text ?? '', language: languageOf(found, language) };
    },
    filesChanged: readings.filesChanged,
    settingsChanged: () => editor.clear(),
  };
}

const topNotice = (severity: Notice['severity'], text: Notice['text']): Notice => ({ span: { start: 0, end: 0 }, severity, text });
