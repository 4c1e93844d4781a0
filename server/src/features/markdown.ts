/**
 * Text of reports and seeds inside Markdown: escaped, shortened. Nothing of their content may act as markup or as a link.
 */

/** `text` on one line, with every character that means something to Markdown escaped, cut to `longest` characters. */
export function quoted(text: string, longest = 120): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const short = line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
  return short.replace(/[\\`*_{}[\]<>()#+\-.!|~&]/g, '\\$&');
}

/** A link for an address that comes from data; without one, or with one that is no web address, just the words. */
export function linked(words: string, url: string | undefined): string {
  return url && /^https?:\/\/[^\s()<>]+$/.test(url) ? `[${words}](${url})` : words;
}

/** Heading words with years abstracted, for people: `{year}年` is N年, `{year+1}年` N+1年. */
export const readable = (heading: string): string => heading.replace(/\{year([+-]1)?\}/g, (_, step?: string) => `N${step ?? ''}`);
