/**
 * A text in good form, with the words and units that reading it takes: the same for the command line, the library and the editor.
 */

import { grammar, units } from '../families';
import { format, lineEdits } from '../format';
import type { FormatOptions } from '../format';
import { parseReport, reportOf } from '../report';
import type { Report } from '../report';
import { parseTree } from '../syntax';
import { makeText } from '../text';
import type { Edit } from '../text';

/** The formatted text. Formatting it again changes nothing. */
export function formatText(value: string, options: FormatOptions): string {
  return formatReport(parseReport(value, grammar), options);
}

/** Edits that format a report that was read already, at most one for each line. */
export function formatEdits(report: Report, options: FormatOptions): readonly Edit[] {
  return lineEdits(report.tree.text.value, formatReport(report, options));
}

const formatReport = (report: Report, options: FormatOptions): string => format(report, options, units, (text, previous) => reportOf(parseTree(makeText(text), grammar, previous.tree)));
