/** What a diagnostic carries for every rule: a page that exists, a range no wider than its example says, tags for text that is to go, one preferred action at most. */
import { existsSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { DiagnosticTag } from 'vscode-languageserver/node';
import type { Diagnostic } from 'vscode-languageserver/node';
import { analyse } from '../../server/src/analysis';
import { ownCodes, rules } from '../../server/src/rules';
import { reports, seeds } from '../kit/corpus';
import { unmark } from '../kit/marks';
import { connect, FULL } from './client';
import type { Client, ClientOptions } from './client';
import { flawed } from './drafts';

const URI = 'file:///work/a.report';
const clients: Client[] = [];
afterEach(() => clients.splice(0).forEach((client) => client.dispose()));
async function items(text: string, options: ClientOptions = {}): Promise<readonly Diagnostic[]> {
  const client = await connect({ files: {}, ...options });
  clients.push(client);
  await client.open(URI, text);
  return client.items(URI);
}

const page = '某市2024年度工作情况的报告\n\n一、主要工作\n\n公布目录8项。\n\n二、下一步\n\n继续努力。\n\n责任编辑：王某\n\n分享到：微信 微博\n\n打印本页 关闭窗口\n';

describe('tags', () => {
  const tagged = (found: readonly Diagnostic[]) => found.filter(({ tags }) => tags).map(({ code, tags }) => [code, tags]);

  test('what a web page left behind, and a comment that holds nothing back, are shown as unnecessary', async () => {
    expect(tagged(await items(page))).toEqual([['text/boilerplate', [DiagnosticTag.Unnecessary]]]);
    expect(tagged(await items(page.replace('公布', '<!-- allow text/doubled-mark -->\n公布').replace(/责任[^]*/, '')))).toEqual([['lint/unused-allow', [DiagnosticTag.Unnecessary]]]);
  });

  test('a wording of earlier years is shown as out of date', async () => {
    const settings = '{ "year": 2024, "dictionary": { "formulas": [{ "text": "老提法", "until": 2023, "instead": "新提法" }] } }';
    const found = await items(page.replace('继续努力', '坚持老提法').replace(/责任[^]*/, ''), { files: { 'file:///work/reportwright.json': settings } });
    expect(tagged(found)).toEqual([['year/stale-formula', [DiagnosticTag.Deprecated]]]);
  });

  test('a client that knows no tags gets none', async () => {
    const { diagnostic, ...textDocument } = FULL.textDocument!;
    expect(diagnostic).toBeDefined();
    expect(tagged(await items(page, { capabilities: { ...FULL, textDocument: { ...textDocument, diagnostic: {} } } }))).toEqual([]);
  });
});

test('no finding marks a whole paragraph of several sentences, but for the lines a web page left and what was taken over from last year', () => {
  const whole = [...reports, ...seeds].flatMap(({ text }) => {
    const { report, findings } = analyse(text);
    return findings()!.flatMap(({ code, span }) => {
      const block = text.slice(span.start, span.end);
      return report.tree.starts.includes(span.start) && (block.match(/[。！？]/g)?.length ?? 0) > 2 ? [code] : [];
    });
  });
  expect([...new Set(whole)].filter((code) => !['text/boilerplate', 'text/unchanged-from-last-year'].includes(code))).toEqual([]);
});

test('every code leads to a document that exists', () => {
  expect([...rules, ...ownCodes].map(({ code }) => `docs/rules/${code}.md`).filter((path) => !existsSync(new URL(`../../${path}`, import.meta.url)))).toEqual([]);
});

test('of the actions for one finding one is preferred at most, and one that is safe always is', async () => {
  const client = await connect({ files: {} });
  clients.push(client);
  let preferred = 0;
  for (const [i, text] of [unmark(flawed).text, ...[...reports, ...seeds].map((one) => one.text)].entries()) {
    const uri = `file:///work/${i}.report`;
    await client.open(uri, text);
    for (const diagnostic of await client.items(uri)) {
      const { start, end } = diagnostic.range;
      const lines = text.split(/\r\n|\r|\n/);
      const offset = (line: number, character: number): number => lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
      if (text.includes('\r')) continue;
      const actions = await client.actions(uri, offset(start.line, start.character), offset(end.line, end.character), { diagnostics: [diagnostic] });
      const chosen = actions.filter(({ isPreferred }) => isPreferred);
      expect(chosen.length, `${String(diagnostic.code)} ${text.slice(0, 20)}`).toBe((diagnostic.data as { fix: string | null }).fix === 'safe' ? 1 : 0);
      preferred += chosen.length;
    }
  }
  expect(preferred).toBeGreaterThan(10);
}, 60_000);
