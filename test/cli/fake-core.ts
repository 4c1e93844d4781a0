/**
 * A core that is small enough to know by heart, for tests of the frame. Its "reports" begin with `REPORT`; every line `severity: message` is a
 * finding on that line, `FIX` in it marks a safe fix (which turns the word into `DONE`), `YEAR n` sets the year, `BOOM` is a defect of the core.
 */
import { NO_DETAIL } from '../../server/src/cli/core';
import type { CheckRequest, CheckResult, CompareResult, Core, Diagnostic, DiagnosticDetail, LearnResult, MetricsResult, ProfileChoice, RuleSummary, SeedText } from '../../server/src/cli/core';
import type { Outline } from '../../server/src/features';
import { settingOf } from '../../server/src/lint';

const RULES: readonly RuleSummary[] = [
  { code: 'numbering/sequence', group: 'numbering', basis: 'S', severity: 'error', fix: 'safe', address: 'https://example.org/rule.md', summary: 'gap in the numbering' },
  { code: 'text/placeholder', group: 'text', basis: 'P', severity: 'error', fix: null, address: 'https://example.org/rule.md', summary: '未填写的内容' },
  { code: 'text/stray-space', group: 'text', basis: 'P', severity: 'info', fix: 'safe', address: 'https://example.org/rule.md', summary: 'a space too many' },
];
const CODE_OF: Readonly<Record<string, string>> = { error: 'numbering/sequence', warning: 'text/placeholder', info: 'text/stray-space', hint: 'text/stray-space' };

interface FakeProfile {
  readonly marker: string;
}

export interface FakeCore extends Core {
  /** Every request, oldest first. */
  readonly requests: readonly CheckRequest[];
  /** Greatest number of texts to learn from that were held at once is one; this counts how many there were. */
  readonly learned: readonly string[];
}

export function fakeCore(): FakeCore {
  const requests: CheckRequest[] = [];
  const learned: string[] = [];
  return {
    requests,
    learned,
    rules: () => RULES,
    catalogue: () => RULES.map(({ code, severity }) => ({ code, severity, former: [`former/${code.split('/')[1]!}`] })),
    page: (code, locale) => (RULES.some((rule) => rule.code === code) ? `# ${code}\n\nPage in **${locale}** with \`code\`.\n\n\`\`\`\nbad\n\`\`\`\n` : null),
    families: () => ['fake-family', 'other-family'],
    familyProfile: (family) => (family === 'fake-family' ? { marker: 'REPORT' } : family === 'other-family' ? { marker: 'OTHER' } : null),
    loadProfile: (text) => {
      try {
        const value: unknown = JSON.parse(text);
        if (typeof value !== 'object' || value === null || !('marker' in value)) return { ok: false, reason: 'not-a-profile' };
        return 'version' in value && Number(value.version) > 1 ? { ok: false, reason: 'newer-version', found: Number(value.version), known: 1 } : { ok: true, profile: value };
      } catch {
        return { ok: false, reason: 'not-json' };
      }
    },
    check: (text, request) => {
      requests.push(request);
      return check(text, request);
    },
    fix: (text) => ({ text: text.replaceAll('FIX', 'DONE'), fixed: text.split('FIX').length - 1 }),
    format: (text, { width }) => text.replaceAll('FIX', width === 'full' ? 'WIDE' : 'DONE'),
    draft: ({ lastYear, profile, year }) => (lastYear === null && typeof profile === 'string' ? { ok: false, reason: 'no-profile' } : { ok: true, text: `DRAFT ${year ?? 2025}\n${lastYear ?? ''}`, year: year ?? 2025, headings: 2, placeholders: 3, planItems: 1, problems: 1, added: [{ zh: '原因', en: 'causes' }] }),
    outline: (text): Outline => ({ title: text.split('\n')[0] || null, year: 2024, sections: [{ level: 1, marker: '一、', title: '成绩', line: 2, runIn: false, slot: 'results', children: [{ level: 2, marker: '（一）', title: '其一', line: 3, runIn: true, slot: null, children: [] }] }], passages: [] }),
    earlier: (name, text) => ({ name, text }),
    metrics: (text, { path, year }) => metrics(text, path, year),
    compare: (lastYear, thisYear, { names }) => comparison(lastYear, thisYear, names),
    chart: (parts) => `<svg>${JSON.stringify(parts)}</svg>\n`,
    learn: (reports, family) => learn(reports, family, learned),
  };
}

function markerOf(profile: ProfileChoice): string {
  if (profile === 'none') return '';
  return profile === 'recognise' ? 'REPORT' : (profile as FakeProfile).marker;
}

function check(text: string, request: CheckRequest): CheckResult {
  if (text.includes('BOOM')) throw new Error('boom\nin the core');
  const family = request.profile === 'none' ? null : 'fake-family';
  if (!text.startsWith(markerOf(request.profile))) return { family: request.profile === 'recognise' ? null : family, year: null, diagnostics: [], detail: () => NO_DETAIL, foreign: true };
  const diagnostics = text.split(/\r?\n/).flatMap((line, number): readonly Diagnostic[] => {
    const match = /^(error|warning|info|hint): (.*)$/.exec(line);
    if (!match) return [];
    const rule = CODE_OF[match[1]!]!;
    const asked = settingOf(request.rules, rule) ?? (match[1] as Diagnostic['severity']);
    if (asked === 'off') return [];
    const range = { start: { line: number, character: 2 }, end: { line: number, character: 5 } };
    return [{ rule, severity: asked, message: `${request.locale === 'en' ? 'en ' : ''}${match[2]}`, range, fix: line.includes('FIX') ? 'safe' : null, evidence: [] }];
  });
  return { family, year: request.year ?? Number(/YEAR (\d+)/.exec(text)?.[1] ?? 2024), diagnostics, detail: (one) => detailOf(one, text), foreign: false };
}

/** A fix turns the word into `DONE`; `SEE` is about the first line as well. */
function detailOf({ message, fix, range: { start: { line } } }: Diagnostic, text: string): DiagnosticDetail {
  const at = text.split(/\r?\n/)[line]!.indexOf('FIX');
  const firstLine = { start: { line: 0, character: 0 }, end: { line: 0, character: 6 } };
  return {
    identity: null,
    related: message.includes('SEE') ? [{ range: firstLine, message: 'the first line' }] : [],
    fix: fix && { title: 'turn FIX into DONE', edits: [{ range: { start: { line, character: at }, end: { line, character: at + 3 } }, text: 'DONE' }] },
  };
}

/** Every line `name=numeral unit` is a figure; the first two make a relation. */
function metrics(text: string, path: string, year: number | null): MetricsResult {
  if (text.includes('BOOM')) throw new Error('boom');
  const figures = text.split(/\r?\n/).flatMap((line, number) => {
    const match = /^(.+)=([\d.]+)(.*)$/.exec(line);
    return match ? [{ line: number, character: match[1]!.length + 1, numeral: match[2]!, value: Number(match[2]), unit: match[3]!, scale: '', qualifier: '', kind: 'count' as const, subject: match[1]!, period: year }] : [];
  });
  const relations = figures.length > 1 ? [{ kind: 'sum' as const, whole: 0, parts: [1], rate: null, holds: false, recomputed: figures[1]!.value }] : [];
  return { year: year ?? 2024, metrics: { figures, relations }, places: figures.map(() => ({ section: '一、甲', topic: '' })), chart: { path } };
}

async function learn(reports: AsyncIterable<SeedText>, family: string | null, learned: string[]): Promise<LearnResult> {
  for await (const { name, text } of reports) learned.push(`${name}:${text.length}`);
  if (!learned.length) return { ok: false, reason: 'no-report' };
  const names = [...learned].sort();
  return { ok: true, profile: `${JSON.stringify({ marker: 'REPORT', family, seeds: names })}\n`, family, reports: names.length, slots: 3, summary: { family, seeds: names } };
}

/** Two reports with a section, a promise and a copied sentence each, made of their first lines. */
function comparison(lastYear: string, thisYear: string, names: { readonly before: string; readonly now: string }): CompareResult {
  const section = { level: 1, line: 1, character: 0, length: 10 };
  const at = { line: 2, character: 0 };
  return {
    comparison: {
      before: { title: lastYear.split('\n')[0]!, year: 2023 }, now: { title: thisYear.split('\n')[0]!, year: 2024 },
      sections: [{ before: { ...section, heading: '一、甲' }, now: null, copied: 0 }],
      figures: [{ name: '受理申请', section: '一', before: { ...at, text: '17件' }, now: { ...at, text: '20件' }, change: '↑17.6%' }],
      figuresOnly: { before: 1, now: 2 },
      plan: [{ ...at, kind: 'item', depth: 0, text: '一是建队伍', fate: 'reported', places: [{ ...at, section: '一（二）', text: '建成队伍', words: ['队伍'] }] }],
      copied: [{ kind: 'same', text: '一句话。', section: '一', before: at, now: at }],
    },
    words: { sections: 'SECTIONS', figures: 'FIGURES', plan: 'PLAN', copied: 'COPIED', before: 'BEFORE', now: 'NOW', change: 'CHANGE', figure: 'FIGURE', section: 'SECTION', taken: 'TAKEN', length: 'LENGTH', promise: 'PROMISE', fate: 'FATE', where: 'WHERE', grounds: 'GROUNDS', sentence: 'SENTENCE', none: 'NONE', figuresOnly: '1+2', planSum: '1/1', fates: { reported: 'yes', unclear: 'perhaps', unreported: 'no', general: 'general' } },
    markdown: () => `# ${names.before} ${names.now}\n`,
  };
}
