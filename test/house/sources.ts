/**
 * The program's own source files as the house tests see them: path, text, syntax tree, imports. Read once per test file; nothing is run.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const root = resolve(fileURLToPath(import.meta.url), '../../..');

/** One import or re-export. `target` is the path of the file meant, from the repository's root without extension of source files, or the bare name of a package. */
export interface Import {
  readonly specifier: string;
  readonly target: string;
  readonly own: boolean;
  /** Erased when compiled. */
  readonly typeOnly: boolean;
  /** Made while running, by `import()`. */
  readonly dynamic: boolean;
}

export interface Source {
  /** From the repository's root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
  readonly imports: readonly Import[];
}

/** TypeScript files of the server and the client, sorted by path. */
export const sources: readonly Source[] = ['server/src', 'client/src'].flatMap((folder) => filesBelow(folder, '.ts')).map(readSource);

/** Files below a folder whose names end so, sorted; paths from the repository's root. */
export function filesBelow(folder: string, ending: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .sort();
}

/** A file by its path from the root; `text` stands in for what is on disk, for tests of the tests. */
export function readSource(path: string, text: unknown = null): Source {
  const value = typeof text === 'string' ? text : readFileSync(join(root, path), 'utf8');
  const tree = ts.createSourceFile(path, value, ts.ScriptTarget.Latest, true);
  return { path, text: value, tree, imports: importsOf(path, tree) };
}

function importsOf(path: string, tree: ts.SourceFile): readonly Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean, dynamic: boolean): void => {
    if (specifier && ts.isStringLiteralLike(specifier)) found.push({ ...resolved(path, specifier.text), typeOnly, dynamic });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, importsTypesOnly(node), false);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly, false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true, false);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], false, true);
    else if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'require') add(node.arguments[0], false, true);
    node.forEachChild(visit);
  };
  visit(tree);
  return found;
}

function importsTypesOnly({ importClause: clause }: ts.ImportDeclaration): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return !clause.name && named !== undefined && ts.isNamedImports(named) && named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
}

function resolved(from: string, specifier: string): Pick<Import, 'specifier' | 'target' | 'own'> {
  if (!specifier.startsWith('.')) return { specifier, target: specifier, own: false };
  const plain = join(dirname(from), specifier).replaceAll('\\', '/');
  const isFolder = !existsSync(join(root, `${plain}.ts`)) && existsSync(join(root, plain, 'index.ts'));
  return { specifier, target: isFolder ? `${plain}/index` : plain, own: true };
}
