/**
 * Colours of the terminal and text that is safe to print on it. No sentence, no layout.
 */

type Paint = (text: string) => string;

export interface Style {
  readonly error: Paint;
  readonly warning: Paint;
  readonly info: Paint;
  readonly hint: Paint;
  readonly strong: Paint;
  readonly faint: Paint;
}

const plain: Paint = (text) => text;
const sgr = (on: number, off: number): Paint => (text) => `\u001b[${on}m${text}\u001b[${off}m`;

const COLOURED: Style = { error: sgr(31, 39), warning: sgr(33, 39), info: sgr(34, 39), hint: sgr(90, 39), strong: sgr(1, 22), faint: sgr(90, 39) };
const PLAIN: Style = { error: plain, warning: plain, info: plain, hint: plain, strong: plain, faint: plain };

/** Colours on a terminal, unless NO_COLOR (any value that is not empty) or a dumb terminal forbids them. */
export function styleFor(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): Style {
  return isTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb' ? COLOURED : PLAIN;
}

/** One line that cannot steer a terminal: file names and quoted text come from anywhere. Line breaks become spaces, control characters ␀…␟. */
export function printable(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').replace(CONTROL, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\u2421';
  });
}

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
