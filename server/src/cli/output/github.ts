/**
 * `check --format github`: findings as workflow commands, which GitHub Actions shows at the lines of a pull request. Nothing but commands is printed.
 */
import type { Diagnostic, Severity } from '../core';
import type { Terminal } from '../session';
import { slashed, type Output } from './output';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' };

/** One command a finding, and one for each file that could not be checked. Lines and columns count from one. */
export function githubOutput(terminal: Terminal): Output {
  return {
    begin: async () => {},
    file: async ({ path, diagnostics }) => {
      if (diagnostics.length) await terminal.out(diagnostics.map((diagnostic) => annotation(path, diagnostic)).join(''));
    },
    problem: (path, sentence) => terminal.out(command('error', path === null ? {} : { file: slashed(path) }, sentence)),
    end: async () => {},
  };
}

function annotation(path: string, { rule, severity, message, range: { start, end } }: Diagnostic): string {
  // An annotation over several lines may not name columns.
  const columns = start.line === end.line ? { col: start.character + 1, endColumn: Math.max(start.character, end.character - 1) + 1 } : {};
  return command(COMMANDS[severity], { file: slashed(path), line: start.line + 1, endLine: end.line + 1, ...columns, title: rule }, message);
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const listed = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',');
  return `::${name}${listed ? ` ${listed}` : ''}::${escapeMessage(message)}\n`;
}

const escapeMessage = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const escapeProperty = (text: string): string => escapeMessage(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
