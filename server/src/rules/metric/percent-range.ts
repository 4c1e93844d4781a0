/**
 * Reports a rate or share of a whole over 100 %. Growth, completion against a goal and shares of something that is no whole may be more: names that can be nothing
 * but a share of a whole are errors, other rates that are not known to go beyond are warnings.
 */

import { figuresOf } from '../../report';
import type { CompiledUnits, Figure } from '../../report';
import { defineBlockRule } from '../rule';
import type { Found } from '../rule';
import page from './percent-range.md';
import { NOTHING, READ, written } from './recompute';
import { isOverWhole, shareName } from './shares';

export const percentRange = defineBlockRule({
  code: 'metric/percent-range',
  group: 'metric',
  since: '0.1.0',
  severity: 'error',
  basis: ['arithmetic'],
  fix: null,
  page,
  messages: {
    over: { zh: '“{name}”是部分与总数之比，不会超过100%，报告值为{value}；请核对。', en: '“{name}” is a share of a whole and cannot be over 100%; the report says {value}. Check it.' },
    rate: { zh: '“{name}”报告值为{value}；部分与总数之比不会超过100%，请核对。', en: '“{name}” is given as {value}; a share of a whole cannot be over 100%. Check it.' },
  },
  roles: READ,
  check({ block, units }) {
    const figures = figuresOf(block, units);
    return figures.some(isOverWhole) ? figures.filter(isOverWhole).flatMap((figure) => finding(block.text, figure, units) ?? []) : NOTHING;
  },
});

function finding(text: string, figure: Figure, units: CompiledUnits): Found | null {
  const share = shareName(text, figure, units);
  return share && { at: figure.at, message: share.sure ? 'over' : 'rate', args: { name: share.name, value: written(figure) }, ...(share.sure ? {} : { severity: 'warning' }) };
}
