/**
 * `metrics`: files and folders in, every figure and relation out, and a picture of them. Streams; of a report only what the picture needs is kept.
 */
import { statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { policyOf } from '../../analysis';
import { problemText } from '../../config';
import { pathOf } from '../../host/node';
import type { ChartPart, MetricsResult } from '../core';
import { readReport } from '../io/read';
import { isReport, settingsCache, type FileSettings } from '../io/settings';
import { walk } from '../io/walk';
import { written } from '../io/write';
import { say } from '../messages';
import { csvOutput, severalJson, singleJson, tableOutput, type FiguresOutput } from '../output/figures';
import { styleFor } from '../output/style';
import { chosenByOptions, type Chosen } from '../profiles';
import { progressLine } from '../progress';
import { complainInWords, EXIT, UsageError, type Session } from '../session';

export interface MetricsArguments {
  readonly format: 'table' | 'json' | 'csv';
  readonly chart?: string;
  readonly profile?: string;
  readonly family?: string;
  readonly year?: number;
}

/** Runs `metrics` and answers the exit code: what cannot be read is named and fails the run, the rest is still given. */
export async function metrics(session: Session, paths: readonly string[], given: MetricsArguments): Promise<number> {
  if (given.profile !== undefined && given.family !== undefined) throw new UsageError('profile-and-family');
  const chosen = await chosenByOptions(session, given);
  if (chosen && !chosen.ok) throw new UsageError('in-words', { sentence: chosen.sentence }, chosen.path);
  const output = outputFor(session, paths, given);
  const progress = progressLine(session.terminal, session.locale, given.format !== 'table');
  const parts: ChartPart[] = [];
  let failed = false;
  await output.begin();
  for await (const event of figuresOf(session, paths, chosen, given)) {
    progress.clear();
    if (event.kind === 'problem') {
      complainInWords(session, event.path, event.sentence);
      failed = true;
    } else {
      if (given.chart !== undefined) parts.push(event.result.chart);
      await output.file(event.path, event.year, event.result);
      progress.step(event.path);
    }
  }
  progress.clear();
  await output.end();
  if (given.chart !== undefined && parts.length > 0 && !(await written(session, given.chart, resolve(session.terminal.cwd, given.chart), session.core.chart(parts, session.locale)))) failed = true;
  return failed ? EXIT.failed : EXIT.clean;
}

type FiguresEvent =
  | { readonly kind: 'figures'; readonly path: string; readonly year: number | null; readonly result: MetricsResult }
  | { readonly kind: 'problem'; readonly path: string | null; readonly sentence: string };

async function* figuresOf(session: Session, paths: readonly string[], chosen: Chosen | null, given: MetricsArguments): AsyncGenerator<FiguresEvent> {
  const { core, locale, terminal } = session;
  // Figures are what this report states: no other one is looked at.
  const settings = settingsCache(session, { catalogue: core.catalogue(), chosen, previous: 'none' });
  const told = new Set<string>();
  for await (const item of walk(paths, terminal.cwd, async (file) => isReport((await settings(file.absolute)).found, file))) {
    if (item.kind === 'problem') {
      yield { kind: 'problem', path: item.path, sentence: say(locale, item.id, { code: item.code }) };
      continue;
    }
    const own = await settings(item.absolute);
    yield* configProblems(session, own, told);
    const read = await readReport(item.absolute, locale);
    if (!read.ok) yield { kind: 'problem', path: item.path, sentence: read.sentence };
    else if (own.chosen.ok) yield oneFile(session, item.path, read.text, { profile: own.chosen.profile, year: given.year ?? own.found.config.year, measures: policyOf(own.found.config, null).measures });
  }
}

function oneFile({ core, locale }: Session, path: string, text: string, known: Pick<Parameters<typeof core.metrics>[1], 'profile' | 'year' | 'measures'>): FiguresEvent {
  try {
    const result = core.metrics(text, { path, locale, ...known });
    return { kind: 'figures', path, year: result.year, result };
  } catch (error) {
    // A defect of ours in one file must not cost the reader the other files.
    return { kind: 'problem', path, sentence: say(locale, 'internal', { message: error instanceof Error ? error.message : String(error) }) };
  }
}

/** What is wrong with a configuration, once in a run. */
function* configProblems({ locale, terminal }: Session, { found, chosen }: FileSettings, told: Set<string>): Generator<FiguresEvent> {
  if (found.uri === null || told.has(found.uri)) return;
  told.add(found.uri);
  const [first] = found.problems.filter(({ mild }) => !mild);
  const path = relative(terminal.cwd, pathOf(found.uri));
  if (first) yield { kind: 'problem', path, sentence: say(locale, 'bad-config', { count: found.problems.length, first: problemText(first, locale) }) };
  if (!chosen.ok) yield { kind: 'problem', path: chosen.path, sentence: chosen.sentence };
}

function outputFor({ terminal, locale }: Session, paths: readonly string[], { format }: MetricsArguments): FiguresOutput {
  if (format === 'csv') return csvOutput(terminal);
  if (format === 'table') return tableOutput(terminal, styleFor(terminal.outIsTerminal, terminal.env), locale);
  const [only] = paths;
  const isFolder = only !== undefined && statSync(resolve(terminal.cwd, only), { throwIfNoEntry: false })?.isDirectory();
  return paths.length === 1 && !isFolder ? singleJson(terminal) : severalJson(terminal);
}
