/**
 * Cross references: 见第三部分, 详见“二、（三）”, 前述第3点, and which heading each points to. Read only where a word leads to them or takes them up, since a numeral alone may count
 * anything; what leads to more than one heading, or to none, is left out.
 */

import { memoOn } from '../base';
import type { Report, Section } from '../report';
import { placeOf } from '../syntax';
import type { CompiledGrammar, MarkStyle } from '../syntax';
import { parseHan } from '../text';
import type { Edit, Span } from '../text';
import { numeralLike } from './marks';

/** One step of a reference: in 二、（三） both 二 and 三 are one. */
export interface ReferenceStep {
  /** The numeral, absolute. */
  readonly at: Span;
  readonly ordinal: number;
  /** The headings among which the numeral chooses. */
  readonly among: readonly Section[];
  /** True when every step of its reference leads to one heading. */
  readonly whole: boolean;
}

/** Steps of all references, in document order. A step stands here when those before it were resolved. */
export const referencesOf: (report: Report) => readonly ReferenceStep[] = memoOn(readReferences);

/**
 * Edits of references to headings that get other numbers. `repair`: the numbers were wrong before. Whether the writer's references follow the wrong numbers or the
 * right ones then shows only where a reference fits one and not the other; without such a sign they are left alone.
 */
export function referenceEdits(report: Report, numbers: ReadonlyMap<Section, number>, repair: boolean): readonly Edit[] {
  if (numbers.size === 0) return [];
  const touched = referencesOf(report).filter(({ among }) => among.some((section) => numbers.has(section)));
  const follow = touched.filter((step) => !repair || followsWritten(touched.filter(({ among }) => among[0] === step.among[0]), numbers));
  return follow.flatMap((step) => {
    const number = step.whole ? numbers.get(headingOf(step)!) : undefined;
    if (number === undefined || number === step.ordinal) return [];
    const text = numeralLike(report.tree.text.value.slice(step.at.start, step.at.end), number);
    return text === null ? [] : [{ span: step.at, text }];
  });
}

/** The one heading that carries the number referred to, as written; undefined when there are several or none. */
export function headingOf({ among, ordinal }: Omit<ReferenceStep, 'whole'>): Section | undefined {
  const fits = among.filter((section) => section.marker!.ordinal === ordinal);
  return fits.length === 1 ? fits[0] : undefined;
}

/** True when some reference fits the numbers as written only, and none fits only those that they should be. */
function followsWritten(steps: readonly ReferenceStep[], numbers: ReadonlyMap<Section, number>): boolean {
  const right = (section: Section): number => numbers.get(section) ?? section.marker!.ordinal;
  const fits = steps.map(({ among, ordinal }) => ({ written: among.some((section) => section.marker!.ordinal === ordinal), right: among.some((section) => right(section) === ordinal) }));
  return fits.some((one) => one.written && !one.right) && !fits.some((one) => one.right && !one.written);
}

const NUMERAL = '[一二三四五六七八九十]{1,3}|\\d{1,2}';
/** Longer chains of marks are no reference. */
const MOST_STEPS = 4;

interface Patterns {
  /** Global: what leads to a reference, up to its first mark; nothing where what follows it tells (第四部分所列). */
  readonly lead: RegExp;
  /** Sticky: 第三部分; 第（二）项; 二、 and （三） and 3. */
  readonly step: RegExp;
}

const patternsOf: (grammar: CompiledGrammar) => Patterns | null = memoOn(({ source: { references } }: CompiledGrammar) => {
  if (!references) return null;
  const either = (words: readonly string[]): string => `(?:${words.join('|')})`;
  return {
    lead: new RegExp(`${either(references.before)}(?:${either(references.where)})?的?[“‘"]?(?=[第(一二三四五六七八九十\\d])|(?<!》)(?=第(?:${NUMERAL})${either(references.parts)}${either(references.after)})`, 'g'),
    step: new RegExp(`第(${NUMERAL})${either(references.parts)}的?|第(\\()?(${NUMERAL})\\)?${either(references.items)}|([一二三四五六七八九十]{1,3})(?:、|(?=\\())|(\\()(${NUMERAL})\\)、?|(\\d{1,2})(?:\\.(?!\\d)|、)`, 'y'),
  };
});

function readReferences(report: Report): readonly ReferenceStep[] {
  const { tree, roles } = report;
  const patterns = patternsOf(tree.grammar);
  if (!patterns) return [];
  return tree.blocks.flatMap((block, index) => {
    if (roles[index] !== 'body' && roles[index] !== 'heading' && roles[index] !== 'opening') return [];
    const places = new Set([...block.text.matchAll(patterns.lead)].map((match) => match.index + match[0].length));
    return [...places].flatMap((place) => stepsAt(report, index, place, patterns.step));
  });
}

function stepsAt(report: Report, index: number, from: number, pattern: RegExp): readonly ReferenceStep[] {
  const { text } = report.tree.blocks[index]!;
  const steps: Omit<ReferenceStep, 'whole'>[] = [];
  let parent: Section | null | undefined = null;
  for (pattern.lastIndex = from; steps.length < MOST_STEPS && parent !== undefined; ) {
    const match: RegExpExecArray | null = pattern.exec(text);
    if (!match) break;
    const numeral: string = (match[1] ?? match[3] ?? match[4] ?? match[6] ?? match[7])!;
    const start: number = match.index + match[0].indexOf(numeral);
    const at: Span = placeOf(report.tree, index, { start, end: start + numeral.length });
    const ordinal = /\d/.test(numeral) ? Number(numeral) : parseHan(numeral);
    const among: readonly Section[] = ordinal === null || at.end - at.start !== numeral.length ? [] : groupOf(report, match, numeral, parent, index);
    if (ordinal === null || among.length === 0) return [];
    const step = { at, ordinal, among };
    steps.push(step);
    parent = headingOf(step);
  }
  return steps.map((step) => ({ ...step, whole: parent !== undefined }));
}

/** The headings that a step may mean: below the one before it, else those that the place itself stands among. */
function groupOf(report: Report, match: RegExpExecArray, numeral: string, parent: Section | null, block: number): readonly Section[] {
  const tops = report.sections.filter((section) => section.parent === null);
  const digits = /\d/.test(numeral);
  if (match[1] !== undefined) return parent ? [] : firstFilled([styled(report.sections, 'part'), styled(tops, 'han')]);
  const bracketed = match[2] !== undefined || match[5] !== undefined;
  // 第二项 may be a heading or an item of a sentence.
  if (match[3] !== undefined && !bracketed && !digits) return [];
  const style: MarkStyle = bracketed ? (digits ? 'arabic-paren' : 'han-paren') : digits ? 'arabic' : 'han';
  if (parent) return styled(parent.children, style);
  if (style === 'han' && styled(tops, style).length > 0) return styled(tops, style);
  return firstFilled([...around(report, block).map((section) => styled(section.children, style)), styled(tops, style)]);
}

const styled = (sections: readonly Section[], style: MarkStyle): readonly Section[] => sections.filter(({ marker }) => marker?.style === style);
const firstFilled = (groups: readonly (readonly Section[])[]): readonly Section[] => groups.find((group) => group.length > 0) ?? [];

/** The sections that a block stands in, innermost first. */
const around = ({ sections }: Report, block: number): readonly Section[] => sections.filter((section) => section.block <= block && block < section.end).reverse();
