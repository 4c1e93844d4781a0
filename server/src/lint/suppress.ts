/**
 * `<!-- allow CODE: reason -->` before a block, `<!-- allow-section CODE: reason -->` before a heading or below it, and `<!-- allow-file CODE: reason -->`: findings the
 * writer has looked at and wants no more. An allowance that allows nothing is itself a finding, so that they do not outlive their cause.
 */

import { chainOf, sectionAt, spanOfBlock, spanOfSection } from '../report';
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
  /** What the writer says for it; empty when nothing. */
  readonly reason: string;
  readonly span: Span;
  /** Where it holds; null for the whole file. */
  readonly over: Span | null;
}

/** With the codes as they are today, one for each that is written. */
interface Allowance extends Written {
  readonly codes: readonly string[];
}

/** A finding that an allowance holds back. */
export interface Allowed {
  readonly finding: Finding;
  readonly reason: string;
}

const NONE: readonly Allowed[] = [];
const ALLOW = /<!--\s*allow(-file|-section)?\s+([a-z][a-z/-]*(?:\s*,\s*[a-z][a-z/-]*)*)\s*(?::([^>]*))?-->/;

/** Findings, in the order of the text, without the allowed ones and with one for each allowance that held nothing back; and those that are allowed. */
export function suppress(report: Report, findings: readonly Finding[], settings: RuleSettings, preset: Preset = 'recommended', table: Readonly<Record<string, string>> = renamed): { readonly findings: readonly Finding[]; readonly allowed: readonly Allowed[] } {
  const allowances = allowancesOf(report).map((allowance) => ({ ...allowance, codes: allowance.written.map((code) => currentCode(code, table)) }));
  if (allowances.length === 0) return { findings, allowed: NONE };
  const allowedBy = register(allowances);
  const used = new Set<string>();
  const allowed: Allowed[] = [];
  const kept = findings.filter((finding) => {
    const by = allowedBy(finding);
    if (!by) return true;
    used.add(`${by.span.start} ${finding.code}`);
    allowed.push({ finding, reason: by.reason });
    return false;
  });
  const severity = levelOf(settings, preset, 'lint/unused-allow', 'hint');
  if (severity === 'off') return { findings: kept, allowed };
  const idle = allowances.flatMap(({ codes, written, span }) => codes.flatMap((code, i) => objection(span, written[i]!, code, used.has(`${span.start} ${code}`), severity)));
  return { findings: [...kept, ...idle].sort((a, b) => a.span.start - b.span.start), allowed };
}

type Placed = Allowance & { readonly over: Span };

/** Answers the allowance that holds a finding back: the innermost one, or one for the whole file that stands before it. To be asked about findings in the order of the text. */
function register(allowances: readonly Allowance[]): (finding: Finding) => Allowance | null {
  const wide = new Map<string, Allowance>();
  const near = new Map<string, Placed[]>();
  for (const allowance of allowances) {
    for (const code of allowance.codes) {
      const { over } = allowance;
      if (!over) wide.set(code, wide.get(code) ?? allowance);
      else {
        const own = near.get(code) ?? [];
        near.set(code, own);
        own.push({ ...allowance, over });
      }
    }
  }
  const innermost = new Map([...near].map(([code, own]) => [code, sweep(own)]));
  return ({ code, span }) => {
    const local = innermost.get(code)?.(span.start) ?? null;
    const file = wide.get(code) ?? null;
    return local && file ? (local.span.start < file.span.start ? local : file) : (local ?? file);
  };
}

/** The innermost of places that lie in one another or apart, for offsets that do not fall. */
function sweep(allowances: readonly Placed[]): (at: number) => Placed | null {
  const rising = [...allowances].sort((a, b) => a.over.start - b.over.start || b.over.end - a.over.end);
  const around: Placed[] = [];
  let next = 0;
  return (at) => {
    for (; next < rising.length && rising[next]!.over.start <= at; next++) {
      while (around.length > 0 && around.at(-1)!.over.end < rising[next]!.over.start) around.pop();
      const last = around.at(-1)?.over;
      // Of two for the same place the first holds; the other is told that it holds nothing.
      if (last?.start !== rising[next]!.over.start || last.end !== rising[next]!.over.end) around.push(rising[next]!);
    }
    while (around.length > 0 && around.at(-1)!.over.end < at) around.pop();
    return around.at(-1) ?? null;
  };
}

/** What is to be said of one code of an allowance; nothing of one that is used and named as it is today. */
function objection(span: Span, written: string, code: string, isUsed: boolean, severity: Severity): readonly Finding[] {
  if (isUsed && written === code) return [];
  const message = isUsed ? { id: 'renamed', args: { code: written, now: code } } : { id: 'unused', args: { code: written } };
  return [{ code: 'lint/unused-allow', severity, span, message, evidence: [], related: [], fix: null }];
}

function allowancesOf(report: Report): readonly Written[] {
  const { blocks, starts } = report.tree;
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
    const end = start + block.raw.length;
    const over = match[1] === '-file' ? null : match[1] ? sectionOf(report, i, target) : target < blocks.length ? spanOfBlock(report, target) : { start, end: start };
    found.push({ written: match[2]!.split(/\s*,\s*/), reason: match[3]?.trim() ?? '', span: { start, end }, over });
  }
  return found.reverse();
}

/** The section whose heading follows a comment, else the one that the comment stands in; nothing outside of all sections. */
function sectionOf(report: Report, comment: number, target: number): Span {
  const { starts } = report.tree;
  const start = starts[comment]!;
  const behind = target < starts.length ? sectionAt(report, spanOfBlock(report, target).end) : null;
  const around = chainOf(sectionAt(report, start)).find(({ end }) => comment < end);
  const section = behind?.block === target ? behind : around;
  return section ? { start: starts[section.block]!, end: spanOfSection(report, section).end } : { start, end: start };
}
