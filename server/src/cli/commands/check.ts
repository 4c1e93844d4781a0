/**
 * `check`: files in, findings out. Streams; keeps totals only. What a finding is, is the core's business.
 */
import { RULE_SEVERITIES, type RuleLine, type RuleSeverity } from '../../config';
import { loadBaseline, openLedger } from '../io/baseline';
import { checkFiles, checkStdin, type CheckEvent, type CheckOptions } from '../io/checking';
import { previousByOption } from '../io/previous';
import { outputFor, type CheckFormat } from '../output/formats';
import type { CheckedFile } from '../output/output';
import { chosenByOptions, suggestion } from '../profiles';
import { progressLine } from '../progress';
import { complain, complainInWords, EXIT, UsageError, type Session } from '../session';
import type { Diagnostic, Severity } from '../core';

/** The options as they are typed. */
export interface CheckArguments {
  readonly profile?: string;
  readonly family?: string;
  readonly year?: number;
  readonly format: CheckFormat;
  readonly rule?: readonly string[];
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly fix?: boolean;
  readonly previous?: string;
  readonly baseline?: string;
  readonly lang?: string;
}

/** Runs `check` and answers the exit code. Rejects with `UsageError` before anything is printed. */
export async function check(session: Session, paths: readonly string[], given: CheckArguments): Promise<number> {
  refuseContradictions(paths, given);
  const options = await settle(session, given);
  const output = outputFor(session, given.format, given.quiet ?? false);
  const progress = progressLine(session.terminal, session.locale, !given.quiet);
  const totals = emptyTotals();
  const ledger = options.baseline && !given.stdin ? openLedger(session, options.baseline) : null;
  await output.begin();
  const events = given.stdin ? checkStdin(session, given.stdinFilename ?? 'stdin.txt', options) : checkFiles(session, paths, options);
  for await (const event of events) {
    if (event.kind === 'problem') {
      progress.clear();
      complainInWords(session, event.path, event.sentence);
      await output.problem?.(event.path, event.sentence);
      totals.failed = true;
    } else {
      const { sighting } = event;
      const recorded = sighting && ledger?.note(sighting.absolute, sighting.identities(), sighting.request);
      const shown = recorded ? accepted(event.file) : event.file;
      const file = given.quiet ? loudOnly(shown) : shown;
      add(totals, event, file);
      if (file.diagnostics.length) progress.clear();
      await output.file(file);
      progress.step(file.path);
    }
  }
  progress.clear();
  await output.end(totals);
  if (ledger && !(await ledger.close(paths))) totals.failed = true;
  return exitCode(session, totals, given.maxWarnings);
}

interface Totals {
  reports: number;
  readonly counts: Record<Severity, number>;
  fixable: number;
  fixed: number;
  failed: boolean;
}

const emptyTotals = (): Totals => ({ reports: 0, counts: { error: 0, warning: 0, info: 0, hint: 0 }, fixable: 0, fixed: 0, failed: false });

function add(totals: Totals, event: Extract<CheckEvent, { kind: 'checked' }>, file: CheckedFile): void {
  if (file.isReport) totals.reports++;
  totals.fixed += event.fixed;
  for (const { severity, fix } of file.diagnostics) {
    totals.counts[severity]++;
    if (fix === 'safe') totals.fixable++;
  }
}

const isLoud = ({ severity }: Diagnostic): boolean => severity === 'error' || severity === 'warning';

function loudOnly(file: CheckedFile): CheckedFile {
  return { ...file, diagnostics: file.diagnostics.filter(isLoud), suppressed: () => file.suppressed().filter(({ diagnostic }) => isLoud(diagnostic)) };
}

/** A file whose findings have just been recorded in the baseline. */
function accepted(file: CheckedFile): CheckedFile {
  return { ...file, diagnostics: [], suppressed: () => [...file.diagnostics.map((diagnostic) => ({ diagnostic, by: 'baseline' as const, reason: '' })), ...file.suppressed()] };
}

/** 2 when something could not be done; 1 for errors and for more warnings than are tolerated (none, unless said); a negative limit tolerates all. */
function exitCode(session: Session, { failed, counts }: Totals, maxWarnings: number | undefined): number {
  const limit = maxWarnings ?? 0;
  const tooMany = limit >= 0 && counts.warning > limit;
  if (tooMany && maxWarnings !== undefined) complain(session, null, 'too-many-warnings', { count: counts.warning, limit });
  if (failed) return EXIT.failed;
  return counts.error > 0 || tooMany ? EXIT.findings : EXIT.clean;
}

function refuseContradictions(paths: readonly string[], { stdin, stdinFilename, fix, profile, family }: CheckArguments): void {
  if (!stdin && stdinFilename !== undefined) throw new UsageError('filename-without-stdin');
  if (stdin && paths.length) throw new UsageError('stdin-and-paths');
  if (stdin && fix) throw new UsageError('stdin-and-fix');
  if (!stdin && !paths.length) throw new UsageError('nothing-given');
  if (profile !== undefined && family !== undefined) throw new UsageError('profile-and-family');
}

async function settle(session: Session, given: CheckArguments): Promise<CheckOptions> {
  const catalogue = session.core.catalogue();
  const rules = Object.fromEntries((given.rule ?? []).map((option) => readRule(session, option, catalogue)));
  const baseline = given.baseline === undefined ? null : await loadBaseline(session.terminal.cwd, given.baseline, session.locale);
  if (baseline && !baseline.ok) throw new UsageError('in-words', { sentence: baseline.sentence }, baseline.path);
  const chosen = await chosenByOptions(session, given);
  if (chosen && !chosen.ok) throw new UsageError('in-words', { sentence: chosen.sentence }, chosen.path);
  const previous = given.previous === undefined ? null : await previousByOption(session, given.previous);
  if (previous && !previous.ok) throw new UsageError('in-words', { sentence: previous.sentence }, previous.path);
  return { catalogue, baseline: baseline && baseline.baseline, rules, chosen, previous, year: given.year ?? null, locale: given.lang === undefined ? null : session.locale, fix: given.fix ?? false };
}

function readRule(session: Session, option: string, catalogue: readonly RuleLine[]): readonly [string, RuleSeverity] {
  const [name = '', word] = option.split('=');
  const severity = RULE_SEVERITIES.find((known) => known === word);
  if (!severity) throw new UsageError('bad-rule-option', { value: option, choices: RULE_SEVERITIES.join('|') });
  const line = catalogue.find(({ code, former }) => code === name || former?.includes(name));
  if (!line) throw new UsageError('unknown-rule', { name, suggestion: suggestion(session, name, catalogue.map(({ code }) => code)) });
  if (line.code !== name) complain(session, null, 'renamed-rule', { name, now: line.code });
  return [line.code, severity];
}
