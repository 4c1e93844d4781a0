/**
 * Texts annotated by hand: every figure is marked where it stands, `⟦numeral|unit|kind|subject⟧` in place of the numeral, and the rest of the text is as published.
 * Reading them, and measuring what the product finds against them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { grammar, units } from '../../../server/src/families';
import { parseReport, readFigures } from '../../../server/src/report';
import type { PlacedFigure } from '../../../server/src/report';

/** A figure as annotated; offsets in the plain text. An empty subject was not judged. */
export interface Marked {
  readonly start: number;
  readonly numeral: string;
  readonly unit: string;
  readonly kind: string;
  readonly subject: string;
}

export interface Annotated {
  readonly text: string;
  readonly figures: readonly Marked[];
}

const MARK = /⟦([^⟧|]*)\|([^⟧|]*)\|([^⟧|]*)\|([^⟧]*)⟧/g;

/** Takes the marks out of a text. */
export function unmarked(source: string): Annotated {
  const figures: Marked[] = [];
  let text = '';
  let from = 0;
  for (const match of source.matchAll(MARK)) {
    text += source.slice(from, match.index);
    figures.push({ start: text.length, numeral: match[1]!, unit: match[2]!, kind: match[3]!, subject: match[4]! });
    text += match[1]!;
    from = match.index + match[0].length;
  }
  return { text: text + source.slice(from), figures };
}

/** The annotated text of a name under annotated/. */
export function annotated(name: string): Annotated {
  return unmarked(readFileSync(join(__dirname, 'annotated', `${name}.txt`), 'utf8'));
}

export interface Measured {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Shares of the figures found that were marked. */
  readonly unit: number;
  readonly kind: number;
  /** Share of those with a marked subject whose subject contains it or is contained in it. */
  readonly subject: number;
  /** What was wrong, one line each, for reading. */
  readonly faults: readonly string[];
}

/** What the product finds in a text against its marks. */
export function measure({ text, figures }: Annotated): Measured {
  const found = new Map(readFigures(parseReport(text, grammar), units).map((figure) => [figure.numeralAt.start, figure]));
  const faults: string[] = [];
  const context = (start: number): string => text.slice(Math.max(0, start - 14), start + 14).replaceAll('\n', '⏎');
  const pairs: (readonly [Marked, PlacedFigure])[] = [];
  for (const marked of figures) {
    const own = found.get(marked.start);
    if (own && own.figure.numeral === marked.numeral) pairs.push([marked, own]);
    else faults.push(`missed ${marked.numeral}${marked.unit} … ${context(marked.start)}`);
  }
  const places = new Set(figures.map((marked) => marked.start));
  for (const [start, own] of found) if (!places.has(start)) faults.push(`extra ${own.figure.numeral}${own.figure.unit} … ${context(start)}`);
  const right = (what: string, of: readonly (readonly [Marked, PlacedFigure])[], agrees: (marked: Marked, own: PlacedFigure) => boolean, told: (own: PlacedFigure) => string): number => {
    const wrong = of.filter(([marked, own]) => !agrees(marked, own));
    for (const [marked, own] of wrong) faults.push(`${what} ${marked.numeral} ${JSON.stringify(marked[what as 'unit'])} read as ${JSON.stringify(told(own))} … ${context(marked.start)}`);
    return of.length === 0 ? 1 : (of.length - wrong.length) / of.length;
  };
  const precision = found.size === 0 ? 1 : pairs.length / found.size;
  const recall = figures.length === 0 ? 1 : pairs.length / figures.length;
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    unit: right('unit', pairs, (marked, own) => marked.unit === own.figure.unit, (own) => own.figure.unit),
    kind: right('kind', pairs, (marked, own) => marked.kind === own.figure.kind, (own) => own.figure.kind),
    subject: right('subject', pairs.filter(([marked]) => marked.subject !== ''), (marked, own) => contains(own.figure.subject, marked.subject), (own) => own.figure.subject),
    faults,
  };
}

const contains = (a: string, b: string): boolean => a !== '' && (a.includes(b) || b.includes(a));
