/**
 * The rules for people: docs/rules.md lists them all, docs/rules/<group>/<code>.md has the page of each. Everything in it is read off the rules and
 * the pages beside them, which hover and `explain` show as well.
 */
import { readablePage } from '../server/src/features';
import { formerNames, ownCodes, rules } from '../server/src/rules';
import type { Described, Group } from '../server/src/rules';

const GROUPS: Readonly<Record<Group, string>> = {
  structure: '结构 · Structure', numbering: '序号 · Numbering', metric: '数据 · Figures', year: '年份 · Years', text: '文字 · Text',
  plan: '安排 · Plan', lint: '工具自身 · The tool itself', config: '配置 · Configuration',
};
const BASES: Readonly<Record<Described['basis'][number], string>> = {
  norm: '规定 norm', standard: '标准 standard', practice: '实务 practice', learned: '样本 learned', arithmetic: '计算 arithmetic', tool: '工具 tool',
};

const HEAD = `# 规则一览 · Rules

由 \`npm run generate\` 从各规则生成，请勿手改。各规则的说明、反例、正例见代码处的链接，也可用 \`reportwright explain 规则代码\` 查看。

Made from the rules by \`npm run generate\`; do not edit. Each code links to its page, which \`reportwright explain CODE\` shows as well.

依据 · Basis: 规定 a regulation demands it; 标准 a national standard; 实务 what editors do; 样本 what the seeds have in common (never an error); 计算 arithmetic.
修复 · Fix: safe — \`--fix\` and fix-all apply it; suggested — offered in the editor only. 级别 · Severity is the rule's own; \`reportwright.json\` may change it.
`;

const all: readonly Described[] = [...rules, ...ownCodes];

/** The page of each rule, by path; under each name that a rule had, the way to it, because findings of older versions point there. */
export function rulePages(): Readonly<Record<string, string>> {
  return Object.fromEntries(all.flatMap((rule) => [[`docs/rules/${rule.code}.md`, pageOf(rule)], ...formerNames(rule.code).map((old) => [`docs/rules/${old}.md`, redirect(old, rule.code)])]));
}

const redirect = (old: string, now: string): string => `# ${old}\n\n现名 · now called: [${now}](../${now}.md)\n`;

/** What the rule's page says, with the facts that its code states put under the title. */
function pageOf(rule: Described): string {
  const [title = '', ...rest] = readablePage(rule.page).trimEnd().split(/\r?\n/);
  const facts = [`级别 · Severity: **${rule.severity}**`, `依据 · Basis: **${rule.basis.map((basis) => BASES[basis]).join(', ')}**`, `修复 · Fix: **${rule.fix ?? '–'}**`];
  const source = `server/src/rules/${rule.code}.md`;
  return [`<!-- npm run generate makes this page from ${source} -->`, title, '', facts.join(' | '), ...rest, '', `[全部规则 · All rules](../../rules.md) | ⟪ ⟫ 标出意见所在 · ⟪ ⟫ marks where a finding stands`, ''].join('\n');
}

/** The list. */
export function ruleIndex(): string {
  const groups = [...new Set(all.map((rule) => rule.group))];
  return [HEAD, ...groups.map((group) => section(group, all.filter((rule) => rule.group === group)))].join('\n');
}

function section(group: Group, members: readonly Described[]): string {
  const rows = members.map((rule) => {
    const [zh, en] = summariesOf(rule);
    return `| [${rule.code}](rules/${rule.code}.md) | ${rule.severity} | ${rule.basis.map((basis) => BASES[basis]).join(', ')} | ${rule.fix ?? '–'} | ${zh} ${en} |`;
  });
  return [`## ${GROUPS[group]}`, '', '| code | severity | basis | fix | |', '|---|---|---|---|---|', ...rows, ''].join('\n');
}

/** A page's first two lines under its title: the rule in Chinese and in English. */
function summariesOf(rule: Described): readonly [string, string] {
  const [zh = '', en = ''] = rule.page.split(/\r?\n/).filter((line) => line && !line.startsWith('#'));
  return [cell(zh), cell(en)];
}

const cell = (text: string): string => text.replaceAll('|', '\\|');
