/** textDocument/hover: what a finding or a heading rests on, and what a figure is. */

import { MarkupKind } from 'vscode-languageserver';
import type { Connection, Hover, HoverParams } from 'vscode-languageserver';
import { figureHoverAt, hoverAt } from '../../features';
import { offsetAt } from '../../text';
import { rangeOf } from '../convert';
import { guarded } from '../guard';
import type { Current } from '../guard';
import { ruleLink } from '../rule-link';

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
        offset, messageShown: ownClient, pageLink: (code) => ruleLink(code, abilities),
      });
      const figure = figureHoverAt({
        report: analysis.report, previous, units: analysis.units, profile: analysis.foreign() ? null : (analysis.alignment()?.profile ?? null), offset, language,
        placeLink: (where, line) => (where === 'this' ? `${uri}#L${line + 1}` : previous && `${previous.uri}#L${line + 1}`),
      });
      const found = finding && figure ? { span: figure.span, markdown: [finding.markdown, figure.markdown].join('\n\n---\n\n') } : (finding ?? figure);
      if (!found) return null;
      const contents = abilities.hoverMarkdown ? { kind: MarkupKind.Markdown, value: found.markdown } : { kind: MarkupKind.PlainText, value: plain(found.markdown) };
      return { contents, range: rangeOf(analysis.text, found.span) };
    }),
  );
}

const plain = (markdown: string): string => markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/\*\*|`/g, '').replace(/\\(.)/g, '$1');
