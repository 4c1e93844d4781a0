/**
 * How a document is to be formatted, as a configuration says it. Shapes only; a document's own habits are in habits.ts.
 */

/** `auto` follows the majority of the document itself. */
export interface FormatOptions {
  /** Marks in Chinese text: full width, half width. */
  readonly width: 'auto' | 'full' | 'half';
  /** Before the first line of a paragraph: two ideographic spaces, nothing. */
  readonly indent: 'auto' | 'two' | 'none';
}
