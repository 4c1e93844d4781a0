/**
 * A learned sentence put at the end of a section's own text, its numerals left open with prompts that the placeholder rule knows.
 */

import type { Frame } from '../profile';
import type { Report, Section } from '../report';
import type { Edit } from '../text';
import { flowed, lineBreak } from './flow';
import { inWidth } from './skeleton';

/** What stands for a numeral that is to be filled in. */
const PROMPT = '__';

/** The sentence of a frame in the report's width, behind the last paragraph before the first subsection; on a line of its own below a bare heading. */
export function frameSentenceFor(report: Report, frame: Frame, section: Section): readonly Edit[] {
  const { tree, roles } = report;
  let last = section.bodyEnd - 1;
  while (last > section.block && roles[last] !== 'body') last--;
  const at = tree.starts[last]! + tree.blocks[last]!.raw.trimEnd().length;
  const sentence = inWidth(report, frame.text.replace(/\{\d+\}/g, PROMPT)) + '。';
  const bare = last === section.block && !section.runIn;
  return [{ span: { start: at, end: at }, text: flowed(report, bare ? lineBreak(report) + sentence : sentence, at) }];
}
