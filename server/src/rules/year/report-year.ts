/** Reports a title, opening, first-level heading or sign-off that speaks of another year than the report. Silent while the report's year is in doubt. */

import { replaceYear } from '../../edit';
import type { Report, YearMention } from '../../report';
import type { Span } from '../../text';
import type { Found, ReportContext } from '../rule';
import { defineReportRule } from '../rule';
import { headingAt, slotsOf } from './headings';
import page from './report-year.md';

/** Years further back than this are history, not last year's text left standing. */
const LONGEST_AGO = 3;
/** A report is signed in its own year, or one or two years later. */
const LATEST_SIGNED = 2;

export const reportYear = defineReportRule({
  code: 'year/report-year',
  group: 'year',
  since: '0.1.0',
  severity: 'warning',
  basis: ['practice'],
  fix: 'suggested',
  page,
  messages: {
    title: { zh: '标题写的是{found}年，而全文讲的是{year}年；请核对。', en: 'The title says {found}, the report is about {year}.' },
    opening: { zh: '开头写的是{found}年，而全文讲的是{year}年；请核对是否沿用了往年的文字。', en: 'The opening says {found}, the report is about {year}; last year\'s text may have been left standing.' },
    heading: { zh: '这个标题写的是{found}年，而全文讲的是{year}年；请核对。', en: 'This heading says {found}, the report is about {year}.' },
    signOff: { zh: '落款为{found}年，与{year}年度的报告对不上：落款应在当年或其后一两年。', en: 'Signed in {found}, which does not fit a report on {year}: it is signed in that year or one or two years later.' },
    because: { zh: '这里写的是{year}年', en: 'This speaks of {year}' },
    replace: { zh: '改为{to}年', en: 'Change to {to}' },
  },
  *check(context) {
    const { report, year, yearSure } = context;
    if (year === null || !yearSure) return;
    const because = witnesses(report.period.mentions, year);
    for (const mention of report.period.mentions) {
      if (disagrees(context, mention, year)) yield finding(report, mention, year, because);
    }
  },
});

function disagrees(context: ReportContext, { year: found, where, span }: YearMention, year: number): boolean {
  if (where === 'sign-off') return found < year || found > year + LATEST_SIGNED;
  if (found === year || found < year - LONGEST_AGO) return false;
  if (where === 'title' || where === 'opening') return true;
  return where === 'heading' && headingDisagrees(context, span, found, year);
}

/** A heading with the year before is left over; one with the year after may state the plan in words of its own. */
function headingDisagrees(context: ReportContext, at: Span, found: number, year: number): boolean {
  const section = headingAt(context.report, at.start);
  // A heading that names the report's year as well compares, or joins two years.
  if (!section || section.words.includes(String(year))) return false;
  const slots = slotsOf(context, section);
  if (slots.includes('plan')) return false;
  return found < year || (slots.length > 0 && !context.grammar.future.test(section.words));
}

/** Places that agree with the year, one of each kind, as grounds. */
function witnesses(mentions: readonly YearMention[], year: number): readonly YearMention[] {
  const kinds = new Set<string>();
  return mentions.filter(({ where, year: said }) => {
    const agrees = where === 'plan' ? said === year + 1 : said === year && where !== 'sign-off';
    if (!agrees || kinds.has(where)) return false;
    kinds.add(where);
    return true;
  });
}

function finding(report: Report, mention: YearMention, year: number, because: readonly YearMention[]): Found {
  const to = mention.where === 'sign-off' ? year + 1 : year;
  return {
    at: mention.span,
    message: mention.where === 'sign-off' ? 'signOff' : mention.where,
    args: { found: mention.year, year },
    related: because.map((other) => ({ at: other.span, message: 'because', args: { year: other.year } })),
    fix: { safety: 'suggested', title: 'replace', args: { to }, edits: () => replaceYear(report, mention.span, to) },
  };
}
