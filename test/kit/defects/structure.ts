/** Defects of a report's build: a part left out, two swapped, a heading emptied or given twice. */
import { defect, type Break, type Defect } from './defect';
import type { Edit } from '../edits';
import { chineseNumeral, headingsOf, linesOf, partsOf, siblingGroups, type Heading, type Part, type Role } from '../reading';

/** Edits that give the first-level headings left by a deletion running numbers again. */
function renumbered(headings: readonly Heading[]): readonly Edit[] {
  return headings.flatMap((heading, i) => (heading.number === i + 1 ? [] : [{ ...heading.numeral, text: chineseNumeral(i + 1) }]));
}

/** All parts of a role go; null where the role shares a heading with another or is not stated at all. */
function withoutRole(text: string, role: Role): Break | null {
  const parts = partsOf(text);
  const gone = parts.filter((part) => part.roles.includes(role));
  if (!gone.length || gone.some((part) => part.roles.length > 1)) return null;
  const inside = (offset: number): boolean => gone.some((part) => offset >= part.start && offset < part.end);
  const headings = headingsOf(text);
  const rest = headings.filter((heading) => heading.level === 1 && !inside(heading.start));
  const cuts = gone.map((part): Edit => ({ start: part.start, end: part.end, text: '' }));
  const [first, last] = [gone[0]!, gone.at(-1)!];
  const before = Math.max(0, text.slice(0, first.start).trimEnd().length - 1);
  const next = headings.find((heading) => heading.start >= last.end);
  return {
    edits: [...cuts, ...renumbered(rest)],
    around: { start: before, end: next ? next.end : text.length },
    note: `${role} taken out: ${gone.map((part) => text.slice(part.start, part.start + 16).trim()).join(' + ')}…`,
  };
}

const missing = (role: Role): Defect =>
  defect(`deleted section: ${role}`, 'structure/missing-section', (text) => {
    const found = withoutRole(text, role);
    return found ? [found] : [];
  });

/** A combined section (problems and plan under one heading) taken out whole. */
const missingCombined = defect('deleted section: problems and plan', 'structure/missing-section', (text) => {
  const parts = partsOf(text).filter((part) => part.roles.includes('problems') || part.roles.includes('plan'));
  const [part] = parts;
  if (parts.length !== 1 || part!.roles.length < 2) return [];
  const next = headingsOf(text).find((heading) => heading.start >= part!.end);
  const rest = headingsOf(text).filter((heading) => heading.level === 1 && (heading.start < part!.start || heading.start >= part!.end));
  return [{
    edits: [{ start: part!.start, end: part!.end, text: '' }, ...renumbered(rest)],
    around: { start: Math.max(0, text.slice(0, part!.start).trimEnd().length - 1), end: next ? next.end : text.length },
    note: `combined section taken out: ${text.slice(part!.start, part!.start + 16).trim()}…`,
  }];
});

const headed = (text: string, role: Role): (Part & { readonly heading: Heading }) | null => {
  const parts = partsOf(text).filter((part) => part.roles.includes(role));
  const [part] = parts;
  return parts.length === 1 && part!.roles.length === 1 && part!.heading ? { ...part!, heading: part!.heading } : null;
};

const swapped = defect('swapped sections', 'structure/section-order', (text) => {
  const problems = headed(text, 'problems');
  const plan = headed(text, 'plan');
  if (!problems || !plan || problems.end > plan.start || text.slice(problems.end, plan.start).trim()) return [];
  // The blanks between the two stay where they are.
  const gap = text.slice(problems.start, problems.end).match(/\s*$/)![0] + text.slice(problems.end, plan.start);
  const numbered = (part: Part & { readonly heading: Heading }, number: number): string =>
    text.slice(part.start, part.heading.numeral.start) + chineseNumeral(number) + text.slice(part.heading.numeral.end, part.end);
  const planFirst = numbered(plan, problems.heading.number).trimEnd() + gap;
  const problemsAfter = numbered(problems, problems.heading.number + 1).trimEnd() + text.slice(problems.start, plan.end).match(/\s*$/)![0];
  const start = problems.heading.start;
  return [{
    edits: [{ start: problems.start, end: plan.end, text: planFirst + problemsAfter }],
    around: { start, end: plan.end },
    at: { start, end: problems.start + planFirst.length + (problems.heading.end - problems.start) },
    note: 'plan put before problems, both renumbered',
  }];
});

const emptied = defect('emptied section', 'structure/empty-section', (text) => {
  const headings = headingsOf(text);
  const lines = linesOf(text);
  return headings.flatMap((heading): readonly Break[] => {
    const next = headings.find((other) => other.start >= heading.section.end);
    if (heading.runIn || heading.level === 3 || !next || next.level > heading.level) return [];
    const body = { start: heading.line.next, end: heading.section.end };
    // A section that holds a part of its own (problems stated by a last paragraph) would lose that part as well.
    if (partsOf(text).some((part) => !part.heading && part.start >= body.start && part.start < body.end)) return [];
    if (!lines.some((line) => line.start >= body.start && line.end <= body.end && line.text.trim())) return [];
    // A sentence that bears a number is an item by itself; and a part above the first level must not go with the text.
    if (text[heading.line.start + heading.line.text.trimEnd().length - 1] === '。' || /^[ \u3000]*第[一二三四五]部分/m.test(text.slice(body.start, body.end))) return [];
    return [{ edits: [{ ...body, text: '' }], around: { start: heading.start, end: heading.end }, note: `text under ${text.slice(heading.start, heading.end)} taken out` }];
  });
}, true);

const repeatedHeading = defect('repeated heading', 'structure/duplicate-section', (text) =>
  siblingGroups(text, 2).filter((group) => group[0]!.level === 2).flatMap((group) =>
    group.slice(1).map((heading): Break => {
      const title = text.slice(group[0]!.title.start, group[0]!.title.end);
      return {
        edits: [{ ...heading.title, text: title }],
        around: { start: heading.start, end: heading.end },
        note: `heading ${heading.number} given its first sibling's title: ${title}`,
      };
    })));

export const structureDefects: readonly Defect[] = [
  missing('results'), missing('problems'), missing('plan'), missingCombined, swapped, emptied, repeatedHeading,
];
