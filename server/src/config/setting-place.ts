/**
 * Where a setting stands in the text of a configuration file, so that what is wrong with its value is shown at its value.
 */

import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { Span } from '../text';

/** The value of a top-level setting; the beginning of the file when it is not there. */
export function placeOfSetting(source: string, key: string): Span {
  const root = source.length < 1_000_000 ? parseTree(source, [], { allowTrailingComma: true }) : undefined;
  const node = root && findNodeAtLocation(root, [key]);
  return node ? { start: node.offset, end: node.offset + node.length } : { start: 0, end: 0 };
}
