/**
 * Reports a rate or share of a whole over 100 %. Growth, completion against a goal and shares of something that is no whole may be more: only names that can be
 * nothing but a share of a whole count.
 */

import { compare, decimal, figuresOf } from '../../report';
import type { CompiledUnits, Figure } from '../../report';
import { defineBlockRule } from '../rule';
import type { Found } from '../rule';
import page from './percent-range.md';
import { NOTHING, READ, withoutLead, written } from './recompute';

const HUNDRED = decimal(100n);

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
    return figures.some(isOver) ? figures.filter(isOver).flatMap((figure) => finding(block.text, figure, units) ?? []) : NOTHING;
  },
});

const isOver = (figure: Figure): boolean => figure.unit === '%' && figure.range === null && figure.bound !== 'most' && figure.bound !== 'under' && compare(figure.amount, HUNDRED) > 0;

function finding(text: string, figure: Figure, units: CompiledUnits): Found | null {
  const name = shareName(text, figure, units);
  return name === null ? null : { at: figure.at, message: 'over', args: { name, value: written(figure) } };
}

/** The name of a share of a whole, or null where it may be anything else. */
function shareName(text: string, figure: Figure, units: CompiledUnits): string | null {
  if (figure.verb !== '' && ['rise', 'fall'].includes(units.verbs.from(figure.verb, 0)?.value ?? '')) return null;
  const name = withoutLead(text.slice(figure.before.start, figure.before.end), units);
  const own = name === '' ? figure.subject : name;
  const match = units.claims.bounded.exec(own);
  return match && !units.claims.beyond.test(own) ? own.slice(Math.max(0, own.length - LONGEST_NAME, own.lastIndexOf('、') + 1)) : null;
}

const LONGEST_NAME = 16;
