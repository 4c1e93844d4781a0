/**
 * Every fix of every rule, on every example there is: the bad drafts of its page, its fixture, and real reports broken in one place. What is asked of a fix is the same
 * for all; see test/kit/fixing.ts.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/rules';
import type { Finding } from '../../server/src/lint';
import { checkText, type CheckOptions } from '../kit/check';
import { reports, seeds } from '../kit/corpus';
import { defects, injections } from '../kit/defects';
import { faultsOf } from '../kit/fixing';
import { check, learnedFrom } from '../kit/judging';
import { unmark } from '../kit/marks';
import { draftsOf, readPage, type Fence } from '../kit/suite';
import { asMarkdown, crlfEnds, fullWidth, hardWrap, oneLine } from '../kit/variants';

const optionsFor = ({ options: { family, year }, previous, seeds: own }: Fence): CheckOptions => ({
  ...(family ? { family } : {}), ...(year ? { year: Number(year) } : {}), ...(previous !== null ? { previous } : {}), seeds: own,
});

describe.each(rules.filter((rule) => rule.fix !== null).map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  it('mends what its page and its fixture show', () => {
    let fixes = 0;
    for (const draft of [...draftsOf(readPage(rule.page)), ...draftsOf(readPage(readFileSync(join('test/rules', `${code}.md`), 'utf8')))]) {
      const { text } = unmark(draft.body);
      const examine = (value: string): readonly Finding[] => checkText(value, optionsFor(draft));
      const all = examine(text);
      for (const finding of all.filter((one) => one.code === code && one.fix)) {
        fixes++;
        expect(faultsOf(text, finding, all, examine), `line ${draft.line + 1}`).toEqual([]);
        // The catalogue says the best of its fixes; none may be bolder.
        if (rule.fix === 'suggested') expect(finding.fix!.safety).toBe('suggested');
      }
    }
    expect(fixes).toBeGreaterThan(0);
  });
});

describe('rules without a fix', () => {
  it.each(rules.filter((rule) => rule.fix === null).map((rule) => [rule.code, rule] as const))('%s offers none', (code, rule) => {
    for (const draft of draftsOf(readPage(rule.page))) {
      expect(checkText(unmark(draft.body).text, optionsFor(draft)).filter((one) => one.code === code && one.fix)).toEqual([]);
    }
  });
});

/** Kinds whose mending goes beyond numerals and marks, and the same in other clothes. */
const CLOTHES = [undefined, fullWidth, crlfEnds, asMarkdown, hardWrap(), oneLine('')];

describe('real reports, broken in one place', () => {
  const profile = learnedFrom(seeds);
  const examine = (value: string): readonly Finding[] => check(value, profile);
  it.each(defects.map((defect) => [defect.kind, defect] as const))('%s', (_, defect) => {
    const faults = new Map<string, number>();
    let fixes = 0;
    [...seeds, ...reports].forEach(({ text }, i) => {
      const worn = CLOTHES[i % CLOTHES.length];
      for (const made of injections(text, defect, 1, i + 1, worn)) {
        const all = examine(made.text);
        for (const finding of all.filter((one) => one.code === defect.code && one.fix)) {
          fixes++;
          for (const fault of faultsOf(made.text, finding, all, examine)) faults.set(`${worn?.name ?? 'as it is'}: ${fault}`, 1);
        }
      }
    });
    expect([...faults.keys()]).toEqual([]);
    if (rules.find((rule) => rule.code === defect.code)?.fix) expect(fixes).toBeGreaterThan(0);
  });
});
