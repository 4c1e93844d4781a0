/**
 * The other checkers of the benchmark, each brought to one shape: a text in, the number of its findings out. They are
 * installed in test/bench only and loaded at run time, so the repository type-checks without them.
 */
import { readFileSync } from 'node:fs';

export interface Tool {
  readonly name: string;
  readonly version: string;
  /** Findings in one text; what they mean differs by tool. */
  readonly check: (text: string) => number | Promise<number>;
}

type Loaded = Readonly<Record<string, unknown>>;

interface AutocorrectModule {
  lintFor(text: string, path: string): { readonly lines: readonly unknown[] };
}
interface ZhlintModule {
  run(text: string, options: unknown): { readonly validations: readonly unknown[] };
}
interface MarkdownlintModule {
  lint(options: unknown): Readonly<Record<string, readonly unknown[]>>;
}
interface KernelModule {
  readonly TextlintKernel: new () => { lintText(text: string, options: unknown): Promise<{ readonly messages: readonly unknown[] }> };
}

/** Loads a package when the benchmark runs: the bundle lies in test/bench/dist, so Node finds what test/bench installed. */
export async function load<T = Loaded>(name: string): Promise<T> {
  return (await import(name)) as T;
}

/** The default export; of a CommonJS module that marks one itself, the inner one. */
function main(module: Loaded): unknown {
  const outer = module['default'] ?? module;
  return typeof outer === 'object' && outer !== null && 'default' in outer ? outer.default : outer;
}

/** textlint with the rules that make sense for Chinese: pairs, long sentences, TODO, control characters, full-width brackets. */
async function textlint(): Promise<Tool['check']> {
  const { TextlintKernel } = await load<KernelModule>('@textlint/kernel');
  const names = ['@textlint-rule/textlint-rule-no-unmatched-pair', 'textlint-rule-sentence-length', 'textlint-rule-no-todo', '@textlint-rule/textlint-rule-no-invalid-control-character', 'textlint-rule-zh-half-and-full-width-bracket'];
  const rules = await Promise.all(names.map(async (name) => ({ ruleId: name.replace(/^.*textlint-rule-/, ''), rule: main(await load(name)) })));
  const plugin = main(await load('@textlint/textlint-plugin-text'));
  const kernel = new TextlintKernel();
  return async (text) => (await kernel.lintText(text, { filePath: 'report.txt', ext: '.txt', plugins: [{ pluginId: 'text', plugin }], rules })).messages.length;
}

/** All tools, from the package.json in `folder`; one that fails to load throws, since a silent gap would mislead. */
export async function otherTools(folder: string): Promise<readonly Tool[]> {
  const manifest = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as { readonly devDependencies: Readonly<Record<string, string>> };
  const version = (name: string): string => manifest.devDependencies[name] ?? '?';
  const autocorrect = await load<AutocorrectModule>('autocorrect-node');
  const zhlint = await load<ZhlintModule>('zhlint');
  const markdownlint = await load<MarkdownlintModule>('markdownlint/sync');
  return [
    { name: 'autocorrect-node', version: version('autocorrect-node'), check: (text) => autocorrect.lintFor(text, 'report.txt').lines.length },
    { name: 'zhlint', version: version('zhlint'), check: (text) => zhlint.run(text, { rules: { preset: 'default' } }).validations.length },
    { name: 'textlint', version: version('@textlint/kernel'), check: await textlint() },
    { name: 'markdownlint', version: version('markdownlint'), check: (text) => Object.values(markdownlint.lint({ strings: { report: text } })).flat().length },
  ];
}
