/**
 * `check --format junit`: a test suite a file, for the many programs that show test results. An error or a warning is a failed test; what is only
 * worth a look stands in a passed one.
 */
import type { Diagnostic } from '../core';
import type { Terminal } from '../session';
import { slashed, type CheckedFile, type Output } from './output';

/** One document, written suite by suite. */
export function junitOutput(terminal: Terminal): Output {
  return {
    begin: () => terminal.out('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="reportwright">\n'),
    file: (file) => terminal.out(suiteOf(file)),
    problem: (path, sentence) => terminal.out(suite(path ?? 'reportwright', 1, 0, 1, [`    <testcase name="check" classname="${attribute(slashed(path ?? 'reportwright'))}"><error message="${attribute(sentence)}"/></testcase>`])),
    end: () => terminal.out('</testsuites>\n'),
  };
}

function suiteOf({ path, diagnostics }: CheckedFile): string {
  const cases = diagnostics.length ? diagnostics.map((diagnostic) => caseOf(path, diagnostic)) : [`    <testcase name="check" classname="${attribute(slashed(path))}"/>`];
  return suite(path, cases.length, diagnostics.filter(isFailure).length, 0, cases);
}

function suite(path: string, tests: number, failures: number, errors: number, cases: readonly string[]): string {
  return [`  <testsuite name="${attribute(slashed(path))}" tests="${tests}" failures="${failures}" errors="${errors}">`, ...cases, '  </testsuite>\n'].join('\n');
}

function caseOf(path: string, diagnostic: Diagnostic): string {
  const { rule, severity, message, range: { start } } = diagnostic;
  const place = `${slashed(path)}:${start.line + 1}:${start.character + 1}`;
  const body = `${place} ${severity} ${message}`;
  const said = isFailure(diagnostic) ? `<failure type="${severity}" message="${attribute(message)}">${content(body)}</failure>` : `<system-out>${content(body)}</system-out>`;
  return `    <testcase name="${attribute(`${rule} ${start.line + 1}:${start.character + 1}`)}" classname="${attribute(slashed(path))}" line="${start.line + 1}">${said}</testcase>`;
}

const isFailure = ({ severity }: Diagnostic): boolean => severity === 'error' || severity === 'warning';

/** Characters that no XML 1.0 document may hold, not even escaped; half of a surrogate pair is one. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const content = (text: string): string => text.replace(FORBIDDEN, '\ufffd').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
/** A parser would turn line breaks and tabs of an attribute into blanks. */
const attribute = (text: string): string => content(text).replace(/"/g, '&quot;').replace(/[\t\n\r]/g, (blank) => `&#${blank.charCodeAt(0)};`);
