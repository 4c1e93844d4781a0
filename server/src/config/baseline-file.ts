/**
 * The file of accepted findings as text: written one entry a line in one order, read with the place of what is wrong. What the entries mean is not known here.
 */
import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { problem, type ConfigProblem } from './kinds';

/** An entry as it stands in the file. */
export interface BaselineEntry {
  readonly file: string;
  readonly code: string;
  readonly hash: string;
  readonly text: string;
  readonly count: number;
}

export type BaselineReading = { readonly ok: true; readonly entries: readonly BaselineEntry[] } | { readonly ok: false; readonly problem: ConfigProblem };

const BASELINE_VERSION = 1;

/** Name of the file where nobody says another. */
export const BASELINE_FILE_NAME = 'reportwright.baseline.json';

/** Reads a baseline; a file that is none in any part gives the first problem and nothing else, because half a baseline would speak of old findings as new. */
export function readBaseline(source: string): BaselineReading {
  const errors: ParseError[] = [];
  const root = source.length > 64_000_000 ? undefined : parseTree(source, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error || !root) {
    const { offset = 0, length = 0 } = error ?? {};
    return { ok: false, problem: { span: { start: offset, end: Math.min(source.length, offset + Math.max(1, length)) }, id: 'syntax', args: { what: error ? printParseErrorCode(error.error) : 'ValueExpected' } } };
  }
  const version = memberOf(root, 'version');
  if (typeof version?.value === 'number' && version.value > BASELINE_VERSION) return { ok: false, problem: problem(version, 'newer-baseline', { value: String(version.value) }) };
  const list = memberOf(root, 'accepted');
  if (version?.value !== BASELINE_VERSION || list?.type !== 'array') return { ok: false, problem: problem(list ?? version ?? root, 'not-a-baseline') };
  const entries: BaselineEntry[] = [];
  for (const node of list.children ?? []) {
    const entry = entryOf(node);
    if (!entry) return { ok: false, problem: problem(node, 'not-a-baseline') };
    entries.push(entry);
  }
  return { ok: true, entries };
}

/** The text of a baseline file; the entries come in the order they are given. */
export function writeBaseline(entries: readonly BaselineEntry[]): string {
  const lines = entries.map(({ file, code, hash, text, count }) => `    ${JSON.stringify({ file, code, hash, text, ...(count === 1 ? {} : { count }) })}`);
  return `{\n  "version": ${BASELINE_VERSION},\n  "accepted": [${lines.length > 0 ? `\n${lines.join(',\n')}\n  ` : ''}]\n}\n`;
}

function entryOf(node: Node): BaselineEntry | null {
  const [file, code, hash, text = ''] = ['file', 'code', 'hash', 'text'].map((name): unknown => memberOf(node, name)?.value);
  const count: unknown = memberOf(node, 'count')?.value ?? 1;
  if (typeof file !== 'string' || typeof code !== 'string' || typeof hash !== 'string' || typeof text !== 'string') return null;
  return typeof count === 'number' && Number.isInteger(count) && count > 0 ? { file, code, hash, text, count } : null;
}

function memberOf(node: Node, name: string): Node | undefined {
  return node.type === 'object' ? node.children?.find((member) => member.children?.[0]?.value === name)?.children?.[1] : undefined;
}
