/** reportwright/structure, insertPart, moveSection: the checklist of an open report for our own client's view, and what is done from there. */

import type { Connection } from 'vscode-languageserver';
import type { Snapshot } from '../../analysis';
import { moveSection } from '../../edit';
import { insertionFor, progressText, structureDescription, structureOf, structureTooltip } from '../../features';
import type { StructureItem } from '../../features';
import type { Edit } from '../../text';
import { rangeOf, textEditsOf } from '../convert';
import { guarded } from '../guard';
import type { Current } from '../guard';
import { InsertPartRequest, MoveSectionRequest, StructureRequest } from '../requests';
import type { EditsResult, InsertPartParams, MoveSectionParams, StructureEntry, StructureParams, StructureResult } from '../requests';

export function structure(connection: Connection, current: Current): void {
  connection.onRequest(
    StructureRequest,
    guarded<StructureParams, StructureResult>(current, StructureRequest, null, async ({ workspace }, { uri }, token) => {
      const snapshot = await workspace.snapshot(uri);
      const findings = snapshot?.analysis.findings(() => token.isCancellationRequested);
      if (!snapshot || !findings) return null;
      const { analysis, document, language } = snapshot;
      const read = structureOf({ report: analysis.report, alignment: alignmentOf(snapshot), findings, units: analysis.units, year: yearOf(snapshot), language });
      const { done, of, blanks, errors, warnings } = read;
      return { version: document.version, progress: progressText(read, language), done, of, blanks, errors, warnings, items: read.items.map((item) => entryOf(snapshot, item)) };
    }),
  );
  connection.onRequest(
    InsertPartRequest,
    guarded<InsertPartParams, EditsResult>(current, InsertPartRequest, null, async ({ workspace }, { uri, id }) => {
      const snapshot = await workspace.snapshot(uri);
      const alignment = snapshot && alignmentOf(snapshot);
      return alignment ? editsOf(snapshot, insertionFor(alignment, id, yearOf(snapshot))) : null;
    }),
  );
  connection.onRequest(
    MoveSectionRequest,
    guarded<MoveSectionParams, EditsResult>(current, MoveSectionRequest, null, async ({ workspace }, { uri, version, section, before }) => {
      const snapshot = await workspace.snapshot(uri);
      // The numbers of sections hold for the text they were read from.
      if (!snapshot || snapshot.document.version !== version) return null;
      const { report } = snapshot.analysis;
      const moved = report.sections[section];
      const next = before === null ? null : report.sections[before];
      return moved && next !== undefined ? editsOf(snapshot, moveSection(report, moved, next)) : null;
    }),
  );
}

const alignmentOf = ({ analysis }: Snapshot) => (analysis.foreign() ? null : analysis.alignment());
const yearOf = ({ analysis }: Snapshot): number | null => analysis.settings.year ?? analysis.report.period.year;

function entryOf(snapshot: Snapshot, item: StructureItem): StructureEntry {
  const { analysis, language } = snapshot;
  return {
    id: item.id, kind: item.kind, label: item.label, state: item.state, section: item.section,
    description: structureDescription(item, language), tooltip: structureTooltip(item, language),
    range: item.at && rangeOf(analysis.text, item.at),
    children: item.children.map((child) => entryOf(snapshot, child)),
  };
}

const editsOf = ({ analysis, document }: Snapshot, edits: readonly Edit[]): EditsResult => ({ version: document.version, edits: textEditsOf(analysis.text, edits) });
