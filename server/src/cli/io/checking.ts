/**
 * The work behind `check`: each file with the configuration, profile and language that hold for it, checked and perhaps mended, one at a time.
 * Yields events; prints nothing.
 */
import { relative, resolve } from 'node:path';
import { problemText, type Config, type FoundConfig, type RuleSeverity } from '../../config';
import { pathOf, WriteRefused, writeFileSafely } from '../../host/node';
import { makeText, positionAt } from '../../text';
import type { CheckRequest, CheckResult, Diagnostic, Locale } from '../core';
import { say, type MessageArgs, type MessageId } from '../messages';
import type { CheckedFile } from '../output/output';
import type { Chosen } from '../profiles';
import type { Session } from '../session';
import { previousFor, type ChosenPrevious } from './previous';
import { asReport, readReport, type ReadReport } from './read';
import { isReport, settingsCache } from './settings';
import { walk } from './walk';

/** What holds for every file of a run; null where each file's configuration decides. */
export interface CheckOptions {
  readonly codes: readonly string[];
  readonly rules: Readonly<Record<string, RuleSeverity>>;
  readonly chosen: Chosen | null;
  /** Last year's report for all files. */
  readonly previous: ChosenPrevious | null;
  readonly year: number | null;
  readonly locale: Locale | null;
  readonly fix: boolean;
}

/** A file with its findings, or something that went wrong with `path`. `isReport` is false for a configuration file and for a foreign text. */
export type CheckEvent =
  | { readonly kind: 'checked'; readonly file: CheckedFile; readonly fixed: number; readonly isReport: boolean }
  | { readonly kind: 'problem'; readonly path: string | null; readonly sentence: string };

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
    const { found, chosen, previous } = await settings(item.absolute);
    yield* configEvents(session, found, chosen, previous, options, told);
    const read = await readReport(item.absolute, session.locale);
    if (!read.ok) yield problem(item.path, read.sentence);
    else if (chosen.ok) yield* checkOne(session, item.path, item.absolute, read, requestFor(session, item, found.config, chosen, previous, options), options.fix);
  }
}

/** Checks standard input as if it were the file `path`; nothing is written. */
export async function* checkStdin(session: Session, path: string, options: CheckOptions): AsyncGenerator<CheckEvent> {
  const absolute = resolve(session.terminal.cwd, path);
  const { found, chosen, previous } = await settingsCache(session, options)(absolute);
  yield* configEvents(session, found, chosen, previous, options, new Set());
  const read = asReport(await session.terminal.readStdin(), session.locale);
  if (!read.ok) yield problem(path, read.sentence);
  else if (chosen.ok) yield* checkOne(session, path, absolute, read, requestFor(session, { path, absolute }, found.config, chosen, previous, options), false);
}

function requestFor(session: Session, file: { readonly path: string; readonly absolute: string }, config: Config, chosen: Extract<Chosen, { ok: true }>, previous: ChosenPrevious | null, options: CheckOptions): CheckRequest {
  return {
    path: file.path,
    profile: chosen.profile,
    previous: previousFor(previous, file.absolute),
    year: options.year ?? config.year,
    rules: { ...config.rules, ...options.rules },
    locale: options.locale ?? config.locale ?? session.locale,
  };
}

async function* checkOne(session: Session, path: string, absolute: string, read: Readable, request: CheckRequest, fix: boolean): AsyncGenerator<CheckEvent> {
  try {
    const result = session.core.check(read.text, request);
    if (result.foreign) yield foreignProblem(session, path, result, request);
    const wanted = fix && !result.foreign && result.diagnostics.some((diagnostic) => diagnostic.fix === 'safe');
    if (wanted) yield* mend(session, path, absolute, read, result, request);
    else yield checked(path, result, 0);
  } catch (error) {
    // A defect of ours in one file must not cost the reviewer the other files.
    yield problem(path, say(session.locale, 'internal', { message: error instanceof Error ? error.message : String(error) }));
  }
}

/** Applies the safe fixes and writes the file, if it is still the one that was read. */
async function* mend(session: Session, path: string, absolute: string, read: Readable, before: CheckResult, request: CheckRequest): AsyncGenerator<CheckEvent> {
  const failure = (id: MessageId, args: MessageArgs = {}): CheckEvent => problem(path, say(session.locale, id, args));
  if (read.encoding !== 'utf-8' && read.encoding !== 'utf-8-bom') {
    yield failure('fix-encoding', { encoding: read.encoding });
    return yield checked(path, before, 0);
  }
  const { text, fixed } = session.core.fix(read.text, request);
  if (text === read.text) return yield checked(path, before, 0);
  try {
    await writeFileSafely(absolute, (read.encoding === 'utf-8-bom' ? '\ufeff' : '') + text, read.bytes);
  } catch (error) {
    if (!(error instanceof WriteRefused)) throw error;
    yield failure(`write-${error.reason}`, { code: error.code });
    return yield checked(path, before, 0);
  }
  yield checked(path, session.core.check(text, request), fixed);
}

function foreignProblem(session: Session, path: string, { family }: CheckResult, { profile }: CheckRequest): CheckEvent {
  const named = profile !== 'recognise' && family !== null;
  return problem(path, named ? say(session.locale, 'foreign', { family }) : say(session.locale, 'foreign-to-all'));
}

/** What is wrong with a configuration, once in a run: its problems as findings in it, and a line that says why the run has failed. */
function* configEvents(session: Session, found: FoundConfig, chosen: Chosen, previous: ChosenPrevious | null, options: CheckOptions, told: Set<string>): Generator<CheckEvent> {
  if (found.uri === null || told.has(found.uri)) return;
  told.add(found.uri);
  const path = relative(session.terminal.cwd, pathOf(found.uri)) || pathOf(found.uri);
  if (found.problems.length) {
    const diagnostics = configDiagnostics(found, options.locale ?? found.config.locale ?? session.locale);
    yield { kind: 'checked', file: { path, family: null, year: null, diagnostics }, fixed: 0, isReport: false };
    yield problem(path, say(session.locale, 'bad-config', { count: diagnostics.length, first: problemText(found.problems[0]!, session.locale) }));
  }
  if (!chosen.ok) yield problem(chosen.path, chosen.sentence);
  if (previous && !previous.ok) yield problem(previous.path, previous.sentence);
}

function configDiagnostics(found: FoundConfig, locale: Locale): readonly Diagnostic[] {
  const text = makeText(found.text ?? '');
  return found.problems.map((item) => ({
    rule: 'config/invalid',
    severity: 'error',
    message: problemText(item, locale),
    range: { start: positionAt(text, item.span.start), end: positionAt(text, item.span.end) },
    fix: null,
    evidence: [],
  }));
}

function checked(path: string, { family, year, diagnostics, foreign }: CheckResult, fixed: number): CheckEvent {
  return { kind: 'checked', file: { path, family, year, diagnostics }, fixed, isReport: !foreign };
}

function problem(path: string | null, sentence: string): CheckEvent {
  return { kind: 'problem', path, sentence };
}
