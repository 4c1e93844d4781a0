/**
 * The kinds of value that speak of rules: a severity with options for each code, codes to be silent about by file. Which rules and options there are is handed in.
 */
import type { Node } from 'jsonc-parser';
import { described, isText, problem, readTexts, RULE_SEVERITIES, shown, wrongType, type ConfigProblem, type Kind, type OptionLine, type Reading, type RuleLine, type RuleSeverity } from './kinds';
import { isGlob } from './match';
import { nearest } from './nearest';

export type OptionValue = number | readonly string[];

/** What a configuration says of a rule: how loud, and options. */
export type RuleValue = RuleSeverity | { readonly severity?: RuleSeverity; readonly options?: Readonly<Record<string, OptionValue>> };

/** Rule code → severity, `[severity, { options }]` or `{ severity, options… }`; what cannot be used is reported and left out. */
export const rules: Kind<Readonly<Record<string, RuleValue>>> = {
  read: (node, lines) => {
    if (node.type !== 'object') return wrongType(node, 'rules');
    const readings = (node.children ?? []).map((member) => readRule(member, lines));
    return { value: Object.fromEntries(readings.flatMap(({ value }) => (value ? [value] : []))), problems: readings.flatMap(({ problems }) => problems) };
  },
  schema: (lines) => ({
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(lines.flatMap((line) => [
      [line.code, ruleSchema(line)] as const,
      ...(line.former ?? []).map((old) => [old, { ...ruleSchema(line), deprecationMessage: `${old} → ${line.code}`, doNotSuggest: true }] as const),
    ])),
    defaultSnippets: [{ label: '{ }', body: { '$1': '${2|off,hint,info,warning,error|}' } }],
  }),
};

/** File pattern → code or codes. */
export const ignored: Kind<Readonly<Record<string, readonly string[]>>> = {
  read: (node, lines) => {
    if (node.type !== 'object') return wrongType(node, 'ignored');
    const values: [string, readonly string[]][] = [];
    const problems: ConfigProblem[] = [];
    for (const member of node.children ?? []) {
      const [key, value] = member.children ?? [];
      if (!key || !value) continue;
      if (!isGlob(String(key.value))) problems.push(problem(key, 'bad-glob', { value: String(key.value) }));
      const reading = readTexts(value, (item) => unknownCode(item, item.value, lines));
      problems.push(...reading.problems, ...codeNodes(value).flatMap((item) => renamedCode(item, String(item.value), lines)));
      if (isGlob(String(key.value)) && reading.value) values.push([String(key.value), reading.value.map((code) => lineOf(code, lines)!.code)]);
    }
    return { value: Object.fromEntries(values), problems };
  },
  schema: (lines) => {
    const code = { enum: lines.flatMap((line) => [line.code, ...(line.former ?? [])]) };
    return { type: 'object', additionalProperties: { anyOf: [code, { type: 'array', items: code }] } };
  },
};

function readRule(member: Node, lines: readonly RuleLine[]): Reading<readonly [string, RuleValue]> {
  const [key, value] = member.children ?? [];
  if (!key || !value) return { problems: [] };
  const code = String(key.value);
  const line = lineOf(code, lines);
  const unknown = unknownCode(key, code, lines);
  if (!line || unknown) return { problems: unknown ? [unknown] : [] };
  const reading = readValue(value, line);
  const problems = [...renamedCode(key, code, lines), ...reading.problems];
  return reading.value === undefined ? { problems } : { value: [line.code, reading.value], problems };
}

function readValue(node: Node, line: RuleLine): Reading<RuleValue> {
  if (node.type === 'array') {
    const [first, second, third] = node.children ?? [];
    if (!first || third || (second && second.type !== 'object')) return { problems: [problem(third ?? second ?? node, 'wrong-type', { value: shown(third ?? second ?? node), expected: 'rule' })] };
    const level = readSeverity(first, line);
    const options = readOptions(second?.children ?? [], line);
    return joined(level, options);
  }
  if (node.type !== 'object') return readSeverity(node, line);
  const members = node.children ?? [];
  const own = members.filter((member) => member.children?.[0]?.value === 'severity');
  const level = own[0]?.children?.[1] ? readSeverity(own[0].children[1], line) : { problems: [] };
  return joined(level, readOptions(members.filter((member) => !own.includes(member)), line));
}

/** A severity alone is written as one. */
function joined(level: Reading<RuleSeverity>, options: Reading<Readonly<Record<string, OptionValue>>>): Reading<RuleValue> {
  const problems = [...level.problems, ...options.problems];
  const set = options.value ?? {};
  if (Object.keys(set).length === 0) return level.value === undefined ? { problems } : { value: level.value, problems };
  return { value: { ...(level.value === undefined ? {} : { severity: level.value }), options: set }, problems };
}

function readSeverity(node: Node, { code }: RuleLine): Reading<RuleSeverity> {
  const severity = RULE_SEVERITIES.find((word) => word === node.value);
  if (severity) return { value: severity, problems: [] };
  return { problems: [problem(node, 'wrong-severity', { code, value: shown(node), choices: RULE_SEVERITIES.join(', ') })] };
}

function readOptions(members: readonly Node[], line: RuleLine): Reading<Readonly<Record<string, OptionValue>>> {
  const values: [string, OptionValue][] = [];
  const problems: ConfigProblem[] = [];
  for (const member of members) {
    const [key, value] = member.children ?? [];
    if (!key || !value) continue;
    const name = String(key.value);
    const option = line.options?.find((known) => known.name === name);
    if (!option) problems.push(problem(key, 'unknown-option', { code: line.code, name, suggestion: nearest(name, ['severity', ...(line.options ?? []).map((known) => known.name)]) ?? '' }));
    else {
      const reading = readOption(value, option);
      problems.push(...reading.problems);
      if (reading.value !== undefined) values.push([name, reading.value]);
    }
  }
  return { value: Object.fromEntries(values), problems };
}

function readOption(node: Node, option: OptionLine): Reading<OptionValue> {
  if (option.kind === 'words') return readTexts(node);
  const value: unknown = node.value;
  const right = typeof value === 'number' && value >= (option.minimum ?? -Infinity) && value <= (option.maximum ?? Infinity) && (option.kind === 'number' || Number.isInteger(value));
  return right ? { value, problems: [] } : { problems: [problem(node, 'wrong-number', { value: shown(node), minimum: String(option.minimum ?? ''), maximum: String(option.maximum ?? '') })] };
}

const lineOf = (code: string, lines: readonly RuleLine[]): RuleLine | undefined => lines.find((line) => line.code === code || line.former?.includes(code));

function unknownCode(node: Node, code: string, lines: readonly RuleLine[]): ConfigProblem | null {
  return lineOf(code, lines) ? null : problem(node, 'unknown-rule', { code, suggestion: nearest(code, lines.map((line) => line.code)) ?? '' });
}

/** A notice where a rule is called by a name it had; the setting holds. */
function renamedCode(node: Node, code: string, lines: readonly RuleLine[]): readonly ConfigProblem[] {
  const line = lineOf(code, lines);
  return line && line.code !== code ? [{ ...problem(node, 'renamed-rule', { code, now: line.code }), mild: true }] : [];
}

const codeNodes = (node: Node): readonly Node[] => (node.type === 'array' ? (node.children ?? []) : [node]).filter(isText);

const SEVERITY = { $ref: '#/definitions/severity' };

/** Definitions that the schema of a rule points to. */
export const RULE_DEFINITIONS = {
  severity: {
    enum: [...RULE_SEVERITIES],
    enumDescriptions: ['不报告 · silent', '建议：几点灰色虚线 · hint: a few dots', '提示 · info', '警告：检查不通过 · warning: the check fails', '错误：检查不通过 · error: the check fails'],
  },
  rule: { anyOf: [SEVERITY, { type: 'array', items: [SEVERITY], minItems: 1, maxItems: 1 }, { type: 'object', additionalProperties: false, properties: { severity: SEVERITY } }] },
};

/** A rule without options shares one definition; one with options says what they are. */
function ruleSchema({ zh, en, severity, options = [] }: RuleLine): Readonly<Record<string, unknown>> {
  const initial = severity ? { default: severity } : {};
  if (options.length === 0) return { $ref: '#/definitions/rule', ...described(zh, en), ...initial };
  const properties = Object.fromEntries(options.map((option) => [option.name, optionSchema(option)]));
  const object = { type: 'object', additionalProperties: false, properties };
  const full = { severity: severity ?? 'warning', ...Object.fromEntries(options.map(({ name, initial: value }) => [name, value])) };
  return {
    anyOf: [
      SEVERITY,
      { type: 'array', items: [SEVERITY], minItems: 1, maxItems: 1 },
      { type: 'array', items: [SEVERITY, object], minItems: 2, maxItems: 2 },
      { type: 'object', additionalProperties: false, properties: { severity: SEVERITY, ...properties } },
    ],
    ...described(zh, en), ...initial,
    defaultSnippets: [{ label: `{ ${Object.keys(full).join(', ')} }`, body: full }],
  };
}

function optionSchema({ kind, initial, minimum, maximum, zh, en }: OptionLine): Readonly<Record<string, unknown>> {
  if (kind === 'words') return { anyOf: [{ type: 'string', minLength: 1 }, { type: 'array', items: { type: 'string', minLength: 1 } }], ...described(zh, en), default: initial };
  return { type: kind, ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }), ...described(zh, en), default: initial };
}
