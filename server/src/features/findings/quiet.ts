/**
 * Telling a rule to be quiet in the text itself: an allow comment before a block, before a heading or at the top, and taking one out again. Only where a comment can stand without
 * spoiling anything; what has to be kept outside the text is not decided here.
 */

import type { Finding } from '../../lint';
import { blockAt, sectionAt } from '../../report';
import type { Report } from '../../report';
import type { Edit } from '../../text';

/** True for a document that may carry comments. Plain text is published as it is and may not. */
export function takesComments(name: string, languageId: string): boolean {
  return languageId === 'markdown' || /\.(?:md|markdown|report)$/i.test(name);
}

/** A comment before the block of the finding; null where no line of its own can stand before it (inside a line, a table, code). */
export function allowHere(report: Report, { code, span }: Finding): readonly Edit[] | null {
  const index = blockAt(report, span.start);
  return index < 0 ? null : before(report, index, `<!-- allow ${code} -->`);
}

/** A comment before the heading of the section that the finding stands in; null where there is none, or none can stand before it. */
export function allowInSection(report: Report, { code, span }: Finding): readonly Edit[] | null {
  const section = sectionAt(report, span.start);
  return section && before(report, section.block, `<!-- allow-section ${code} -->`);
}

function before({ tree: { blocks, starts, text } }: Report, index: number, comment: string): readonly Edit[] | null {
  const start = starts[index]!;
  const line = text.lineStarts.findLast((at) => at <= start)!;
  if (blocks[index]!.kind !== 'text' || text.value.slice(line, start).trim() !== '') return null;
  return [{ span: { start: line, end: line }, text: comment + lineBreak(text.value) }];
}

/** A comment for the whole file, at its top; behind front matter where there is some. */
export function allowInFile({ tree }: Report, code: string): readonly Edit[] {
  const { value } = tree.text;
  const at = /^---\r?\n[\s\S]*?^---[ \t]*(?:\r?\n|$)/m.exec(value.startsWith('---') ? value : '')?.[0].length ?? 0;
  return [{ span: { start: at, end: at }, text: `<!-- allow-file ${code} -->${lineBreak(value)}` }];
}

/** Takes the code of an unused allowance out of its comment; the whole line when it is the only one. */
export function withoutAllow({ tree }: Report, { span, message }: Finding): readonly Edit[] {
  const { value } = tree.text;
  const comment = value.slice(span.start, span.end);
  const code = String(message.args['code']);
  const list = /^(<!--\s*allow(?:-file|-section)?\s+)([a-z][a-z/-]*(?:\s*,\s*[a-z][a-z/-]*)*)/.exec(comment);
  if (!list) return [];
  const rest = list[2]!.split(/\s*,\s*/).filter((one) => one !== code);
  const from = span.start + list[1]!.length;
  if (rest.length > 0) return [{ span: { start: from, end: from + list[2]!.length }, text: rest.join(', ') }];
  const behind = /^[ \t]*(?:\r\n?|\n)?/.exec(value.slice(span.end))![0].length;
  return [{ span: { start: span.start, end: span.end + behind }, text: '' }];
}

const lineBreak = (value: string): string => /\r\n|\n|\r/.exec(value)?.[0] ?? '\n';
