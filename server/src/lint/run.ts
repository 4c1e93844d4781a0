/**
 * Runs rules over a report: selection, severities, suppression comments, containment of a rule that fails. Answers of block rules are kept on the block,
 * so that a keystroke runs them on what it touched and nothing else.
 */

import type { Alignment } from '../align';
import { canonicalJson, memoOn } from '../base';
import { widthOfReport } from '../edit';
import type { CompiledUnits, Report, Role } from '../report';
import { NO_HOUSE } from '../rules';
import type { BlockContext, BlockRule, Fix, Found, House, OptionValues, PreviousReport, ReportContext, ReportRule, Rule } from '../rules';
import { inSource, placeOf } from '../syntax';
import type { Block, CompiledGrammar } from '../syntax';
import { leastEdit } from '../text';
import type { Edit, Span } from '../text';
import type { Finding, FindingFix } from './finding';
import { levelOf, optionsOf, settingOf } from './levels';
import type { Preset, RuleSettings } from './levels';
import { suppress } from './suppress';
import type { Allowed } from './suppress';

export interface LintInput {
  readonly report: Report;
  readonly alignment: Alignment | null;
  readonly rules: readonly Rule[];
  readonly settings: RuleSettings;
  /** What holds for the rules that `settings` does not name; `recommended` when left out. */
  readonly preset?: Preset;
  /** The house dictionary; none when left out. */
  readonly house?: House;
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
  /** Findings that comments of the text hold back. */
  readonly allowed: readonly Allowed[];
  readonly blockChecks: number;
}

const NO_OPTIONS: OptionValues = {};

/** The context itself where nothing is set, which is nearly always. */
function withOptions<C extends { readonly options: OptionValues }>(context: C, settings: RuleSettings, code: string): C {
  return typeof settings[code] === 'object' ? { ...context, options: optionsOf(settings, code) } : context;
}

interface Local {
  readonly rule: BlockRule;
  readonly found: readonly Found[];
}

/** Checks a report. */
export function lint(input: LintInput): LintResult {
  const { report } = input;
  const width = widthOfReport(report);
  const on = input.rules.filter((rule) => settingOf(input.settings, rule.code) !== 'off');
  const findings: Finding[] = [];
  const broken = new Map<string, string>();
  const blockChecks = checkBlocks(input, on.filter((rule): rule is BlockRule => rule.scope === 'block'), width, findings, broken);
  const house = input.house ?? NO_HOUSE;
  const context: ReportContext = { options: NO_OPTIONS, house, report, alignment: input.alignment, grammar: report.tree.grammar, units: input.units, width, previous: input.previous, year: input.year ?? report.period.year, yearSure: input.year !== null || report.period.sure };
  for (const rule of on) {
    if (rule.scope !== 'report') continue;
    if (input.cancelled?.()) break;
    for (const found of runReportRule(rule, withOptions(context, input.settings, rule.code), broken)) keep(findings, findingOf(rule, found, input, (span) => span, (edits) => leastEdits(report, edits)));
  }
  for (const [code, reason] of broken) findings.push(failure(code, reason));
  findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  return { ...suppress(report, findings, input.settings, input.preset), blockChecks };
}

function checkBlocks(input: LintInput, rules: readonly BlockRule[], width: 'full' | 'half', findings: Finding[], broken: Map<string, string>): number {
  const { tree, roles } = input.report;
  const house = input.house ?? NO_HOUSE;
  const context = { grammar: tree.grammar, units: input.units, width, house, options: NO_OPTIONS };
  const memory = memoryFor(rules, input.settings, context);
  const rulesFor = rulesByRole(rules, input.settings);
  let checks = 0;
  tree.blocks.forEach((block, index) => {
    const role = roles[index]!;
    const kept = memory(block);
    let answer = kept.last;
    while (answer && answer.role !== role) answer = answer.before;
    if (!answer) {
      checks++;
      answer = { role, locals: runBlockRules(rulesFor(role), { ...context, block, role }, broken), before: kept.last };
      kept.last = answer;
    }
    for (const { rule, found } of answer.locals) {
      for (const one of found) keep(findings, findingOf(rule, one, input, (span) => placeOf(tree, index, span), (edits) => leastEdits(input.report, edits.map((edit) => editInSource(edit, block, tree.starts[index]!)))));
    }
  });
  return checks;
}

function editInSource(edit: Edit, block: Block, start: number): Edit {
  const place = inSource(block, edit.span);
  return { span: { start: start + place.start, end: start + place.end }, text: edit.text };
}

/** Edits that touch only what changes. */
const leastEdits = ({ tree }: Report, edits: readonly Edit[]): readonly Edit[] => edits.flatMap((edit) => leastEdit(tree.text.value, edit) ?? []);

/** A block rule with the options set for it; null where none are, which is nearly always. */
interface Chosen {
  readonly rule: BlockRule;
  readonly options: OptionValues | null;
}

/** The rules that look at a role; worked out once a run and not for each block. */
function rulesByRole(rules: readonly BlockRule[], settings: RuleSettings): (role: Role) => readonly Chosen[] {
  const known = new Map<Role, readonly Chosen[]>();
  return (role) => {
    let own = known.get(role);
    if (!own) known.set(role, (own = rules.filter((rule) => rule.roles.includes(role)).map((rule) => ({ rule, options: typeof settings[rule.code] === 'object' ? optionsOf(settings, rule.code) : null }))));
    return own;
  };
}

/** What the rules said of a block in one role, and in the roles it had before: rarely more than one, so no map is made for each block. */
interface Answer {
  readonly role: Role;
  readonly locals: readonly Local[];
  readonly before: Answer | null;
}

interface Answers {
  last: Answer | null;
}

type BlockMemory = (block: Block) => Answers;
const memories = new WeakMap<CompiledGrammar, WeakMap<CompiledUnits, Map<string, BlockMemory>>>();

type Common = Omit<BlockContext, 'block' | 'role'>;

/** One memory for each state of what a block rule may look at besides its block; old ones are dropped when there are too many. */
function memoryFor(rules: readonly BlockRule[], settings: RuleSettings, { grammar, units, width, house }: Common): BlockMemory {
  const options = rules.map((rule) => [rule.code, optionsOf(settings, rule.code)] as const).filter(([, set]) => Object.keys(set).length > 0);
  const key = `${width}|${rules.map((rule) => rule.code).join()}|${options.length > 0 || house !== NO_HOUSE ? canonicalJson([options, house]) : ''}`;
  let ofGrammar = memories.get(grammar);
  if (!ofGrammar) memories.set(grammar, (ofGrammar = new WeakMap()));
  let known = ofGrammar.get(units);
  if (!known) ofGrammar.set(units, (known = new Map()));
  let memory = known.get(key);
  if (!memory) {
    if (known.size > 16) known.clear();
    known.set(key, (memory = memoOn((): Answers => ({ last: null }))));
  }
  return memory;
}

function runBlockRules(rules: readonly Chosen[], context: BlockContext, broken: Map<string, string>): readonly Local[] {
  const locals: Local[] = [];
  for (const { rule, options } of rules) {
    try {
      const found = listed(rule.check(options ? { ...context, options } : context));
      if (found.length > 0) locals.push({ rule, found });
    } catch (error) {
      broken.set(rule.code, String(error));
    }
  }
  return locals;
}

/** What a rule that is no generator answers is taken as it is. */
const listed = (found: Iterable<Found>): readonly Found[] => (Array.isArray(found) ? (found as readonly Found[]) : [...found]);

function runReportRule(rule: ReportRule, context: ReportContext, broken: Map<string, string>): readonly Found[] {
  try {
    return listed(rule.check(context));
  } catch (error) {
    broken.set(rule.code, String(error));
    return [];
  }
}

/** Null for what the settings do not want to hear. */
function findingOf(rule: Rule, found: Found, { settings, preset = 'recommended' }: LintInput, place: (span: Span) => Span, move: (edits: readonly Edit[]) => readonly Edit[]): Finding | null {
  const severity = levelOf(settings, preset, rule.code, found.severity ?? rule.severity);
  if (severity === 'off') return null;
  const { fix } = found;
  return {
    code: rule.code,
    severity,
    span: place(found.at),
    message: { id: found.message, args: found.args ?? {} },
    evidence: found.evidence ?? [],
    related: (found.related ?? []).map((other) => ({ span: place(other.at), message: { id: other.message, args: other.args ?? {} } })),
    fix: fix ? fixOf(fix, move) : null,
    ...(found.alternatives ? { alternatives: found.alternatives.map((other) => fixOf(other, move)) } : {}),
  };
}

function keep(findings: Finding[], finding: Finding | null): void {
  if (finding) findings.push(finding);
}

const fixOf = (fix: Fix, move: (edits: readonly Edit[]) => readonly Edit[]): FindingFix => ({ safety: fix.safety, title: { id: fix.title, args: fix.args ?? {} }, edits: () => move(fix.edits()) });

/** A rule that threw says so once, at the top; the others stand. */
function failure(code: string, reason: string): Finding {
  return { code: 'lint/rule-failed', severity: 'info', span: { start: 0, end: 0 }, message: { id: 'failed', args: { code, reason } }, evidence: [], related: [], fix: null };
}
