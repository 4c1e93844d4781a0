/**
 * How the argument parser writes its help: its own words in the user's language, too, and wide characters counted as terminals do. What the help says is in messages.ts, what there is in program.ts.
 */
import type { HelpConfiguration, Option } from 'commander';
import type { Locale } from './core';
import { isMessage, say } from './messages';
import { columnsOf } from './output/width';

/** What of the parser's help is ours; all else is as it does it. */
export function helpIn(locale: Locale): HelpConfiguration {
  return {
    styleTitle: (title) => (isMessage(title) ? say(locale, title) : title),
    styleUsage: (usage) => named(usage, locale),
    styleSubcommandTerm: (term) => named(term, locale),
    styleOptionTerm: (term) => named(term, locale),
    optionDescription: (option) => described(option, locale),
    displayWidth: columnsOf,
  };
}

/** The names in brackets by which arguments go, `<file>` `[path...]` `<code=severity>`, in the user's words. */
export const named = (term: string, locale: Locale): string =>
  term.replace(/[<[][a-z][a-z=-]*(?:\.\.\.)?[>\]]/g, (name) => name.replace(/[a-z]+(?:-[a-z]+)*/g, (word) => wordFor(word, locale)));

/** The name of an argument; one that has no other in the language stays. */
export function wordFor(word: string, locale: Locale): string {
  const id = `term-${word}`;
  return isMessage(id) ? say(locale, id) : word;
}

/** What an option does, what it may be, and what it is when it is not given. */
function described({ description, argChoices, defaultValue }: Option, locale: Locale): string {
  const notes = [
    ...(argChoices ? [say(locale, 'help-choices', { choices: argChoices.join(say(locale, 'help-comma')) })] : []),
    ...(typeof defaultValue === 'string' ? [say(locale, 'help-default', { value: defaultValue })] : []),
  ];
  return notes.length > 0 ? say(locale, 'help-with', { description, notes: notes.join(say(locale, 'help-semicolon')) }) : description;
}
