/**
 * Rule pages and fixtures as cases: which texts they hold, what is due in each, and whether it came. The Markdown read here is only what pages and fixtures use:
 * headings of two levels and fenced blocks.
 */

import { applyEdits } from '../../server/src/text';
import type { Finding } from '../../server/src/lint';
import type { Rule } from '../../server/src/rules';
import { checkText } from './check';
import { mark, unmark } from './marks';
import type { Mark } from './marks';

/** A fenced block: its language, the `key=value` words behind it, its lines. */
export interface Fence {
  readonly language: string;
  readonly options: Readonly<Record<string, string>>;
  readonly body: string;
  /** Zero-based line of the opening fence in the file. */
  readonly line: number;
  /** Last year's report: the `previous` fence before it under the same heading, or null. */
  readonly previous: string | null;
  /** Reports to learn the profile from: the `seed` fences before it under the same heading. */
  readonly seeds: readonly string[];
}

export interface Part {
  /** Words of the `##` heading. */
  readonly name: string;
  /** Text outside fences. */
  readonly prose: string;
  readonly fences: readonly Fence[];
}

export interface Page {
  /** Words of the `#` heading. */
  readonly title: string;
  /** What stands between it and the first part. */
  readonly lead: string;
  readonly parts: readonly Part[];
}

/** Headings that every page has, in this order. */
export const PAGE_HEADINGS = ['报告什么 · What it reports', '为什么 · Why it matters', '反例 · Bad', '正例 · Good', '修复 · Fix'];

/** Reads a page or a fixture. Throws on a fence that is not closed. */
export function readPage(markdown: string): Page {
  const parts: { name: string; prose: string; fences: Fence[] }[] = [];
  let title = '';
  let lead = '';
  const lines = markdown.split(/\r?\n/);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const fence = /^(`{3,})(\S*)(.*)$/.exec(line);
    if (fence) {
      const end = lines.indexOf(fence[1]!, i + 1);
      if (end < 0) throw new Error(`fence in line ${i + 1} is not closed`);
      const fences = parts.at(-1)?.fences;
      const previous = fences?.filter(({ language }) => language === 'previous').at(-1)?.body ?? null;
      fences?.push({ language: fence[2]!, options: optionsOf(fence[3]!), body: lines.slice(i + 1, end).join('\n'), line: i, previous, seeds: (fences ?? []).filter(({ language }) => language === 'seed').map((seed) => seed.body) });
      i = end;
    } else if (line.startsWith('# ')) title = line.slice(2).trim();
    else if (line.startsWith('## ')) parts.push({ name: line.slice(3).trim(), prose: '', fences: [] });
    else if (parts.length > 0) parts.at(-1)!.prose += `${line}\n`;
    else lead += `${line}\n`;
  }
  return { title, lead, parts };
}

function optionsOf(words: string): Readonly<Record<string, string>> {
  return Object.fromEntries(words.trim().split(/\s+/).filter(Boolean).map((word) => word.split('=') as [string, string]));
}

/** All drafts of a page or fixture, marks and all. */
export const draftsOf = (page: Page): readonly Fence[] => page.parts.flatMap((part) => part.fences.filter((fence) => fence.language === 'draft'));

/** One text with what is due in it. */
export interface Case {
  readonly name: string;
  readonly draft: Fence;
  /** The text after every fix of the rule was applied; absent when the case says nothing of it. */
  readonly fixed?: string;
}

/** The cases of a fixture: each `##` has one draft, and may have the fixed text. */
export function casesOf(fixture: Page): readonly Case[] {
  return fixture.parts.map((part) => {
    const drafts = part.fences.filter((fence) => fence.language === 'draft');
    const fixed = part.fences.find((fence) => fence.language === 'fixed');
    if (drafts.length !== 1) throw new Error(`case “${part.name}” has ${drafts.length} drafts`);
    return { name: part.name, draft: drafts[0]!, ...(fixed ? { fixed: fixed.body } : {}) };
  });
}

/** Findings of one rule in a draft, as marks. */
export function marksOf(findings: readonly Finding[]): readonly Mark[] {
  return findings.map((finding) => ({ code: finding.code, start: finding.span.start, end: finding.span.end }));
}

function check(text: string, draft: Fence, rule: Rule): readonly Finding[] {
  const { family, year } = draft.options;
  return checkText(text, { ...(family ? { family } : {}), ...(year ? { year: Number(year) } : {}), ...(draft.previous !== null ? { previous: draft.previous } : {}), seeds: draft.seeds, rules: [rule] });
}

/** The draft as it was marked and as the rule marks it: equal when the rule does what the page says. */
export function markedBy(rule: Rule, draft: Fence): { readonly expected: string; readonly actual: string } {
  const { text, marks } = unmark(draft.body);
  const foreign = marks.find((one) => one.code !== rule.code);
  if (foreign) throw new Error(`mark of ${foreign.code} in a text of ${rule.code}`);
  const found = marksOf(check(text, draft, rule));
  return { expected: mark({ text, marks }), actual: mark({ text, marks: [...found].sort((a, b) => a.start - b.start || a.end - b.end) }) };
}

/** The draft after every fix that the rule offers for it. */
export function fixedBy(rule: Rule, draft: Fence): string {
  const { text } = unmark(draft.body);
  return applyEdits(text, check(text, draft, rule).flatMap((finding) => (finding.fix ? [...finding.fix.edits()] : [])));
}
