/**
 * Safe fixes put together for an editor: mending goes on until nothing is left to mend, so that mending twice is mending once, and comes out as
 * edits of the text it began with, since an editor wants one undo step and not a new text.
 */

import { safeEdits } from '../../lint';
import type { Finding } from '../../lint';
import type { Edit } from '../../text';
import { applyEdits, touches } from '../../text';

/** More rounds than fixes that touch each other ever needed; a pair of rules that undo each other ends here. */
const ROUNDS = 8;

/** What mending came to: edits against the text it began with, and the text they lead to. */
export interface Mending {
  readonly edits: readonly Edit[];
  readonly text: string;
  readonly rounds: number;
}

/**
 * Applies the safe fixes of findings that `wanted` accepts, round after round; `check` gives the findings of a text.
 */
export function mendAll(value: string, findings: readonly Finding[], wanted: (finding: Finding) => boolean, check: (text: string) => readonly Finding[]): Mending {
  let pieces: readonly Piece[] = [{ start: 0, end: value.length }];
  let text = value;
  let open = findings;
  let rounds = 0;
  for (; rounds < ROUNDS; rounds++) {
    const edits = safeEdits(open.filter(wanted));
    if (edits.length === 0) break;
    const next = applyEdits(text, edits);
    if (next === text) break;
    pieces = applied(pieces, edits);
    text = next;
    open = check(text);
  }
  return { edits: editsOfPieces(pieces, value.length), text, rounds };
}

const WEIGHT = { error: 3, warning: 2, info: 1, hint: 0 };

/** For each edit the code it is mostly owed to: of the weightiest safe fix among `findings` that touches its place, else of the first safe fix of all. */
export function codesOfEdits(edits: readonly Edit[], findings: readonly Finding[]): readonly string[] {
  const places = findings
    .flatMap((finding) => (finding.fix?.safety === 'safe' ? finding.fix.edits().map(({ span }) => ({ span, finding })) : []))
    .sort((a, b) => a.span.start - b.span.start);
  let from = 0;
  return edits.map(({ span }) => {
    while (from < places.length && places[from]!.span.end < span.start) from++;
    let best = places[from] && touches(places[from]!.span, span) ? places[from]!.finding : null;
    for (let at = from; at < places.length && places[at]!.span.start <= span.end; at++) {
      const { finding } = places[at]!;
      if (touches(places[at]!.span, span) && WEIGHT[finding.severity] > (best ? WEIGHT[best.severity] : -1)) best = finding;
    }
    return (best ?? places[0]?.finding)?.code ?? '';
  });
}

/** A stretch of the text as it was, or text put in. */
type Piece = { readonly start: number; readonly end: number } | { readonly put: string };

const lengthOf = (piece: Piece): number => ('put' in piece ? piece.put.length : piece.end - piece.start);
const cut = (piece: Piece, from: number, to: number): Piece => ('put' in piece ? { put: piece.put.slice(from, to) } : { start: piece.start + from, end: piece.start + to });

/** Pieces after edits that count in the text the pieces stand for. */
function applied(pieces: readonly Piece[], edits: readonly Edit[]): readonly Piece[] {
  const result: Piece[] = [];
  let at = 0;
  let index = 0;
  let inside = 0;
  /** Moves on to `target`, keeping what is passed or dropping it. */
  const advance = (target: number, keep: boolean): void => {
    while (at < target) {
      const piece = pieces[index]!;
      const step = Math.min(target - at, lengthOf(piece) - inside);
      if (keep && step > 0) result.push(cut(piece, inside, inside + step));
      at += step;
      inside += step;
      if (inside >= lengthOf(piece)) [index, inside] = [index + 1, 0];
    }
  };
  const total = pieces.reduce((sum, piece) => sum + lengthOf(piece), 0);
  for (const edit of edits) {
    advance(edit.span.start, true);
    if (edit.text) result.push({ put: edit.text });
    advance(edit.span.end, false);
  }
  advance(total, true);
  return result;
}

function editsOfPieces(pieces: readonly Piece[], length: number): readonly Edit[] {
  const edits: Edit[] = [];
  let from = 0;
  let put = '';
  const close = (to: number): void => {
    if (put || to > from) edits.push({ span: { start: from, end: to }, text: put });
    put = '';
  };
  for (const piece of pieces) {
    if ('put' in piece) put += piece.put;
    else {
      close(piece.start);
      from = piece.end;
    }
  }
  close(length);
  return edits;
}
