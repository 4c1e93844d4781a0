/** reportwright/templates: what can be put into an open report by choice, for our own client's list. */

import type { Connection } from 'vscode-languageserver';
import { featureText, initialsOf, templatesAt } from '../../features';
import type { Template } from '../../features';
import { widthOfReport } from '../../lint';
import type { Text } from '../../text';
import { offsetAt } from '../../text';
import { rangeOf, textEditsOf } from '../convert';
import { guarded } from '../guard';
import type { Current } from '../guard';
import { alignmentOf } from '../predecessors';
import { TemplatesRequest } from '../requests';
import type { TemplateEntry, TemplatesParams, TemplatesResult } from '../requests';

export function templates(connection: Connection, current: Current): void {
  connection.onRequest(
    TemplatesRequest,
    guarded<TemplatesParams, TemplatesResult>(current, TemplatesRequest, null, async ({ workspace }, { uri, position }) => {
      const snapshot = await workspace.snapshot(uri);
      if (!snapshot) return null;
      const { analysis, document, language } = snapshot;
      const { report, text, settings, units } = analysis;
      const alignment = alignmentOf(snapshot);
      const groups = templatesAt({ report, alignment, units, language, year: settings.year ?? report.period.year, width: widthOfReport(report), offset: offsetAt(text, position) });
      return { version: document.version, note: alignment ? '' : featureText('templatesBare', language), groups: groups.map(({ label, templates: own }) => ({ label, templates: own.map((one) => entryOf(text, one)) })) };
    }),
  );
}

const entryOf = (text: Text, { label, description, preview, span, snippet, edits }: Template): TemplateEntry => ({
  label, description, preview, snippet, initials: initialsOf(`${label} ${preview}`), range: span && rangeOf(text, span), edits: textEditsOf(text, edits),
});
