/**
 * Requests that are not in LSP, spoken between our client and our server. Types only: the client may import this file and nothing else of the server.
 */

/** Server → client: the text of a file, as bytes in base64; null when there is none. The web server has no other way to a file. */
export const ReadFileRequest = 'reportwright/readFile';
export type ReadFileParams = { readonly uri: string };
export type ReadFileResult = { readonly base64: string } | null;

/** Server → client: entries of a folder; empty when there is none. */
export const ListFolderRequest = 'reportwright/listFolder';
export type ListFolderParams = { readonly uri: string };
export type ListFolderResult = readonly { readonly name: string; readonly kind: 'file' | 'folder' }[];

/** Client → server: learn a profile from the reports of a folder; the client writes the text where the user says. */
export const LearnRequest = 'reportwright/learn';
export type LearnParams = { readonly folder: string; readonly family?: string };
export type LearnResult = { readonly ok: true; readonly profile: string; readonly reports: number; readonly slots: number } | { readonly ok: false; readonly message: string };

/** Client → server: the profile that holds for a document, described for people (Markdown), with where it comes from. */
export const ShowProfileRequest = 'reportwright/showProfile';
export type ShowProfileParams = { readonly uri: string };
export type ShowProfileResult = { readonly title: string; readonly markdown: string } | null;

/** Client → server: a rule's page as Markdown; null for an unknown code. */
export const ExplainRequest = 'reportwright/explain';
export type ExplainParams = { readonly code: string };
export type ExplainResult = { readonly code: string; readonly markdown: string } | null;

/** Client → server: the figures of an open report by section; null for any other document. */
export const FiguresRequest = 'reportwright/figures';
export type FiguresParams = { readonly uri: string };
export type FigureEntry = { readonly label: string; readonly description: string; readonly tooltip: string; readonly range: WireRange };
export type FiguresResult = readonly { readonly label: string; readonly description: string; readonly figures: readonly FigureEntry[] }[] | null;

/** Client → server: the same as tab-separated rows, for a spreadsheet. */
export const FiguresTableRequest = 'reportwright/figuresTable';
export type FiguresTableResult = { readonly text: string; readonly count: number } | null;

/** Client → server: the same as a page: charts and a table. `body` is safe HTML without script; a button with `data-line` goes to that line (zero-based). */
export const FiguresPageRequest = 'reportwright/figuresPage';
export type FiguresPageResult = { readonly title: string; readonly body: string; readonly style: string } | null;

/** A range as LSP has it. */
export interface WireRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** What the client hands the server in initialize. */
export interface InitializationOptions {
  /** Display language, e.g. `zh-cn` or `en`. */
  readonly locale?: string;
  /** True when the client answers ReadFileRequest and ListFolderRequest. */
  readonly files?: boolean;
}
