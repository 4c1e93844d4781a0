/** textDocument/hover: what a finding or a heading rests on, and what a figure is. */

import { MarkupKind } from 'vscode-languageserver';
import type { Connection, Hover, HoverParams } from 'vscode-languageserver';
import { units } from '../../families';
import { figureHoverAt, hoverAt, pageAddress } from '../../features';
import { offsetAt } from '../../text';
import { rangeOf } from '../convert';
import { guarded } from '../guard';
import type { Current } from '../guard';

export function hover(connection: Connection, current: Current): void {
  connection.onHover(
    guarded<HoverParams, Hover | null>(current, 'hover', null, async ({ workspace, abilities, ownClient }, { textDocument: { uri }, position }, token) => {
      const snapshot = await workspace.snapshot(uri);
      const findings = snapshot?.analysis.findings(() => token.isCancellationRequested);
      if (!snapshot || !findings) return null;
      const { analysis, language, previous } = snapshot;
      const offset = offsetAt(analysis.text, position);
      const finding = hoverAt({
        report: analysis.report, alignment: analysis.foreign() ? null : analysis.alignment(), findings, language,
        offset, messageShown: ownClient, pageLink: ownClient ? explainCommand : pageAddress,
      });
      const figure = figureHoverAt({
        report: analysis.report, previous, units, profile: analysis.foreign() ? null : (analysis.alignment()?.profile ?? null), offset, language,
        placeLink: (where, line) => (where === 'this' ? `${uri}#L${line + 1}` : previous && `${previous.uri}#L${line + 1}`),
      });
      const found = finding && figure ? { span: figure.span, markdown: [finding.markdown, figure.markdown].join('\n\n---\n\n') } : (finding ?? figure);
      if (!found) return null;
      const contents = abilities.hoverMarkdown ? { kind: MarkupKind.Markdown, value: found.markdown } : { kind: MarkupKind.PlainText, value: plain(found.markdown) };
      return { contents, range: rangeOf(analysis.text, found.span) };
    }),
  );
}

/** Our own client shows a rule's page without a network. */
const explainCommand = (code: string): string | null => (pageAddress(code) ? `command:reportwright.explainFinding?${encodeURIComponent(JSON.stringify([code]))}` : null);

const plain = (markdown: string): string => markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/\*\*|`/g, '').replace(/\\(.)/g, '$1');
