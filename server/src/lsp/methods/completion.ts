/** textDocument/completion, completionItem/resolve: what can be written next, and why, when someone looks. */

import { CompletionItemKind, InsertTextFormat, InsertTextMode, MarkupKind } from 'vscode-languageserver';
import type { CompletionItem, CompletionList, CompletionParams, Connection } from 'vscode-languageserver';
import { completionDocumentation, completionsAt, withoutStops } from '../../features';
import type { Completion, CompletionKind } from '../../features';
import { widthOfReport } from '../../lint';
import type { Text } from '../../text';
import { offsetAt } from '../../text';
import { rangeOf } from '../convert';
import { guarded } from '../guard';
import type { Current } from '../guard';

interface Asked {
  readonly uri: string;
  readonly key: string;
}

export function completion(connection: Connection, current: Current): void {
  connection.onCompletion(
    guarded<CompletionParams, CompletionList | null>(current, 'completion', null, async ({ workspace, abilities }, { textDocument: { uri }, position }) => {
      const snapshot = await workspace.snapshot(uri);
      if (!snapshot) return null;
      const { analysis, language } = snapshot;
      const { report, text, settings } = analysis;
      const found = completionsAt({
        report, language, units: analysis.units,
        alignment: analysis.foreign() ? null : analysis.alignment(),
        year: settings.year ?? report.period.year,
        width: widthOfReport(report),
        offset: offsetAt(text, position),
      });
      // Names by their initials are matched here, letter by letter.
      return { isIncomplete: found.some(({ kind }) => kind === 'citation'), items: found.map((one) => itemFor(one, text, uri, abilities.snippets)) };
    }),
  );
  connection.onCompletionResolve(
    guarded<CompletionItem, CompletionItem>(current, 'completionItem/resolve', { label: '' }, async ({ workspace }, item) => {
      const asked = item.data as Asked | undefined;
      const snapshot = asked && (await workspace.snapshot(asked.uri));
      const profile = snapshot?.analysis.alignment()?.profile;
      const value = asked && profile ? completionDocumentation(asked.key, profile, snapshot.language) : null;
      return value ? { ...item, documentation: { kind: MarkupKind.Markdown, value } } : item;
    }),
  );
}

const KINDS: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  section: CompletionItemKind.Snippet, topic: CompletionItemKind.Snippet, number: CompletionItemKind.Value, item: CompletionItemKind.Value, figure: CompletionItemKind.Snippet,
  chain: CompletionItemKind.Snippet, closing: CompletionItemKind.Text, citation: CompletionItemKind.Reference,
};

function itemFor(one: Completion, text: Text, uri: string, snippets: boolean): CompletionItem {
  return {
    label: one.label,
    kind: KINDS[one.kind],
    detail: one.detail,
    filterText: one.filterText,
    sortText: one.sortText,
    insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
    textEdit: { range: rangeOf(text, one.span), newText: snippets ? one.snippet : withoutStops(one.snippet) },
    data: { uri, key: one.key } satisfies Asked,
  };
}
