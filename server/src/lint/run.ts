/**
 * Runs rules over a report: selection, severities, suppression comments, containment of a rule that fails. Answers of block rules are kept on the block,
 * so that a keystroke runs them on what it touched and nothing else.
 */

import type { Alignment } from '../align';
import { memoOn } from '../base';
import type { CompiledUnits, Report, Role } from '../report';
import type { BlockContext, BlockRule, Found, PreviousReport, ReportContext, ReportRule, Rule, Severity } from '../rules';
import { inSource, placeOf } from '../syntax';
import type { Block, CompiledGrammar } from '../syntax';
import type { Edit, Span } from '../text';
import type { Finding } from './finding';
import { suppress } from './suppress';
import { widthOfReport } from './width';

/** Code → severity, or `off`. Codes that are not named keep the rule's own severity. */
export type RuleSettings = Readonly<Record<string, Severity | 'off'>>;

export interface LintInput {
  readonly report: Report;
  readonly alignment: Alignment | null;
  readonly rules: readonly Rule[];
  readonly settings: RuleSettings;
  /** Words that figures are read by. */
  readonly units: CompiledUnits;
  /** The configured year, or null to take the report's own. */
  readonly year: number | null;
  /** Last year's report to compare with, or null. */
  readonly previous: PreviousReport | null;
  /** Asked between rules; true stops the run, and what was found so far is dropped by the caller. */
  readonly cancelled?: () => boolean;
}

/** Findings in document order, and the exact number of block checks that had to be made. */
export interface LintResult {
  readonly findings: readonly Finding[];
  readonly blockChecks: number;
}

interface Local {
  readonly rule: BlockRule;
  readonly found: readonly Found[];
}

/** Checks a report. */
export function lint(input: LintInput): LintResult {
  const { report } = input;
  const width = widthOfReport(report);
  const on = input.rules.filter((rule) => input.settings[rule.code] !== 'off');
  const findings: Finding[] = [];
  const broken = new Map<string, string>();
  const blockChecks = checkBlocks(input, on.filter((rule): rule is BlockRule => rule.scope === 'block'), width, findings, broken);
  const context: ReportContext = { report, alignment: input.alignment, grammar: report.tree.grammar, units: input.units, width, previous: input.previous, year: input.year ?? report.period.year, yearSure: input.year !== null || report.period.sure };
  for (const rule of on) {
    if (rule.scope !== 'report') continue;
    if (input.cancelled?.()) break;
    for (const found of runReportRule(rule, context, broken)) findings.push(findingOf(rule, found, input.settings, (span) => span, (edits) => edits));
  }
  for (const [code, reason] of broken) findings.push(failure(code, reason));
  findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  return { findings: suppress(report, findings, input.settings), blockChecks };
}

function checkBlocks(input: LintInput, rules: readonly BlockRule[], width: 'full' | 'half', findings: Finding[], broken: Map<string, string>): number {
  const { tree, roles } = input.report;
  const memory = memoryFor(rules, width, tree.grammar);
  let checks = 0;
  tree.blocks.forEach((block, index) => {
    const role = roles[index]!;
    const kept = memory(block);
    let locals = kept.get(role);
    if (!locals) {
      checks++;
      locals = runBlockRules(rules, { block, role, grammar: tree.grammar, units: input.units, width }, broken);
      kept.set(role, locals);
    }
    for (const { rule, found } of locals) {
      for (const one of found) findings.push(findingOf(rule, one, input.settings, (span) => placeOf(tree, index, span), (edits) => edits.map((edit) => editInSource(edit, block, tree.starts[index]!))));
    }
  });
  return checks;
}

function editInSource(edit: Edit, block: Block, start: number): Edit {
  const place = inSource(block, edit.span);
  return { span: { start: start + place.start, end: start + place.end }, text: edit.text };
}

type BlockMemory = (block: Block) => Map<Role, readonly Local[]>;
const memories = new WeakMap<CompiledGrammar, Map<string, BlockMemory>>();

/** One memory per grammar, width and set of rules; old sets are dropped when there are too many. */
function memoryFor(rules: readonly BlockRule[], width: string, grammar: CompiledGrammar): BlockMemory {
  const key = `${width}|${rules.map((rule) => rule.code).join()}`;
  let known = memories.get(grammar);
  if (!known) memories.set(grammar, (known = new Map()));
  let memory = known.get(key);
  if (!memory) {
    if (known.size > 16) known.clear();
    known.set(key, (memory = memoOn(() => new Map<Role, readonly Local[]>())));
  }
  return memory;
}

function runBlockRules(rules: readonly BlockRule[], context: BlockContext, broken: Map<string, string>): readonly Local[] {
  const locals: Local[] = [];
  for (const rule of rules) {
    if (!rule.roles.includes(context.role)) continue;
    try {
      const found = [...rule.check(context)];
      if (found.length) locals.push({ rule, found });
    } catch (error) {
      broken.set(rule.code, String(error));
    }
  }
  return locals;
}

function runReportRule(rule: ReportRule, context: ReportContext, broken: Map<string, string>): readonly Found[] {
  try {
    return [...rule.check(context)];
  } catch (error) {
    broken.set(rule.code, String(error));
    return [];
  }
}

function findingOf(rule: Rule, found: Found, settings: RuleSettings, place: (span: Span) => Span, move: (edits: readonly Edit[]) => readonly Edit[]): Finding {
  const set = settings[rule.code];
  const { fix } = found;
  return {
    code: rule.code,
    severity: set && set !== 'off' ? set : (found.severity ?? rule.severity),
    span: place(found.at),
    message: { id: found.message, args: found.args ?? {} },
    evidence: found.evidence ?? [],
    related: (found.related ?? []).map((other) => ({ span: place(other.at), message: { id: other.message, args: other.args ?? {} } })),
    fix: fix ? { safety: fix.safety, title: { id: fix.title, args: fix.args ?? {} }, edits: () => move(fix.edits()) } : null,
  };
}

/** A rule that threw says so once, at the top; the others stand. */
function failure(code: string, reason: string): Finding {
  return { code: 'lint/rule-failed', severity: 'info', span: { start: 0, end: 0 }, message: { id: 'failed', args: { code, reason } }, evidence: [], related: [], fix: null };
}
