/**
 * A comparison as a page: four tables that a keyboard can walk through, with ways to both texts. HTML and style without script or address; the frame around it is the
 * editor's.
 */

import type { Language } from '../../lint';
import { PAGE_STYLE } from '../figures/page';
import type { FiguresPage } from '../figures/page';
import { escaped } from '../markup';
import type { Comparison, Place, TakenUp } from './compare';
import { planCounts, percent, reportName } from './markdown';
import type { CompareNames } from './markdown';
import { compareText, fateText } from './words';
import type { CompareText } from './words';

/** The page. A button with `data-line` (zero-based) goes to that line of this year's report, with `data-report="previous"` to last year's. */
export function comparePage(comparison: Comparison, names: CompareNames, language: Language): FiguresPage {
  const say = (id: CompareText, args: Readonly<Record<string, string | number>> = {}): string => escaped(compareText(id, language, args));
  const { before, now, sections, figures, figuresOnly, plan, copied } = comparison;
  const title = compareText('title', language, { before: reportName(before, names.before, language), now: reportName(now, names.now, language) });
  const old = (place: Place | null, text: string): string => (place ? goTo(place, 'previous', text) : '—');
  const own = (place: Place | null, text: string): string => (place ? goTo(place, 'this', text) : '—');
  const parts = [
    part('plan', say('plan'), plan.length === 0 ? say('noPlan') : say('planSum', planCounts(comparison)), [say('promise'), say('fate'), say('where'), say('grounds')],
      plan.map((item) => [
        `<span class="depth${Math.min(4, item.depth)}">${old(item, item.text)}</span>`, `<span class="${item.fate}">${escaped(fateText(item.fate, language))}</span>`,
        labelled(item.places, language).map(([place, label]) => own(place, label)).join('<br>'), escaped(item.places[0]?.words.join('、') ?? ''),
      ])),
    part('figures', say('figures'), say('figuresOnly', figuresOnly), [say('figure'), say('section'), say('before'), say('now'), say('change')],
      figures.map((pair) => [escaped(pair.name) || say('unnamed'), escaped(pair.section), old(pair.before, pair.before.text), own(pair.now, pair.now.text), escaped(pair.change)])),
    part('sections', say('sections'), '', [say('before'), say('now'), say('length'), say('taken')],
      sections.map((pair) => [
        `<span class="depth${Math.min(4, (pair.before ?? pair.now)!.level - 1)}">${old(pair.before, pair.before?.heading ?? '')}</span>`, own(pair.now, pair.now?.heading ?? ''),
        `${pair.before?.length ?? '—'} → ${pair.now?.length ?? '—'}`, percent(pair.copied),
      ])),
    part('copied', say('copied'), copied.length === 0 ? say('none') : say('copiedSum', { count: copied.length }), [say('section'), say('sentence'), say('before')],
      copied.map((one) => [escaped(one.section), own(one.now, one.text), old(one.before, compareText('line', language, { line: one.before.line + 1 }))])),
  ];
  const body = `<main lang="${language === 'zh' ? 'zh-CN' : 'en'}"><h1>${escaped(title)}</h1><p class="note">${say('keys')}</p>${parts.join('')}</main>`;
  return { title, body, style: `${PAGE_STYLE}\n${COMPARE_STYLE}` };
}

const goTo = ({ line }: Place, report: 'this' | 'previous', text: string): string => `<button type="button" data-report="${report}" data-line="${line}">${escaped(text)}</button>`;

/** Where an item is taken up: by section, with the line where one section takes it up twice. */
function labelled(places: readonly TakenUp[], language: Language): readonly (readonly [TakenUp, string])[] {
  return places.map((place) => {
    const line = compareText('line', language, { line: place.line + 1 });
    const alone = places.filter(({ section }) => section === place.section).length === 1;
    return [place, !place.section ? line : alone ? place.section : `${place.section} ${line}`];
  });
}

/** A table under its heading; cells are safe already. */
function part(id: string, heading: string, note: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = `<thead><tr>${heads.map((cell) => `<th scope="col">${cell}</th>`).join('')}</tr></thead>`;
  const body = rows.map(([first = '', ...rest]) => `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
  return `<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>${note ? `<p class="note">${note}</p>` : ''}${rows.length > 0 ? `<table>${head}<tbody>${body}</tbody></table>` : ''}</section>`;
}

const COMPARE_STYLE = `
h2{font-size:1.1em;font-weight:600;margin-top:28px}
.depth1{padding-left:1em}
.depth2{padding-left:2em}
.depth3{padding-left:3em}
.depth4{padding-left:4em}
.unreported{font-weight:600}
tbody th,td{vertical-align:top}
thead th,section[aria-labelledby="plan"] td:nth-of-type(-n+2){white-space:nowrap}
.unclear,.general{color:var(--vscode-descriptionForeground)}
`.trim();
