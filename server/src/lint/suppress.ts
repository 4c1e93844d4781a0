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
  const used = new Set<string>();
  const kept = findings.filter((finding) => {
    const by = allowances.find((allowance) => allowance.codes.includes(finding.code) && (!allowance.over || (finding.span.start >= allowance.over.start && finding.span.start <= allowance.over.end)));
    if (by) used.add(`${by.span.start} ${finding.code}`);
    return !by;
  });
  if (settings['lint/unused-allow'] === 'off') return kept;
  const idle = allowances.flatMap((allowance) => allowance.codes.filter((code) => !used.has(`${allowance.span.start} ${code}`)).map((code) => unused(allowance.span, code, settings)));
  return [...kept, ...idle].sort((a, b) => a.span.start - b.span.start);
}

function unused(span: Span, code: string, settings: RuleSettings): Finding {
  const set = settings['lint/unused-allow'];
  return { code: 'lint/unused-allow', severity: set && set !== 'off' ? set : 'hint', span, message: { id: 'unused', args: { code } }, evidence: [], related: [], fix: null };
}

function allowancesOf(report: Report): readonly Allowance[] {
  const { tree } = report;
  const found: Allowance[] = [];
  tree.blocks.forEach((block, i) => {
    const match = block.kind === 'comment' ? ALLOW.exec(block.raw) : null;
    if (!match) return;
    const start = tree.starts[i]!;
    let next = i + 1;
    while (tree.blocks[next]?.kind === 'comment') next++;
    const target = tree.blocks[next];
    const over = match[1] ? null : { start: target ? tree.starts[next]! : start, end: target ? tree.starts[next]! + target.raw.length : start };
    found.push({ codes: match[2]!.split(/\s*,\s*/), span: { start, end: start + block.raw.length }, over });
  });
  return found;
}
