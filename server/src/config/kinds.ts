/**
 * The kinds of value a setting can have: how each is read from a JSON node and how it is described as JSON schema. Knows no setting by name.
 */
import type { Node } from 'jsonc-parser';
import type { Span } from '../text';
import { isGlob } from './match';

/** How loud a rule is. */
export const RULE_SEVERITIES = ['off', 'hint', 'info', 'warning', 'error'] as const;
export type RuleSeverity = (typeof RULE_SEVERITIES)[number];

export type ProblemId =
  | 'syntax' | 'too-deep' | 'unreadable' | 'not-an-object' | 'duplicate-key' | 'unknown-key'
  | 'wrong-type' | 'wrong-choice' | 'bad-glob' | 'unknown-rule' | 'wrong-severity' | 'renamed-rule' | 'unknown-option' | 'wrong-number'
  | 'not-a-baseline' | 'newer-baseline';

/** Something wrong in a configuration file, at a place in its text; `args` fill the message. */
export interface ConfigProblem {
  readonly span: Span;
  readonly id: ProblemId;
  readonly args: Readonly<Record<string, string>>;
  /** Only worth a notice: what is written holds. */
  readonly mild?: true;
}

/** `value` is absent when nothing in the node can be used. */
export interface Reading<T> {
  readonly value?: T;
  readonly problems: readonly ConfigProblem[];
}

/** An option of a rule, as far as a configuration is concerned. */
export interface OptionLine {
  readonly name: string;
  readonly kind: 'number' | 'integer' | 'words';
  readonly initial: number | readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly zh: string;
  readonly en: string;
}

/** A rule, as far as a configuration is concerned: what it may name and how that is described. */
export interface RuleLine {
  readonly code: string;
  readonly zh?: string;
  readonly en?: string;
  /** Its own severity. */
  readonly severity?: RuleSeverity;
  readonly options?: readonly OptionLine[];
  /** Names it had, which go on to be understood. */
  readonly former?: readonly string[];
}

export interface Kind<T> {
  read(node: Node, rules: readonly RuleLine[]): Reading<T>;
  schema(rules: readonly RuleLine[]): Readonly<Record<string, unknown>>;
}

/** A string that is not empty. */
export const text: Kind<string | null> = {
  read: (node) => (isText(node) ? { value: node.value, problems: [] } : wrongType(node, 'text')),
  schema: () => ({ type: 'string', minLength: 1 }),
};

/** One string or several. */
export const texts: Kind<readonly string[]> = {
  read: (node) => readTexts(node),
  schema: () => ({ anyOf: [{ type: 'string', minLength: 1 }, { type: 'array', items: { type: 'string', minLength: 1 } }] }),
};

/** One file pattern or several; those that cannot be compiled are reported and left out. */
export const globs: Kind<readonly string[]> = {
  read: (node) => readTexts(node, (item) => (isGlob(item.value) ? null : problem(item, 'bad-glob', { value: item.value }))),
  schema: texts.schema,
};

/** A calendar year. */
export const year: Kind<number | null> = {
  read: (node) => {
    const value: unknown = node.value;
    return typeof value === 'number' && Number.isInteger(value) && value >= 1900 && value <= 2199 ? { value, problems: [] } : wrongType(node, 'year');
  },
  schema: () => ({ type: 'integer', minimum: 1900, maximum: 2199 }),
};

/** One word of a closed list; `meanings` describe them in the schema. */
export function choice<T extends string>(values: readonly T[], meanings?: readonly string[]): Kind<T | null> {
  return {
    read: (node) => {
      const value = values.find((word) => word === node.value);
      if (value !== undefined) return { value, problems: [] };
      return { problems: [problem(node, 'wrong-choice', { value: shown(node), choices: values.join(', ') })] };
    },
    schema: () => ({ enum: [...values], ...(meanings ? { enumDescriptions: [...meanings] } : {}) }),
  };
}

/** The description of a setting or rule for people of both languages; none when there is nothing to say. */
export function described(zh?: string, en?: string): { readonly description?: string } {
  const description = [zh, en].filter(Boolean).join('\n\n');
  return description ? { description } : {};
}

export type TextNode = Node & { readonly value: string };

/** One string or several; `check` may object to one, which is then left out. */
export function readTexts(node: Node, check: (item: TextNode) => ConfigProblem | null = () => null): Reading<readonly string[]> {
  const items = node.type === 'array' ? (node.children ?? []) : [node];
  const readings = items.map((item): Reading<string> => {
    if (!isText(item)) return wrongType(item, node.type === 'array' ? 'text' : 'texts');
    const found = check(item);
    return found ? { problems: [found] } : { value: item.value, problems: [] };
  });
  const values = readings.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const problems = readings.flatMap((reading) => reading.problems);
  return values.length || !problems.length ? { value: values, problems } : { problems };
}

/** Keys and values of an object; a member without a value yet is none. */
export const membersOf = (node: Node): readonly (readonly [Node, Node])[] =>
  (node.children ?? []).flatMap(({ children: [key, value] = [] }) => (key && value ? [[key, value] as const] : []));

/** True for a string that is not empty. */
export function isText(node: Node): node is TextNode {
  return node.type === 'string' && node.value !== '';
}

/** Nothing of the node can be used; `expected` names what it should be. */
export function wrongType(node: Node, expected: string): Reading<never> {
  return { problems: [problem(node, 'wrong-type', { value: shown(node), expected })] };
}

/** A problem on a node of the file. */
export function problem(node: Node, id: ProblemId, args: Readonly<Record<string, string>> = {}): ConfigProblem {
  return { span: { start: node.offset, end: node.offset + node.length }, id, args };
}

/** The value as the file shows it, cut short. */
export function shown(node: Node): string {
  const whole = node.type === 'object' ? '{…}' : node.type === 'array' ? '[…]' : JSON.stringify(node.value);
  return whole.length > 40 ? `${whole.slice(0, 39)}…` : whole;
}
