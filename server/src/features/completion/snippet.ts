/**
 * Text with tab stops, in the syntax editors share. Escaping only; what is put in is decided elsewhere.
 */

/** Plain text as snippet text. */
export const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

/** A tab stop that offers words to choose from or to write over. */
export function stop(index: number, words: readonly string[]): string {
  if (words.length > 1) return `\${${index}|${words.map((word) => word.replace(/[\\,|$}]/g, '\\$&')).join(',')}|}`;
  return words[0] ? `\${${index}:${escaped(words[0])}}` : `\${${index}}`;
}

/** The text that a snippet leaves when every stop is passed over: for editors without snippets. */
export function withoutStops(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|((?:\\.|[^\\,|])*)(?:,(?:\\.|[^\\|])*)?\|\}/g, '$1')
    .replace(/\$\{\d+:((?:\\.|[^\\}])*)\}/g, '$1')
    .replace(/\$\{\d+\}|\$\d+/g, '')
    .replace(/\\([\\$},|])/g, '$1');
}
