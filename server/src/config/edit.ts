/**
 * Changing a setting in the text of a configuration: everything else, comments and layout included, stays as it is. Texts in, text out.
 */
import { createScanner, findNodeAtLocation, getNodeValue, parseTree, type Node, type ParseError } from 'jsonc-parser';

/** Names of members and numbers of elements, from the outside in. */
export type SettingPath = readonly (string | number)[];

/** How a configuration is laid out. */
interface Layout {
  readonly eol: string;
  readonly unit: string;
}

/**
 * The text with the setting at `path` set to `value`; without a text, a new configuration. Null for a text with errors in it, which nobody should write into, and
 * where something else stands in the way.
 */
export function withSetting(source: string | null, path: SettingPath, value: unknown): string | null {
  const before = source === null || source.trim() === '' ? '{\n}\n' : source;
  const errors: ParseError[] = [];
  const root = parseTree(before, errors, { allowTrailingComma: true });
  if (root?.type !== 'object' || errors.length > 0) return null;
  const layout = { eol: before.includes('\r\n') ? '\r\n' : '\n', unit: /^([ \t]+)"/m.exec(before)?.[1] ?? '  ' };
  let depth = path.length;
  while (depth > 0 && !findNodeAtLocation(root, [...path.slice(0, depth)])) depth--;
  const node = depth === 0 ? root : findNodeAtLocation(root, [...path.slice(0, depth)])!;
  if (depth === path.length) return replaced(before, node.offset, node.offset + node.length, rendered(value, indentAt(before, node.offset), layout, false));
  const name = path[depth];
  if (node.type !== 'object' || typeof name !== 'string') return null;
  const inner = path.slice(depth + 1).reduceRight<unknown>((nested, key) => ({ [key]: nested }), value);
  return withMember(before, node, name, inner, layout);
}

/** The value of the setting at `path`; undefined where there is none. */
export function settingIn(source: string, path: SettingPath): unknown {
  const root = parseTree(source, [], { allowTrailingComma: true });
  const node = root && findNodeAtLocation(root, [...path]);
  return node && getNodeValue(node);
}

/** A member put behind the last one: on a line of its own, unless the object stands on one line and has members. */
function withMember(source: string, object: Node, name: string, value: unknown, layout: Layout): string {
  const close = object.offset + object.length - 1;
  const last = object.children?.at(-1);
  const isInline = last !== undefined && !/[\r\n]/.test(source.slice(object.offset, close));
  const comma = last ? commaBehind(source, last.offset + last.length, close) : null;
  if (isInline) {
    const at = comma === null ? last.offset + last.length : comma + 1;
    return replaced(source, at, at, `${comma === null ? ', ' : ' '}${JSON.stringify(name)}: ${rendered(value, '', layout, true)}${comma === null ? '' : ','}`);
  }
  const outer = indentAt(source, object.offset);
  const indent = last ? indentAt(source, last.offset) : outer + layout.unit;
  // Behind comments that stand after the last member.
  const at = source.slice(0, close).trimEnd().length;
  const line = `${layout.eol}${indent}${JSON.stringify(name)}: ${rendered(value, indent, layout, false)}${comma === null ? '' : ','}`;
  const text = replaced(source, at, close, `${line}${layout.eol}${outer}`);
  return last && comma === null ? replaced(text, last.offset + last.length, last.offset + last.length, ',') : text;
}

/** Offset of the comma between a place and `end`, comments passed over; null when there is none. */
function commaBehind(source: string, from: number, end: number): number | null {
  const scanner = createScanner(source.slice(from, end), true);
  scanner.scan();
  return source[from + scanner.getTokenOffset()] === ',' && scanner.getTokenLength() === 1 ? from + scanner.getTokenOffset() : null;
}

/** JSON as people write it here: an object a line a member, a list on one line. */
function rendered(value: unknown, indent: string, layout: Layout, isInline: boolean): string {
  if (Array.isArray(value)) return `[${value.map((one) => rendered(one, indent, layout, true)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const member = ([key, one]: readonly [string, unknown]): string => `${JSON.stringify(key)}: ${rendered(one, indent + layout.unit, layout, isInline)}`;
  const members = Object.entries(value).map(member);
  if (isInline) return `{ ${members.join(', ')} }`;
  return `{${layout.eol}${members.map((one) => indent + layout.unit + one).join(`,${layout.eol}`)}${layout.eol}${indent}}`;
}

/** Blanks at the beginning of the line that `offset` is in. */
function indentAt(source: string, offset: number): string {
  const line = Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1)) + 1;
  return /^[ \t]*/.exec(source.slice(line))![0];
}

const replaced = (source: string, from: number, to: number, text: string): string => source.slice(0, from) + text + source.slice(to);
