/** Edits of an editor on a text with its lines. */

import { expect, test } from 'vitest';
import { replaced } from '../../server/src/lsp/sync';
import { makeText } from '../../server/src/text';
import { corpus } from '../kit/corpus';
import { random, randomEdit } from '../kit/random';

test('a text with one stretch replaced equals the text made afresh', () => {
  const rng = random(9);
  for (const { text } of corpus.slice(0, 3)) {
    let current = makeText(text.slice(0, 3000).replaceAll('\n', '\r\n'));
    for (let i = 0; i < 400; i++) {
      const { start, end, text: put } = randomEdit(current.value, rng);
      current = replaced(current, { start, end }, rng.int(4) ? put : rng.pick(['\r', '\n', '\r\n', 'x\r', '\ny']));
      expect(current).toEqual(makeText(current.value));
    }
  }
});
