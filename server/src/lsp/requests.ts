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

/** Client → server: what an open report is checked as and how it stands; null for any other document. Nothing of its text is in it. */
export const StatusRequest = 'reportwright/status';
export type StatusParams = { readonly uri: string };
export type StatusResult = {
  /** Name of the family, for people. */
  readonly family: string | null;
  /** Where the profile comes from, in words and as a kind; null when none holds. */
  readonly profile: { readonly kind: 'file' | 'seeds' | 'family' | 'auto' | 'none'; readonly words: string } | null;
  /** Plainly no report of that family. */
  readonly foreign: boolean;
  readonly year: number | null;
  /** Characters. */
  readonly length: number;
  readonly blanks: number; readonly errors: number; readonly warnings: number; readonly notes: number;
} | null;

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

/** Client → server: the safe fixes of all reports in folders, and of those that are open, as one edit; each part asks to be confirmed. Null when it was given up. */
export const FixWorkspaceRequest = 'reportwright/fixWorkspace';
export type FixWorkspaceParams = { readonly folders: readonly string[] };
/** `edit` is a WorkspaceEdit. */
export type FixWorkspaceResult = { readonly reports: number; readonly edit: { readonly documentChanges: WireDocumentEdit[]; readonly changeAnnotations: Record<string, WireAnnotation> } };
export type WireDocumentEdit = { textDocument: { uri: string; version: number | null }; edits: { range: WireRange; newText: string; annotationId: string }[] };
export type WireAnnotation = { label: string; description: string; needsConfirmation: boolean };

/** Client → server: an open report as a checklist against its profile; null for any other document. `section` is what MoveSectionRequest takes. */
export const StructureRequest = 'reportwright/structure';
export type StructureParams = { readonly uri: string };
export interface StructureEntry {
  readonly id: string;
  readonly kind: 'section' | 'slot' | 'topic';
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  readonly state: 'there' | 'thin' | 'missing';
  readonly range: WireRange | null;
  readonly section: number | null;
  readonly children: readonly StructureEntry[];
}
export type StructureResult = {
  readonly version: number; readonly progress: string; readonly done: number; readonly of: number;
  readonly blanks: number; readonly errors: number; readonly warnings: number; readonly items: readonly StructureEntry[];
} | null;

/** Client → server: edits that put in the missing part that an entry's id names. */
export const InsertPartRequest = 'reportwright/insertPart';
export type InsertPartParams = { readonly uri: string; readonly id: string };

/** Client → server: edits that put a section before another one under the same parent, or last for null; none when the text is no longer of `version`. */
export const MoveSectionRequest = 'reportwright/moveSection';
export type MoveSectionParams = { readonly uri: string; readonly version: number; readonly section: number; readonly before: number | null };

/** Client → server: a file read as last year's report, and the next one laid out from it; `year` is the year after when absent. Null when the file cannot be read. */
export const NewFromLastYearRequest = 'reportwright/newFromLastYear';
export type NewFromLastYearParams = { readonly uri: string; readonly year?: number };

/** Client → server: a report laid out from the profile that holds in a folder; where none is chosen there, from that of `family`. */
export const NewReportRequest = 'reportwright/newReport';
export type NewReportParams = { readonly folder: string; readonly year: number; readonly family?: string };

/** A draft and what to call its file, or why there is none. `choose`: several families come with the program, and nothing says which. */
export type DraftResult =
  | { readonly kind: 'draft'; readonly text: string; readonly name: string; readonly year: number | null; readonly placeholders: number; readonly owed: number; readonly added: readonly string[] }
  | { readonly kind: 'no-report' | 'no-year' }
  | { readonly kind: 'year-not-later'; readonly year: number }
  | { readonly kind: 'choose'; readonly families: readonly { readonly id: string; readonly name: string }[] }
  | null;

/** Client → server: what the configuration would hold if it named `previous` as last year's report of an open report. `broken`: it cannot. */
export const LinkPreviousRequest = 'reportwright/linkPrevious';
export type LinkPreviousParams = { readonly uri: string; readonly previous: string };
/** `year`: the one the configuration holds for all its reports, where it does. */
export type LinkPreviousResult =
  | ({ readonly year: number | null } & (
      | { readonly kind: 'write'; readonly config: string; readonly text: string; readonly isNew: boolean }
      | { readonly kind: 'same' }
      | { readonly kind: 'other'; readonly named: string }
      | { readonly kind: 'broken' }
    ))
  | null;

/** Client → server: what an open report still has to be filled in, by section; null for any other document. `last` is what stood there last year. */
export const ToFillInRequest = 'reportwright/toFillIn';
export type ToFillInParams = { readonly uri: string };
export interface FillEntry {
  readonly kind: 'figure' | 'words' | 'note' | 'blank';
  readonly computed: boolean;
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  readonly last: string;
  readonly range: WireRange;
}
export type ToFillInResult = { readonly version: number; readonly count: number; readonly progress: string; readonly groups: readonly { readonly label: string; readonly entries: readonly FillEntry[] }[] } | null;

/** Client → server: edits that fill in every figure that can be worked out now. */
export const FillComputedRequest = 'reportwright/fillComputed';
export type FillComputedParams = { readonly uri: string };

/** Edits of the document of that version. */
export type EditsResult = { readonly version: number; readonly edits: readonly { readonly range: WireRange; readonly newText: string }[] } | null;

/** Client → server: what can be put into an open report by choice, for a place in it; null for any other document. `note` says that no profile holds. */
export const TemplatesRequest = 'reportwright/templates';
export type TemplatesParams = { readonly uri: string; readonly position: WireRange['start'] };
/** `range` is where a part belongs, null for the cursor; `edits` are changes besides. Snippets as in completion. */
export interface TemplateEntry {
  readonly label: string;
  /** Pinyin initials of what a person would look for. */
  readonly initials: string;
  readonly description: string;
  readonly preview: string;
  readonly range: WireRange | null;
  readonly snippet: string;
  readonly edits: readonly { readonly range: WireRange; readonly newText: string }[];
}
export type TemplatesResult = { readonly version: number; readonly note: string; readonly groups: readonly { readonly label: string; readonly templates: readonly TemplateEntry[] }[] } | null;

/** Client → server: what last year's report has in the place of this one. `nothing`: it has nothing of the kind; `itself`: this is last year's report. */
export const LastYearRequest = 'reportwright/lastYear';
export type LastYearParams = { readonly uri: string; readonly position: WireRange['start'] };
export type LastYearResult =
  | { readonly kind: 'place'; readonly uri: string; readonly range: WireRange }
  | { readonly kind: 'no-report' | 'no-previous' | 'unreadable' | 'itself' }
  | { readonly kind: 'nothing'; readonly uri: string };

/**
 * Client → server: an open report held against last year's, as a page like that of figures. Buttons with `data-report="previous"` mean lines of last year's report. Without
 * `previous` the report that the configuration names is taken.
 */
export const ComparePageRequest = 'reportwright/comparePage';
export type ComparePageParams = { readonly uri: string; readonly previous?: string };
export type ComparePageResult =
  | { readonly kind: 'page'; readonly page: NonNullable<FiguresPageResult>; readonly report: string; readonly previous: string }
  | { readonly kind: 'no-report' | 'no-previous' | 'unreadable' };

/** Command of our client behind a lens: goes to the place, or offers several. One argument: places. */
export const GO_TO_COMMAND = 'reportwright.goToPlaces';
export type GoToPlace = { readonly uri: string; readonly range: WireRange };

/** Server → client: a report is checked on saving only, and why; null when it is not, any more. `limit` in characters or milliseconds. */
export const RestraintNotification = 'reportwright/restraint';
export type RestraintParams = { readonly uri: string; readonly restraint: { readonly kind: 'size' | 'time'; readonly limit: number } | null };

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
  /** True when reports of the folders that are not open are to be checked as well. */
  readonly closedReports?: boolean;
}
