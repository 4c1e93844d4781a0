/**
 * `explain`: a rule's page, or the list of all rules.
 */
import { columnsOf } from '../output/width';
import { say, severityWord } from '../messages';
import { renderMarkdown } from '../output/markdown';
import { pad } from '../output/pretty';
import { styleFor } from '../output/style';
import { suggestion } from '../profiles';
import { complain, EXIT, UsageError, type Session } from '../session';

/** Runs `explain` and answers the exit code. Away from a terminal the page is plain Markdown. */
export async function explain(session: Session, code: string | undefined, { list }: { readonly list?: boolean }): Promise<number> {
  const { core, terminal, locale } = session;
  if (list) {
    await terminal.out(ruleTable(session));
    return EXIT.clean;
  }
  if (code === undefined) throw new UsageError('nothing-to-explain');
  const now = core.catalogue().find(({ former }) => former?.includes(code))?.code;
  if (now !== undefined) complain(session, null, 'renamed-rule', { name: code, now });
  const page = core.page(now ?? code, locale);
  if (page === null) throw new UsageError('unknown-rule', { name: code, suggestion: suggestion(session, code, core.rules(locale).map((rule) => rule.code)) });
  const rendered = terminal.outIsTerminal ? renderMarkdown(page, styleFor(true, terminal.env)) : page;
  await terminal.out(rendered.endsWith('\n') ? rendered : `${rendered}\n`);
  return EXIT.clean;
}

function ruleTable({ core, locale, terminal }: Session): string {
  const head = (['code', 'group', 'severity', 'basis', 'fix', 'what'] as const).map((id) => say(locale, id));
  const rows = core.rules(locale).map((rule) => [
    rule.code, rule.group, severityWord(locale, rule.severity), rule.basis, rule.fix ? say(locale, `fix-${rule.fix}`) : '–', rule.summary,
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => columnsOf(row[column]!))));
  const line = (row: readonly string[]): string => row.map((cell, column) => (column < row.length - 1 ? pad(cell, widths[column]!) : cell)).join('  ');
  const style = styleFor(terminal.outIsTerminal, terminal.env);
  return [style.strong(line(head)), ...rows.map(line)].map((text) => `${text}\n`).join('');
}
