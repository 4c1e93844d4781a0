/** Cross references: from 见第三部分 and 二、（一） to the heading that is meant, and from a heading to every place that refers to it. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DefinitionRequest, ReferencesRequest } from 'vscode-languageserver/node';
import type { Location } from 'vscode-languageserver/node';
import { connect, markedWith } from './client';
import type { Client } from './client';

const URI = 'file:///work/a.report';
const text = '某市2025年度工作情况的报告\n\n一、主要工作\n\n（一）公开\n\n公布目录8项，详见第三部分。\n\n（二）培训\n\n培训120人次，见“二、（一）”。\n\n二、存在问题\n\n（一）力量不足\n\n编制少，原因见第三部分。\n\n（二）质量不高\n\n个别文书不规范。\n\n三、下一步\n\n针对第二部分所列问题整改，第九部分所列从略。\n';

let client: Client;
beforeEach(async () => {
  client = await connect({ files: {} });
  await client.open(URI, text);
});
afterEach(() => client.dispose());

/** The text with the places marked that an answer names. */
const shown = (answer: unknown): string => markedWith(text, ((answer as readonly Location[] | null) ?? []).map(({ range }) => ({ range, code: 'place/here', message: '' })), []);
const definition = async (words: string, shift = 1): Promise<string> => shown(await client.connection.sendRequest(DefinitionRequest.type, client.at(URI, text.indexOf(words) + shift)));
const references = async (words: string, includeDeclaration: boolean): Promise<string> => shown(await client.connection.sendRequest(ReferencesRequest.type, { ...client.at(URI, text.indexOf(words) + 1), context: { includeDeclaration } }));
const marked = (...places: readonly string[]): string => places.reduce((all, place) => all.replace(place, `⟪place/here|${place}⟫`), text);

describe('definition', () => {
  test('is the heading that the reference names, wherever in it the cursor stands', async () => {
    for (const shift of [0, 1, 2, 3]) expect(await definition('第三部分。', shift), String(shift)).toBe(marked('三、下一步'));
    expect(await definition('二、（一）”', 0)).toBe(marked('二、存在问题'));
    expect(await definition('二、（一）”', 3)).toBe(marked('（一）力量不足'));
  });

  test('is none where no heading is meant, or the heading does not exist', async () => {
    expect(await definition('第九部分')).toBe(text);
    expect(await definition('个别文书')).toBe(text);
  });
});

describe('references', () => {
  const both = text.replace(/第三(?=部分)/g, '第⟪place/here|三⟫');

  test('of a heading are the places that name it, with the heading itself when asked', async () => {
    expect(await references('三、下一步', false)).toBe(both);
    expect(await references('三、下一步', true)).toBe(both.replace('三、下一步', '⟪place/here|三、下一步⟫'));
  });

  test('of a reference are those of its heading', async () => {
    expect(await references('第三部分。\n\n（二）', false)).toBe(both);
  });

  test('of a heading that nobody names are none', async () => {
    expect(await references('（二）质量', true)).toBe(text);
  });
});
