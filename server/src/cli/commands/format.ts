/**
 * `format`: reports in good form, printed or written back. What good form is, is the core's business.
 */
import { dirname, relative, resolve } from 'node:path';
import { configFor, problemText, type Formatting, type FoundConfig } from '../../config';
import { nodeHost, pathOf, uriOf } from '../../host/node';
import { readReport } from '../io/read';
import { isReport } from '../io/settings';
import { walk } from '../io/walk';
import { refusedWrite } from '../io/write';
import { say, type MessageArgs, type MessageId } from '../messages';
import { printable } from '../output/style';
import { complainInWords, EXIT, UsageError, type Session } from '../session';

export interface FormatArguments {
  readonly write?: boolean;
  readonly width?: Formatting['width'];
  readonly indent?: Formatting['indent'];
}

/** Runs `format` and answers the exit code: what cannot be read or written is named and fails the run, the rest is still done. */
export async function format(session: Session, paths: readonly string[], given: FormatArguments): Promise<number> {
  if (paths.length === 0) throw new UsageError('nothing-to-format');
  const { locale, terminal } = session;
  const configs = configCache(session);
  const told = new Set<string>();
  let failed = false;
  const complain = (path: string | null, sentence: string): void => {
    complainInWords(session, path, sentence);
    failed = true;
  };
  for await (const item of walk(paths, terminal.cwd, async (file) => isReport(await configs(file.absolute), file))) {
    if (item.kind === 'problem') {
      complain(item.path, say(locale, item.id, { code: item.code }));
      continue;
    }
    const found = await configs(item.absolute);
    const [first] = found.problems;
    if (first && found.uri !== null && !told.has(found.uri)) complain(relative(terminal.cwd, pathOf(found.uri)), say(locale, 'bad-config', { count: found.problems.length, first: problemText(first, locale) }));
    if (found.uri !== null) told.add(found.uri);
    const wrong = await formatOne(session, item, { ...found.config.format, ...pick(given) }, given.write ?? false);
    if (wrong !== null) complain(item.path, wrong);
  }
  return failed ? EXIT.failed : EXIT.clean;
}

const pick = ({ width, indent }: FormatArguments): Partial<Formatting> => ({ ...(width ? { width } : {}), ...(indent ? { indent } : {}) });

/** Formats one file; answers what went wrong, or null. A file in good form is not written. */
async function formatOne(session: Session, { path, absolute, isOutside }: { readonly path: string; readonly absolute: string; readonly isOutside: boolean }, options: Formatting, write: boolean): Promise<string | null> {
  const failure = (id: MessageId, args: MessageArgs = {}): string => say(session.locale, id, args);
  const read = await readReport(absolute, session.locale);
  if (!read.ok) return read.sentence;
  try {
    const text = session.core.format(read.text, options);
    if (!write) await session.terminal.out(text);
    if (!write || text === read.text) return null;
    if (read.encoding !== 'utf-8' && read.encoding !== 'utf-8-bom') return failure('write-encoding', { encoding: read.encoding });
    if (isOutside) return failure('write-outside');
    const refused = await refusedWrite(session, absolute, (read.encoding === 'utf-8-bom' ? '\ufeff' : '') + text, read.bytes);
    if (refused !== null) return refused;
    await session.terminal.out(`${printable(path)}\n`);
    return null;
  } catch (error) {
    // A defect of ours in one file must not cost the writer the other files.
    return failure('internal', { message: error instanceof Error ? error.message : String(error) });
  }
}

/** The configuration of a file, looked up once for each folder. */
function configCache({ core }: Session): (absolute: string) => Promise<FoundConfig> {
  const host = nodeHost();
  const known = new Map<string, Promise<FoundConfig>>();
  return (absolute) => {
    const folder = dirname(resolve(absolute));
    const found = known.get(folder) ?? configFor(host, uriOf(absolute), core.catalogue());
    known.set(folder, found);
    return found;
  };
}
