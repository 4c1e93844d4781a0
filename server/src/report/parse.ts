/**
 * Text → Report. Total: whatever the text is, there is a report; an empty one in the worst case.
 */

import { parseTree } from '../syntax';
import type { CompiledGrammar, Tree } from '../syntax';
import { makeText } from '../text';
import { readPeriod } from './period';
import type { Report, Role } from './report';
import { readSections } from './sections';
import { hanOf, readZones } from './zones';

/** Reads a report from its text. */
export function parseReport(value: string, grammar: CompiledGrammar): Report {
  return reportOf(parseTree(makeText(value), grammar));
}

/** Reads a report from a tree that was parsed already. */
export function reportOf(tree: Tree): Report {
  const zones = readZones(tree);
  const roles = [...zones.roles];
  const sections = readSections(tree, roles);
  const first = sections[0]?.block ?? tree.blocks.length;
  const filled: Role[] = roles.map((role, i) => role ?? (i < first ? 'opening' : 'body'));
  const period = readPeriod(tree, filled, zones.title, sections);
  return { tree, roles: filled, title: zones.title, sections, signOff: zones.signOff, period, length: lengthOf(tree, filled) };
}

function lengthOf(tree: Tree, roles: readonly Role[]): number {
  let length = 0;
  tree.blocks.forEach((block, i) => {
    if (roles[i] === 'body' || roles[i] === 'heading' || roles[i] === 'opening') length += hanOf(block);
  });
  return length;
}
