/** Reports a chain of items (一是 … 二是 …) whose numbers break. Chains are read under each heading by itself, and fault is found only where no other reading is as simple. */

import { chainFaultsOf, chainFrom, renumberItems } from '../../edit';
import type { ChainFault } from '../../edit';
import type { Report } from '../../report';
import { placeOf } from '../../syntax';
import { formatHan } from '../../text';
import type { Found } from '../rule';
import { defineReportRule } from '../rule';
import page from './enumeration.md';

export const enumeration = defineReportRule({
  code: 'numbering/enumeration',
  group: 'numbering',
  since: '0.1.0',
  severity: 'warning',
  basis: ['practice'],
  fix: 'safe',
  page,
  messages: {
    gap: { zh: '列举跳号：上一项是“{previous}”，这里应为“{expected}”，却写作“{found}”。', en: 'The enumeration skips: after “{previous}” comes “{expected}”, not “{found}”.' },
    repeat: { zh: '列举重号：上一项已是“{previous}”，这里应为“{expected}”。', en: 'The enumeration repeats “{previous}”; this should be “{expected}”.' },
    back: { zh: '列举倒号：上一项是“{previous}”，这里应为“{expected}”，却写作“{found}”。', en: 'The enumeration goes back: after “{previous}” comes “{expected}”, not “{found}”.' },
    first: { zh: '列举从“{found}”开始，前面没有“{expected}”：漏写了一项的序号，或者没有重新编号。', en: 'The enumeration begins with “{found}”; there is no “{expected}” before it.' },
    previous: { zh: '上一项', en: 'The item before' },
    renumber: { zh: '从这里起改为“{expected}”，依次重排', en: 'Renumber from here, beginning with “{expected}”' },
  },
  *check({ report }) {
    for (const fault of chainFaultsOf(report)) yield finding(report, fault);
  },
});

function finding(report: Report, fault: ChainFault): Found {
  const { item, before } = fault;
  const { ordinal } = item.mark;
  const { expected } = item.verdict;
  const args = { found: `${formatHan(ordinal)}是`, expected: `${formatHan(expected)}是`, previous: before ? `${formatHan(before.mark.ordinal)}是` : '' };
  return {
    at: placeOf(report.tree, item.block, item.mark),
    message: !before ? 'first' : ordinal > before.mark.ordinal ? 'gap' : ordinal === before.mark.ordinal ? 'repeat' : 'back',
    args,
    related: before ? [{ at: placeOf(report.tree, before.block, before.mark), message: 'previous' }] : [],
    // Where a chain has no beginning, a label was lost rather than counted wrongly: the writer should look.
    fix: { safety: before ? 'safe' : 'suggested', title: 'renumber', args, edits: () => renumberItems(report, chainFrom(fault), expected) },
  };
}
