/** What Enter brings, and what it takes away. `⏎` stands where it is pressed; the answer is the text after the edit, `|` where the cursor is. */

import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/analysis';
import { enterEdit, renumberFrom } from '../../server/src/format';
import { applyEdits } from '../../server/src/text';

const settings = { profile: null, rules: {}, year: null };
const HEAD = '某局2024年工作总结\n';

function entered(draft: string): string {
  const at = draft.indexOf('⏎');
  const eol = draft.includes('\r\n') ? '\r\n' : '\n';
  const text = draft.replace('⏎', eol);
  const edit = enterEdit(analyse(text, settings).report, text.slice(0, at + eol.length).split(/\r\n|\n/).length - 1);
  if (!edit) return 'nothing';
  return `${text.slice(0, edit.span.start)}${edit.text}|${text.slice(edit.span.end)}`;
}

describe('Enter', () => {
  test.each([
    ['behind a heading of an outline, the next heading', '一、主要工作⏎', '一、主要工作\n二、|'],
    ['…in the document\'s own form', '一、主要工作\n(一)甲项\n(二)乙项⏎', '一、主要工作\n(一)甲项\n(二)乙项\n(三)|'],
    ['…with its indent', '　　一、主要工作\n　　二、存在的问题⏎', '　　一、主要工作\n　　二、存在的问题\n　　三、|'],
    ['…with its hashes and blank line', '## 一、主要工作\n\n## 二、存在的问题⏎', '## 一、主要工作\n\n## 二、存在的问题\n\n## 三、|'],
    ['…and line breaks', '一、主要工作\r\n二、存在的问题⏎', '一、主要工作\r\n二、存在的问题\r\n三、|'],
    ['the first of the level below, where headings have sub-headings', '一、主要工作\n（一）甲项。推进，落实，办好。\n二、存在的问题⏎', '一、主要工作\n（一）甲项。推进，落实，办好。\n二、存在的问题\n（一）|'],
    ['nothing, where headings have text', '一、主要工作\n推进改革，落实责任，完善制度，强化监督，办好实事。\n二、存在的问题\n推进改革，落实责任，完善制度，强化监督，办好实事。\n三、下一步工作⏎', 'nothing'],
    ['behind an item, the next', '一、主要工作\n（一）甲项。推进，落实，办好。\n（二）乙项。推进，落实，办好。⏎', '一、主要工作\n（一）甲项。推进，落实，办好。\n（二）乙项。推进，落实，办好。\n（三）|'],
    ['between two items, the number that makes a place', '一、主要工作\n（一）甲项。推进，落实，办好。⏎\n（二）乙项。推进，落实，办好。', '一、主要工作\n（一）甲项。推进，落实，办好。\n（二）|\n（二）乙项。推进，落实，办好。'],
    ['behind an item of a chain', '一、主要工作\n推进改革，落实责任。\n一是推进改革，落实责任；⏎', '一、主要工作\n推进改革，落实责任。\n一是推进改革，落实责任；\n二是|'],
    ['nothing behind the item that closes its chain', '一、主要工作\n推进改革，落实责任。\n一是推进改革，落实责任；\n二是完善制度，强化监督。⏎', 'nothing'],
    ['nothing behind a chain inside a paragraph', '一、主要工作\n一是推进改革，落实责任；二是完善制度，强化监督。⏎', 'nothing'],
    ['nothing inside a line', '一、主要⏎工作', 'nothing'],
    ['nothing before the text of a section', '一、主要工作⏎\n推进改革，落实责任，完善制度，强化监督。', 'nothing'],
    ['nothing behind a paragraph', '一、主要工作\n推进改革，落实责任，完善制度。⏎', 'nothing'],
    ['nothing in code', '```\n一、主要工作⏎\n```', 'nothing'],
    ['an empty number goes', '一、主要工作\n二、⏎', '一、主要工作\n|'],
    ['…its indent stays', '　　一、主要工作\n　　二、⏎', '　　一、主要工作\n　　|'],
    ['…and an empty 二是', '一、主要工作\n一是推进改革；\n二是⏎', '一、主要工作\n一是推进改革；\n|'],
  ])('%s', (_, draft, after) => expect(entered(HEAD + draft).replace(HEAD, '')).toBe(after));
});

describe('numbering on from the cursor', () => {
  const renumbered = (draft: string): string => {
    const at = draft.indexOf('|');
    const text = draft.replace('|', '');
    return applyEdits(text, renumberFrom(analyse(text, settings).report, at));
  };
  const items = (...numbers: readonly string[]): string => `${HEAD}一、主要工作\n${numbers.map((number) => `（${number}）推进改革。落实责任，完善制度。`).join('\n')}`;

  test('what was put in pushes the rest on', () => expect(renumbered(items('一', '二', '二|', '三'))).toBe(items('一', '二', '三', '四')));
  test('what was taken out closes up', () => expect(renumbered(items('一', '三|', '四'))).toBe(items('一', '二', '三')));
  test('what stands before stays', () => expect(renumbered(items('一', '三', '四|', '四'))).toBe(items('一', '三', '四', '五')));
  test('items of a chain', () => expect(renumbered(`${HEAD}一、主要工作\n一是推进。二是落实。四|是办好。`)).toBe(`${HEAD}一、主要工作\n一是推进。二是落实。三是办好。`));
  test('nothing in running text', () => expect(renumbered(`${HEAD}一、主要工作\n推进|改革。`)).toBe(`${HEAD}一、主要工作\n推进改革。`));
});
