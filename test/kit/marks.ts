/**
 * Expectations written inside a text: `⟪code|words⟫` says that a finding of that code is due on exactly these words, `⟪code|⟫` that one is due between two
 * characters. Marks may nest. Nothing here knows rules.
 */

export interface Mark {
  readonly code: string;
  /** Offsets in the text without marks. */
  readonly start: number;
  readonly end: number;
}

export interface Unmarked {
  readonly text: string;
  /** In order of their place. */
  readonly marks: readonly Mark[];
}

const OPEN = /⟪([a-z]+\/[a-z-]+)\|/y;

/** Takes the marks out of a text. Throws where a mark is not closed or never opened: a test must not read it as text. */
export function unmark(marked: string): Unmarked {
  const open: { code: string; start: number }[] = [];
  const marks: Mark[] = [];
  let text = '';
  for (let i = 0; i < marked.length; ) {
    OPEN.lastIndex = i;
    const match = OPEN.exec(marked);
    if (match) {
      open.push({ code: match[1]!, start: text.length });
      i += match[0].length;
    } else if (marked[i] === '⟫') {
      const last = open.pop();
      if (!last) throw new Error(`⟫ without ⟪ at ${i}: ${marked.slice(Math.max(0, i - 20), i + 1)}`);
      marks.push({ ...last, end: text.length });
      i++;
    } else if (marked[i] === '⟪') throw new Error(`⟪ without a code at ${i}: ${marked.slice(i, i + 20)}`);
    else text += marked[i++];
  }
  if (open.length > 0) throw new Error(`⟪ without ⟫: ${open[0]!.code}`);
  return { text, marks: marks.sort((a, b) => a.start - b.start || a.end - b.end || (a.code < b.code ? -1 : 1)) };
}

/** The text with marks put back in: what a failing test shows, found beside expected. */
export function mark({ text, marks }: Unmarked): string {
  const inserts = marks.flatMap(({ code, start, end }, i) => [
    { at: start, order: start === end ? 1 : 2, i, words: `⟪${code}|` },
    { at: end, order: start === end ? 1 : 0, i: start === end ? i : -i, words: '⟫' },
  ]);
  inserts.sort((a, b) => b.at - a.at || b.order - a.order || b.i - a.i);
  let result = text;
  // Zero-width marks open and close at one place: they are put in as one.
  for (const { at, words, order } of inserts) if (order !== 1 || words !== '⟫') result = result.slice(0, at) + words + (order === 1 ? '⟫' : '') + result.slice(at);
  return result;
}
