/**
 * `learn`: good reports in, one profile file out, in one step or not at all.
 */
import { resolve } from 'node:path';
import { seedTexts } from '../io/seeds';
import { written } from '../io/write';
import { say } from '../messages';
import { suggestion } from '../profiles';
import { progressLine } from '../progress';
import { complain, complainInWords, EXIT, UsageError, type Session } from '../session';

export interface LearnArguments {
  readonly family?: string;
  readonly output?: string;
  readonly format: 'pretty' | 'json';
}

/**
 * Runs `learn` and answers the exit code. Unreadable reports are named and make the run fail, but the rest is learned from; without any report
 * nothing is written. With `--format json` the file may be left out.
 */
export async function learn(session: Session, paths: readonly string[], given: LearnArguments): Promise<number> {
  const { core, terminal, locale } = session;
  if (given.output === undefined && given.format !== 'json') throw new UsageError('output-needed');
  const family = given.family ?? null;
  if (family !== null && family !== 'none' && !core.families().includes(family)) {
    throw new UsageError('unknown-family', { name: family, suggestion: suggestion(session, family, [...core.families(), 'none']) });
  }
  const progress = progressLine(terminal, locale, true);
  const seeds = seedTexts(session, paths, progress.step);
  const learned = await core.learn(seeds.texts, family);
  progress.clear();
  for (const { path, sentence } of seeds.failures) complainInWords(session, path, sentence);
  if (!learned.ok || learned.reports === 0) {
    complain(session, paths.join(' '), 'nothing-to-learn');
    return EXIT.failed;
  }
  if (given.output !== undefined && !(await written(session, given.output, resolve(terminal.cwd, given.output), learned.profile))) return EXIT.failed;
  if (given.format === 'json') await terminal.out(`${JSON.stringify(learned.summary)}\n`);
  else await terminal.out(`${say(locale, 'learned', { reports: learned.reports, slots: learned.slots, path: given.output ?? '' })}\n`);
  return seeds.failures.length ? EXIT.failed : EXIT.clean;
}
