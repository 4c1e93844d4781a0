/**
 * Numerals written against GB/T 15835: 3百人, .5%, 15~30%, 13~17万元, 约30余件左右, 八件 beside 12件, thousands separators in some numbers only. The forms of a single
 * figure are in forms.ts, what does not go together in mixtures.ts.
 */

import { readFigures } from '../../report';
import type { PlacedFigure, Report } from '../../report';
import { placeOf } from '../../syntax';
import type { Edit, Span } from '../../text';
import { isAccepted } from '../house';
import { defineReportRule } from '../rule';
import type { Found, ReportContext } from '../rule';
import { formsOf } from './forms';
import { mixedScripts, separatorsOf } from './mixtures';
import page from './number-form.md';

function* check({ report, units, house }: ReportContext): Iterable<Found> {
  const figures = readFigures(report, units);
  for (const { figure, block } of figures) {
    const { text } = report.tree.blocks[block]!;
    for (const form of formsOf(text, figure, units)) {
      const source = (span: Span): string => sourceAt(report, block, span);
      if (isAccepted(text, form.at, house)) continue;
      const at = placeOf(report.tree, block, form.at);
      const written = source(form.at);
      const edits = (): readonly Edit[] => form.edits.map((edit) => ({ span: placeOf(report.tree, block, edit.span), text: edit.copied ? source(edit.copied) : edit.text }));
      yield { at, message: form.message, args: { written, instead: form.instead }, fix: { safety: 'suggested', title: 'write', args: { instead: form.instead }, edits } };
    }
  }
  for (const { han, arabic, digits } of mixedScripts(report, figures, units)) {
    const written = report.tree.text.value.slice(han.at.start, han.at.end);
    const instead = digits + written.slice(han.figure.numeral.length);
    yield {
      at: han.at, message: 'mixedScript', args: { written, other: report.tree.text.value.slice(arabic.at.start, arabic.at.end), instead },
      related: [{ at: arabic.at, message: 'otherScript' }],
      fix: { safety: 'suggested', title: 'write', args: { instead }, edits: () => [{ span: han.numeralAt, text: digits }] },
    };
  }
  yield* mixedSeparators(report, figures);
}

/** Source characters of a place in a block. */
function sourceAt(report: Report, block: number, span: Span): string {
  const at = placeOf(report.tree, block, span);
  return report.tree.text.value.slice(at.start, at.end);
}

/** One finding for the document, at the first numeral of the rarer kind; official writing has no separators, so these are what can be taken out. */
function* mixedSeparators(report: Report, figures: readonly PlacedFigure[]): Iterable<Found> {
  const { grouped, plain } = separatorsOf(figures);
  if (grouped.length === 0 || plain.length === 0) return;
  const [rare, common] = grouped.length <= plain.length ? [grouped[0]!, plain[0]!] : [plain[0]!, grouped[0]!];
  const numeral = ({ numeralAt }: PlacedFigure): string => report.tree.text.value.slice(numeralAt.start, numeralAt.end);
  const edits = (): readonly Edit[] => grouped.map((placed) => ({ span: placed.numeralAt, text: numeral(placed).replaceAll(',', '') }));
  yield {
    at: rare.numeralAt, message: 'separators', severity: 'hint', args: { written: numeral(rare), other: numeral(common) },
    related: [{ at: common.numeralAt, message: 'otherSeparators' }],
    fix: { safety: 'suggested', title: 'plain', args: { count: grouped.length }, edits },
  };
}

export const numberForm = defineReportRule({
  code: 'metric/number-form',
  group: 'metric',
  since: '0.2.0',
  severity: 'info',
  basis: ['standard'],
  fix: 'suggested',
  page,
  messages: {
    scaled: { zh: '“{written}”：阿拉伯数字后面不接“百”“千”，宜写作“{instead}”。', en: '“{written}”: digits are not followed by 百 or 千; write “{instead}”.' },
    pointed: { zh: '“{written}”：小数点前的“0”不能省，应写作“{instead}”。', en: '“{written}” lacks the zero before its point; write “{instead}”.' },
    openRange: { zh: '“{written}”：数值范围的两端都要写全，宜写作“{instead}”。', en: '“{written}”: both ends of a range have their sign or scale; write “{instead}”.' },
    doubled: { zh: '“{written}”：表示约数的词重复或矛盾，留一个即可，如“{instead}”。', en: '“{written}” says twice that it is not exact; one word is enough: “{instead}”.' },
    mixedScript: { zh: '“{written}”和“{other}”并列，同类数字应当用同一种写法，宜写作“{instead}”。', en: '“{written}” stands beside “{other}”: numbers of one kind have one form; write “{instead}”.' },
    otherScript: { zh: '并列的数字', en: 'the number beside it' },
    separators: { zh: '“{written}”和“{other}”写法不一：全文的千分位逗号要么都用，要么都不用。', en: '“{written}” and “{other}” differ: thousands separators are used throughout or not at all.' },
    otherSeparators: { zh: '另一种写法', en: 'the other way' },
    write: { zh: '改为“{instead}”', en: 'Write “{instead}”' },
    plain: { zh: '去掉全文数字里的千分位逗号（{count}处）', en: 'Take out the thousands separators ({count})' },
  },
  check,
});
