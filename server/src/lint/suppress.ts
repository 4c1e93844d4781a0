/**
 * `<!-- allow CODE: reason -->` before a block and `<!-- allow-file CODE: reason -->`: findings the writer has looked at and wants no more. An allowance that
 * allows nothing is itself a finding, so that they do not outlive their cause.
 */

import type { Report } from '../report';
import { currentCode, renamed } from '../rules';
import type { Severity } from '../rules';
import type { Span } from '../text';
import type { Finding } from './finding';
import { levelOf } from './levels';
import type { Preset, RuleSettings } from './levels';

interface Written {
  /** Codes as they stand in the comment. */
  readonly written: readonly string[];
  readonly span: Span;
  /** Where it holds; null for the whole file. */
  readonly over: Span | null;
}

/** With the codes as they are today, one for each that is written. */
interface Allowance extends Written {
  readonly codes: readonly string[];
}

const ALLOW = /<!--\s*allow(-file)?\s+([a-z][a-z/-]*(?:\s*,\s*[a-z][a-z/-]*)*)\s*(?::[^>]*)?-->/;

/** Findings without the allowed ones, and with one for each allowance that held nothing back. */
export function suppress(report: Report, findings: readonly Finding[], settings: RuleSettings, preset: Preset = 'recommended', table: Readonly<Record<string, string>> = renamed): readonly Finding[] {
  const allowances = allowancesOf(report).map((allowance) => ({ ...allowance, codes: allowance.written.map((code) => currentCode(code, table)) }));
  if (allowances.length === 0) return findings;
  const allowedBy = register(allowances);
  const used = new Set<string>();
  const kept = findings.filter((finding) => {
    const by = allowedBy(finding);
    if (by) used.add(`${by.span.start} ${finding.code}`);
    return !by;
  });
  const severity = levelOf(settings, preset, 'lint/unused-allow', 'hint');
  if (severity === 'off') return kept;
  const idle = allowances.flatMap(({ codes, written, span }) => codes.flatMap((code, i) => objection(span, written[i]!, code, used.has(`${span.start} ${code}`), severity)));
  return [...kept, ...idle].sort((a, b) => a.span.start - b.span.start);
}

/** Answers the first allowance, in the order of the text, that holds a finding back. */
function register(allowances: readonly Allowance[]): (finding: Finding) => Allowance | null {
  const wide = new Map<string, Allowance>();
  const near = new Map<string, (Allowance & { readonly over: Span })[]>();
  for (const allowance of allowances) {
    for (const code of allowance.codes) {
      const { over } = allowance;
      if (!over) wide.set(code, wide.get(code) ?? allowance);
      else {
        const known = near.get(code) ?? [];
        near.set(code, known);
        if (known[known.length - 1]?.over.start !== over.start) known.push({ ...allowance, over });
      }
    }
  }
  return ({ code, span }) => {
    const local = lastFrom(near.get(code) ?? [], span.start);
    const file = wide.get(code) ?? null;
    return local && file ? (local.span.start < file.span.start ? local : file) : (local ?? file);
  };
}

/** Of allowances in rising order, the one whose block holds `at`. */
function lastFrom<T extends { readonly over: Span }>(allowances: readonly T[], at: number): T | null {
  let low = 0;
  let high = allowances.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (allowances[middle]!.over.start <= at) low = middle + 1;
    else high = middle;
  }
  const found = allowances[low - 1];
  return found && at <= found.over.end ? found : null;
}

/** What is to be said of one code of an allowance; nothing of one that is used and named as it is today. */
function objection(span: Span, written: string, code: string, isUsed: boolean, severity: Severity): readonly Finding[] {
  if (isUsed && written === code) return [];
  const message = isUsed ? { id: 'renamed', args: { code: written, now: code } } : { id: 'unused', args: { code: written } };
  return [{ code: 'lint/unused-allow', severity, span, message, evidence: [], related: [], fix: null }];
}

function allowancesOf({ tree }: Report): readonly Written[] {
  const { blocks, starts } = tree;
  const found: Written[] = [];
  let target = blocks.length;
  for (let i = blocks.length - 1; i >= 0; i--) {
    const block = blocks[i]!;
    if (block.kind !== 'comment') {
      target = i;
      continue;
    }
    const match = ALLOW.exec(block.raw);
    if (!match) continue;
    const start = starts[i]!;
    const over = match[1] ? null : target < blocks.length ? { start: starts[target]!, end: starts[target]! + blocks[target]!.raw.length } : { start, end: start };
    found.push({ written: match[2]!.split(/\s*,\s*/), span: { start, end: start + block.raw.length }, over });
  }
  return found.reverse();
}
