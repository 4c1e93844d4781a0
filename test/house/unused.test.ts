/**
 * What knip does not see: names that only tests use, sentences nobody says, classes no page has, pictures nobody shows.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printParseErrorCode } from 'jsonc-parser';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { filesBelow, readSource, root, sources } from './sources';
import type { Source } from './sources';

/** Words as the code has them, each with how often it stands: names, and the pieces of its strings; `heads` are what strings begin with that go on with a value. */
interface Words {
  readonly counts: ReadonlyMap<string, number>;
  readonly heads: ReadonlySet<string>;
}

function wordsIn(tree: ts.Node, leave: (node: ts.Node) => boolean = () => false): Words {
  const counts = new Map<string, number>();
  const heads = new Set<string>();
  const add = (word: string): void => void counts.set(word, (counts.get(word) ?? 0) + 1);
  const visit = (node: ts.Node): void => {
    if (leave(node)) return;
    if (ts.isIdentifier(node)) add(node.text);
    else if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) for (const piece of new Set([node.text, ...node.text.split(/[^\w-]+/)])) add(piece);
    if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node)) heads.add(/[\w/-]*$/.exec(node.text)![0]);
    node.forEachChild(visit);
  };
  visit(tree);
  return { counts, heads };
}

const known = new WeakMap<ts.SourceFile, Words>();

/** The words of a whole file. */
function wordsOf({ tree }: Source): Words {
  const words = known.get(tree) ?? wordsIn(tree);
  known.set(tree, words);
  return words;
}

/** Whether a word stands anywhere, or strings begin as it does. */
const stands = (words: readonly Words[], word: string, elsewhere = 0): boolean =>
  words.reduce((sum, { counts }) => sum + (counts.get(word) ?? 0), 0) > elsewhere || words.some(({ heads }) => [...heads].some((head) => head.length > 2 && word.startsWith(head)));

/** Names a file exports that neither it nor another file uses; what an index hands on is no use. */
function unusedExports(files: readonly Source[]): readonly string[] {
  const words = files.map((file) => wordsIn(file.tree, ts.isExportDeclaration).counts);
  const uses = new Map<string, number>();
  for (const counts of words) for (const name of counts.keys()) uses.set(name, (uses.get(name) ?? 0) + 1);
  return files.flatMap((file, index) => declaredBy(file).filter((name) => words[index]!.get(name)! < 2 && uses.get(name)! < 2).map((name) => `${file.path}: ${name}`));
}

function declaredBy({ tree }: Source): readonly string[] {
  return tree.statements.flatMap((statement): readonly string[] => {
    const isExported = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported) return [];
    if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
    const { name } = statement as ts.DeclarationStatement;
    return name ? [name.text] : [];
  });
}

/** Tables of sentences: objects whose members are all said in two languages. */
function tablesIn(tree: ts.SourceFile): readonly ts.ObjectLiteralExpression[] {
  const tables: ts.ObjectLiteralExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node) && node.properties.length > (isMessages(node) ? 0 : 1) && node.properties.every((one) => ts.isPropertyAssignment(one) && isBilingual(one.initializer))) tables.push(node);
    node.forEachChild(visit);
  };
  visit(tree);
  return tables;
}

const isMessages = ({ parent }: ts.Node): boolean => parent && ts.isPropertyAssignment(parent) && parent.name.getText() === 'messages';
const isBilingual = (value: ts.Expression): boolean => ts.isObjectLiteralExpression(value) && value.properties.length === 2 && ['zh', 'en'].every((language) => value.properties.some((one) => one.name?.getText() === language));
const keysOf = (table: ts.ObjectLiteralExpression): readonly string[] => table.properties.map(({ name }) => (ts.isStringLiteralLike(name!) ? name.text : name!.getText()));

/** Sentences that nobody says: `said` gives the files whose words count for a table's. */
function unsaid(files: readonly Source[], said: (file: Source) => readonly Source[]): readonly string[] {
  return files.flatMap((file) => tablesIn(file.tree).flatMap((table) => {
    const own = wordsIn(table).counts;
    const words = said(file).map(wordsOf);
    return keysOf(table).filter((key) => !GIVEN.has(key) && !stands(words, key, own.get(key))).map((key) => `${file.path}: ${key}`);
  }));
}

/** Names that come from elsewhere while running: the parser's own for mistakes in JSON, the headings of a command's help. */
const GIVEN = new Set([...Array.from({ length: 20 }, (_, code) => printParseErrorCode(code)), 'Usage:', 'Arguments:', 'Options:', 'Commands:', 'Global Options:']);

const isOfARule = ({ path }: Source): boolean => path.startsWith('server/src/rules/');
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/** Classes of style sheets that no string outside of them has. */
function unusedClasses(files: readonly Source[]): readonly string[] {
  const isSheet = (node: ts.Node): boolean => ts.isVariableDeclaration(node) && /STYLE$/.test(node.name.getText());
  const words = files.map(({ tree }) => wordsIn(tree, isSheet));
  return files.flatMap(({ path, tree }) => {
    const sheets: string[] = [];
    const visit = (node: ts.Node): void => (isSheet(node) ? void sheets.push(node.getText()) : void node.forEachChild(visit));
    visit(tree);
    const classes = new Set(sheets.flatMap((sheet) => [...sheet.matchAll(/\.([a-z][\w-]*)(?=[^{}]*\{)/g)].map((match) => match[1]!)));
    // Those that begin so are the editor's, on the body of every page.
    return [...classes].filter((name) => !name.startsWith('vscode-') && !stands(words, name)).map((name) => `${path}: .${name}`);
  });
}

describe('unused', () => {
  test('no name is exported that only tests use', () => {
    const scripts = [...filesBelow('scripts', '.ts'), ...filesBelow('scripts', '.mjs')].map((path) => readSource(path));
    // The library is for others.
    expect(unusedExports([...sources, ...scripts]).filter((name) => !/^(?:server\/src\/library\.ts|scripts\/)/.test(name))).toEqual([]);
  });

  test('every sentence is said somewhere, a rule\'s by no other group', () => {
    const rules = sources.filter(isOfARule);
    const others = sources.filter((source) => !isOfARule(source));
    expect(sources.flatMap(({ tree }) => tablesIn(tree)).length).toBeGreaterThan(60);
    expect([...unsaid(rules, ({ path }) => [...others, ...rules.filter((other) => other.path.startsWith(folderOf(path)))]), ...unsaid(others, () => sources)]).toEqual([]);
  });

  test('every class of a style sheet is that of something', () => expect(unusedClasses(sources)).toEqual([]));

  test('every picture is shown somewhere', () => {
    const pages = ['package.json', 'README.md', ...filesBelow('docs', '.md')].map((path) => readFileSync(join(root, path), 'utf8'));
    const texts = [...pages, ...sources.map(({ text }) => text)];
    const pictures = ['.png', '.svg', '.gif', '.jpg'].flatMap((ending) => filesBelow('images', ending));
    expect(pictures.length).toBeGreaterThan(3);
    expect(pictures.filter((path) => !texts.some((text) => text.includes(path)))).toEqual([]);
  });
});

describe('what is unused is found', () => {
  const file = (name: string, text: string): Source => readSource(`server/src/text/${name}.ts`, text);

  test('a name that is only handed on', () => {
    const own = file('a', 'export const used = 1;\nexport function unused() {}\nexport const own = 1;\nconst other = own;');
    expect(unusedExports([own, file('index', "export { used, unused } from './a';"), file('b', "import { used } from './a';")])).toEqual(['server/src/text/a.ts: unused']);
  });

  test('a sentence, but not one that is said by its name, by a string or by a part of its name', () => {
    const table = "const TEXTS = { named: { zh: '甲', en: 'a' }, 'by-string': { zh: '乙', en: 'b' }, 'write-part': { zh: '丙', en: 'c' }, dead: { zh: '丁', en: 'd' } };";
    const source = file('a', `${table}\nconst said = [TEXTS.named, 'by-string', \`write-\${kind}\`];`);
    expect(unsaid([source], () => [source])).toEqual(['server/src/text/a.ts: dead']);
  });

  test('a class', () => {
    const sheet = file('a', "const PAGE_STYLE = '.note { color: red } .depth2, td.dead:hover { color: blue }';\nconst page = `<p class=\"note\"><i class=\"depth${2}\">`;");
    expect(unusedClasses([sheet])).toEqual(['server/src/text/a.ts: .dead']);
  });
});
