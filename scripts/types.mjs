// Writes dist/library.d.mts: the types of the library in one file, holding what its functions speak of and nothing else of the program. Fails where
// that cannot be said in one file (two types of one name, a type nobody named) instead of leaving a hole.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const root = process.cwd();
const entry = join(root, 'server/src/library.ts');
const outfile = join(root, 'dist/library.d.mts');

function fail(message) {
  console.error(`types of the library: ${message}`);
  process.exit(1);
}

const messagesOf = (diagnostics) => diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')).join('\n');

/** The entry's declarations without bodies, and the program in which they speak of the types of other files. */
function load() {
  const { outputText, diagnostics } = ts.transpileDeclaration(readFileSync(entry, 'utf8'), { fileName: entry, reportDiagnostics: true });
  if (diagnostics.length) fail(messagesOf(diagnostics));
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  const entryTypes = entry.replace(/\.ts$/, '.d.ts');
  host.getSourceFile = (path, version) => (path === entryTypes ? ts.createSourceFile(path, outputText, version, true) : getSourceFile(path, version));
  const program = ts.createProgram([entryTypes], { ...options, types: [] }, host);
  return { checker: program.getTypeChecker(), file: program.getSourceFile(entryTypes) };
}

const { checker, file } = load();
const original = (symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);
const isOwn = (declaration) => declaration.getSourceFile().fileName.startsWith(join(root, 'server/src/'));
const isTopLevel = (declaration) => ts.isSourceFile(declaration.parent) || ts.isVariableDeclaration(declaration);
const isType = (declaration) => ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration);

const exported = new Set();
const wanted = new Map();
for (const symbol of checker.getExportsOfModule(checker.getSymbolAtLocation(file))) {
  exported.add(original(symbol));
  want(original(symbol), symbol.name);
}

/** Takes a declaration in, with everything it speaks of. */
function want(symbol, name) {
  if (wanted.get(name) === symbol) return;
  if (wanted.has(name)) fail(`two types are called ${name}`);
  if (symbol.name !== name) fail(`${symbol.name} is called ${name} elsewhere`);
  wanted.set(name, symbol);
  for (const declaration of symbol.declarations) {
    if (!isType(declaration) && declaration.getSourceFile() !== file) fail(`${name} is no interface and no named type`);
    visit(declaration);
  }
}

function visit(node) {
  if (ts.isImportTypeNode(node)) fail(`a type has no name here: ${node.getText()}`);
  if (ts.isIdentifier(node)) {
    const symbol = checker.getSymbolAtLocation(node);
    const target = symbol && original(symbol);
    if (symbol && !target.declarations) fail(`nothing is known of ${node.text}`);
    if (target?.declarations.some((declaration) => isOwn(declaration) && isTopLevel(declaration))) want(target, node.text);
  }
  node.forEachChild(visit);
}

/** A declaration with its comment; exported exactly where the library exports it. */
function written(declaration) {
  const { text } = declaration.getSourceFile();
  const comment = (ts.getLeadingCommentRanges(text, declaration.pos) ?? []).filter(({ pos }) => text.startsWith('/**', pos)).at(-1);
  const code = declaration.getText().replace(/^export /, '').replace(/^declare /, '');
  const head = `${exported.has(declaration.symbol) ? 'export ' : ''}${isType(declaration) ? '' : 'declare '}`;
  return `${comment ? `${text.slice(comment.pos, comment.end)}\n` : ''}${head}${code}`;
}

// Functions first, then the types that can be imported, then what those are made of.
const order = (symbol) => (isType(symbol.declarations[0]) ? (exported.has(symbol) ? 1 : 2) : 0);
const blocks = [...wanted.values()].sort((a, b) => order(a) - order(b)).flatMap((symbol) => symbol.declarations.map(written));
mkdirSync(dirname(outfile), { recursive: true });
writeFileSync(outfile, ['/**\n * Types of the library `reportwright`. Written by scripts/types.mjs.\n */', ...blocks, 'export {};', ''].join('\n\n'));
