/**
 * A document as the editor has it. Types only.
 */

import type { Text } from '../text';

export interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: Text;
}
