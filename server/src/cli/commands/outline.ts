/**
 * `outline`: the structure of one report, for scripts or for eyes.
 */
import { resolve } from 'node:path';
import { configFor } from '../../config';
import { nodeHost, uriOf } from '../../host/node';
import type { Outline, OutlineSection } from '../../features';
import { readReport } from '../io/read';
import { say } from '../messages';
import { printable, styleFor, type Style } from '../output/style';
import { chosenByConfig, chosenByOptions } from '../profiles';
import { EXIT, failed, type Session } from '../session';

export interface OutlineArguments {
  readonly format: 'text' | 'json';
  readonly profile?: string;
  readonly family?: string;
  readonly year?: number;
}

/** Runs `outline` and answers the exit code. */
export async function outline(session: Session, path: string, given: OutlineArguments): Promise<number> {
  const { core, terminal } = session;
  const absolute = resolve(terminal.cwd, path);
  const read = await readReport(absolute, session.locale);
  if (!read.ok) return failed(session, path, read.sentence);
  const found = await configFor(nodeHost(), uriOf(absolute), core.catalogue());
  const chosen = (await chosenByOptions(session, given)) ?? (await chosenByConfig(session, found));
  if (!chosen.ok) return failed(session, chosen.path, chosen.sentence);
  const result = core.outline(read.text, { path, profile: chosen.profile, year: given.year ?? found.config.year });
  const style = styleFor(terminal.outIsTerminal, terminal.env);
  await terminal.out(given.format === 'json' ? `${JSON.stringify(result)}\n` : asText(session, result, style));
  return EXIT.clean;
}

/** Title and year, then a line a section: indent by nesting, marker, title, `[slot]`, `:line` (one-based). */
function asText({ locale }: Session, { title, year, sections }: Outline, style: Style): string {
  const head = style.strong(title === null ? say(locale, 'no-title') : printable(title));
  const years = year === null ? '' : `  ${style.faint(say(locale, 'year-of-report', { year }))}`;
  return [head + years, ...sectionLines(sections, 1, style)].map((line) => `${line}\n`).join('');
}

function* sectionLines(sections: readonly OutlineSection[], depth: number, style: Style): Generator<string> {
  for (const { marker, title, slot, line, children } of sections) {
    const place = style.faint(`:${line + 1}`);
    yield '  '.repeat(depth) + [printable(marker + title), ...(slot === null ? [] : [style.info(`[${slot}]`)]), place].join(' ');
    yield* sectionLines(children, depth + 1, style);
  }
}
