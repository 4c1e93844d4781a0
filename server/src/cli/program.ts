/**
 * The commands and options, declared for the argument parser, with help in the user's language. Declares; the commands do the work.
 */
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { check, type CheckArguments } from './commands/check';
import { compare, type CompareArguments } from './commands/compare';
import { explain } from './commands/explain';
import { format, type FormatArguments } from './commands/format';
import { learn, type LearnArguments } from './commands/learn';
import { lsp } from './commands/lsp';
import { metrics, type MetricsArguments } from './commands/metrics';
import { newReport, type NewArguments } from './commands/new';
import { outline, type OutlineArguments } from './commands/outline';
import { helpIn } from './help';
import { say, type MessageId } from './messages';
import { CHECK_FORMATS } from './output/formats';
import type { Session } from './session';

/** What the parser prints by itself (help and version), and where the exit code of the command that ran goes. */
export interface Answer {
  print(text: string): void;
  exit(code: number): void;
}

/** The parser for one run. It throws `CommanderError` for wrong usage and prints nothing but help and version. */
export function program(session: Session, version: string, answer: Answer): Command {
  const { locale } = session;
  const text = (id: MessageId): string => say(locale, id);
  const root = new Command('reportwright').description(text('help-program')).version(version, '-V, --version', text('help-version'));
  const add = (name: string, help: MessageId): Command =>
    common(root.command(name), session, answer).description(text(help)).addOption(new Option('--lang <zh|en>', text('help-lang')).choices(['zh', 'en'])).option('--no-color', text('help-no-color'));
  common(root, session, answer).helpCommand('help [command]', text('help-help'));

  withProfile(add('check', 'help-check'), text)
    .argument('[path...]')
    .addOption(new Option('--format <format>', text('help-format')).choices(CHECK_FORMATS).default('pretty'))
    .option('--previous <file>', text('help-previous'))
    .option('--rule <code=severity>', text('help-rule'), (value: string, previous: readonly string[] = []) => [...previous, value])
    .option('--max-warnings <n>', text('help-max-warnings'), wholeNumber)
    .option('--quiet', text('help-quiet'))
    .option('--stdin', text('help-stdin'))
    .option('--stdin-filename <file>', text('help-stdin-filename'))
    .option('--baseline <file>', text('help-baseline'))
    .option('--fix', text('help-fix'))
    .action(async (paths: string[], options: CheckArguments) => answer.exit(await check(session, paths, options)));

  add('learn', 'help-learn')
    .argument('<path...>')
    .option('--family <name>', text('help-family'))
    .option('-o, --output <file>', text('help-output'))
    .addOption(new Option('--format <format>', text('help-format')).choices(['pretty', 'json']).default('pretty'))
    .action(async (paths: string[], options: LearnArguments) => answer.exit(await learn(session, paths, options)));

  withProfile(add('outline', 'help-outline'), text)
    .argument('<file>')
    .addOption(new Option('--format <format>', text('help-format')).choices(['text', 'json']).default('text'))
    .action(async (file: string, options: OutlineArguments) => answer.exit(await outline(session, file, options)));

  withProfile(add('metrics', 'help-metrics'), text)
    .argument('<path...>')
    .addOption(new Option('--format <format>', text('help-format')).choices(['table', 'json', 'csv']).default('table'))
    .option('--chart <file>', text('help-chart'))
    .action(async (paths: string[], options: MetricsArguments) => answer.exit(await metrics(session, paths, options)));

  add('format', 'help-format-command')
    .argument('[path...]')
    .option('--write', text('help-write'))
    .addOption(new Option('--width <width>', text('help-width')).choices(['auto', 'full', 'half']))
    .addOption(new Option('--indent <indent>', text('help-indent')).choices(['auto', 'two', 'none']))
    .action(async (paths: string[], options: FormatArguments) => answer.exit(await format(session, paths, options)));

  withProfile(add('new', 'help-new'), text)
    .option('--from <file>', text('help-from'))
    .option('-o, --output <file>', text('help-draft-output'))
    .option('--force', text('help-force'))
    .action(async (options: NewArguments) => answer.exit(await newReport(session, options)));

  withProfile(add('compare', 'help-compare'), text)
    .argument('<last-year>')
    .argument('<this-year>')
    .addOption(new Option('--format <format>', text('help-format')).choices(['table', 'json', 'markdown']).default('table'))
    .action(async (lastYear: string, thisYear: string, options: CompareArguments) => answer.exit(await compare(session, lastYear, thisYear, options)));

  add('explain', 'help-explain')
    .addArgument(new Argument('[code]'))
    .option('--list', text('help-list'))
    .action(async (code: string | undefined, options: { list?: boolean }) => answer.exit(await explain(session, code, options)));

  // Editors add options of their own, such as --clientProcessId.
  add('lsp', 'help-lsp')
    .option('--stdio', text('help-stdio'))
    .allowUnknownOption()
    .allowExcessArguments()
    .action(async () => answer.exit(await lsp(session)));
  return root;
}

function common(command: Command, { locale }: Session, answer: Answer): Command {
  return command
    .exitOverride()
    .helpOption('-h, --help', say(locale, 'help-help'))
    .configureHelp(helpIn(locale))
    .configureOutput({ writeOut: answer.print, writeErr: () => {} });
}

function withProfile(command: Command, text: (id: MessageId) => string): Command {
  return command
    .option('--profile <file>', text('help-profile'))
    .option('--family <name>', text('help-family'))
    .option('--year <year>', text('help-year'), calendarYear);
}

function wholeNumber(value: string): number {
  if (!/^-?\d{1,9}$/.test(value)) throw new InvalidArgumentError('');
  return Number(value);
}

function calendarYear(value: string): number {
  if (!/^(?:19|20|21)\d\d$/.test(value)) throw new InvalidArgumentError('');
  return Number(value);
}
