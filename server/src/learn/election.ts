/**
 * Which family a set of reports belongs to: each report that is plainly of one votes for it, and more than half must.
 */

import { density } from '../profile';
import type { Family } from '../profile';
import type { Report } from '../report';

/** Votes are given one report at a time, so that reports can stream. */
export interface Election {
  readonly vote: (report: Report) => void;
  /** Id of the elected family, or null. */
  readonly elected: () => string | null;
}

/** Opens an election among `families`. */
export function openElection(families: readonly Family[]): Election {
  const votes = new Map<string, number>();
  let reports = 0;
  return {
    vote(report) {
      reports++;
      for (const family of families) if (density(report, family) >= family.recognise.perThousand) votes.set(family.id, (votes.get(family.id) ?? 0) + 1);
    },
    elected() {
      const [first] = [...votes].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
      return first && first[1] * 2 > reports ? first[0] : null;
    },
  };
}
