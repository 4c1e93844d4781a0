/**
 * `check --format summary`: a folder at a glance, as Markdown that can be pasted into a letter: a file a line, the worst first, with the number of
 * findings of each group. Keeps numbers, no text.
 */
import type { Locale, RuleSummary, Severity } from '../core';
import { isMessage, say } from '../messages';
import type { Session } from '../session';
import { slashed, type CheckedFile, type Output, type Summary } from './output';
import { printable } from './style';

interface Row {
  readonly path: string;
  readonly severities: Readonly<Record<Severity, number>>;
  readonly groups: ReadonlyMap<string, number>;
  readonly total: number;
}

/** How often a rule spoke, and in how many files. */
interface Frequency {
  readonly findings: number;
  readonly files: number;
}

const MOST_RULES = 10;

/** Prints nothing until the last file was seen. */
export function summaryOutput({ terminal, locale, core }: Session): Output {
  const rules = new Map(core.rules(locale).map((rule) => [rule.code, rule]));
  const rows: Row[] = [];
  const frequencies = new Map<string, Frequency>();
  const problems: string[] = [];
  return {
    begin: async () => {},
    file: async (file) => {
      if (file.isReport || file.diagnostics.length) rows.push(rowOf(file));
      for (const code of new Set(file.diagnostics.map(({ rule }) => rule))) {
        const before = frequencies.get(code) ?? { findings: 0, files: 0 };
        frequencies.set(code, { findings: before.findings + file.diagnostics.filter(({ rule }) => rule === code).length, files: before.files + 1 });
      }
    },
    problem: async (path, sentence) => void problems.push(path === null ? sentence : `${slashed(path)}: ${sentence}`),
    end: (summary) => terminal.out(`${pageOf({ rows, frequencies, problems, rules, summary, locale }).join('\n')}\n`),
  };
}

function rowOf({ path, diagnostics }: CheckedFile): Row {
  const severities = { error: 0, warning: 0, info: 0, hint: 0 };
  const groups = new Map<string, number>();
  for (const { rule, severity } of diagnostics) {
    const group = rule.slice(0, rule.indexOf('/'));
    severities[severity]++;
    groups.set(group, (groups.get(group) ?? 0) + 1);
  }
  return { path: slashed(path), severities, groups, total: diagnostics.length };
}

interface Findings {
  readonly rows: readonly Row[];
  readonly frequencies: ReadonlyMap<string, Frequency>;
  readonly problems: readonly string[];
  readonly rules: ReadonlyMap<string, RuleSummary>;
  readonly summary: Summary;
  readonly locale: Locale;
}

function pageOf({ rows, frequencies, problems, rules, summary, locale }: Findings): readonly string[] {
  const { error, warning, info, hint } = summary.counts;
  const clean = rows.filter(({ total }) => total === 0).length;
  const lines = [`# ${say(locale, 'summary-title')}`, '', say(locale, 'summary-lead', { reports: summary.reports, error, warning, rest: info + hint, clean }), ''];
  const flawed = rows.filter(({ total }) => total > 0).sort(worstFirst);
  if (flawed.length) lines.push(...fileTable(flawed, [...new Set([...rules.values()].map(({ group }) => group))], locale), '', `## ${say(locale, 'summary-common')}`, '', ...ruleTable(frequencies, rules, locale), '');
  if (problems.length) lines.push(`## ${say(locale, 'summary-problems')}`, '', ...problems.map((problem) => `- ${cell(problem)}`), '');
  return lines.slice(0, -1);
}

/** More errors, then more warnings, then more of anything; equals by name, so that equal input gives equal pages. */
function worstFirst(a: Row, b: Row): number {
  return b.severities.error - a.severities.error || b.severities.warning - a.severities.warning || b.total - a.total || (a.path < b.path ? -1 : 1);
}

function fileTable(rows: readonly Row[], groups: readonly string[], locale: Locale): readonly string[] {
  const shown = groups.filter((group) => rows.some((row) => row.groups.has(group)));
  const numbers = (row: Pick<Row, 'groups' | 'severities' | 'total'>): readonly number[] => [row.severities.error, row.severities.warning, ...shown.map((group) => row.groups.get(group) ?? 0), row.total];
  const sums = rows.map(numbers).reduce((sum, row) => sum.map((value, at) => value + row[at]!));
  const head = [say(locale, 'summary-file'), say(locale, 'summary-errors'), say(locale, 'summary-warnings'), ...shown.map((group) => groupName(locale, group)), say(locale, 'summary-total')];
  return [
    tableRow(head),
    `|---|${'---:|'.repeat(head.length - 1)}`,
    ...rows.map((row) => tableRow([cell(row.path), ...numbers(row).map(shownNumber)])),
    tableRow([`**${say(locale, 'summary-total')}**`, ...sums.map((sum) => `**${sum}**`)]),
  ];
}

function ruleTable(frequencies: ReadonlyMap<string, Frequency>, rules: ReadonlyMap<string, RuleSummary>, locale: Locale): readonly string[] {
  const ordered = [...frequencies].sort(([a, one], [b, other]) => other.findings - one.findings || (a < b ? -1 : 1)).slice(0, MOST_RULES);
  return [
    tableRow([say(locale, 'what'), say(locale, 'code'), say(locale, 'summary-findings'), say(locale, 'summary-files')]),
    '|---|---|---:|---:|',
    ...ordered.map(([code, { findings, files }]) => tableRow([cell(rules.get(code)?.summary ?? ''), `\`${code}\``, String(findings), String(files)])),
  ];
}

/** The name of a group of rules; a group without one is called by its code. */
function groupName(locale: Locale, group: string): string {
  const id = `group-${group}`;
  return isMessage(id) ? say(locale, id) : group;
}

/** Nothing is easier to overlook than a column of noughts. */
const shownNumber = (count: number): string => (count ? String(count) : '–');
const tableRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const cell = (text: string): string => printable(text).replace(/[\\|<>`*_[\]]/g, '\\$&');
