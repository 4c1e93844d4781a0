/** Blanks that were never filled in: XX, ××, ____, 〔去年：17〕, the lines of a checklist that is not done, and the words the grammar names. */

import { blanksToFill, MOST_PER_BLOCK } from '../../edit';
import type { Role } from '../../report';
import { valueOf } from '../option';
import type { WordsOption } from '../option';
import { defineBlockRule } from '../rule';
import type { BlockContext, Found } from '../rule';
import { fold } from '../../text';
import page from './placeholder.md';

/** A comment is looked at only where it is a line of the draft's checklist. */
const ROLES: readonly Role[] = ['title', 'address', 'opening', 'heading', 'body', 'table', 'sign-off', 'appendix', 'comment'];
const LONGEST = 20;

/** Words that the office itself writes where something is still to come. */
const WORDS: WordsOption = {
  name: 'words', kind: 'words', initial: [],
  zh: '另外也算作空位的词语，照原样写', en: 'further words that count as blanks, as they are written',
};

function* check({ block, role, grammar, options }: BlockContext): Iterable<Found> {
  if (role === 'comment' && block.kind === 'comment') return;
  for (const blank of blanksToFill(block, grammar)) {
    const { start, end, note } = blank;
    if (role === 'appendix' && blank.last === null) continue;
    yield { at: { start, end }, message: note ? 'note' : 'left', args: { blank: block.text.slice(start, Math.min(end, start + LONGEST)) } };
  }
  for (const word of valueOf(WORDS, options)) yield* ownBlanks(block.text, fold(word));
}

function* ownBlanks(text: string, word: string): Iterable<Found> {
  let count = 0;
  for (let at = word === '' ? -1 : text.indexOf(word); at >= 0 && count < MOST_PER_BLOCK; at = text.indexOf(word, at + word.length), count++) {
    yield { at: { start: at, end: at + word.length }, message: 'left', args: { blank: word } };
  }
}

export const placeholder = defineBlockRule({
  code: 'text/placeholder',
  group: 'text',
  since: '0.1.0',
  severity: 'error',
  basis: ['practice'],
  fix: null,
  roles: ROLES,
  page,
  options: [WORDS],
  messages: {
    note: { zh: '“{blank}…”是照去年报告列出的待办事项，写进正文后请删去这一行。', en: '“{blank}…” is on the checklist from last year\'s report. Delete the line when the text takes it up.' },
    left: { zh: '“{blank}”是没有填写的空位，定稿前请填上实际内容。', en: '“{blank}” is a blank that was not filled in. Put the real text here before the report goes out.' },
  },
  check,
});
