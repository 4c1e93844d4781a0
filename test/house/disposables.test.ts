/** The client drops nothing that has to be given back: a listener, a view or a command that nobody holds outlives the extension. */
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { root } from './sources';

const config = ts.getParsedCommandLineOfConfigFile(`${root}/tsconfig.json`, { noEmit: true, incremental: false }, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined })!;

/** A message in the status bar goes after its time. */
const GOES_BY_ITSELF = /^window\.setStatusBarMessage\(/;

/** Places where a value with a `dispose` is made and thrown away. */
function dropped(program: ts.Program, isOurs: (path: string) => boolean): readonly string[] {
  const checker = program.getTypeChecker();
  const found: string[] = [];
  const isDisposable = (expression: ts.Expression): boolean => {
    const type = checker.getTypeAtLocation(expression);
    return (type.isUnion() ? type.types : [type]).some((one) => checker.getPropertyOfType(one, 'dispose') !== undefined);
  };
  /** What listens to a panel or a list goes with it. */
  const hasOwner = ({ expression }: ts.CallExpression): boolean => {
    for (let at: ts.Expression = expression; ts.isPropertyAccessExpression(at); at = at.expression) if (isDisposable(at.expression)) return true;
    return false;
  };
  const visit = (node: ts.Node, source: ts.SourceFile): void => {
    if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression) && isDisposable(node.expression) && !hasOwner(node.expression) && !GOES_BY_ITSELF.test(node.getText(source))) {
      found.push(`${source.fileName.split('/').slice(-2).join('/')}: ${node.getText(source).slice(0, 60)}`);
    }
    ts.forEachChild(node, (child) => visit(child, source));
  };
  for (const source of program.getSourceFiles()) if (!source.isDeclarationFile && isOurs(source.fileName)) visit(source, source);
  return found;
}

describe('what has to be given back', () => {
  test('is held by someone, everywhere in the client', () => {
    const program = ts.createProgram([`${root}/client/src/node.ts`, `${root}/client/src/web.ts`], config.options);
    expect(program.getSourceFiles().filter(({ fileName }) => fileName.includes('/client/src/')).length).toBeGreaterThan(20);
    expect(dropped(program, (path) => path.includes('/client/src/'))).toEqual([]);
  });

  test('and is missed where it is not', () => {
    const name = '/virtual/leak.ts';
    const text = 'declare function on(): { dispose(): void }; declare function go(): void; on(); go(); const held = on(); void on(); declare const panel: { dispose(): void; web: { on(): { dispose(): void } } }; panel.web.on();';
    const host = ts.createCompilerHost({});
    const { getSourceFile } = host;
    host.getSourceFile = (path, version, ...rest) => (path === name ? ts.createSourceFile(path, text, version) : getSourceFile.call(host, path, version, ...rest));
    expect(dropped(ts.createProgram([name], { noLib: true }, host), (path) => path === name)).toHaveLength(1);
  });
});
