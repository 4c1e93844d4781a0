/**
 * `<!-- allow CODE: reason -->` before a block and `<!-- allow-file CODE: reason -->`: findings the writer has looked at and wants no more. An allowance that
 * allows nothing is itself a finding, so that they do not outlive their cause.
 */

import type { Report } from '../report';
import type { Span } from '../text';
import type { Finding } from './finding';
import type { RuleSettings } from './run';

interface Allowance {
  readonly codes: readonly string[];
  readonly span: Span;
  /** Where it holds; null for the whole file. */
  readonly over: Span | null;
}

const ALLOW = /<!--\s*allow(-file)?\s+([a-z][a-z/-]*(?:\s*,\s*[a-z][a-z/-]*)*)\s*(?::[^>]*)?-->/;

/** Findings without the allowed ones, and with one for each allowance that held nothing back. */
export function suppress(report: Report, findings: readonly Finding[], settings: RuleSettings): readonly Finding[] {
  const allowances = allowancesOf(report);
  if (allowances.length === 0) return findings;
  const allowedBy = register(allowances);
  const used = new Set<string>();
  const kept = findings.filter((finding) => {
    const by = allowedBy(finding);
    if (by) used.add(`${by.span.start} ${finding.code}`);
    return !by;
  });
  if (settings['lint/unused-allow'] === 'off') return kept;
  const idle = allowances.flatMap((allowance) => allowance.codes.filter((code) => !used.has(`${allowance.span.start} ${code}`)).map((code) => unused(allowance.span, code, settings)));
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

function unused(span: Span, code: string, settings: RuleSettings): Finding {
  const set = settings['lint/unused-allow'];
  return { code: 'lint/unused-allow', severity: set && set !== 'off' ? set : 'hint', span, message: { id: 'unused', args: { code } }, evidence: [], related: [], fix: null };
}

function allowancesOf({ tree }: Report): readonly Allowance[] {
  const { blocks, starts } = tree;
  const found: Allowance[] = [];
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
    found.push({ codes: match[2]!.split(/\s*,\s*/), span: { start, end: start + block.raw.length }, over });
  }
  return found.reverse();
}
