/**
 * One run from arguments to exit code. The only place of the command line that catches everything: whatever happens ends as one line on standard
 * error and a promised exit code.
 */
import { CommanderError } from 'commander';
import { nearest } from '../config';
import type { Core } from './core';
import { named, wordFor } from './help';
import { localeOf, say, type MessageId } from './messages';
import { program } from './program';
import { complain, complainInWords, EXIT, UsageError, type Session, type Terminal } from './session';

export interface Surroundings {
  readonly core: Core;
  readonly terminal: Terminal;
  readonly version: string;
  readonly startServer: () => Promise<void>;
}

/** Runs the program with the arguments that follow its name; never rejects. */
export async function run(args: readonly string[], { core, terminal: given, version, startServer }: Surroundings): Promise<number> {
  const terminal = isPlain(args) ? { ...given, env: { ...given.env, NO_COLOR: '1' } } : given;
  const session: Session = { core, terminal, locale: localeOf(langOption(args), terminal.env), startServer };
  let printed = '';
  let code: number = EXIT.clean;
  const commands = program(session, version, { print: (text) => void (printed += text), exit: (value) => void (code = value) });
  try {
    await commands.parseAsync([...args], { from: 'user' });
  } catch (error) {
    code = error instanceof CommanderError && error.exitCode === 0 ? EXIT.clean : EXIT.failed;
    if (code !== EXIT.clean) explainFailure(session, error, commands.commands.map((command) => command.name()));
  }
  if (printed) await terminal.out(printed);
  return code;
}

/** The language must be known before the options are parsed: their help and their errors are already in it. */
function langOption(args: readonly string[]): string | undefined {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value = args[at]?.includes('=') ? args[at]!.slice('--lang='.length) : args[at + 1];
  return at >= 0 && (value === 'zh' || value === 'en') ? value : undefined;
}

/** Help and errors heed it as well. */
function isPlain(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end < 0 ? undefined : end).includes('--no-color');
}

/** What the argument parser objects to, by its own codes. */
const OBJECTIONS: Readonly<Record<string, MessageId>> = {
  'commander.unknownOption': 'unknown-option',
  'commander.unknownCommand': 'unknown-command',
  'commander.missingArgument': 'missing-argument',
  'commander.optionMissingArgument': 'missing-value',
  'commander.invalidArgument': 'bad-value',
  'commander.excessArguments': 'too-many-arguments',
  'commander.help': 'usage',
};

function explainFailure(session: Session, error: unknown, commands: readonly string[]): void {
  const { locale } = session;
  if (error instanceof UsageError) return complain(session, error.path, error.id, error.args);
  if (!(error instanceof CommanderError)) {
    return complain(session, null, 'internal', { message: error instanceof Error ? error.message : String(error) });
  }
  const what = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const meant = error.code === 'commander.unknownCommand' ? nearest(what, commands) : (/\(Did you mean (?:one of )?([^,?]+)/.exec(error.message)?.[1] ?? null);
  const sentence = say(locale, OBJECTIONS[error.code] ?? 'usage', { what: error.code === 'commander.missingArgument' ? wordFor(what, locale) : named(what, locale) });
  const choices = /Allowed choices are ([^.]+)\./.exec(error.message)?.[1];
  if (choices) return complainInWords(session, null, sentence + say(locale, 'choices', { choices: choices.split(', ').join(say(locale, 'comma')) }));
  complainInWords(session, null, sentence + (meant ? say(locale, 'suggestion', { name: meant }) : say(locale, 'see-help')));
}
