/** The safe fixes of a whole workspace: every report, open or stored, each rule a group that the user confirms. */
import { afterEach, expect, test } from 'vitest';
import { FixWorkspaceRequest, type FixWorkspaceParams, type FixWorkspaceResult } from '../../server/src/lsp/requests';
import { mend } from '../../server/src/analysis';
import { bundledProfile } from '../../server/src/families';
import { seeds } from '../kit/corpus';
import { defects, inject } from '../kit/defects';
import { applied, connect } from './client';
import type { Client } from './client';

const ROOT = 'file:///work';
let client: Client;
afterEach(() => client.dispose());

const broken = (kind: string, index: number): string => inject(seeds[index]!.text, defects.find((one) => one.kind === kind)!, 3)!.text;
const ask = (params: FixWorkspaceParams = { folders: [ROOT] }): Promise<FixWorkspaceResult> => client.connection.sendRequest(FixWorkspaceRequest, params);
const changed = ({ edit }: FixWorkspaceResult): readonly string[] => edit.documentChanges.map(({ textDocument }) => textDocument.uri).sort();

test('mends stored and open reports as the command line does, and nothing else', async () => {
  const files = {
    [encodeURI(`${ROOT}/甲市年度报告.txt`)]: broken('numbering gap', 0), [`${ROOT}/sub/b.report`]: broken('chain repeat', 1), [`${ROOT}/notes.txt`]: broken('numbering gap', 0),
    [`${ROOT}/.git/c.report`]: broken('numbering gap', 0), [`${ROOT}/open.report`]: 'stale',
  };
  client = await connect({ files, folders: [ROOT] });
  await client.open(`${ROOT}/open.report`, broken('doubled mark 。。', 2));
  const result = await ask();
  const uris = [`${ROOT}/open.report`, `${ROOT}/sub/b.report`, `${ROOT}/甲市年度报告.txt`];
  expect(result.reports).toBe(3);
  expect(changed(result).map((uri) => decodeURI(uri)).sort()).toEqual(uris);
  for (const { textDocument: { uri, version } } of result.edit.documentChanges) {
    const text = uri.endsWith('open.report') ? client.textOf(uri) : (files[uri] as string);
    expect(version).toBe(uri.endsWith('open.report') ? 1 : null);
    expect(applied(text, result.edit, uri)).toBe(mend(text, { profile: bundledProfile('law-based-government'), rules: {}, year: null }).text);
  }
});

test('groups the edits by rule, each to be confirmed', async () => {
  client = await connect({ files: { [`${ROOT}/a.report`]: broken('numbering gap', 0) }, folders: [ROOT] });
  const { edit } = await ask();
  const used = new Set(edit.documentChanges.flatMap(({ edits }) => edits.map(({ annotationId }) => annotationId)));
  expect(used).toContain('numbering/sequence');
  expect(new Set(Object.keys(edit.changeAnnotations))).toEqual(used);
  for (const [code, { label, description, needsConfirmation }] of Object.entries(edit.changeAnnotations)) {
    expect([label, needsConfirmation]).toEqual([code, true]);
    expect(description).toMatch(/\p{Script=Han}/u);
  }
});

test('honours the configuration: what is included, excluded, and turned off', async () => {
  const text = broken('numbering gap', 0);
  const config = JSON.stringify({ include: ['*.txt'], exclude: ['old'], rules: { 'numbering/sequence': 'off' } });
  client = await connect({ files: { [`${ROOT}/reportwright.json`]: config, [`${ROOT}/a.txt`]: text, [`${ROOT}/old/b.report`]: text }, folders: [ROOT] });
  const result = await ask();
  expect(result.reports).toBe(1);
  expect(result.edit.documentChanges.flatMap(({ edits }) => edits).filter(({ annotationId }) => annotationId === 'numbering/sequence')).toEqual([]);
});

test('leaves a file alone that an editor may read otherwise, and one that is no text', async () => {
  const utf16 = new Uint8Array(new Uint16Array([0xfeff, ...[...broken('numbering gap', 0)].map((character) => character.charCodeAt(0))]).buffer);
  client = await connect({ files: { [`${ROOT}/a.report`]: utf16, [`${ROOT}/b.report`]: new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]) }, folders: [ROOT] });
  expect(await ask()).toEqual({ reports: 0, edit: { documentChanges: [], changeAnnotations: {} } });
});

test('asks nothing of a workspace without reports or folders', async () => {
  client = await connect({});
  expect((await ask({ folders: [] })).edit.documentChanges).toEqual([]);
});
