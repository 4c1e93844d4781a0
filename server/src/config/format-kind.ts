/**
 * How reports are to be formatted, in a configuration: the width of marks, the indent of paragraphs. How it is read and described, no formatting.
 */
import { nearest } from './nearest';
import { choice, membersOf, problem, wrongType, type ConfigProblem, type Kind, type Reading } from './kinds';

/** `auto` follows each document's own majority. */
export interface Formatting {
  readonly width: 'auto' | 'full' | 'half';
  readonly indent: 'auto' | 'two' | 'none';
}

export const AUTO_FORMATTING: Formatting = { width: 'auto', indent: 'auto' };

const WIDTH = choice(['auto', 'full', 'half'] as const, ['按本文多数 · as most of the document', '全角 · full width', '半角 · half width']);
const INDENT = choice(['auto', 'two', 'none'] as const, ['按本文多数 · as most of the document', '空两格 · two ideographic spaces', '顶格 · none']);
const PARTS: readonly (keyof Formatting)[] = ['width', 'indent'];

export const formatting: Kind<Formatting> = {
  read: (node) => {
    if (node.type !== 'object') return wrongType(node, 'formatting');
    const problems: ConfigProblem[] = [];
    let value = AUTO_FORMATTING;
    for (const [key, part] of membersOf(node)) {
      const name = PARTS.find((known) => known === key.value);
      if (!name) {
        problems.push(problem(key, 'unknown-key', { key: String(key.value), suggestion: nearest(String(key.value), PARTS) ?? '' }));
        continue;
      }
      const reading: Reading<string | null> = (name === 'width' ? WIDTH : INDENT).read(part, []);
      problems.push(...reading.problems);
      if (reading.value) value = { ...value, [name]: reading.value };
    }
    return { value, problems };
  },
  schema: () => ({
    type: 'object',
    additionalProperties: false,
    properties: {
      width: { ...WIDTH.schema([]), description: '标点用全角、半角，还是随本文多数（auto）。\n\nMarks in full width, half width, or as most of the document has them (auto).' },
      indent: { ...INDENT.schema([]), description: '段首空两格、顶格，还是随本文多数（auto）。\n\nTwo ideographic spaces before paragraphs, none, or as most of the document has it (auto).' },
    },
  }),
};
