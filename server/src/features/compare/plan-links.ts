/**
 * Between a promise of last year's plan and the places of this year's report that take it up: both ways, and what stands above a promise as a lens. Places and words only.
 */

import { followThrough } from '../../align';
import type { Alignment, PlanFate } from '../../align';
import type { Language } from '../../lint';
import type { Report } from '../../report';
import type { Span } from '../../text';
import { sectionLabel } from './compare';
import { compareText } from './words';

/** Above a promise of last year's plan. `places` are in this year's report, the best first; empty where nothing takes it up. */
export interface PlanLens {
  readonly at: Span;
  readonly title: string;
  readonly places: readonly Span[];
}

/** Lenses over the plan of `previous`, which is the report to be shown; one a line, that of the outermost promise. */
export function planLenses(previous: Report, report: Report, alignment: Alignment | null, language: Language): readonly PlanLens[] {
  const lenses: PlanLens[] = [];
  let lastBlock = -1;
  for (const { item, fate, places } of followThrough(previous, report, alignment)) {
    if (fate === 'general' || item.block === lastBlock) continue;
    lastBlock = item.block;
    const where = [...new Set(places.map(({ place }) => sectionLabel(report, place.section)))].filter((label) => label !== '');
    const title = fate === 'reported' ? compareText('lensReported', language, { where: where.join(language === 'zh' ? '、' : ', ') }) : compareText(fate === 'unclear' ? 'lensUnclear' : 'lensUnreported', language);
    lenses.push({ at: item.at, title, places: places.map(({ place }) => place.at) });
  }
  return lenses;
}

/** Places of `report` that take up the promise at an offset of `previous`; the innermost promise there that has any. */
export function takenUpAt(previous: Report, report: Report, alignment: Alignment | null, offset: number): readonly Span[] {
  const around = followThrough(previous, report, alignment).filter(({ item, places }) => places.length > 0 && item.at.start <= offset && offset <= item.at.end);
  return narrowest(around)?.places.map(({ place }) => place.at) ?? [];
}

/** Promises of `previous` that the place at an offset of `report` takes up. */
export function promisesAt(previous: Report, report: Report, alignment: Alignment | null, offset: number): readonly Span[] {
  const fates = followThrough(previous, report, alignment);
  const parents = new Set(fates.map(({ item }) => item.parent));
  return fates.filter(({ item, places }) => !parents.has(item.index) && places.some(({ place: { at } }) => at.start <= offset && offset <= at.end)).map(({ item }) => item.at);
}

const narrowest = (fates: readonly PlanFate[]): PlanFate | undefined => [...fates].sort((a, b) => a.item.at.end - a.item.at.start - (b.item.at.end - b.item.at.start))[0];
