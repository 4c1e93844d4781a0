/**
 * The house dictionary in a configuration: accepted terms, further measure words, formulas that are out of date. How it is read and described, no rule.
 */
import type { Node } from 'jsonc-parser';
import { nearest } from './nearest';
import { membersOf, problem, readTexts, shown, texts, wrongType, year, type ConfigProblem, type Kind, type Reading } from './kinds';

/** A formula that reports after the year `until` should not use, and what to write instead. */
export interface HouseFormula {
  readonly text: string;
  readonly until: number;
  readonly instead: string;
}

export interface Dictionary {
  readonly terms: readonly string[];
  readonly units: readonly string[];
  readonly formulas: readonly HouseFormula[];
}

export const NO_DICTIONARY: Dictionary = { terms: [], units: [], formulas: [] };

const PARTS = ['terms', 'units', 'formulas'];
const FORMULA = ['text', 'until', 'instead'];

export const dictionary: Kind<Dictionary> = {
  read: (node) => {
    if (node.type !== 'object') return wrongType(node, 'dictionary');
    const problems: ConfigProblem[] = [];
    let value = NO_DICTIONARY;
    for (const [key, part] of membersOf(node)) {
      const name = String(key.value);
      const reading = readPart(name, key, part);
      problems.push(...reading.problems);
      if (reading.value) value = { ...value, ...reading.value };
    }
    return { value, problems };
  },
  schema: () => ({
    type: 'object',
    additionalProperties: false,
    properties: {
      terms: { ...texts.schema([]), description: '本单位认可的用语，照原样写，不作重复、空位、旧提法、数字写法处理。\n\nTerms that are right as they stand.' },
      units: { ...texts.schema([]), description: '另外的量词，如“岗次”。\n\nFurther measure words that numbers are counted with.' },
      formulas: {
        type: 'array',
        items: {
          type: 'object', additionalProperties: false, required: FORMULA,
          properties: {
            text: { type: 'string', minLength: 1, description: '过时的提法，照字面查找。\n\nThe formula, looked for as written.' },
            until: { ...year.schema([]), description: '最后一个可以这样写的报告年度。\n\nThe last report year for which it is right.' },
            instead: { type: 'string', minLength: 1, description: '应改成什么。\n\nWhat to write instead.' },
          },
        },
        description: '另外的过时提法，由 year/stale-formula 报告。\n\nFurther formulas that year/stale-formula reports.',
        defaultSnippets: [{ label: '{ text, until, instead }', body: [{ text: '$1', until: '^${2:2025}', instead: '$3' }] }],
      },
    },
  }),
};

function readPart(name: string, key: Node, node: Node): Reading<Partial<Dictionary>> {
  if (name === 'terms' || name === 'units') {
    const { value, problems } = readTexts(node);
    return value ? { value: { [name]: value }, problems } : { problems };
  }
  if (name !== 'formulas') return { problems: [problem(key, 'unknown-key', { key: name, suggestion: nearest(name, PARTS) ?? '' })] };
  if (node.type !== 'array') return wrongType(node, 'formulas');
  const readings = (node.children ?? []).map(readFormula);
  return { value: { formulas: readings.flatMap(({ value }) => (value ? [value] : [])) }, problems: readings.flatMap(({ problems }) => problems) };
}

function readFormula(node: Node): Reading<HouseFormula> {
  if (node.type !== 'object') return { problems: [problem(node, 'wrong-type', { value: shown(node), expected: 'formula' })] };
  const members = membersOf(node);
  const at = (name: string): Node | undefined => members.find(([key]) => key.value === name)?.[1];
  const unknown = members.filter(([key]) => !FORMULA.includes(String(key.value))).map(([key]) => problem(key, 'unknown-key', { key: String(key.value), suggestion: nearest(String(key.value), FORMULA) ?? '' }));
  const [text, until, instead] = FORMULA.map(at);
  if (!text || !until || !instead) return { problems: [...unknown, problem(node, 'wrong-type', { value: shown(node), expected: 'formula' })] };
  const readings = [readText(text), year.read(until, []), readText(instead)] as const;
  const problems = [...unknown, ...readings.flatMap((reading) => reading.problems)];
  const [{ value: words }, { value: last }, { value: other }] = readings;
  return words && last && other ? { value: { text: words, until: last, instead: other }, problems } : { problems };
}

function readText(node: Node): Reading<string> {
  const value: unknown = node.value;
  return node.type === 'string' && typeof value === 'string' && value !== '' ? { value, problems: [] } : wrongType(node, 'text');
}
