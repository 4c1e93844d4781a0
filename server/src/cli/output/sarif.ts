/**
 * `check --format sarif`: a SARIF 2.1.0 log, for code scanning and for editors that show it. Written result by result. Columns are UTF-16, lines and
 * columns count from one, places are relative to the folder that the command ran in.
 */
import { isAbsolute, relative, resolve } from 'node:path';
import { version } from '../../../../package.json';
import { uriOf } from '../../host/node';
import { makeText, offsetAt } from '../../text';
import type { Diagnostic, DiagnosticDetail, RuleSummary, Severity, Suppressed } from '../core';
import type { Session } from '../session';
import { fingerprints } from './fingerprint';
import { renderMarkdown } from './markdown';
import { slashed, type CheckedFile, type Output } from './output';
import { styleFor } from './style';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const HOME = 'https://github.com/reportwright/reportwright';
/** Stands for the folder that the command ran in; GitHub reads it as the root of the repository. */
const ROOT = '%SRCROOT%';
const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

/** One log with one run. */
export function sarifOutput(session: Session): Output {
  const { terminal, locale, core } = session;
  const rules = core.rules(locale);
  const indexes = new Map(rules.map(({ code }, index) => [code, index]));
  const notifications: object[] = [];
  let results = 0;
  return {
    begin: () => terminal.out(`${opening(session, rules)}\n`),
    file: async (file) => {
      const told = [...resultsOf(file, artifactOf(terminal.cwd, file.path), indexes)].map((result) => `${results++ ? ',\n' : ''}${JSON.stringify(result)}`);
      if (told.length) await terminal.out(told.join(''));
    },
    problem: async (path, sentence) => {
      const locations = path === null ? [] : [{ physicalLocation: { artifactLocation: artifactOf(terminal.cwd, path) } }];
      notifications.push({ level: 'error', message: { text: sentence }, ...(locations.length ? { locations } : {}) });
    },
    end: ({ failed }) => {
      const invocation = { executionSuccessful: !failed, ...(notifications.length ? { toolExecutionNotifications: notifications } : {}) };
      return terminal.out(`${results ? '\n' : ''}],"invocations":${JSON.stringify([invocation])}}]}\n`);
    },
  };
}

/** All that is known before the first result, up to the bracket that opens the results. */
function opening({ core, locale }: Session, rules: readonly RuleSummary[]): string {
  const run = {
    tool: { driver: { name: 'reportwright', version, informationUri: HOME, rules: rules.map((rule) => descriptorOf(rule, core.page(rule.code, locale) ?? rule.summary)) } },
    language: locale === 'en' ? 'en' : 'zh-CN',
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n', '\r'],
    originalUriBaseIds: { [ROOT]: { description: { text: 'The folder that the command ran in.' } } },
  };
  return `{"$schema":${JSON.stringify(SCHEMA)},"version":"2.1.0","runs":[${JSON.stringify(run).slice(0, -1)},"results":[`;
}

function descriptorOf(rule: RuleSummary, page: string): object {
  const markdown = page.trim();
  return {
    id: rule.code,
    name: rule.code.replace(/(?:^|[/-])(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: rule.summary },
    help: { text: renderMarkdown(markdown, styleFor(false, {})), markdown },
    helpUri: rule.address,
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: { tags: [rule.group], basis: rule.basis, severity: rule.severity, fix: rule.fix ?? 'none' },
  };
}

function* resultsOf(file: CheckedFile, artifactLocation: object, indexes: ReadonlyMap<string, number>): Generator<object> {
  const text = makeText(file.text);
  const fingerprint = fingerprints();
  const all: readonly (Pick<Suppressed, 'diagnostic'> & Partial<Suppressed>)[] = [...file.diagnostics.map((diagnostic) => ({ diagnostic })), ...file.suppressed()];
  for (const { diagnostic, by, reason } of all) {
    const { rule, severity, message, range, evidence } = diagnostic;
    const { identity, related, fix } = file.detail(diagnostic);
    const ruleIndex = indexes.get(rule);
    const snippet = text.value.slice(offsetAt(text, range.start), offsetAt(text, range.end));
    yield {
      ruleId: rule,
      ...(ruleIndex === undefined ? {} : { ruleIndex }),
      level: LEVELS[severity],
      message: { text: message },
      locations: [{ physicalLocation: { artifactLocation, region: { ...regionOf(range), ...(snippet ? { snippet: { text: snippet } } : {}) } } }],
      partialFingerprints: { 'reportwrightFinding/v1': fingerprint(diagnostic, identity) },
      ...(related.length ? { relatedLocations: related.map((other, at) => ({ id: at + 1, physicalLocation: { artifactLocation, region: regionOf(other.range) }, message: { text: other.message } })) } : {}),
      ...(fix?.edits.length ? { fixes: [fixOf(fix, artifactLocation)] } : {}),
      // On every result or on none (§3.27.23): an empty list says that a finding stands.
      suppressions: by ? [{ kind: by === 'comment' ? 'inSource' : 'external', ...(reason ? { justification: reason } : {}) }] : [],
      properties: { severity, ...(diagnostic.fix ? { fix: diagnostic.fix } : {}), ...(evidence.length ? { evidence } : {}) },
    };
  }
}

function fixOf({ title, edits }: NonNullable<DiagnosticDetail['fix']>, artifactLocation: object): object {
  const replacements = edits.map(({ range, text }) => ({ deletedRegion: regionOf(range), ...(text ? { insertedContent: { text } } : {}) }));
  return { description: { text: title }, artifactChanges: [{ artifactLocation, replacements }] };
}

/** `endColumn` is the column after the last character, as here. */
function regionOf({ start, end }: Diagnostic['range']): object {
  return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

/** A relative, percent-encoded URI for a file in the folder of the run, an absolute one for a file elsewhere. */
function artifactOf(cwd: string, path: string): { readonly uri: string; readonly uriBaseId?: string } {
  const absolute = resolve(cwd, path);
  const local = relative(cwd, absolute);
  const isOutside = isAbsolute(local) || /^\.\.(?:[\\/]|$)/.test(local);
  return isOutside ? { uri: uriOf(absolute) } : { uri: slashed(local).split('/').map(encodeURIComponent).join('/'), uriBaseId: ROOT };
}
