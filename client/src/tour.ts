/**
 * The way through the places to fill in: selects one after the other, keeps last year's value in the status bar while its place is typed over, and fills in what works itself out
 * as soon as the cursor has left the place that was typed in, so that nothing moves under the writer's hands. The server knows the places and makes the edits.
 */
import { l10n, Range, Selection, StatusBarAlignment, TextDocumentChangeReason, TextEditorRevealType, window, workspace, type Disposable, type LogOutputChannel, type TextDocument, type TextDocumentChangeEvent, type TextEditor } from 'vscode';
import { FillComputedRequest, ToFillInRequest, type EditsResult, type FillEntry, type ToFillInResult } from '../../server/src/lsp/requests';
import { touched, type Stretch } from './stretch';
import { isReport } from './report-document';
import type { Session } from './session';

export interface Tour extends Disposable {
  /** Selects the next place (1) or the one before (-1), around the end; says so when none is left. */
  go(step: 1 | -1): Promise<void>;
}

/** Milliseconds between leaving a place and what that fills in. */
const pause = 150;

/** Milliseconds within which a key that was meant for a place may still be typed where the cursor was. */
const settling = 400;

export function placeholderTour(session: Session, log: LogOutputChannel): Tour {
  // In the status bar, not behind the text: what stands there moves no line.
  const status = window.createStatusBarItem('reportwright.lastYear', StatusBarAlignment.Left, 0);
  status.name = l10n.t('Last year\'s value');
  status.command = 'reportwright.nextPlaceholder';
  /** What is being typed over or was typed last, and what stood there last year. */
  let typed: (Stretch & { readonly document: TextDocument; readonly last: string }) | null = null;
  /** When the cursor was last sent to a place that nothing has been typed in since. */
  let sent = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const ask = async <R>(document: TextDocument, request: string): Promise<R | null> => {
    const client = await session.client();
    return client.sendRequest<R | null>(request, { uri: client.code2ProtocolConverter.asUri(document.uri) });
  };
  const forget = (): void => {
    status.hide();
    typed = null;
  };
  const changed = ({ document, contentChanges, reason }: TextDocumentChangeEvent): void => {
    if (!isReport(document) || contentChanges.length === 0 || window.activeTextEditor?.document !== document) return;
    // What the writer takes back is not to be done again at once.
    if (reason === TextDocumentChangeReason.Undo || reason === TextDocumentChangeReason.Redo) return forget();
    const own = typed?.document === document ? typed : null;
    const early = own && performance.now() - sent < settling && contentChanges.every(({ rangeOffset, rangeLength }) => rangeOffset + rangeLength <= own.start);
    if (early) {
      // Typed before the cursor had come: the place has moved on, and what is selected by now is not quite it.
      const growth = contentChanges.reduce((sum, { text, rangeLength }) => sum + text.length - rangeLength, 0);
      typed = { ...own, start: own.start + growth, end: own.end + growth };
      return select(window.activeTextEditor, new Range(document.positionAt(typed.start), document.positionAt(typed.end)));
    }
    sent = -Infinity;
    const next = contentChanges.reduce<Stretch | null>((stretch, change) => touched(stretch, change), own);
    typed = next && { ...next, document, last: next.isSame && own ? own.last : '' };
    show(typed?.last ?? '');
  };
  const show = (last: string): void => {
    if (last === '') return status.hide();
    status.text = l10n.t('last year: {0}', last);
    status.tooltip = l10n.t('Next place');
    status.show();
  };
  const moved = (editor: TextEditor): void => {
    if (!typed || editor.document !== typed.document) return;
    const { start, end } = typed;
    if (editor.selections.some(({ active }) => isWithin(editor.document.offsetAt(active), start, end))) return;
    forget();
    clearTimeout(timer);
    timer = setTimeout(() => void fill(editor, false).catch((cause: unknown) => log.warn(String(cause))), pause);
  };
  /** Applies what works itself out, as a step of its own for undo; what the cursor is in is left alone, unless the writer goes on from there. True when it did. */
  const fill = async (editor: TextEditor, everywhere: boolean): Promise<boolean> => {
    const { document } = editor;
    if (!workspace.getConfiguration('reportwright', document).get<boolean>('fillComputed', true) || session.state() !== 'running') return false;
    const result = await ask<EditsResult>(document, FillComputedRequest);
    if (!result || result.version !== document.version || document.isClosed) return false;
    const edits = result.edits.map(({ range, newText }) => ({ range: rangeOf(range), newText })).filter(({ range }) => everywhere || !editor.selections.some((selection) => selection.intersection(range)));
    if (edits.length === 0 || !(await editor.edit((builder) => edits.forEach(({ range, newText }) => builder.replace(range, newText)), { undoStopBefore: true, undoStopAfter: true }))) return false;
    forget();
    window.setStatusBarMessage(l10n.t('{0} worked out', edits.map(({ newText }) => newText).join(l10n.t(', '))), 5000);
    return true;
  };
  const walk = async (step: 1 | -1): Promise<void> => {
    const editor = window.activeTextEditor;
    if (!editor || !isReport(editor.document)) return void window.showInformationMessage(l10n.t('Open a report first.'));
    forget();
    await session.client();
    const { document } = editor;
    const before = document.version;
    const version = (await fill(editor, true)) ? before + 1 : before;
    const result = await ask<ToFillInResult>(document, ToFillInRequest);
    // Who typed on before the cursor had moved would have words selected that are no place to fill in, and type over them.
    if (document.version !== version || (result && result.version !== version)) return void window.setStatusBarMessage(l10n.t('The text has changed meanwhile; try again.'), 5000);
    const entries = stops(result);
    const entry = nextStop(entries, editor.selection, step);
    if (!entry) return void window.showInformationMessage(l10n.t('There is nothing left to fill in.'));
    const range = rangeOf(entry.range);
    sent = performance.now();
    select(editor, range);
    typed = { start: document.offsetAt(range.start), end: document.offsetAt(range.end), isSame: true, document, last: entry.last };
    show(entry.last);
  };
  // One after the other: who presses the key twice wants to be two places on.
  let last: Promise<void> = Promise.resolve();
  const go = (step: 1 | -1): Promise<void> => (last = last.then(() => walk(step), () => walk(step)));
  const listening = [workspace.onDidChangeTextDocument(changed), window.onDidChangeTextEditorSelection(({ textEditor }) => moved(textEditor)), window.onDidChangeActiveTextEditor(forget)];
  return { go, dispose: () => (clearTimeout(timer), [...listening, status].forEach((one) => one.dispose())) };
}

/** Places for a person first; then what would fill itself but could not, then the checklist. */
function stops(result: ToFillInResult): readonly FillEntry[] {
  const all = (result?.groups ?? []).flatMap(({ entries }) => entries);
  const wanted = [(entry: FillEntry) => entry.kind !== 'note' && !entry.computed, (entry: FillEntry) => entry.kind !== 'note', () => true];
  const chosen = wanted.map((want) => all.filter(want)).find((some) => some.length > 0) ?? [];
  return [...chosen].sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
}

function select(editor: TextEditor, range: Range): void {
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The place that the cursor is in comes first; around the end it begins anew. */
function nextStop(entries: readonly FillEntry[], selection: Selection, step: 1 | -1): FillEntry | undefined {
  const places = entries.map((entry) => ({ entry, range: rangeOf(entry.range) }));
  const inside = places.find(({ range }) => selection.isEmpty && range.contains(selection.active) && !range.end.isEqual(selection.active));
  if (inside) return inside.entry;
  const next = step === 1 ? places.find(({ range }) => range.start.isAfterOrEqual(selection.end)) : places.filter(({ range }) => range.end.isBeforeOrEqual(selection.start)).at(-1);
  return (next ?? (step === 1 ? places[0] : places.at(-1)))?.entry;
}

const isWithin = (at: number, start: number, end: number): boolean => at >= start && at <= end;
const rangeOf = ({ start, end }: FillEntry['range']): Range => new Range(start.line, start.character, end.line, end.character);
