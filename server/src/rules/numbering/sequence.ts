/** Reports a heading or item whose number does not follow the one before it. How the numbers are to be read was decided for the whole document; this only says it. */

import { renumberSiblings, runsOf, writtenNumber } from '../../edit';
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
    const { previous } = runsOf(report);
    for (const section of report.sections) {
      const { verdict } = section;
      if (verdict.kind !== 'gap' && verdict.kind !== 'misnumbered' && verdict.kind !== 'reset') continue;
      const before = previous[section.index] ?? null;
      // A list that begins again and goes on is a list of its own.
      if (verdict.kind === 'reset' && !before) continue;
      if (isGlued(report, section) && !isSlip(report, section, verdict.expected)) continue;
      yield finding(report, section, before, verdict.expected);
    }
  },
});

/** True for a heading found inside a line, in a text that lost its line breaks. */
function isGlued({ tree }: Report, section: Section): boolean {
  const { value } = tree.text;
  let at = tree.starts[section.block]! - 1;
  while (at >= 0 && (value[at] === ' ' || value[at] === '\t' || value[at] === '\u3000')) at--;
  return at >= 0 && value[at] !== '\n' && value[at] !== '\r';
}

/** Without line breaks headings and table rows may be lost, so that only a number one off is believed to be a slip. */
function isSlip({ tree }: Report, section: Section, expected: number): boolean {
  const start = tree.starts[section.block]!;
  const before = tree.text.value.slice(Math.max(0, start - 20), start).trimEnd();
  return Math.abs(section.marker!.ordinal - expected) === 1 && section.verdict.kind !== 'reset' && !/\d$/.test(before);
}

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
    fix: { safety: 'safe', title: 'renumber', args, edits: () => renumberSiblings(report, section) },
  };
}

function messageOf(section: Section, before: Section): string {
  const own = section.marker!.ordinal;
  const last = before.marker?.ordinal ?? 0;
  if (section.verdict.kind === 'reset') return 'reset';
  return own > last ? 'gap' : own === last ? 'repeat' : 'back';
}
