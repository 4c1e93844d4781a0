/**
 * Reports a rate or share of a whole over 100 %. Growth, completion against a goal and shares of something that is no whole may be more: only names that can be
 * nothing but a share of a whole count.
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
  messages: { over: { zh: '“{name}”是部分与总数之比，不会超过100%，报告值为{value}；请核对。', en: '“{name}” is a share of a whole and cannot be over 100%; the report says {value}. Check it.' } },
  roles: READ,
  check({ block, units }) {
    const figures = figuresOf(block, units);
    return figures.some(isOverWhole) ? figures.filter(isOverWhole).flatMap((figure) => finding(block.text, figure, units) ?? []) : NOTHING;
  },
});

function finding(text: string, figure: Figure, units: CompiledUnits): Found | null {
  const name = shareName(text, figure, units);
  return name === null ? null : { at: figure.at, message: 'over', args: { name, value: written(figure) } };
}
