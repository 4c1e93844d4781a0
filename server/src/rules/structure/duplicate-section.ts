/** Reports the same heading twice under one parent: a section that was copied and not rewritten. */

import type { Section } from '../../report';
import { defineReportRule } from '../rule';
import page from './duplicate-section.md';

export const duplicateSection = defineReportRule({
  code: 'structure/duplicate-section',
  group: 'structure',
  since: '0.1.0',
  severity: 'warning',
  basis: ['practice'],
  fix: null,
  page,
  messages: {
    duplicate: { zh: '标题“{title}”与前面“{mark}”的标题相同；请核对是否重复或忘记改写。', en: 'The heading “{title}” repeats that of “{mark}”; check whether it was copied and not rewritten.' },
    first: { zh: '前一处', en: 'The first one' },
  },
  *check({ report }) {
    const seen = new Map<string, Section>();
    for (const section of report.sections) {
      const words = section.words.replace(/\s/g, '');
      if (words.length < 3) continue;
      const key = `${section.parent?.index ?? -1} ${words}`;
      const first = seen.get(key);
      if (!first) seen.set(key, section);
      else yield { at: section.titleSpan, message: 'duplicate', args: { title: section.title, mark: first.marker?.written ?? first.title }, related: [{ at: first.headSpan, message: 'first' }] };
    }
  },
});
