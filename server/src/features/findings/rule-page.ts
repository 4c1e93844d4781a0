/**
 * What editors show of a rule: where its page is, and the one line that says what it is about. The page itself stands beside the rule.
 */

import type { Language } from '../../lint';
import { currentCode, ownCodes, rules } from '../../rules';
import type { Described } from '../../rules';

const byCode = new Map([...rules, ...ownCodes].map((rule): readonly [string, Described] => [rule.code, rule]));

/** The rule of a code, today's or a former one, or what the tool says about itself under it; null for an unknown one. */
export const ruleOf = (code: string): Described | null => byCode.get(currentCode(code)) ?? null;

/** The page of a rule as Markdown for people, or null for a code without one. */
export function pageOf(code: string): string | null {
  const rule = ruleOf(code);
  return rule && readablePage(rule.page);
}

/** A page without what only the tests need: in examples, `⟪code|text⟫` becomes `⟪text⟫`, and a fence says no more than that it holds text. */
export function readablePage(page: string): string {
  return page.replace(/⟪[a-z]+\/[a-z-]+\|/g, '⟪').replace(/^```draft.*$/gm, '```text');
}

/** Address of a rule's page on the web, or null for a code without a page. */
export function pageAddress(code: string): string | null {
  const rule = ruleOf(code);
  return rule && `https://github.com/reportwright/reportwright/blob/main/docs/rules/${rule.code}.md`;
}

/** The line of a page that says what the rule is about: Chinese first, English second, as the page has them under its title. */
export function summaryOf(page: string, language: Language): string {
  const lines = page.split(/\r?\n/).map((line) => line.trim());
  const title = lines.findIndex((line) => line.startsWith('# '));
  const prose: string[] = [];
  for (const line of lines.slice(title + 1)) {
    if (line.startsWith('#')) break;
    if (line) prose.push(line);
  }
  const chinese = (line: string): boolean => (line.match(/\p{Script=Han}/gu)?.length ?? 0) * 3 > line.length;
  return prose.find((line) => chinese(line) === (language === 'zh')) ?? prose[0] ?? '';
}
