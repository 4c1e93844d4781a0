/**
 * One seed → its digest: the map step of learning. Looks at this seed alone.
 */

import { contentHash } from '../base';
import type { SectionDigest, SeedDigest } from '../profile';
import { REPORT_TERMS, frequentPairs, progress, recognise, runningTexts } from '../report';
import type { CompiledCues, CompiledUnits, Functions, Report, Section } from '../report';
import { sentencesOf, shapeOf } from '../syntax';
import { fold } from '../text';
import { namesCited } from './cited';
import { figureRuns } from './figures';

const SECTION_TERMS = 24;
const DEEPEST = 2;
/** A closing form is no longer; of any other sentence these are the first words. */
const CLOSING = 48;

/** The digest of a report. `name` is what people know the seed by; the identity is its content. */
export function digestOf(report: Report, name: string, cues: CompiledCues, units: CompiledUnits): SeedDigest {
  const { year } = report.period;
  const functions = recognise(report, cues, year);
  const before = progress(report);
  const total = Math.max(1, before[before.length - 1]!);
  const sections = report.sections.filter((section) => section.depth <= DEEPEST);
  return {
    id: contentHash(report.tree.text.value),
    name,
    year,
    length: total,
    title: report.title ? abstractYears(fold(report.title.text), year) : null,
    width: /，/.test(report.tree.text.value) ? 'full' : 'half',
    sections: sections.map((section) => sectionDigest(report, section, functions, before, total)),
    passages: functions.passages.map((passage) => ({
      slot: passage.slot,
      opens: report.tree.blocks[passage.block]!.text.slice(passage.at.start, Math.min(passage.at.end, passage.at.start + 40)),
      at: thousandths(before[passage.block]! , total),
      share: thousandths(before[passageEnd(report, passage.block, passage.section)]! - before[passage.block]!, total),
    })),
    topics: [...new Set([...functions.treated.keys(), ...functions.topicOf.filter((topic): topic is string => topic !== null)])].sort(),
    numbering: numberingOf(report),
    figures: figureRuns(report, sections, units),
    closing: closingOf(report),
    cited: namesCited(report),
    signed: report.signOff !== null,
    terms: frequentPairs(runningTexts(report), REPORT_TERMS),
  };
}

/** The report's year as `{year}`, the next as `{year+1}`, the last as `{year-1}`; any other year stays. */
export function abstractYears(text: string, year: number | null): string {
  if (year === null) return text;
  return text.replace(/(?:19|20)\d\d(?=\s?年)/g, (digits) => {
    const offset = Number(digits) - year;
    return offset === 0 ? '{year}' : offset === 1 ? '{year+1}' : offset === -1 ? '{year-1}' : digits;
  });
}

const thousandths = (part: number, total: number): number => Math.round((part * 1000) / total);

function sectionDigest(report: Report, section: Section, functions: Functions, before: Int32Array, total: number): SectionDigest {
  const topic = functions.topicOf[section.index];
  const texts = report.tree.blocks.slice(section.block, section.end).map((block) => block.text);
  return {
    title: abstractYears(section.words, report.period.year),
    depth: section.depth,
    slots: functions.slotsOf[section.index]!,
    ...(topic ? { topic } : {}),
    at: thousandths(before[section.block]!, total),
    share: thousandths(before[section.end]! - before[section.block]!, total),
    terms: frequentPairs(texts, SECTION_TERMS),
  };
}

/** Where a passage without a heading ends: with the text of the section it stands in. */
function passageEnd(report: Report, block: number, section: number | null): number {
  return section === null ? block + 1 : Math.max(block + 1, report.sections[section]!.bodyEnd);
}

function numberingOf(report: Report): SeedDigest['numbering'] {
  const byShape = new Map<string, { depth: number; shape: string; count: number; runIn: number }>();
  for (const section of report.sections) {
    const shape = section.marker ? shapeOf(section.marker) : '';
    const key = `${section.depth} ${shape}`;
    const entry = byShape.get(key) ?? { depth: section.depth, shape, count: 0, runIn: 0 };
    entry.count++;
    if (section.runIn) entry.runIn++;
    byShape.set(key, entry);
  }
  return [...byShape.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}

function closingOf(report: Report): string {
  for (let i = report.tree.blocks.length - 1; i >= 0; i--) {
    if (report.roles[i] !== 'body' && report.roles[i] !== 'heading') continue;
    const sentences = sentencesOf(report.tree.blocks[i]!);
    const last = sentences[sentences.length - 1];
    if (last) return abstractYears(report.tree.blocks[i]!.text.slice(last.start, Math.min(last.end, last.start + CLOSING)), report.period.year);
  }
  return '';
}
