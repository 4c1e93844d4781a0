/**
 * A snapshot of one document: text, report, alignment, findings, each made when first asked for and never changed. A new text makes a new snapshot that takes over
 * every line, block and block finding it did not touch; a new profile keeps the report; new settings keep all but the findings.
 */

import { align, isScrap } from '../align';
import type { Alignment } from '../align';
import { contentHash, lazy } from '../base';
import { bundledProfiles, grammar, units as commonUnits } from '../families';
import { heldBack, identitiesOf, lint } from '../lint';
import type { Allowed, Baseline, Finding, Identity, Preset, RuleSettings } from '../lint';
import type { Profile } from '../profile';
import { reportOf, unitsWith } from '../report';
import type { CompiledUnits, Report } from '../report';
import { rules as allRules } from '../rules';
import type { House, PreviousReport, Rule } from '../rules';
import { parseTree } from '../syntax';
import { makeText } from '../text';
import type { Text } from '../text';
import { foreignNotice, nearestProfile } from './kin';

/** What a check depends on besides the text. */
export interface Settings {
  /** The profile to check against; `auto` takes the bundled family the text belongs to; null checks without one. */
  readonly profile: Profile | 'auto' | null;
  readonly rules: RuleSettings;
  /** The report's year when it is known from outside, else null. */
  readonly year: number | null;
  /** Last year's report and its name, for the rules that compare with it. */
  readonly previous?: PreviousReport | null;
  readonly preset?: Preset;
  readonly house?: House;
  /** Measure words besides the common ones. */
  readonly measures?: readonly string[];
  /** Findings that were accepted. */
  readonly baseline?: Baseline | null;
  /** Only for tests of the engine; all rules otherwise. */
  readonly only?: readonly Rule[];
}

export const DEFAULT_SETTINGS: Settings = { profile: 'auto', rules: {}, year: null };

export interface Analysis {
  readonly text: Text;
  readonly settings: Settings;
  readonly report: Report;
  /** Null when no profile holds. */
  readonly alignment: () => Alignment | null;
  /** True when the text is plainly no report of the family it is checked as. */
  readonly foreign: () => boolean;
  /** Findings in document order; `cancelled` is asked between rules, and a cancelled run answers null and is not kept. */
  readonly findings: (cancelled?: () => boolean) => readonly Finding[] | null;
  /** Those and the findings the baseline holds back, in document order, with what each is known by. */
  readonly everything: () => readonly { readonly finding: Finding; readonly identity: Identity; readonly held: boolean }[];
  /** Findings that comments of the text hold back, in document order. */
  readonly allowed: () => readonly Allowed[];
  /** Words that figures are read by, the house's own among them. */
  readonly units: CompiledUnits;
  /** Exact work: blocks read for this snapshot, and block checks made for its findings. */
  readonly counters: () => { readonly blocksRead: number; readonly blockChecks: number };
  /** Identity of the answer: equal ids mean equal findings. */
  readonly id: () => string;
}

/** Analyses a text. `previous` is an earlier snapshot of the same document and only saves time. */
export function analyse(value: string | Text, settings: Settings = DEFAULT_SETTINGS, previous?: Analysis): Analysis {
  const text = typeof value === 'string' ? makeText(value) : value;
  const report = previous && previous.text.value === text.value ? previous.report : reportOf(parseTree(text, grammar, previous?.report.tree));
  const year = settings.year ?? report.period.year;
  const profile = lazy(() => (settings.profile === 'auto' ? nearestProfile(report, bundledProfiles()) : settings.profile));
  const alignment = lazy(() => {
    const chosen = profile();
    return chosen ? align(report, chosen, year) : null;
  });
  const foreign = lazy(() => alignment()?.fits === false);
  const units = unitsWith(commonUnits, settings.measures ?? []);
  let all: readonly Finding[] = [];
  let allowed: readonly Allowed[] = [];
  let result: { findings: readonly Finding[]; blockChecks: number } | null = null;
  const findings = (cancelled?: () => boolean): readonly Finding[] | null => {
    if (result) return result.findings;
    if (foreign()) return (result = { findings: [foreignNotice(report, profile()!)], blockChecks: 0 }).findings;
    const chosen = profile();
    const made = lint({ report, alignment: chosen && isScrap(report, chosen) ? null : alignment(), rules: settings.only ?? allRules, settings: settings.rules, units, year: settings.year, previous: settings.previous ?? null, ...policyParts(settings), ...(cancelled ? { cancelled } : {}) });
    if (cancelled?.()) return null;
    all = made.findings;
    allowed = made.allowed;
    return (result = { ...made, findings: open(report, all, settings.baseline) }).findings;
  };
  const everything = lazy(() => {
    findings();
    const identities = identitiesOf(report, all);
    const held = heldBack(identities, settings.baseline ?? []);
    return all.map((finding, i) => ({ finding, identity: identities[i]!, held: held[i]! }));
  });
  const counters = (): { blocksRead: number; blockChecks: number } => ({ blocksRead: report.tree.blocksRead, blockChecks: result?.blockChecks ?? 0 });
  const id = lazy(() => `${contentHash(text.value)}.${identityOf(settings)}`);
  return { text, settings, report, alignment, foreign, findings, everything, allowed: () => (findings(), allowed), units, counters, id };
}

/** Findings that the baseline does not hold back. */
function open(report: Report, findings: readonly Finding[], baseline: Baseline | null | undefined): readonly Finding[] {
  if (!baseline?.length) return findings;
  const held = heldBack(identitiesOf(report, findings), baseline);
  return findings.filter((_, i) => !held[i]);
}

const policyParts = ({ preset, house }: Settings): { readonly preset?: Preset; readonly house?: House } => ({ ...(preset ? { preset } : {}), ...(house ? { house } : {}) });

const profileIds = new WeakMap<Profile, string>();

function identityOf(settings: Settings): string {
  const { profile, previous } = settings;
  let own = profile === 'auto' ? 'auto' : 'none';
  if (profile !== 'auto' && profile !== null) {
    own = profileIds.get(profile) ?? contentHash(JSON.stringify(profile));
    profileIds.set(profile, own);
  }
  return `${own}.${contentHash(JSON.stringify([settings.rules, settings.year, settings.preset, settings.house, settings.measures, settings.baseline]))}${previous ? `.${contentHash(previous.report.tree.text.value)}` : ''}`;
}
