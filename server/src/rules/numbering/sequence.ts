/** Reports a heading or item whose number does not follow the one before it. How the numbers are to be read was decided for the whole document; this only says it. */

import { renumberSiblings, sequenceFaultsOf, writtenNumber } from '../../edit';
import type { Report, Section } from '../../report';
import type { Found } from '../rule';
import { defineReportRule } from '../rule';
import page from './sequence.md';

export const sequence = defineReportRule({
  code: 'numbering/sequence',
  group: 'numbering',
  since: '0.1.0',
  severity: 'error',
  basis: ['standard'],
  fix: 'safe',
  page,
  messages: {
    gap: { zh: '序号跳号：上一条是“{previous}”，这里应为“{expected}”，却写作“{found}”。', en: 'Numbering skips: after “{previous}” comes “{expected}”, not “{found}”.' },
    repeat: { zh: '序号重复：上一条已是“{previous}”，这里应为“{expected}”。', en: 'Numbering repeats “{previous}”; this should be “{expected}”.' },
    back: { zh: '序号倒退：上一条是“{previous}”，这里应为“{expected}”，却写作“{found}”。', en: 'Numbering goes back: after “{previous}” comes “{expected}”, not “{found}”.' },
    reset: { zh: '序号从头编起：上一条是“{previous}”，同一标题之下应接着编为“{expected}”。', en: 'Numbering begins again: after “{previous}” comes “{expected}” under the same heading.' },
    first: { zh: '首条序号应为“{expected}”，这里写作“{found}”：前面漏了一条，或者没有重新编号。', en: 'The first number here should be “{expected}”, not “{found}”: one is missing before it, or it was not renumbered.' },
    previous: { zh: '上一条', en: 'The one before' },
    renumber: { zh: '从这里起改为“{expected}”，依次重排', en: 'Renumber from here, beginning with “{expected}”' },
  },
  *check({ report }) {
    for (const { section, before, expected } of sequenceFaultsOf(report)) yield finding(report, section, before, expected);
  },
});

function finding(report: Report, section: Section, before: Section | null, expected: number): Found {
  const args = {
    found: report.tree.text.value.slice(section.markerSpan.start, section.markerSpan.end),
    expected: writtenNumber(report, section, expected),
    previous: before ? report.tree.text.value.slice(before.markerSpan.start, before.markerSpan.end) : '',
  };
  return {
    at: section.markerSpan,
    message: before ? messageOf(section, before) : 'first',
    args,
    related: before ? [{ at: before.headSpan, message: 'previous' }] : [],
    // Where a run has no beginning, a heading was lost or not seen rather than counted wrongly: the writer should look.
    fix: { safety: before ? 'safe' : 'suggested', title: 'renumber', args, edits: () => renumberSiblings(report, section) },
  };
}

function messageOf(section: Section, before: Section): string {
  const own = section.marker!.ordinal;
  const last = before.marker?.ordinal ?? 0;
  if (section.verdict.kind === 'reset') return 'reset';
  return own > last ? 'gap' : own === last ? 'repeat' : 'back';
}
