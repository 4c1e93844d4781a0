/**
 * Nothing is written twice: no six lines of the program stand in two places. Equal to the letter, so that what only looks alike (tables, declarations) is left in peace.
 */
import { describe, expect, test } from 'vitest';
import { readSource, sources } from './sources';
import type { Source } from './sources';

const RUN = 6;
/** Nothing by themselves: comments, imports, closing marks. */
const THIN = /^(?:\/\/|\/?\*|import\b|export (?:type )?\{.*from\b|[^\p{L}\d]*$)/u;
/** How every rule introduces itself: facts, which happen to be the same for many. */
const FACT_OF_A_RULE = /^(?:group|since|severity|basis|fix): (?:null|'[\w.]*'|\[[\w', ]*\]),$|^(?:page,|messages: \{)$/;

interface Line {
  readonly path: string;
  readonly number: number;
  readonly text: string;
}

/** Lines that say something, white space folded. */
const linesOf = ({ path, text }: Source): readonly Line[] =>
  text.split('\n').map((line, index): Line => ({ path, number: index + 1, text: line.trim().replace(/\s+/g, ' ') })).filter((line) => !THIN.test(line.text) && !FACT_OF_A_RULE.test(line.text));

/** Where runs stand again, each as `path:line ~ path:line`; of a longer run its first lines. */
function repeatsIn(files: readonly Source[]): readonly string[] {
  const known = new Map<string, { readonly line: Line; readonly file: readonly Line[]; readonly index: number }>();
  const found: string[] = [];
  for (const file of files.map(linesOf)) {
    for (let index = 0; index + RUN <= file.length; index++) {
      const run = file.slice(index, index + RUN).map(({ text }) => text).join('\n');
      const before = known.get(run);
      if (!before) known.set(run, { line: file[index]!, file, index });
      else if (index === 0 || before.index === 0 || file[index - 1]!.text !== before.file[before.index - 1]!.text) found.push(`${before.line.path}:${before.line.number} ~ ${file[index]!.path}:${file[index]!.number}`);
    }
  }
  return found;
}

test('no six lines stand in two places', () => expect(repeatsIn(sources)).toEqual([]));

describe('a repetition is found', () => {
  const body = Array.from({ length: RUN }, (_, i) => `  const value${i} = ${i};`);
  const file = (name: string, lines: readonly string[]): Source => readSource(`server/src/text/${name}.ts`, lines.join('\n'));

  test('in two files, whatever its indent and the comments and blanks between', () => {
    const other = body.flatMap((line) => ['', '// a word', `    ${line.trim()}`]);
    expect(repeatsIn([file('a', ['const a = 1;', ...body]), file('b', ['const b = 1;', ...other])])).toEqual(['server/src/text/a.ts:2 ~ server/src/text/b.ts:4']);
  });

  test('in one file', () => expect(repeatsIn([file('a', [...body, 'const between = 1;', ...body])])).toHaveLength(1));

  test('once, however long it is', () => {
    const long = [...body, ...body.map((line) => line.replace('value', 'other'))];
    expect(repeatsIn([file('a', long), file('b', long)])).toHaveLength(1);
  });

  test('but not five lines, nor the facts of a rule', () => {
    expect(repeatsIn([file('a', body.slice(1)), file('b', body.slice(1))])).toEqual([]);
    const facts = ["group: 'text',", "since: '0.1.0',", "severity: 'hint',", "basis: ['norm', 'learned'],", 'fix: null,', 'page,', 'messages: {', ...body.slice(1)];
    expect(repeatsIn([file('a', facts), file('b', facts)])).toEqual([]);
  });
});
