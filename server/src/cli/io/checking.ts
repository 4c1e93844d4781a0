/**
 * The work behind `check`: each file with the configuration, profile and language that hold for it, checked and perhaps mended, one at a time.
 * Yields events; prints nothing.
 */
import { relative, resolve } from 'node:path';
import { policyOf } from '../../analysis';
import { problemText, type FoundConfig, type RuleLine, type RuleSeverity } from '../../config';
import { relativeTo } from '../../host';
import { pathOf, uriOf } from '../../host/node';
import { withLevels, type Identity } from '../../lint';
import { makeText, positionAt } from '../../text';
import { NO_DETAIL, type CheckRequest, type CheckResult, type Diagnostic, type Locale } from '../core';
import { say, type MessageArgs, type MessageId } from '../messages';
import type { CheckedFile } from '../output/output';
import type { Chosen } from '../profiles';
import type { Session } from '../session';
import type { StoredBaseline } from './baseline';
import { previousFor, type ChosenPrevious } from './previous';
import { asReport, readReport, type ReadReport } from './read';
import { isReport, settingsCache, type FileSettings } from './settings';
import { walk, type FoundFile } from './walk';
import { refusedWrite } from './write';

/** What holds for every file of a run; null where each file's configuration decides. */
export interface CheckOptions {
  readonly catalogue: readonly RuleLine[];
  readonly rules: Readonly<Record<string, RuleSeverity>>;
  readonly chosen: Chosen | null;
  /** Last year's report for all files. */
  readonly previous: ChosenPrevious | null;
  readonly year: number | null;
  readonly locale: Locale | null;
  readonly fix: boolean;
  /** The baseline for all files. */
  readonly baseline: StoredBaseline | null;
}

/** A file with its findings, or something that went wrong with `path`. */
export type CheckEvent =
  | { readonly kind: 'checked'; readonly file: CheckedFile; readonly fixed: number; readonly sighting: FileSighting | null }
  | { readonly kind: 'problem'; readonly path: string | null; readonly sentence: string };

/** A report that was checked, what its findings are known by, and what was asked of it; null for everything else. */
export interface FileSighting {
  readonly absolute: string;
  readonly identities: () => readonly Identity[];
  readonly request: CheckRequest;
}

type Checkable = Pick<FoundFile, 'path' | 'absolute' | 'isOutside'>;
type Readable = Extract<ReadReport, { ok: true }>;

/** Checks what `paths` stand for, in order. */
export async function* checkFiles(session: Session, paths: readonly string[], options: CheckOptions): AsyncGenerator<CheckEvent> {
  const settings = settingsCache(session, options);
  const told = new Set<string>();
  for await (const item of walk(paths, session.terminal.cwd, async (file) => isReport((await settings(file.absolute)).found, file))) {
    if (item.kind === 'problem') {
      yield problem(item.path, say(session.locale, item.id, { code: item.code }));
      continue;
    }
    const own = await settings(item.absolute);
    const { chosen } = own;
    yield* configEvents(session, own, options, told);
    const read = await readReport(item.absolute, session.locale);
    if (!read.ok) yield problem(item.path, read.sentence);
    else if (chosen.ok) yield* checkOne(session, item, read, requestFor(session, item, own, chosen, options), options.fix);
  }
}

/** Checks standard input as if it were the file `path`; nothing is written. */
export async function* checkStdin(session: Session, path: string, options: CheckOptions): AsyncGenerator<CheckEvent> {
  const absolute = resolve(session.terminal.cwd, path);
  const own = await settingsCache(session, options)(absolute);
  const { chosen } = own;
  yield* configEvents(session, own, options, new Set());
  const read = asReport(await session.terminal.readStdin(), session.locale);
  if (!read.ok) yield problem(path, read.sentence);
  else if (chosen.ok) yield* checkOne(session, { path, absolute, isOutside: false }, read, requestFor(session, { path, absolute }, own, chosen, options), false);
}

function requestFor(session: Session, file: { readonly path: string; readonly absolute: string }, { found, previous, accepted }: FileSettings, chosen: Extract<Chosen, { ok: true }>, options: CheckOptions): CheckRequest {
  const { config, folder } = found;
  const policy = policyOf(config, folder === null ? null : relativeTo(folder, uriOf(file.absolute)));
  return {
    path: file.path,
    profile: chosen.profile,
    previous: previousFor(previous, file.absolute),
    year: options.year ?? config.year,
    ...policy,
    rules: withLevels(policy.rules, options.rules),
    baseline: options.baseline ? options.baseline.entries : accepted,
    locale: options.locale ?? config.locale ?? session.locale,
  };
}

async function* checkOne(session: Session, file: Checkable, read: Readable, request: CheckRequest, fix: boolean): AsyncGenerator<CheckEvent> {
  const { path } = file;
  if (!/\S/.test(read.text)) return yield problem(path, say(session.locale, 'empty-file'));
  try {
    const result = session.core.check(read.text, request);
    if (result.foreign) yield foreignProblem(session, path, result, request);
    const wanted = fix && !result.foreign && result.diagnostics.some((diagnostic) => diagnostic.fix === 'safe');
    if (wanted) yield* mend(session, file, read, result, request);
    else yield checked(path, read.text, result, 0, { absolute: file.absolute, request });
  } catch (error) {
    // A defect of ours in one file must not cost the reviewer the other files.
    yield problem(path, say(session.locale, 'internal', { message: error instanceof Error ? error.message : String(error) }));
  }
}

/** Applies the safe fixes and writes the file, if it is still the one that was read. */
async function* mend(session: Session, { path, absolute, isOutside }: Checkable, read: Readable, before: CheckResult, request: CheckRequest): AsyncGenerator<CheckEvent> {
  const failure = (id: MessageId, args: MessageArgs = {}): CheckEvent => problem(path, say(session.locale, id, args));
  if (read.encoding !== 'utf-8' && read.encoding !== 'utf-8-bom') {
    yield failure('fix-encoding', { encoding: read.encoding });
    return yield checked(path, read.text, before, 0, { absolute, request });
  }
  if (isOutside) {
    yield failure('write-outside');
    return yield checked(path, read.text, before, 0, { absolute, request });
  }
  const { text, fixed } = session.core.fix(read.text, request);
  if (text === read.text) return yield checked(path, read.text, before, 0, { absolute, request });
  const refused = await refusedWrite(session, absolute, (read.encoding === 'utf-8-bom' ? '\ufeff' : '') + text, read.bytes);
  if (refused !== null) {
    yield problem(path, refused);
    return yield checked(path, read.text, before, 0, { absolute, request });
  }
  yield checked(path, text, session.core.check(text, request), fixed, { absolute, request });
}

function foreignProblem(session: Session, path: string, { family }: CheckResult, { profile }: CheckRequest): CheckEvent {
  const named = profile !== 'recognise' && family !== null;
  return problem(path, named ? say(session.locale, 'foreign', { family }) : say(session.locale, 'foreign-to-all'));
}

/** What is wrong with a configuration, once in a run: its problems as findings in it, and a line that says why the run has failed. */
function* configEvents(session: Session, { found, chosen, previous, problem: unusable }: FileSettings, options: CheckOptions, told: Set<string>): Generator<CheckEvent> {
  if (found.uri === null || told.has(found.uri)) return;
  told.add(found.uri);
  const path = relative(session.terminal.cwd, pathOf(found.uri)) || pathOf(found.uri);
  if (found.problems.length) {
    const diagnostics = configDiagnostics(found, options.locale ?? found.config.locale ?? session.locale);
    yield { kind: 'checked', file: { path, family: null, year: null, diagnostics, text: found.text ?? '', suppressed: () => [], detail: () => NO_DETAIL, isReport: false }, fixed: 0, sighting: null };
    const grave = found.problems.filter(({ mild }) => !mild);
    if (grave.length) yield problem(path, say(session.locale, 'bad-config', { count: grave.length, first: problemText(grave[0]!, session.locale) }));
  }
  if (unusable && !options.baseline) yield problem(unusable.path, unusable.sentence);
  if (!chosen.ok) yield problem(chosen.path, chosen.sentence);
  if (previous && !previous.ok) yield problem(previous.path, previous.sentence);
}

function configDiagnostics(found: FoundConfig, locale: Locale): readonly Diagnostic[] {
  const text = makeText(found.text ?? '');
  return found.problems.map((item) => ({
    rule: 'config/invalid',
    severity: item.mild ? 'info' : 'error',
    message: problemText(item, locale),
    range: { start: positionAt(text, item.span.start), end: positionAt(text, item.span.end) },
    fix: null,
    evidence: [],
  }));
}

function checked(path: string, text: string, { family, year, diagnostics, suppressed, detail, foreign, identities }: CheckResult, fixed: number, about: Omit<FileSighting, 'identities'>): CheckEvent {
  const sighting = foreign || !identities ? null : { ...about, identities };
  return { kind: 'checked', file: { path, family, year, diagnostics, suppressed: suppressed ?? (() => []), text, detail, isReport: !foreign }, fixed, sighting };
}

function problem(path: string | null, sentence: string): CheckEvent {
  return { kind: 'problem', path, sentence };
}
