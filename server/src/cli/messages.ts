/**
 * Every sentence of the command line itself, Chinese and English side by side. Findings bring their own text; only what frames them is here.
 */
import type { Locale } from './core';

type Texts = { readonly zh: string; readonly en: string };

const TEXTS = {
  // what went wrong, one line each
  'no-such-file': { zh: '没有这个文件或文件夹', en: 'no such file or folder' },
  unreadable: { zh: '无法读取（{code}）', en: 'cannot be read ({code})' },
  'too-large': { zh: '文件过大（{size} MB），不是报告', en: 'too large ({size} MB) for a report' },
  'empty-file': { zh: '文件是空的', en: 'is empty' },
  'empty-folder': { zh: '文件夹中没有报告（.txt、.md、.report）', en: 'no report (.txt, .md, .report) in this folder' },
  foreign: { zh: '不像是“{family}”类的报告，未按其检查（可用 --family 或 --profile 指定，或用 --family none 只作通用检查）', en: 'does not look like a report of the family “{family}”, not checked by it (choose with --family or --profile; --family none checks only what holds for every report)' },
  'foreign-to-all': { zh: '看不出属于哪一类报告，未检查（可用 --family 或 --profile 指定，或用 --family none 只作通用检查）', en: 'not recognised as a report of any known family, not checked (choose with --family or --profile; --family none checks only what holds for every report)' },
  'bad-config': { zh: '配置有 {count} 处错误（{first}），其余部分有效', en: 'the configuration has errors ({count}: {first}); the rest of it holds' },
  'profile-not-json': { zh: '不是有效的 JSON，不能用作模板', en: 'is not valid JSON and cannot serve as a profile' },
  'profile-not-a-profile': { zh: '不是模板文件（模板由 reportwright learn 生成）', en: 'is not a profile (profiles are made by reportwright learn)' },
  'profile-newer-version': { zh: '模板版本 {found} 高于本程序支持的 {known}：请升级 reportwright 或重新学习', en: 'profile version {found} is newer than {known}, which this release knows: upgrade reportwright or learn again' },
  'unknown-family': { zh: '没有类别“{name}”{suggestion}', en: 'there is no family “{name}”{suggestion}' },
  'unknown-rule': { zh: '没有规则“{name}”{suggestion}', en: 'there is no rule “{name}”{suggestion}' },
  'bad-rule-option': { zh: '--rule 应写作 规则代码=级别（{choices}），不是“{value}”', en: '--rule takes CODE=SEVERITY ({choices}), not “{value}”' },
  choices: { zh: '，可用的是 {choices}', en: '; it may be {choices}' },
  suggestion: { zh: '，是不是“{name}”？', en: '; did you mean “{name}”?' },
  'fix-encoding': { zh: '编码是 {encoding}，--fix 只改写 UTF-8 文件，未改动', en: 'is in {encoding}; --fix only rewrites UTF-8 files, left as it is' },
  'write-encoding': { zh: '编码是 {encoding}，只改写 UTF-8 文件，未改动', en: 'is in {encoding}; only UTF-8 files are rewritten, left as it is' },
  'draft-no-report': { zh: '其中没有报告的正文，未写入任何文件', en: 'holds no report, nothing written' },
  'draft-no-year': { zh: '看不出是哪一年的报告，请用 --year 指定新报告的年度', en: 'does not tell its year; give the year of the new report with --year' },
  'draft-no-profile': { zh: '没有上年报告时，请用 --family 或 --profile 指定模板', en: 'without last year\'s report, choose a profile with --family or --profile' },
  'draft-year-not-later': { zh: '是 {year} 年度的报告，--year 应当在其后', en: 'is about {year}; --year must be later' },
  'write-exists': { zh: '已经存在，未写入（用 --force 覆盖）', en: 'exists, not written (--force overwrites it)' },
  'write-is-folder': { zh: '是文件夹，无法写入', en: 'is a folder, cannot be written' },
  'write-is-link': { zh: '是符号链接，未写入（请直接指定目标文件）', en: 'is a symbolic link, not written (name the file itself)' },
  'write-not-a-file': { zh: '不是普通文件，未写入', en: 'is not a regular file, not written' },
  'write-no-folder': { zh: '所在文件夹不存在，无法写入', en: 'cannot be written: its folder does not exist' },
  'renamed-rule': { zh: '规则 {name} 已改名为 {now}，请改用新名', en: 'rule {name} is called {now} now' },
  'bad-baseline': { zh: '第 {line} 行第 {column} 列：{problem}', en: 'line {line}, column {column}: {problem}' },
  'baseline-made': { zh: '已建立，记入现有问题 {count} 处；以后只报告新出现的问题', en: 'made, with {count} findings that are there now; from now on only new ones are reported' },
  'baseline-shrunk': { zh: '{count} 处已接受的问题不再出现，已从清单中去掉', en: '{count} accepted findings no longer occur and were taken out' },
  'write-outside': { zh: '经符号链接位于所给文件夹之外，未写入（请直接指定该文件）', en: 'lies outside the folder that was named, behind a symbolic link; not written (name the file itself)' },
  'write-read-only': { zh: '没有写入权限，未改动', en: 'is not writable, left as it is' },
  'write-changed': { zh: '检查期间被改动过，未写入', en: 'was changed in the meantime, not written' },
  'write-system': { zh: '无法写入（{code}）', en: 'cannot be written ({code})' },
  'nothing-to-learn': { zh: '没有可供学习的报告，未写入任何文件', en: 'no report to learn from, nothing written' },
  internal: { zh: '内部错误：{message}', en: 'internal error: {message}' },
  'too-many-warnings': { zh: '警告超过上限（{count} > {limit}）', en: 'too many warnings ({count} > {limit})' },

  // wrong use
  'in-words': { zh: '{sentence}', en: '{sentence}' },
  'nothing-given': { zh: '请给出要检查的文件或文件夹，或用 --stdin', en: 'name files or folders to check, or use --stdin' },
  'nothing-to-format': { zh: '请给出要格式化的文件或文件夹', en: 'name files or folders to format' },
  'stdin-and-paths': { zh: '--stdin 不能与文件同时使用', en: '--stdin cannot be combined with paths' },
  'stdin-and-fix': { zh: '--stdin 不能与 --fix 同时使用', en: '--stdin cannot be combined with --fix' },
  'filename-without-stdin': { zh: '--stdin-filename 须与 --stdin 同用', en: '--stdin-filename needs --stdin' },
  'profile-and-family': { zh: '--profile 与 --family 只能用一个', en: 'use either --profile or --family' },
  'nothing-to-explain': { zh: '请给出规则代码，或用 --list 列出全部', en: 'name a rule code, or use --list' },
  'output-needed': { zh: '请用 --output 指定写到哪个文件', en: 'say with --output where to write the profile' },
  'draft-output-needed': { zh: '请用 --output 指定草稿写到哪个文件', en: 'say with --output where to write the draft' },
  'nothing-to-start-from': { zh: '请用 --from 给出上年报告，或用 --family、--profile 指定模板', en: 'give last year\'s report with --from, or a profile with --family or --profile' },
  'year-needed': { zh: '没有上年报告时，请用 --year 指定年度', en: 'without last year\'s report, give the year with --year' },
  'would-overwrite-source': { zh: '是上年报告本身，请另写一个文件', en: 'is last year\'s report itself; choose another file' },
  'unknown-option': { zh: '没有选项 {what}', en: 'unknown option {what}' },
  'unknown-command': { zh: '没有命令 {what}', en: 'unknown command {what}' },
  'missing-argument': { zh: '缺少参数 {what}', en: 'missing argument {what}' },
  'missing-value': { zh: '选项 {what} 缺少值', en: 'option {what} needs a value' },
  'bad-value': { zh: '选项 {what} 的值不对', en: 'bad value for option {what}' },
  'too-many-arguments': { zh: '参数过多', en: 'too many arguments' },
  usage: { zh: '用法不对', en: 'wrong usage' },
  'see-help': { zh: '（见 reportwright --help）', en: ' (see reportwright --help)' },

  // what went well
  summary: { zh: '检查了 {files} 份报告：', en: '{files} checked: ' },
  clean: { zh: '没有发现问题', en: 'no findings' },
  fixable: { zh: '其中 {count} 处可用 --fix 自动修复', en: '{count} can be fixed with --fix' },
  fixed: { zh: '已自动修复 {count} 处', en: '{count} fixed' },
  progress: { zh: '已检查 {count} 份  {path}', en: '{count} checked  {path}' },
  learned: { zh: '由 {reports} 份报告学得 {slots} 个栏目，已写入 {path}', en: 'learned {slots} slots from {reports} reports, written to {path}' },
  drafted: { zh: '{path}：{year} 年度草稿，{headings} 个标题，{placeholders} 处待填', en: '{path}: draft for {year}, {headings} headings, {placeholders} places to fill in' },
  'drafted-owed': { zh: '，去年计划 {plan} 项、问题 {problems} 项列在正文前面', en: '; {plan} plan items and {problems} problems of last year listed before the results' },
  'drafted-added': { zh: '；按规定补上：{names}', en: '; added as demanded: {names}' },
  'year-of-report': { zh: '{year} 年度', en: 'year {year}' },
  'no-title': { zh: '（无标题）', en: '(no title)' },

  // a folder at a glance
  'summary-title': { zh: '报告检查情况汇总', en: 'Reports checked' },
  'summary-lead': { zh: '共检查报告 {reports} 份，发现错误 {error} 处、警告 {warning} 处、提示和建议 {rest} 处；{clean} 份没有发现问题。', en: 'Reports checked: {reports}. Errors: {error}, warnings: {warning}, other remarks: {rest}. Reports without findings: {clean}.' },
  'summary-common': { zh: '最常见的问题', en: 'Most frequent' },
  'summary-problems': { zh: '未能检查', en: 'Not checked' },
  'summary-file': { zh: '文件', en: 'file' },
  'summary-errors': { zh: '错误', en: 'errors' },
  'summary-warnings': { zh: '警告', en: 'warnings' },
  'summary-total': { zh: '合计', en: 'total' },
  'summary-findings': { zh: '处数', en: 'findings' },
  'summary-files': { zh: '文件数', en: 'files' },
  'group-structure': { zh: '结构', en: 'structure' },
  'group-numbering': { zh: '序号', en: 'numbering' },
  'group-metric': { zh: '数据', en: 'figures' },
  'group-year': { zh: '年份', en: 'years' },
  'group-text': { zh: '文字', en: 'text' },
  'group-plan': { zh: '安排', en: 'plan' },
  'group-lint': { zh: '工具', en: 'tool' },
  'group-config': { zh: '配置', en: 'configuration' },

  // tables and help
  code: { zh: '规则', en: 'rule' },
  group: { zh: '组', en: 'group' },
  basis: { zh: '依据', en: 'basis' },
  severity: { zh: '级别', en: 'severity' },
  fix: { zh: '修复', en: 'fix' },
  what: { zh: '说明', en: 'what it reports' },
  line: { zh: '行', en: 'line' },
  figure: { zh: '数据', en: 'figure' },
  counts: { zh: '对象', en: 'counts' },
  kind: { zh: '类别', en: 'kind' },
  year: { zh: '年度', en: 'year' },
  section: { zh: '章节', en: 'section' },
  'kind-count': { zh: '计数', en: 'count' },
  'kind-percent': { zh: '比率', en: 'percent' },
  'kind-money': { zh: '金额', en: 'money' },
  'kind-duration': { zh: '时长', en: 'duration' },
  'kind-people': { zh: '人数', en: 'people' },
  'kind-other': { zh: '其他', en: 'other' },
  'metrics-total': { zh: '{figures} 项数据，{relations} 处数量关系，其中 {wrong} 处不符', en: '{figures} figures, {relations} relations, {wrong} of them wrong' },
  'fix-safe': { zh: '自动', en: 'safe' },
  'fix-suggested': { zh: '建议', en: 'suggested' },
  'help-program': { zh: '检查年度报告：结构、编号、年份、文字', en: 'Checks annual reports: structure, numbering, years, text' },
  'help-check': { zh: '检查报告文件或文件夹', en: 'check report files or folders' },
  'help-learn': { zh: '由一批好的报告学得模板', en: 'learn a profile from good reports' },
  'help-outline': { zh: '列出一份报告的结构', en: 'print the structure of a report' },
  'help-new': { zh: '由上年报告生成新一年的草稿；没有上年报告时按模板生成', en: 'lay out the next report from last year\'s, or from a profile alone' },
  'help-from': { zh: '上年报告', en: 'last year\'s report' },
  'help-draft-output': { zh: '草稿写到此文件', en: 'write the draft to this file' },
  'help-force': { zh: '覆盖已有文件', en: 'overwrite a file that exists' },
  'help-metrics': { zh: '列出报告中的全部数据及其数量关系', en: 'list every figure of reports and the relations between them' },
  'help-chart': { zh: '把数据画成图（SVG），写到此文件', en: 'draw the figures into this SVG file' },
  'help-previous': { zh: '与此上年报告比对数据', en: 'compare figures with last year\'s report' },
  'help-format-command': { zh: '格式化报告：标点、空格、编号、缩进', en: 'format reports: marks, spaces, numbering, indents' },
  'help-write': { zh: '写回文件，列出改动过的文件（不加则输出到标准输出）', en: 'write the files and list those that changed (printed otherwise)' },
  'help-width': { zh: '标点用全角、半角，或随本文多数', en: 'marks in full width, half width, or as most of the document' },
  'help-indent': { zh: '段首空两格、顶格，或随本文多数', en: 'two spaces before paragraphs, none, or as most of the document' },
  'help-explain': { zh: '解释一条规则', en: 'explain a rule' },
  'help-compare': { zh: '对照上年与本年报告：栏目、数据、上年安排的落实、沿用的文字', en: 'hold this year\'s report against last year\'s: sections, figures, what became of the plan, text taken over' },
  'help-lsp': { zh: '启动语言服务器', en: 'start the language server' },
  'help-profile': { zh: '按此模板文件检查', en: 'check by this profile' },
  'help-family': { zh: '报告的类别；none 为不按类别', en: 'family of the reports; none for no family' },
  'help-year': { zh: '报告年度', en: 'year the report is about' },
  'help-format': { zh: '输出格式', en: 'output format' },
  'help-rule': { zh: '改变一条规则的级别（可重复）', en: 'set the severity of a rule (repeatable)' },
  'help-max-warnings': { zh: '警告不超过 N 个时不算失败（默认 0）', en: 'tolerate up to N warnings (default 0)' },
  'help-quiet': { zh: '只列错误和警告，不显示进度和汇总', en: 'errors and warnings only, no progress, no summary' },
  'help-stdin': { zh: '从标准输入读取报告', en: 'read a report from standard input' },
  'help-stdin-filename': { zh: '标准输入的内容所属的文件名', en: 'file name that standard input stands for' },
  'help-fix': { zh: '应用安全的自动修复并写回文件', en: 'apply safe fixes and write the files' },
  'help-baseline': { zh: '不报告此清单中已接受的问题；清单不存在时按现有问题建立，存在时只减不增', en: 'hold back the findings accepted in this file; it is made from the present ones when absent, and only shrinks after that' },
  'help-lang': { zh: '提示的语言', en: 'language of the messages' },
  'help-no-color': { zh: '不用颜色（环境变量 NO_COLOR 亦可）', en: 'no colours (as NO_COLOR in the environment does)' },
  'help-output': { zh: '模板写到此文件', en: 'write the profile to this file' },
  'help-list': { zh: '列出全部规则', en: 'list all rules' },
  'help-stdio': { zh: '经标准输入输出通信', en: 'talk over standard input and output' },
  'help-help': { zh: '显示帮助', en: 'display help' },
  'help-version': { zh: '显示版本', en: 'display the version' },
  'Usage:': { zh: '用法：', en: 'Usage:' },
  'Options:': { zh: '选项：', en: 'Options:' },
  'Commands:': { zh: '命令：', en: 'Commands:' },
  comma: { zh: '、', en: ', ' },
  'help-with': { zh: '{description}（{notes}）', en: '{description} ({notes})' },
  'help-choices': { zh: '可用 {choices}', en: 'choices: {choices}' },
  'help-default': { zh: '默认 {value}', en: 'default: {value}' },
  'help-comma': { zh: ' | ', en: ', ' },
  'help-semicolon': { zh: '；', en: '; ' },
  'term-options': { zh: '选项', en: 'options' },
  'term-command': { zh: '命令', en: 'command' },
  'term-path': { zh: '路径', en: 'path' },
  'term-file': { zh: '文件', en: 'file' },
  'term-name': { zh: '名称', en: 'name' },
  'term-year': { zh: '年度', en: 'year' },
  'term-format': { zh: '格式', en: 'format' },
  'term-code': { zh: '规则代码', en: 'code' },
  'term-severity': { zh: '级别', en: 'severity' },
  'term-n': { zh: '数', en: 'n' },
  'term-width': { zh: '宽度', en: 'width' },
  'term-indent': { zh: '缩进', en: 'indent' },
  'term-last-year': { zh: '上年报告', en: 'last-year' },
  'term-this-year': { zh: '本年报告', en: 'this-year' },
  'Arguments:': { zh: '参数：', en: 'Arguments:' },
} as const satisfies Readonly<Record<string, Texts>>;

export type MessageId = keyof typeof TEXTS;
export type MessageArgs = Readonly<Record<string, string | number>>;

/** The sentence, with `{name}` filled from `args`. */
export function say(locale: Locale, id: MessageId, args: MessageArgs = {}): string {
  const texts: Texts = TEXTS[id];
  return (locale === 'en' ? texts.en : texts.zh).replace(/\{(\w+)\}/g, (whole, name: string) => String(args[name] ?? whole));
}

/** True when `id` has a text of its own. */
export function isMessage(id: string): id is MessageId {
  return Object.hasOwn(TEXTS, id);
}

/** `2 warnings`, `3 个警告`: a number of findings of one severity. */
export function countOf(locale: Locale, severity: 'error' | 'warning' | 'info' | 'hint', count: number): string {
  if (locale === 'zh-cn') return `${count} ${{ error: '个错误', warning: '个警告', info: '条提示', hint: '条建议' }[severity]}`;
  return `${count} ${severity}${count === 1 || severity === 'info' ? '' : 's'}`;
}

/** `5 reports`, `5`: how many files were checked, as the summary wants it. */
export function reportsOf(locale: Locale, count: number): string {
  return locale === 'zh-cn' ? String(count) : `${count} report${count === 1 ? '' : 's'}`;
}

/** The word for a severity in a line of findings. */
export function severityWord(locale: Locale, severity: 'error' | 'warning' | 'info' | 'hint'): string {
  return locale === 'zh-cn' ? { error: '错误', warning: '警告', info: '提示', hint: '建议' }[severity] : severity;
}

/** What `--lang` or the environment says; Chinese when neither says anything, since the reports are and most of their writers read nothing else. */
export function localeOf(lang: string | undefined, env: Readonly<Record<string, string | undefined>>): Locale {
  if (lang !== undefined) return lang.toLowerCase().startsWith('zh') ? 'zh-cn' : 'en';
  const set = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^$|^(?:c|posix)\b|^zh/i.test(set) ? 'zh-cn' : 'en';
}
