/**
 * The reports to learn from, one by one, under names that do not depend on the machine or on the order of the paths.
 */
import { statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { matches } from '../../config';
import { commonFolder } from '../../host';
import type { SeedText } from '../core';
import { say } from '../messages';
import type { Session } from '../session';
import { readReport } from './read';
import { walk } from './walk';

/** `failures` fills while `texts` is read. */
export interface Seeds {
  readonly texts: AsyncIterable<SeedText>;
  readonly failures: readonly { readonly path: string; readonly sentence: string }[];
}

const REPORTS = { include: null, exclude: [] };

/** Streams the reports that `paths` stand for. A report's name is its path below the folder given, or below what several paths have in common. */
export function seedTexts(session: Session, paths: readonly string[], onReport: (path: string) => void = () => {}): Seeds {
  const { cwd } = session.terminal;
  const base = folderOf(paths.map((path) => resolve(cwd, path)));
  const failures: { path: string; sentence: string }[] = [];
  async function* texts(): AsyncGenerator<SeedText> {
    const found = walk(paths, cwd, async ({ absolute, root }) => matches(REPORTS, slashed(relative(root ?? dirname(absolute), absolute))));
    for await (const item of found) {
      if (item.kind === 'problem') {
        failures.push({ path: item.path, sentence: say(session.locale, item.id, { code: item.code }) });
        continue;
      }
      const read = await readReport(item.absolute, session.locale);
      if (!read.ok) failures.push({ path: item.path, sentence: read.sentence });
      else yield { name: slashed(relative(base, item.absolute)), text: read.text };
      onReport(item.path);
    }
  }
  return { texts: texts(), failures };
}

/** The deepest folder that holds all paths; a file stands for its folder. */
const folderOf = (paths: readonly string[]): string => commonFolder(paths.map((path) => (isFolder(path) ? path : dirname(path))), sep) || sep;

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

const slashed = (path: string): string => path.split(sep).join('/');
