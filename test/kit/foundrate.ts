/** How many injected defects are found, by kind and clothing: counted over texts, with what was missed in words. */
import type { CorpusText } from './corpus';
import { defects, injections, type Defect, type Injection } from './defects';
import { check, inContext } from './judging';
import { extraFindings, freshFindings, isFound } from './measuring';
import type { Finding } from '../../server/src/lint';
import type { Profile } from '../../server/src/profile';
import type { Variant } from './variants';

export interface Cell {
  readonly kind: string;
  readonly clothes: string;
  readonly found: number;
  readonly of: number;
  /** Injections that brought a loud finding of another kind. */
  readonly extra: number;
  /** Misses and extra findings, one line each. */
  readonly notes: readonly string[];
}

export interface Study {
  readonly texts: readonly CorpusText[];
  /** The profile a text is judged by: one that never saw it. */
  readonly profileFor: (text: CorpusText) => Profile;
  readonly clothes: readonly (Variant | undefined)[];
  /** Breaks of one kind in one text. */
  readonly times: number;
  readonly fair?: (text: CorpusText, clothes: Variant | undefined) => boolean;
}

const nameOf = (clothes: Variant | undefined): string => clothes?.name ?? 'as it is';

/** One cell for each kind of defect and clothing; cells without a place to break are left out. */
export function study({ texts, profileFor, clothes, times, fair }: Study): readonly Cell[] {
  const profiles = new Map(texts.map((text) => [text, profileFor(text)]));
  const sound = new Map<string, { readonly text: string; readonly findings: readonly Finding[] }>();
  const findingsOf = (text: CorpusText, worn: Variant | undefined, value: string): readonly Finding[] => {
    const key = `${text.name} ${nameOf(worn)}`;
    const known = sound.get(key);
    if (known?.text === value) return known.findings;
    const findings = check(value, profiles.get(text)!);
    sound.set(key, { text: value, findings });
    return findings;
  };
  const judge = (text: CorpusText, worn: Variant | undefined, made: Injection): { readonly found: boolean; readonly extra: boolean; readonly notes: readonly string[] } => {
    const fresh = freshFindings(made, findingsOf(text, worn, made.sound), check(made.text, profiles.get(text)!));
    const found = isFound(made, fresh);
    const extra = extraFindings(made, fresh);
    const where = `${made.defect.kind} · ${nameOf(worn)} · ${text.name} · ${made.note}`;
    return {
      found, extra: extra.length > 0,
      notes: [...(found ? [] : [`missed: ${where} · ${inContext(made.text, made.at)}`]), ...extra.map((finding) => `extra: ${where} · ${finding.code} ${inContext(made.text, finding.span)}`)],
    };
  };
  const cell = (defect: Defect, worn: Variant | undefined): Cell => {
    const judged = texts.filter((text) => fair?.(text, worn) ?? true).flatMap((text) => injections(text.text, defect, times, 1, worn).map((made) => judge(text, worn, made)));
    return { kind: defect.kind, clothes: nameOf(worn), found: judged.filter(({ found }) => found).length, of: judged.length, extra: judged.filter(({ extra }) => extra).length, notes: judged.flatMap(({ notes }) => notes) };
  };
  return defects.flatMap((defect) => clothes.map((worn) => cell(defect, worn))).filter(({ of }) => of > 0);
}

export interface Rate {
  readonly found: number;
  readonly of: number;
  readonly extra: number;
}

/** Cells added up. */
export const total = (cells: readonly Cell[]): Rate =>
  cells.reduce((sum, cell) => ({ found: sum.found + cell.found, of: sum.of + cell.of, extra: sum.extra + cell.extra }), { found: 0, of: 0, extra: 0 });

/** Rates by kind. */
export function byKind(cells: readonly Cell[]): ReadonlyMap<string, Rate> {
  return new Map([...new Set(cells.map(({ kind }) => kind))].map((kind) => [kind, total(cells.filter((cell) => cell.kind === kind))]));
}

/** The cells as a table, kind by clothing, `found/of` and `+n` for extra loud findings. */
export function tableOf(cells: readonly Cell[]): string {
  const columns = [...new Set(cells.map(({ clothes }) => clothes))];
  const shown = ({ found, of, extra }: Rate): string => (of ? `${found}/${of}${extra ? ` +${extra}` : ''}` : '–');
  const rows = [...byKind(cells)].map(([kind, all]) => [kind, ...columns.map((clothes) => shown(total(cells.filter((cell) => cell.kind === kind && cell.clothes === clothes)))), shown(all)]);
  const last = ['all', ...columns.map((clothes) => shown(total(cells.filter((cell) => cell.clothes === clothes)))), shown(total(cells))];
  return [['kind', ...columns, 'all'], ...rows, last].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
