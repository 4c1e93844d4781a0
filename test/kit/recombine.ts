/**
 * Synthetic reports out of real ones: `recombine` mixes the seeds' sections, item chains and years into many different
 * reports of the family; `grow` makes one draft of a wanted size. Numbering is sane in both.
 */
import type { Rng } from './random';
import { chineseNumeral, headingsOf, partsOf, type Heading, type Part, type Role } from './reading';
import { shiftYears } from './variants';

/** A subsection without its number: the title, whether text follows on the same line, and everything below. */
interface Block {
  readonly title: string;
  readonly runIn: boolean;
  /** What follows the title up to the block's end, from the stop of a run-in heading or from the next line. */
  readonly body: string;
  readonly year: number;
}

interface Material {
  readonly year: number;
  readonly opening: string;
  readonly titles: Readonly<Record<Role, string | null>>;
  /** Text between a first-level heading and its first subsection, or the whole of it. */
  readonly lead: Readonly<Record<Role, string>>;
  readonly blocks: Readonly<Record<Role, readonly Block[]>>;
}

const ROLES: readonly Role[] = ['results', 'problems', 'plan'];

/** The year most often named with 年; the seeds all name their own year most. */
function yearOf(text: string): number {
  const counts = new Map<number, number>();
  for (const match of text.slice(0, 400).matchAll(/20\d\d(?=年)/g)) counts.set(Number(match[0]), (counts.get(Number(match[0])) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 2023;
}

function blocksIn(text: string, part: Part, year: number): readonly Block[] {
  const inside = headingsOf(text).filter((heading) => heading.level === 2 && heading.start >= part.start && heading.start < part.end);
  return inside.map((heading) => ({
    title: text.slice(heading.title.start, heading.title.end),
    runIn: heading.runIn,
    body: text.slice(heading.runIn ? heading.end : heading.line.next, Math.min(heading.section.end, part.end)).trimEnd(),
    year,
  }));
}

function leadOf(text: string, part: Part): string {
  const first = headingsOf(text).find((heading) => heading.level === 2 && heading.start >= part.start && heading.start < part.end);
  const start = part.heading ? part.heading.line.next : part.start;
  return text.slice(start, Math.max(start, first ? first.line.start : part.end)).trim();
}

function material(text: string): Material {
  const parts = partsOf(text);
  const year = yearOf(text);
  const of = (role: Role): readonly Part[] => parts.filter((part) => part.roles.includes(role));
  const title = (heading: Heading | null | undefined): string | null => (heading ? text.slice(heading.title.start, heading.title.end) : null);
  const record = <T>(value: (role: Role) => T): Readonly<Record<Role, T>> =>
    Object.fromEntries(ROLES.map((role) => [role, value(role)])) as Record<Role, T>;
  const firstHeading = headingsOf(text)[0];
  return {
    year,
    opening: text.slice(0, firstHeading ? firstHeading.line.start : 0).trim(),
    titles: record((role) => (of(role).length === 1 && of(role)[0]!.roles.length === 1 ? title(of(role)[0]!.heading) : null)),
    lead: record((role) => of(role).filter((part) => part.roles.length === 1).map((part) => leadOf(text, part)).join('\n')),
    blocks: record((role) => of(role).flatMap((part) => blocksIn(text, part, year))),
  };
}

const written = (block: Block, number: number, year: number): string =>
  shiftYears(`(${chineseNumeral(number)})${block.title}${block.runIn ? '' : '\n'}${block.body}`, year - block.year);

/** Blocks of different titles, at least one, in mixed order. */
function some(blocks: readonly Block[], count: number, rng: Rng): readonly Block[] {
  const seen = new Set<string>();
  return rng.shuffle(blocks).filter((block) => !seen.has(block.title) && seen.add(block.title)).slice(0, count);
}

function oneReport(materials: readonly Material[], year: number, rng: Rng): string {
  const all = (role: Role): readonly Block[] => materials.flatMap((entry) => entry.blocks[role]);
  const pick = <T>(choose: (entry: Material) => T | null | ''): { value: T; year: number } | null => {
    const found = materials.flatMap((entry) => {
      const value = choose(entry);
      return value ? [{ value, year: entry.year }] : [];
    });
    return found.length ? rng.pick(found) : null;
  };
  const said = (choose: (entry: Material) => string | null): string => {
    const found = pick<string>(choose);
    return found ? shiftYears(found.value, year - found.year) : '';
  };
  const sections = ROLES.map((role, i) => {
    const count = role === 'results' ? 4 + rng.int(6) : role === 'plan' && rng.int(2) ? 2 + rng.int(3) : 0;
    const blocks = some(all(role), count, rng);
    // A lead that carries items of its own cannot stand before subsections: take one that stood there.
    const lead = blocks.length && role === 'results' ? '' : said((entry) => (blocks.length > 0 === entry.blocks[role].length > 0 ? entry.lead[role] : ''));
    const title = said((entry) => entry.titles[role]) || '主要情况';
    return [`${chineseNumeral(i + 1)}、${title}`, lead, ...blocks.map((block, k) => written(block, k + 1, year))].filter(Boolean).join('\n');
  });
  return `${[said((entry) => entry.opening), ...sections].filter(Boolean).join('\n')}\n`;
}

/** `count` reports recombined from the seeds: openings, headings, subsections and years mixed. Other families need roles of their own. */
export function recombine(seedTexts: readonly string[], count: number, rng: Rng): readonly string[] {
  const materials = seedTexts.map(material);
  return Array.from({ length: count }, () => oneReport(materials, 2016 + rng.int(10), rng));
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** Whole sentences of `text` up to about `bytes`, never fewer than one. */
function shortened(text: string, bytes: number): string {
  const sentences = text.match(/[^。\n]*(?:。|\n|$)/g) ?? [text];
  let size = 0;
  const kept = sentences.filter((sentence, i) => {
    size += bytesOf(sentence);
    return i === 0 || size <= bytes;
  });
  return kept.join('').trimEnd();
}

/**
 * A draft of about `bytes` UTF-8 bytes (±10%) out of one seed with subsections (（一） …): fewer or shorter ones for a small
 * draft, further numbered chapters (each with the seed's subsections, titles kept apart by their number) for a large one.
 */
export function grow(seedText: string, bytes: number): string {
  const source = material(seedText);
  const pool = source.blocks.results;
  if (!pool.length) throw new Error('grow needs a seed with numbered subsections');
  const tail = ROLES.slice(1).map((role) => ({ title: source.titles[role], text: [source.lead[role], ...source.blocks[role].map((block, k) => written(block, k + 1, source.year))].filter(Boolean).join('\n') }))
    .filter((part) => part.text && part.title);
  const small = bytes < 12_000;
  const tailTexts = tail.map((part) => (small ? shortened(part.text, bytes / 8) : part.text));
  let left = bytes - bytesOf(source.opening) - tailTexts.reduce((sum, text) => sum + bytesOf(text) + 60, 0);
  const chapters: string[] = [];
  while (left > 0) {
    const title = `${source.titles.results ?? '主要工作'}${chapters.length ? `之${chineseNumeral(chapters.length + 1)}` : ''}`;
    const lines = [`${chineseNumeral(chapters.length + 1)}、${title}`];
    for (const [k, block] of pool.entries()) {
      if (left <= 0) break;
      const text = shortened(written(block, k + 1, source.year), Math.max(left, 120));
      lines.push(text);
      left -= bytesOf(text) + 1;
    }
    chapters.push(lines.join('\n'));
  }
  const endings = tail.map((part, i) => `${chineseNumeral(chapters.length + 1 + i)}、${part.title}\n${tailTexts[i]}`);
  return `${[source.opening, ...chapters, ...endings].join('\n')}\n`;
}
