/** The language status through a server's life: not started, starting and busy, running, over budget, failed; each with its way on. */
import { expect, test, vi } from 'vitest';
import type { StatusResult } from '../../server/src/lsp/requests';

interface Item {
  text: string;
  detail: string;
  busy: boolean;
  severity: string;
  command?: { readonly command: string; readonly arguments?: readonly unknown[] };
}

const items = vi.hoisted(() => new Map<string, Item>());

vi.mock('vscode', () => ({
  l10n: { t: (text: string, ...args: unknown[]) => text.replace(/\{(\d)\}/g, (_, at: string) => String(args[Number(at)])) },
  languages: {
    createLanguageStatusItem: (id: string) => {
      const item = { text: '', detail: '', busy: false, severity: '', dispose: () => items.delete(id) };
      items.set(id, item);
      return item;
    },
  },
  LanguageStatusSeverity: { Information: 'information', Warning: 'warning', Error: 'error' },
  window: { activeTextEditor: { document: { uri: 'file:///a.report' } }, onDidChangeActiveTextEditor: () => ({ dispose: () => undefined }) },
  workspace: {},
}));

const { showStatus } = await import('../../client/src/status');

const status: NonNullable<StatusResult> = { family: '某族', profile: { kind: 'family', words: 'built in' }, foreign: false, year: 2025, length: 100, blanks: 4, errors: 1, warnings: 2, notes: 3 };

function shown() {
  const heard = { state: [] as (() => void)[], restraint: [] as (() => void)[], front: [] as (() => void)[] };
  const on = (list: (() => void)[]) => (listener: () => void) => (list.push(listener), { dispose: () => undefined });
  let state = 'asleep';
  const restraints = new Map<string, { kind: 'size' | 'time'; limit: number }>();
  const answers: ((result: StatusResult) => void)[] = [];
  const session = { state: () => state, restraints, onDidChangeState: on(heard.state), onDidRestrain: on(heard.restraint) };
  const front = { document: () => null, ask: () => new Promise((answer) => answers.push(answer)), onDidChange: on(heard.front) };
  const disposable = showStatus(session as never, front as never);
  return {
    report: items.get('reportwright.report')!, server: items.get('reportwright.server')!, disposable, answers,
    enter: (next: string) => ((state = next), heard.state.forEach((tell) => tell())),
    restrain: (kind: 'size' | 'time', limit: number) => (restraints.set('file:///a.report', { kind, limit }), heard.restraint.forEach((tell) => tell())),
    free: () => (restraints.clear(), heard.restraint.forEach((tell) => tell())),
    rest: () => heard.front.forEach((tell) => tell()),
  };
}

test('the server: asleep, starting, running, failed', () => {
  const { server, enter } = shown();
  expect([server.text, server.busy, server.command?.command]).toEqual(['Not started', false, 'reportwright.showOutput']);
  enter('starting');
  expect([server.text, server.busy]).toEqual(['Starting…', true]);
  enter('running');
  expect([server.text, server.busy, server.severity]).toEqual(['Checking reports', false, 'information']);
  enter('failed');
  expect([server.busy, server.severity, server.command?.command]).toEqual([false, 'error', 'reportwright.restartServer']);
});

test.each([['size', 'Longer than 500 characters', 'reportwright.sizeLimit'], ['time', 'A check takes more than 500 ms', 'reportwright.timeBudget']] as const)('over budget (%s): what, why, and the setting', (kind, why, setting) => {
  const { server, enter, restrain, free } = shown();
  enter('running');
  restrain(kind, 500);
  expect([server.text, server.detail, server.severity, server.command]).toEqual(['Checked on save only', why, 'warning', { command: 'workbench.action.openSettings', title: 'Change limit', arguments: [setting] }]);
  free();
  expect([server.text, server.detail]).toEqual(['Checking reports', '']);
});

test('the report: busy while it is asked about, then family, year, counts and where the profile comes from', async () => {
  const { report, enter, rest, answers } = shown();
  enter('running');
  rest();
  expect(report.busy).toBe(true);
  answers[0]!(status);
  await vi.waitFor(() => expect(report.busy).toBe(false));
  expect([report.text, report.detail, report.command?.command]).toEqual(['某族 · 2025', 'Errors: 1, warnings: 2, notes: 3, blanks: 4 · from built in', 'reportwright.showProfile']);
  rest();
  answers[1]!({ ...status, foreign: true });
  await vi.waitFor(() => expect([report.text, report.severity]).toEqual(['Does not look like: 某族', 'warning']));
});

test('both lines go with the extension', () => {
  shown().disposable.dispose();
  expect(items.size).toBe(0);
});
