/**
 * `compare`: last year's report and this year's side by side. Reads two files and says what the core made of them.
 */
import { basename, resolve } from 'node:path';
import { configFor } from '../../config';
import { nodeHost, uriOf } from '../../host/node';
import { readReport } from '../io/read';
import { comparisonTable } from '../output/comparison';
import { styleFor } from '../output/style';
import { chosenByConfig, chosenByOptions } from '../profiles';
import { EXIT, failed, type Session } from '../session';

export interface CompareArguments {
  readonly format: 'table' | 'json' | 'markdown';
  readonly profile?: string;
  readonly family?: string;
  readonly year?: number;
}

/** Runs `compare` and answers the exit code. */
export async function compare(session: Session, lastYear: string, thisYear: string, given: CompareArguments): Promise<number> {
  const { core, terminal, locale } = session;
  const texts: string[] = [];
  for (const path of [lastYear, thisYear]) {
    const read = await readReport(resolve(terminal.cwd, path), locale);
    if (!read.ok) return failed(session, path, read.sentence);
    texts.push(read.text);
  }
  const found = await configFor(nodeHost(), uriOf(resolve(terminal.cwd, thisYear)), core.catalogue());
  const chosen = (await chosenByOptions(session, given)) ?? (await chosenByConfig(session, found));
  if (!chosen.ok) return failed(session, chosen.path, chosen.sentence);
  const names = { before: basename(lastYear), now: basename(thisYear) };
  const result = core.compare(texts[0]!, texts[1]!, { names, profile: chosen.profile, year: given.year ?? found.config.year, locale });
  const { comparison } = result;
  if (given.format === 'markdown') await terminal.out(result.markdown());
  else if (given.format === 'json') await terminal.out(`${JSON.stringify({ version: 1, ...comparison, before: { path: lastYear, ...comparison.before }, now: { path: thisYear, ...comparison.now } })}\n`);
  else await terminal.out(comparisonTable(result, names, styleFor(terminal.outIsTerminal, terminal.env)));
  return EXIT.clean;
}
