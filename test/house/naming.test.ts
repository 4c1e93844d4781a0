/**
 * Habits of the source that no linter knows: names, sizes, opening comments, and that the code says nothing about any one kind of report.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { filesBelow, readSource, root, sources } from './sources';
import type { Source } from './sources';

const MOST_LINES = 320;
const MOST_LINES_OF_A_RULE = 170;
const LOOSE_WORDS = /(?:Manager|Helper|Util|Utils|Provider|Data|Info|Impl|Processor)(?=[A-Z0-9_]|s?$)|^(?:manager|helper|utils?|provider|impl)(?=[A-Z]|s?$)|^I(?=[A-Z][a-z])/;
const UNFINISHED = /\b(?:TODO|FIXME|XXX|HACK)\b(?!['"|`/)\\])/;

const isAmbient = ({ path }: Source): boolean => path.endsWith('.d.ts');
const isIndex = ({ path }: Source): boolean => path.endsWith('/index.ts');
const isRule = ({ path }: Source): boolean => /^server\/src\/rules\/\w+\/[\w-]+\.ts$/.test(path) && !isIndex({ path } as Source);
const written = sources.filter((source) => !isAmbient(source));

/** Lines of a file, a closing line break not counted. */
const lineCount = ({ text }: Source): number => text.trimEnd().split('\n').length;

/** Names a file exports, with those behind a default export as `default`. */
function exportedNames({ tree }: Source): readonly string[] {
  return tree.statements.flatMap((statement): readonly string[] => {
    if (ts.isExportAssignment(statement)) return ['default'];
    if (ts.isExportDeclaration(statement)) {
      const named = statement.exportClause;
      return named && ts.isNamedExports(named) ? named.elements.map((element) => element.name.text) : [];
    }
    const flags = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
    if (!flags.some((flag) => flag.kind === ts.SyntaxKind.ExportKeyword)) return [];
    if (flags.some((flag) => flag.kind === ts.SyntaxKind.DefaultKeyword)) return ['default'];
    if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap((declaration) => namesOf(declaration.name));
    const { name } = statement as ts.DeclarationStatement;
    return name ? [name.text] : [];
  });
}

function namesOf(name: ts.BindingName): readonly string[] {
  return ts.isIdentifier(name) ? [name.text] : name.elements.flatMap((element) => (ts.isBindingElement(element) ? namesOf(element.name) : []));
}

/** True when the file's first words are a comment that says something. */
function opensWithComment({ text }: Source): boolean {
  const [first] = ts.getLeadingCommentRanges(text, 0) ?? [];
  return first !== undefined && text.slice(0, first.pos).trim() === '' && text.slice(first.pos, first.end).replace(/[/*\s]/g, '').length >= 30;
}

/** What a file says apart from its comments, which may give examples: names and literals. */
function codeOf({ tree }: Source): string {
  const leaves: string[] = [];
  const visit = (node: ts.Node): void => {
    let isLeaf = true;
    node.forEachChild((child) => {
      isLeaf = false;
      visit(child);
    });
    if (isLeaf) leaves.push(node.getText());
  };
  visit(tree);
  return leaves.join('\n');
}

/** Words by which the families that ship are told from other reports: their own terms, as their data has them. */
function genreWords(): readonly string[] {
  const words = new Set<string>(['法治', '成效', '执法']);
  for (const path of filesBelow('seeds', 'family.json')) for (const term of json<{ recognise: { terms: string[] } }>(path).recognise.terms) words.add(term);
  for (const path of filesBelow('seeds', 'norms.json')) {
    // Terms that are plain words, not patterns, and long enough to mean one thing.
    for (const topic of json<{ topics: { text: string[] }[] }>(path).topics) for (const term of topic.text) if (/^\p{Script=Han}{4,}$/u.test(term)) words.add(term);
  }
  return [...words];
}

const json = <T>(path: string): T => JSON.parse(readFileSync(join(root, path), 'utf8')) as T;
const all = (paths: readonly Source[], wrong: (source: Source) => unknown): readonly string[] => paths.filter(wrong).map(({ path }) => path);

describe('files', () => {
  test('open with a comment that says what lives there', () => {
    expect(all(written.filter((source) => !isIndex(source)), (source) => !opensWithComment(source))).toEqual([]);
  });

  test(`have ${MOST_LINES} lines at most, a rule ${MOST_LINES_OF_A_RULE}`, () => {
    expect(all(written, (source) => lineCount(source) > (isRule(source) ? MOST_LINES_OF_A_RULE : MOST_LINES))).toEqual([]);
  });

  test('leave nothing for later', () => {
    expect(all(written, ({ text }) => UNFINISHED.test(text))).toEqual([]);
  });

  test('are never called utils or helpers', () => {
    expect(all(sources, ({ path }) => /(?:^|[/-])(?:utils?|helpers?|misc|common|stuff)(?:[/.-]|$)/.test(path.replace(/^(?:server|client)\/src\//, '')))).toEqual([]);
  });
});

describe('names', () => {
  test('say what a thing is', () => {
    const loose = sources.filter(({ path }) => !path.startsWith('client/')).flatMap((source) => exportedNames(source).filter((name) => LOOSE_WORDS.test(name)).map((name) => `${source.path}: ${name}`));
    expect(loose).toEqual([]);
  });

  test('are exported by name, never as default', () => {
    expect(all(sources.filter((source) => !isAmbient(source)), (source) => exportedNames(source).includes('default'))).toEqual([]);
  });
});

describe('genre', () => {
  const words = genreWords();

  test('is known from the data', () => expect(words.length).toBeGreaterThan(20));

  test('is nowhere in the code', () => {
    const found = sources.flatMap((source) => {
      const code = codeOf(source);
      return words.filter((word) => code.includes(word)).map((word) => `${source.path}: ${word}`);
    });
    expect(found).toEqual([]);
  });
});

describe('tests', () => {
  test('all run: none is picked out or skipped', () => {
    const picked = /\b(?:test|it|describe|suite)\s*\.(?:only|skip|todo|fails)\b|\b(?:fit|fdescribe|xit|xdescribe|xtest)\s*\(/;
    const tests = filesBelow('test', '.ts').filter((path) => !path.includes('node_modules') && path !== 'test/house/naming.test.ts');
    expect(tests.length).toBeGreaterThan(10);
    expect(all(tests.map((path) => readSource(path)), ({ text }) => picked.test(text))).toEqual([]);
  });
});

// The checks above can fail: each habit, broken on purpose, is seen.
describe('a planted fault is found', () => {
  const source = (text: string): Source => readSource('server/src/text/x.ts', text);

  test.each(['ReportManager', 'textUtils', 'DocumentInfo', 'SpanData', 'InfoBlock', 'ILexer', 'helper', 'FooImpl'])('the name %s', (name) => {
    expect(LOOSE_WORDS.test(name)).toBe(true);
    expect(exportedNames(source(`export const ${name} = 1;`))).toEqual([name]);
  });

  test.each(['Item', 'Identity', 'informed', 'Database', 'databaseOf', 'Island', 'implied', 'dataset'])('but not the name %s', (name) => expect(LOOSE_WORDS.test(name)).toBe(false));

  test('a default export, however it is written', () => {
    expect(exportedNames(source('export default 1;'))).toEqual(['default']);
    expect(exportedNames(source('export default function f() {}'))).toEqual(['default']);
    expect(exportedNames(source('const a = 1; export { a as default };'))).toEqual(['default']);
  });

  test('a file that begins with code, or with an empty comment', () => {
    expect(opensWithComment(source('const a = 1;\n/** What lives here, said too late for a reader. */'))).toBe(false);
    expect(opensWithComment(source('/** x */\nconst a = 1;'))).toBe(false);
  });

  test('a word of one kind of report, wherever the code says it', () => {
    for (const text of ["const a = '行政复议';", 'const a = /行政复议/;', 'const a = `${x}行政复议`;', 'const a = { 行政复议: 1 };', "type A = '行政复议';"]) expect(codeOf(source(text)), text).toContain('行政复议');
    expect(codeOf(source('/** 行政复议 */\nconst a = 1; // 行政复议\n'))).not.toContain('行政复议');
  });

  test('a note for later, but not the word as a placeholder that a rule looks for', () => {
    expect(UNFINISHED.test('// TODO: later')).toBe(true);
    expect(UNFINISHED.test('/TODO|待补充/')).toBe(false);
  });
});

