/** Reports a list that leaves out a level of the standard's order: （1） right under 一、. Once for each heading that has such a list, at its first item. */

import type { Section } from '../../report';
import type { MarkStyle } from '../../syntax';
import type { Evidence } from '../rule';
import { defineReportRule } from '../rule';
import page from './level-skip.md';

/** What may stand right under a level. Levels that are not named have no order to skip. */
const ALLOWED: Readonly<Partial<Record<MarkStyle, readonly MarkStyle[]>>> = {
  han: ['han-paren', 'arabic'],
  'han-paren': ['arabic'],
};
const LOWER: readonly MarkStyle[] = ['arabic-paren', 'circled'];
const GROUND: Evidence = { kind: 'norm', ref: 'GB/T 9704—2012 7.3.3', text: '一、 → （一） → 1. → （1）' };

export const levelSkip = defineReportRule({
  code: 'numbering/level-skip',
  group: 'numbering',
  since: '0.1.0',
  severity: 'info',
  basis: ['standard'],
  fix: null,
  page,
  messages: {
    skip: { zh: '“{parent}”之下直接用“{found}”，越过了“{allowed}”这一级；层次序数依次为一、（一）1.（1）。', en: '“{found}” right under “{parent}” leaves out the level “{allowed}”; levels follow in the order 一、（一）1.（1）.' },
    parent: { zh: '上一级', en: 'The level above' },
  },
  *check({ report }) {
    const { value } = report.tree.text;
    const said = new Set<Section>();
    for (const section of report.sections) {
      const { parent } = section;
      const above = parent && styleOf(parent);
      const own = styleOf(section);
      if (!parent || !above || !own || said.has(parent) || !LOWER.includes(own) || !ALLOWED[above] || ALLOWED[above].includes(own)) continue;
      said.add(parent);
      yield {
        at: section.markerSpan,
        message: 'skip',
        args: { parent: value.slice(parent.markerSpan.start, parent.markerSpan.end), found: value.slice(section.markerSpan.start, section.markerSpan.end), allowed: above === 'han' ? '（一）' : '1.' },
        evidence: [GROUND],
        related: [{ at: parent.headSpan, message: 'parent' }],
      };
    }
  },
});

/** The style a mark stands for. */
const styleOf = (section: Section): MarkStyle | null => (section.verdict.kind === 'restyled' ? section.verdict.style : (section.marker?.style ?? null));
