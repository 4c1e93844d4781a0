/**
 * What every rule owes: a page in the fixed form, a fixture, messages in both languages with the same arguments, and the code, severity and kind of fix that
 * the catalogue promises. Users write codes into their settings, so a code that changes is a broken promise.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/rules';
import type { Rule } from '../../server/src/rules';
import { PAGE_HEADINGS, readPage } from '../kit/suite';

const SOURCE = 'server/src/rules';

/** The catalogue: severity of the rule (`a|b` where single findings may differ: any of them), best kind of fix. */
const CATALOGUE: Readonly<Record<string, readonly [severity: string, fix: 'safe' | 'suggested' | null]>> = {
  'structure/missing-section': ['error|warning', 'suggested'],
  'structure/unheaded-section': ['info', 'suggested'],
  'structure/combined-section': ['hint', null],
  'structure/section-order': ['warning', 'suggested'],
  'structure/missing-topic': ['info', 'suggested'],
  'structure/missing-causes': ['hint', 'suggested'],
  'structure/empty-section': ['warning', null],
  'structure/duplicate-section': ['warning', null],
  'structure/thin-section': ['hint', null],
  'structure/missing-title': ['hint', 'suggested'],
  'structure/missing-sign-off': ['hint', 'suggested'],
  'numbering/sequence': ['error', 'safe'],
  'numbering/level-skip': ['info', null],
  'numbering/mixed-style': ['warning', 'safe'],
  'numbering/enumeration': ['warning', 'safe'],
  'numbering/lone-item': ['info', null],
  'metric/missing-unit': ['warning', null],
  'metric/unit-spacing': ['info', 'safe'],
  'metric/number-form': ['info', 'suggested'],
  'metric/percent-range': ['error', null],
  'metric/sum-mismatch': ['warning', 'suggested'],
  'metric/ratio-mismatch': ['warning', 'suggested'],
  'metric/impossible-rate': ['info', null],
  'metric/growth-mismatch': ['info', 'suggested'],
  'metric/inconsistent-value': ['warning', null],
  'metric/mixed-unit': ['hint', null],
  'metric/missing-metric': ['hint', 'suggested'],
  'metric/unchanged': ['info', null],
  'metric/year-on-year': ['warning', null],
  'year/report-year': ['warning', 'suggested'],
  'year/plan-year': ['warning', 'safe'],
  'year/stale-formula': ['info', null],
  'year/date-form': ['hint', 'safe'],
  'text/unbalanced-pair': ['error', 'suggested'],
  'text/punctuation-width': ['info', 'safe'],
  'text/repeated-phrase': ['warning', 'suggested'],
  'text/missing-terminal': ['warning', 'safe'],
  'text/doubled-mark': ['warning', 'safe'],
  'text/stray-space': ['info', 'safe'],
  'text/pair-comma': ['hint', 'safe'],
  'text/range-dash': ['hint', 'safe'],
  'text/list-mark': ['hint', 'safe'],
  'text/placeholder': ['error', null],
  'text/boilerplate': ['warning', 'safe'],
  'text/unchanged-from-last-year': ['hint', null],
  'plan/unreported': ['info', null],
  'plan/unanswered-problem': ['hint', null],
};

const codes = rules.map((rule) => rule.code);

/** Pages in the folders of groups that have a list. Sources without a page are shared by the rules of their group; pages of the tool about itself stand in no list. */
function codesInFolders(): readonly string[] {
  return readdirSync(SOURCE, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(SOURCE, entry.name, 'index.ts')))
    .flatMap(({ name: group }) => readdirSync(join(SOURCE, group)).filter((file) => file.endsWith('.md')).map((file) => `${group}/${file.slice(0, -3)}`));
}

describe('the list of rules', () => {
  it('is what lies in the folders', () => expect([...codes].sort()).toEqual([...codesInFolders()].sort()));
  it('names no code twice', () => expect(new Set(codes).size).toBe(codes.length));
  it('holds every code of the groups that the catalogue describes', () => expect(codes.filter((code) => code in CATALOGUE).sort()).toEqual(Object.keys(CATALOGUE).sort()));
});

/** Arguments of a message. `{zh}` and `{en}` are one argument that comes in both languages. */
const placeholdersIn = (text: string): readonly string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => (match[1] === 'zh' || match[1] === 'en' ? 'zh|en' : match[1]!)))].sort();

describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (code: string, rule: Rule) => {
  it('has its source, page and fixture where they belong', () => {
    expect(code.startsWith(`${rule.group}/`)).toBe(true);
    expect(existsSync(join(SOURCE, `${code}.ts`))).toBe(true);
    expect(existsSync(join(SOURCE, `${code}.md`))).toBe(true);
    expect(existsSync(join('test/rules', `${code}.md`))).toBe(true);
  });

  it('is as the catalogue says', () => {
    const promised = CATALOGUE[code];
    if (!promised) return;
    expect(promised[0].split('|')).toContain(rule.severity);
    expect(rule.fix).toBe(promised[1]);
  });

  it('has a page with the fixed headings, in both languages', () => {
    const page = readPage(rule.page);
    expect(page.title).toBe(code);
    expect(page.parts.map((part) => part.name)).toEqual(PAGE_HEADINGS);
    const lead = page.lead.split('\n').filter((line) => line.trim());
    expect(lead).toHaveLength(2);
    expect(lead[0]).toMatch(/\p{Script=Han}/u);
    expect(lead[1]).toMatch(/[A-Za-z]{3,}/);
    for (const part of page.parts.slice(0, 2).concat(page.parts.slice(4))) {
      expect(part.prose, part.name).toMatch(/\p{Script=Han}{2}/u);
      expect(part.prose, part.name).toMatch(/[A-Za-z]{3,}/);
    }
  });

  it('speaks both languages with the same arguments', () => {
    expect(Object.keys(rule.messages).length).toBeGreaterThan(0);
    for (const [id, { zh, en }] of Object.entries(rule.messages)) {
      expect(zh, id).toMatch(/\p{Script=Han}/u);
      expect(en, id).toMatch(/[A-Za-z]{2,}/);
      expect(placeholdersIn(en), id).toEqual(placeholdersIn(zh));
    }
  });

  it('says on what it rests, and since when', () => {
    expect(rule.basis.length).toBeGreaterThan(0);
    expect(rule.since).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
