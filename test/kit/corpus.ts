/** The texts of the tests, by name: seeds of the first family, reports of two other kinds, and reports written for the tests. Read once. */
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';

export interface CorpusText {
  /** File name without its ending for a seed; `folder/name` for the other texts. */
  readonly name: string;
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Tests run from the repository's root, as the bundle of the benchmark does. */
const ROOT = process.cwd();
const SEEDS = 'seeds/law-based-government/reports';
const WORK_REPORTS = 'test/corpus/gov-work-nanshan';
const DISCLOSURE_REPORTS = 'test/corpus/info-disclosure-hongze';
const WRITTEN_REPORTS = 'test/corpus/reports';

function folder(path: string, prefix: string): readonly CorpusText[] {
  return readdirSync(join(ROOT, path))
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => {
      const file = join(ROOT, path, name);
      return { name: prefix + basename(name, '.txt'), path: relative(ROOT, file).replaceAll('\\', '/'), text: readFileSync(file, 'utf8') };
    });
}

/** The five seeds of the first family. */
export const seeds: readonly CorpusText[] = folder(SEEDS, '');
/** Five years of one district's work report. */
export const workReports: readonly CorpusText[] = folder(WORK_REPORTS, 'gov-work-nanshan/');
/** Two years of one district's disclosure report: text taken from PDF, hard-wrapped, with tables. */
export const disclosureReports: readonly CorpusText[] = folder(DISCLOSURE_REPORTS, 'info-disclosure-hongze/');
/** Reports written for the tests after the ways in which real ones vary: other places, years, kinds of organ and layouts. */
export const reports: readonly CorpusText[] = folder(WRITTEN_REPORTS, 'reports/');
/** Every real text. */
export const corpus: readonly CorpusText[] = [...seeds, ...workReports, ...disclosureReports];

/** One text by its name; throws where there is none, since a test that reads nothing must not pass. */
export function corpusText(name: string): CorpusText {
  const found = corpus.find((entry) => entry.name === name);
  if (!found) throw new Error(`no such text: ${name} (have ${corpus.map((entry) => entry.name).join(', ')})`);
  return found;
}
