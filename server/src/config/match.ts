/**
 * Which files are reports, by their path alone: the patterns of a configuration, or the habits of file names when it has none. Reads no file.
 */
import zeptomatch from 'zeptomatch';

/** Files that a folder of reports also holds and that nobody means. */
const NOT_A_REPORT = /^(?:readme|changelog|license|licence|contributing|notice)(?:[._-].*)?$/i;
const REPORT_EXTENSION = /\.(?:txt|md|report)$/i;

/** The two settings that choose files. */
export interface FilePatterns {
  readonly include: readonly string[] | null;
  readonly exclude: readonly string[];
}

/**
 * True when a file counts as a report. `relativePath` is seen from the configuration's folder, `/` between segments. With `include`, exactly
 * what it matches; without, `.txt`, `.md` and `.report` but not README and the like. `exclude` wins. Dot folders and node_modules never count.
 * A pattern without a slash holds at any depth, and one that names a folder holds for all in it.
 */
export function matches(patterns: FilePatterns, relativePath: string): boolean {
  const segments = relativePath.split('/');
  if (segments.some(isHiddenName)) return false;
  const name = segments[segments.length - 1]!;
  const wanted = patterns.include ? matcherOf(patterns.include)(relativePath) : REPORT_EXTENSION.test(name) && !NOT_A_REPORT.test(name);
  return wanted && !(patterns.exclude.length && matcherOf(patterns.exclude)(relativePath));
}

/** Names that no walk enters and no pattern reaches: dot files, installed packages, lock files of office programs. */
export function isHiddenName(name: string): boolean {
  return (name.startsWith('.') && name !== '.' && name !== '..') || name.startsWith('~$') || name === 'node_modules';
}

/** True for a pattern that can be compiled. */
export function isGlob(pattern: string): boolean {
  return compile([pattern]) !== null;
}

/** Compiled patterns, kept as long as the list they came from. */
const compiled = new WeakMap<readonly string[], (path: string) => boolean>();

function matcherOf(patterns: readonly string[]): (path: string) => boolean {
  let matcher = compiled.get(patterns);
  if (!matcher) {
    matcher = compile(patterns) ?? (() => false);
    compiled.set(patterns, matcher);
  }
  return matcher;
}

function compile(patterns: readonly string[]): ((path: string) => boolean) | null {
  if (patterns.some((pattern) => pattern.trim() === '' || pattern.length > 1000)) return null;
  try {
    const matcher = zeptomatch.compile(patterns.flatMap(spellOut));
    return (path) => matcher.test(path);
  } catch {
    return null;
  }
}

/** `old` → at any depth, the file or all that is in the folder. */
function spellOut(pattern: string): readonly string[] {
  const plain = pattern.trim().replace(/\\/g, '/').replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '') || '**';
  const anchored = /[/]/.test(pattern.trim().replace(/\/+$/, '')) ? plain : `**/${plain}`;
  return [anchored, `${anchored}/**`];
}
