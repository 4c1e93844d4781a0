/**
 * Headings of several seeds that mean the same thing. Works on a sorted list, so that the order in which seeds come in does not matter.
 */

import { compareText } from '../base';
import type { SectionDigest } from '../profile';
import { plainly } from '../report';
import { likeness, overlap } from '../text';

/** A section with the seed it comes from. */
export interface Member {
  readonly seed: string;
  readonly section: SectionDigest;
}

export interface Cluster {
  readonly members: readonly Member[];
  /** The commonest heading; ties go to the first in code unit order. */
  readonly title: string;
}

const ENOUGH = 0.55;

/** Groups members whose headings, words and places are alike; at most one member a seed counts for support, but all are kept. */
export function clusterSections(members: readonly Member[]): readonly Cluster[] {
  const ordered = [...members].sort((a, b) => compareText(a.section.title, b.section.title) || a.section.at - b.section.at || compareText(a.seed, b.seed));
  const byTitle = new Map<string, Member[]>();
  for (const member of ordered) {
    const known = byTitle.get(member.section.title);
    if (known) known.push(member);
    else byTitle.set(member.section.title, [member]);
  }
  // The commonest titles lead; rarer ones join the most alike leader.
  const titles = [...byTitle.entries()].sort(([a, m], [b, n]) => n.length - m.length || compareText(a, b));
  const clusters: { lead: Member; members: Member[] }[] = [];
  for (const [, group] of titles) {
    const lead = group[0]!;
    const home = nearest(clusters, lead, group);
    if (home) home.members.push(...group);
    else clusters.push({ lead, members: [...group] });
  }
  return clusters.map((cluster) => ({ members: cluster.members, title: commonest(cluster.members) }));
}

/** Leaders beyond this number are not compared: a corpus with so many different headings has no common ones left to find. */
const MOST_LEADERS = 400;

function nearest(clusters: readonly { lead: Member; members: Member[] }[], member: Member, group: readonly Member[]): { lead: Member; members: Member[] } | null {
  let best: { lead: Member; members: Member[] } | null = null;
  let score = ENOUGH;
  for (const cluster of clusters.slice(0, MOST_LEADERS)) {
    const alike = sectionLikeness(cluster.lead.section, member.section);
    if (alike <= score || bothIn(cluster.members, group)) continue;
    score = alike;
    best = cluster;
  }
  return best;
}

/** A seed that has both headings holds them apart, and so must we. */
function bothIn(members: readonly Member[], group: readonly Member[]): boolean {
  const seeds = new Set(members.map((member) => member.seed));
  return group.some((member) => seeds.has(member.seed));
}

/** How alike two sections are, 0 to 1: headings first; what they talk about and where they stand may help a weaker likeness. */
export function sectionLikeness(a: SectionDigest, b: SectionDigest): number {
  const [one, other] = [plainly(a.title), plainly(b.title)];
  const titles = Math.max(likeness(one, other), stem(one, other));
  if (titles >= 0.8) return titles;
  const near = 1 - Math.min(1, Math.abs(a.at - b.at) / 400);
  return titles * 0.6 + overlap(a.terms, b.terms) * 0.3 + near * 0.1;
}

/** Headings that share a stem of four or more characters (经济发展, 经济发展新业绩). */
function stem(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  for (let size = Math.min(short.length, 8); size >= 4; size--) {
    for (let i = 0; i + size <= short.length; i++) if (long.includes(short.slice(i, i + size))) return Math.min(1, 0.5 + size / (2 * short.length));
  }
  return 0;
}

function commonest(members: readonly Member[]): string {
  const counts = new Map<string, number>();
  for (const { section } of members) counts.set(section.title, (counts.get(section.title) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b))[0]![0];
}
