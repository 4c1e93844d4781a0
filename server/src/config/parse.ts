/**
 * From the text of `reportwright.json` (JSON with comments and trailing commas) to a configuration and the list of what is wrong in it. Total;
 * a problem costs only the part it is in.
 */
import { createScanner, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { nearest } from './nearest';
import { problem, type ConfigProblem, type Kind, type RuleLine } from './kinds';
import { DEFAULT_CONFIG, SETTING_KEYS, SETTINGS, type Config } from './settings';

export interface ParsedConfig {
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
}

/** Nobody reads more, and a large file that is no JSON at all has one on every token. */
const MAX_PROBLEMS = 100;

/** Deeper than any setting needs; the JSON parser recurses and must not be led to the end of the stack. */
const MAX_DEPTH = 64;

/** Reads a configuration. `rules` are all there are. Problems come in the order of the text. */
export function parseConfig(source: string, rules: readonly RuleLine[]): ParsedConfig {
  const tooDeep = depthProblem(source);
  if (tooDeep) return { config: DEFAULT_CONFIG, problems: [tooDeep] };
  const errors: ParseError[] = [];
  const root = parseTree(source, errors, { allowTrailingComma: true });
  const syntax = errors.slice(0, MAX_PROBLEMS).map(({ error, offset, length }): ConfigProblem => ({
    span: { start: offset, end: Math.min(source.length, offset + Math.max(1, length)) },
    id: 'syntax',
    args: { what: printParseErrorCode(error) },
  }));
  if (!root) return { config: DEFAULT_CONFIG, problems: syntax };
  if (root.type !== 'object') return { config: DEFAULT_CONFIG, problems: [...syntax, problem(root, 'not-an-object')] };
  const { values, problems } = readMembers(root, rules);
  const ordered = [...syntax, ...problems].sort((a, b) => a.span.start - b.span.start);
  return { config: { ...DEFAULT_CONFIG, ...values }, problems: ordered.slice(0, MAX_PROBLEMS) };
}

function readMembers(root: Node, rules: readonly RuleLine[]): { readonly values: Partial<Config>; readonly problems: readonly ConfigProblem[] } {
  const values: Record<string, unknown> = {};
  const problems: ConfigProblem[] = [];
  const seen = new Set<string>();
  for (const member of root.children ?? []) {
    const [keyNode, valueNode] = member.children ?? [];
    const key = String(keyNode?.value ?? '');
    if (!keyNode || key === '$schema') continue;
    if (seen.has(key)) problems.push(problem(keyNode, 'duplicate-key', { key }));
    seen.add(key);
    const known = SETTING_KEYS.find((name) => name === key);
    if (!known) problems.push(problem(keyNode, 'unknown-key', { key, suggestion: nearest(key, SETTING_KEYS) ?? '' }));
    else if (valueNode) {
      const reading = (SETTINGS[known].kind as Kind<unknown>).read(valueNode, rules);
      if (reading.value !== undefined) values[known] = reading.value;
      problems.push(...reading.problems);
    }
  }
  return { values: values as Partial<Config>, problems };
}

/** Tokens are told by their first character: the library's token kinds exist only at compile time. */
function depthProblem(source: string): ConfigProblem | null {
  const scanner = createScanner(source, true);
  let depth = 0;
  for (scanner.scan(); scanner.getTokenOffset() < source.length; scanner.scan()) {
    const start = scanner.getTokenOffset();
    const lead = source[start];
    if (lead === '{' || lead === '[') depth++;
    else if (lead === '}' || lead === ']') depth--;
    if (depth > MAX_DEPTH) return { span: { start, end: start + 1 }, id: 'too-deep', args: {} };
  }
  return null;
}
