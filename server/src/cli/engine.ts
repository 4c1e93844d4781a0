/**
 * The real core behind the command line's port.
 */

import { analyse, draftBlank, draftFrom, formatText, mend } from '../analysis';
import type { Settings } from '../analysis';
import { bundledProfile, families, grammar, sharedSlots, units } from '../families';
import { chartOf, chartReport, chartSvg, detailOf, diagnosticOf, figureRows, metricsOf, outlineOf, pageAddress, pageOf, ruleCatalogue } from '../features';
import type { ChartReport } from '../features';
import { identitiesOf } from '../lint';
import type { Finding } from '../lint';
import { learner, openElection, seedName } from '../learn';
import type { Family, Profile } from '../profile';
import { decodeProfile, encodeProfile, PROFILE_SCHEMA } from '../profile';
import { parseReport } from '../report';
import { ownCodes, rules } from '../rules';
import type { Described, PreviousReport } from '../rules';
import { NO_DETAIL } from './core';
import type { CheckRequest, CheckResult, Core, Diagnostic, LearnResult, Locale, MetricsResult, ProfileLoading, RuleSummary, SeedText, Suppressed } from './core';
import { compareTexts } from './comparing';
import { describeProfile } from './describe';

const described: readonly Described[] = [...rules, ...ownCodes];

const language = (locale: Locale): 'zh' | 'en' => (locale === 'en' ? 'en' : 'zh');

export const engine: Core = {
  rules: (locale) => described.map((rule) => summaryOf(rule, locale)),
  catalogue: () => ruleCatalogue,
  page: (code) => pageOf(code),
  families: () => families.map((family) => family.id),
  familyProfile: (family) => bundledProfile(family),
  loadProfile,
  check: checkText,
  format: (text, options) => formatText(text, options),
  fix: (text, request) => mend(text, settingsOf(request)),
  outline(text, request) {
    const analysis = analyse(text, settingsOf({ ...request, rules: {}, previous: null }));
    return outlineOf(analysis.report, analysis.foreign() ? null : analysis.alignment());
  },
  earlier: (name, text): PreviousReport => ({ name, report: parseReport(text, grammar) }),
  metrics: readMetrics,
  draft({ lastYear, profile, year }) {
    const settings = settingsOf({ profile, year: null, rules: {}, previous: null });
    if (lastYear !== null) return draftFrom(analyse(lastYear, settings), year);
    return typeof profile === 'string' || year === null ? { ok: false, reason: 'no-profile' } : draftBlank(profile as Profile, settings, year);
  },
  compare: (lastYear, thisYear, request) => compareTexts(lastYear, thisYear, request, settingsOf({ profile: request.profile, year: request.year, rules: {}, previous: null })),
  chart(parts, locale) {
    return chartSvg(chartOf(parts as readonly ChartReport[], language(locale)), language(locale));
  },
  learn: learnFrom,
};

function checkText(text: string, request: CheckRequest): CheckResult {
  const analysis = analyse(text, settingsOf(request));
  const findings = new Map<Diagnostic, Finding>();
  const told = (finding: Finding): Diagnostic => {
    const diagnostic = diagnosticOf(finding, analysis.text, language(request.locale)) as Diagnostic;
    findings.set(diagnostic, finding);
    return diagnostic;
  };
  return {
    family: analysis.alignment()?.profile.family?.id ?? null,
    year: request.year ?? analysis.report.period.year,
    diagnostics: (analysis.findings() ?? []).map(told),
    suppressed: () => [
      ...analysis.allowed().map(({ finding, reason }): Suppressed => ({ diagnostic: told(finding), by: 'comment', reason })),
      ...(request.baseline?.length ? analysis.everything().filter(({ held }) => held).map(({ finding }): Suppressed => ({ diagnostic: told(finding), by: 'baseline', reason: '' })) : []),
    ],
    detail: (diagnostic) => {
      const finding = findings.get(diagnostic);
      return finding ? { identity: identitiesOf(analysis.report, [finding])[0]!.hash, ...detailOf(finding, analysis.text, language(request.locale)) } : NO_DETAIL;
    },
    identities: () => analysis.everything().map(({ identity }) => identity),
    foreign: analysis.foreign(),
  };
}

function readMetrics(text: string, request: Pick<CheckRequest, 'path' | 'profile' | 'year' | 'locale' | 'measures'>): MetricsResult {
  const { report, alignment, foreign, units } = analyse(text, settingsOf({ ...request, rules: {}, previous: null }));
  const rows = figureRows(report, foreign() ? null : alignment(), units, language(request.locale));
  const year = request.year ?? report.period.year;
  return {
    year,
    metrics: metricsOf(report, units),
    places: rows.map(({ section, topic }) => ({ section, topic })),
    chart: { ...chartReport(report, rows, units, request.path.replace(/^.*[\\/]/, '')), year },
  };
}

type Asked = Pick<CheckRequest, 'profile' | 'year' | 'rules' | 'previous' | 'preset' | 'house' | 'measures' | 'baseline'>;

function settingsOf({ rules: levels, year, previous, preset, house, measures, baseline, ...request }: Asked): Settings {
  const profile = request.profile === 'recognise' ? 'auto' : request.profile === 'none' ? null : (request.profile as Profile);
  return { profile, rules: levels, year, previous: previous as PreviousReport | null, ...(preset ? { preset } : {}), ...(house ? { house } : {}), measures: measures ?? [], baseline: baseline ?? null };
}

const BASES: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  norm: { zh: '规定', en: 'norm' }, standard: { zh: '标准', en: 'standard' }, practice: { zh: '实务', en: 'practice' },
  learned: { zh: '样本', en: 'learned' }, arithmetic: { zh: '计算', en: 'arithmetic' }, tool: { zh: '工具', en: 'tool' },
};

/** The page's first two sentences are the rule in a line, Chinese and English. */
function summaryOf(rule: Described, locale: Locale): RuleSummary {
  const lines = rule.page.split(/\r?\n/).filter((line) => line && !line.startsWith('#'));
  return {
    code: rule.code,
    group: rule.group,
    basis: rule.basis.map((basis) => BASES[basis]![language(locale)]).join(locale === 'en' ? ', ' : '、'),
    severity: rule.severity,
    fix: rule.fix,
    address: pageAddress(rule.code) ?? '',
    summary: (locale === 'en' ? lines[1] : lines[0]) ?? rule.code,
  };
}

function loadProfile(text: string): ProfileLoading {
  const decoded = decodeProfile(text);
  if (decoded.ok) return { ok: true, profile: decoded.profile };
  if (decoded.reason === 'newer') return { ok: false, reason: 'newer-version', found: Number.parseInt(decoded.detail, 10), known: PROFILE_SCHEMA };
  return { ok: false, reason: decoded.reason === 'syntax' ? 'not-json' : 'not-a-profile' };
}

/** Reports are held only until the family is known: the first one long enough to tell decides, and the rest stream. */
async function learnFrom(reports: AsyncIterable<SeedText>, family: string | null): Promise<LearnResult> {
  const schools = new Map<string, ReturnType<typeof learner>>();
  const election = openElection(families);
  const wanted: readonly (Family | null)[] = family === 'none' ? [null] : family !== null ? [families.find((known) => known.id === family) ?? null] : [...families, null];
  for (const candidate of wanted) schools.set(candidate?.id ?? '', learner({ grammar, units, shared: sharedSlots, family: candidate }));
  let count = 0;
  for await (const seed of reports) {
    count++;
    if (wanted.length > 1) election.vote(parseReport(seed.text, grammar));
    for (const school of schools.values()) school.add({ name: seedName(seed.name), text: seed.text });
  }
  if (count === 0) return { ok: false, reason: 'no-report' };
  const chosen = wanted.length > 1 ? (election.elected() ?? '') : (wanted[0]?.id ?? '');
  const profile = schools.get(chosen)!.profile();
  return { ok: true, profile: encodeProfile(profile), family: profile.family?.id ?? null, reports: profile.seeds.length, slots: profile.slots.length, summary: describeProfile(profile) };
}
