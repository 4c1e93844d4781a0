/**
 * Command: write down what someone who is to find a fault needs to know, for the user to read, copy and send. Versions, names of settings, counts: nothing of the
 * report, no path, no name of a file. Nothing is sent from here; the tracker opens only when the user says so.
 */
import { env, l10n, UIKind, Uri, version, window, workspace } from 'vscode';
import { StatusRequest, type StatusResult } from '../../../server/src/lsp/requests';
import { documentInFront } from '../report-document';
import type { Command, Environment } from './command';

interface Manifest {
  readonly version: string;
  readonly bugs: { readonly url: string };
  readonly contributes: { readonly configuration: { readonly properties: Readonly<Record<string, unknown>> } };
}

export const reportProblem: Command = {
  id: 'reportwright.reportProblem',
  run: async (environment) => {
    const manifest = environment.extension.packageJSON as Manifest;
    const content = [l10n.t('What did you do, what happened, and what should have happened?'), '', '', '---', ...(await linesOf(environment, manifest)), ''].join('\n');
    await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
    const copy = l10n.t('Copy');
    const open = l10n.t('Open issue tracker');
    const chosen = await window.showInformationMessage(l10n.t('This page holds no text of your reports. Nothing is sent unless you send it.'), copy, open);
    // As the user has it by now, with what was written above.
    const text = window.activeTextEditor?.document.getText() ?? content;
    if (chosen === copy) await env.clipboard.writeText(text);
    if (chosen === open) await env.openExternal(Uri.parse(`${manifest.bugs.url}/new`));
  },
};

/** One fact a line, in English, because whoever reads it may be anywhere. */
async function linesOf(environment: Environment, manifest: Manifest): Promise<readonly string[]> {
  const facts: readonly (readonly [string, string | number | boolean])[] = [
    ['Reportwright', manifest.version],
    ['Editor', `${env.appName} ${version}`],
    ['Platform', [platform(), env.appHost, env.uiKind === UIKind.Web ? 'web' : 'desktop', env.remoteName ?? 'local'].join(', ')],
    ['Display language', env.language],
    ['Trusted', workspace.isTrusted],
    ['Folders', (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme).join(', ') || 'none'],
    ['Server', environment.session.state()],
    ['Settings changed', changedSettings(Object.keys(manifest.contributes.configuration.properties)).join(', ') || 'none'],
    ...(await factsOfReport(environment)),
  ];
  return facts.map(([name, value]) => `- ${name}: ${value}`);
}

/** Of the report in front: what kind of profile it is checked with, how long it is, how much is found. */
async function factsOfReport({ session }: Environment): Promise<readonly (readonly [string, string | number])[]> {
  const document = documentInFront();
  if (!document || session.state() !== 'running') return [];
  const client = await session.client();
  const status = await client.sendRequest<StatusResult>(StatusRequest, { uri: client.code2ProtocolConverter.asUri(document.uri) });
  if (!status) return [['Report in front', 'none']];
  const { profile, foreign, length, errors, warnings, notes, blanks } = status;
  const restraint = session.restraints.get(document.uri.toString());
  return [
    ['Scheme of the report', document.uri.scheme],
    ['Profile', foreign ? `${profile?.kind ?? 'none'}, not of its family` : (profile?.kind ?? 'none')],
    ['Characters', length],
    ['Findings', `${errors} errors, ${warnings} warnings, ${notes} notes, ${blanks} blanks`],
    ['Checked', restraint ? `on save only (${restraint.kind})` : 'while typing or on save, as set'],
  ];
}

/** Names of the settings that the user changed, anywhere; not their values, which may hold paths. */
function changedSettings(names: readonly string[]): readonly string[] {
  return names.filter((name) => {
    const found = workspace.getConfiguration().inspect(name);
    return found !== undefined && [found.globalValue, found.workspaceValue, found.workspaceFolderValue].some((value) => value !== undefined);
  });
}

/** The operating system where the extension runs; a browser's own word in a browser. */
function platform(): string {
  const { process, navigator } = globalThis as { readonly process?: { readonly platform?: string; readonly arch?: string }; readonly navigator?: { readonly platform?: string } };
  return process?.platform ? `${process.platform} ${process.arch ?? ''}`.trim() : (navigator?.platform ?? 'unknown');
}
