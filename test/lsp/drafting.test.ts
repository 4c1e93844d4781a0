/** The next report over the protocol: laid out from last year's or from a profile, named in the configuration, filled in. */
import { afterEach, describe, expect, test } from 'vitest';
import { FillComputedRequest, LinkPreviousRequest, NewFromLastYearRequest, NewReportRequest, ToFillInRequest } from '../../server/src/lsp/requests';
import type { DraftResult, EditsResult, LinkPreviousResult, ToFillInResult } from '../../server/src/lsp/requests';
import { engine } from '../../server/src/cli/engine';
import { seeds } from '../kit/corpus';
import { connect } from './client';
import type { Client } from './client';

const LAST = 'file:///work/某市2024年度报告.report';
const DRAFT = 'file:///work/new.report';
const lastYear = '某市2024年度工作报告\n\n一、主要工作\n\n2024年，受理申请1847件，办结1623件，办结率87.9%。\n\n二、2025年工作打算\n\n加强培训。\n';

/** No family, unless a test says otherwise: what a family adds is tested where drafts are. */
const NONE = { 'file:///reportwright.json': '{ "family": "none" }' };

const clients: Client[] = [];
const started = async (files: Readonly<Record<string, string>> = {}): Promise<Client> => {
  const client = await connect({ files: { ...NONE, ...files } });
  clients.push(client);
  return client;
};
afterEach(() => clients.splice(0).forEach((client) => client.dispose()));

describe('a draft from last year\'s report', () => {
  const asked = async (files: Readonly<Record<string, string>>, params: object): Promise<DraftResult> => (await started(files)).connection.sendRequest<DraftResult>(NewFromLastYearRequest, params);

  test('is what the command line makes of the same file, with the year in its name moved on', async () => {
    const seed = seeds.find(({ name }) => name.includes('2023'))!;
    const result = await asked({ [LAST]: seed.text, 'file:///reportwright.json': '{}' }, { uri: LAST });
    const made = engine.draft({ lastYear: seed.text, profile: 'recognise', year: null });
    expect(result).toMatchObject({ kind: 'draft', year: 2024, text: made.ok && made.text });
    const own = await asked({ [LAST]: lastYear }, { uri: LAST });
    expect(own).toMatchObject({ kind: 'draft', year: 2025, name: '某市2025年度报告.report', placeholders: 3 });
  });

  test('is read as it is open in the editor, whatever its name', async () => {
    const client = await started({ 'file:///work/last.txt': 'old' });
    await client.open('file:///work/last.txt', lastYear);
    const result = await client.connection.sendRequest<DraftResult>(NewFromLastYearRequest, { uri: 'file:///work/last.txt' });
    expect(result).toMatchObject({ kind: 'draft', name: '2025 last.txt' });
  });

  test('takes the year that is asked for, and none before it', async () => {
    expect(await asked({ [LAST]: lastYear }, { uri: LAST, year: 2027 })).toMatchObject({ kind: 'draft', year: 2027, name: '某市2027年度报告.report' });
    expect(await asked({ [LAST]: lastYear }, { uri: LAST, year: 2024 })).toEqual({ kind: 'year-not-later', year: 2024 });
  });

  test('says why there is none', async () => {
    expect(await asked({}, { uri: LAST })).toBeNull();
    expect(await asked({ [LAST]: '\n' }, { uri: LAST })).toEqual({ kind: 'no-report' });
    expect(await asked({ [LAST]: '一、主要工作\n\n受理申请200件。\n' }, { uri: LAST })).toEqual({ kind: 'no-year' });
  });
});

describe('a draft from a profile', () => {
  const asked = async (files: Readonly<Record<string, string>>): Promise<DraftResult> => (await started(files)).connection.sendRequest<DraftResult>(NewReportRequest, { folder: 'file:///work', year: 2026 });

  test('comes from the only family there is, under its title', async () => {
    const result = await asked({});
    expect(result).toMatchObject({ kind: 'draft', year: 2026 });
    if (result?.kind !== 'draft') return;
    expect(result.name).toMatch(/2026.*\.report\.txt$/);
    expect(result.text).toContain('2026年');
  });

  test('comes from what the folder is set to', async () => {
    const profile = await engine.learn((async function* () { yield { name: 'a', text: lastYear }; yield { name: 'b', text: lastYear.replaceAll('2024', '2023').replaceAll('2025', '2024') }; })(), 'none');
    if (!profile.ok) throw new Error('nothing learned');
    const result = await asked({ 'file:///work/reportwright.json': '{ "profile": "own.json" }', 'file:///work/own.json': profile.profile });
    expect(result).toMatchObject({ kind: 'draft', name: '2026.report.txt' });
    expect(result?.kind === 'draft' && result.text).toContain('主要工作');
  });
});

describe('last year\'s report in the configuration', () => {
  const asked = async (config: string | null, previous = LAST): Promise<LinkPreviousResult> => {
    const client = await connect({ files: { [LAST]: lastYear, ...(config === null ? {} : { 'file:///work/reportwright.json': config }) } });
    clients.push(client);
    await client.open(DRAFT, lastYear);
    return client.connection.sendRequest<LinkPreviousResult>(LinkPreviousRequest, { uri: DRAFT, previous });
  };

  test('is written into a new one beside the draft', async () => {
    expect(await asked(null)).toEqual({ kind: 'write', config: 'file:///work/reportwright.json', text: '{\n  "previous": "某市2024年度报告.report"\n}\n', isNew: true, year: null });
  });

  test('is added to one that is there, whose comments stay, and whose year is told', async () => {
    const result = await asked('// ours\n{\n  "year": 2024\n}\n');
    expect(result).toMatchObject({ kind: 'write', text: '// ours\n{\n  "year": 2024,\n  "previous": "某市2024年度报告.report"\n}\n', isNew: false, year: 2024 });
  });

  test('is left alone where it is named already, or another is', async () => {
    expect(await asked('{ "previous": "./某市2024年度报告.report" }')).toMatchObject({ kind: 'same' });
    expect(await asked('{ "previous": "其他.txt" }')).toMatchObject({ kind: 'other', named: '其他.txt' });
  });

  test('finds the way upward, and none to another machine', async () => {
    expect(await asked('{}', 'file:///archive/2024.txt')).toMatchObject({ kind: 'write', text: '{\n  "previous": "../archive/2024.txt"\n}' });
    expect(await asked('{}', 'untitled:Untitled-1')).toMatchObject({ kind: 'broken' });
    expect(await asked('{ "previous": ')).toMatchObject({ kind: 'broken' });
  });

  test('makes the comparison work at once', async () => {
    const client = await started({ 'file:///work/2024.report': lastYear, 'file:///work/reportwright.json': '{ "family": "none", "previous": "2024.report" }' });
    const text = lastYear.replaceAll('2025', '2026').replaceAll('2024', '2025').replace('1847', '2032');
    await client.open(DRAFT, text);
    const hints = await client.connection.sendRequest<readonly { readonly label: string }[]>('textDocument/inlayHint', { textDocument: { uri: DRAFT }, range: client.rangeOf(DRAFT, 0, text.length) });
    expect(hints.map(({ label }) => label)).toContain('↑10%');
  });
});

describe('what is to be filled in', () => {
  const draft = '一、主要工作\n\n〔去年计划：加强培训——报在“一、主要工作”〕\n\n受理申请200件，办结〔去年：150〕件，办结率〔去年：75.0，按前1项÷前2项计算〕%，会议〔去年：第三次会议〕。\n';

  test('is listed by section, the checklist first', async () => {
    const client = await started({ 'file:///work/reportwright.json': '{ "family": "none" }' });
    await client.open(DRAFT, draft);
    const result = await client.connection.sendRequest<ToFillInResult>(ToFillInRequest, { uri: DRAFT });
    expect(result).toMatchObject({ count: 4, progress: '待填4处' });
    expect(result!.groups.map(({ label, entries }) => [label, entries.map(({ kind, computed, label: words, last }) => [kind, computed, words, last])])).toEqual([
      ['去年的安排和问题', [['note', false, '去年计划：加强培训——报在“一、主要工作”', '']]],
      ['一、主要工作', [['figure', false, '办结□件', '150件'], ['figure', true, '办结率□%', '75.0%'], ['words', false, '会议□', '第三次会议']]],
    ]);
  });

  test('fills itself when its parts are there, and not before', async () => {
    const client = await started({ 'file:///work/reportwright.json': '{ "family": "none" }' });
    await client.open(DRAFT, draft);
    const ask = (): Promise<EditsResult> => client.connection.sendRequest<EditsResult>(FillComputedRequest, { uri: DRAFT });
    expect((await ask())!.edits).toEqual([]);
    const at = draft.indexOf('〔去年：150〕');
    await client.edit(DRAFT, at, at + '〔去年：150〕'.length, '160');
    expect((await ask())!.edits.map(({ newText }) => newText)).toEqual(['80.0']);
  });

  test('is nobody\'s question where there is no report', async () => {
    expect(await (await started()).connection.sendRequest(ToFillInRequest, { uri: DRAFT })).toBeNull();
  });
});
