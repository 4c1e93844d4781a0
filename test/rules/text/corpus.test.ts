/**
 * The text rules on real reports: the mistakes that are known to stand there are found, nothing that was read and judged changes unseen, safe fixes do what they say
 * and no more, other clothes bring no loud findings, and no input takes long.
 */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../server/src/lint';
import { textRules } from '../../../server/src/rules/text';
import { applyEdits } from '../../../server/src/text';
import { checkText } from '../../kit/check';
import { corpus, corpusText, seeds } from '../../kit/corpus';
import { injections } from '../../kit/defects';
import { textDefects } from '../../kit/defects/text';
import { hostile } from '../../kit/hostile';
import { random } from '../../kit/random';
import { asMarkdown, crlfEnds, fullWidth, halfWidth, hardWrap, indented, kangxi, oneLine, spaced } from '../../kit/variants';
import { TIMED } from '../../kit/timed';

const check = (text: string): readonly Finding[] => checkText(text, { rules: textRules });
const shown = (text: string, { span }: Finding): string => `${text.slice(Math.max(0, span.start - 6), span.start)}[${text.slice(span.start, span.end)}]${text.slice(span.end, span.end + 6)}`.replace(/\s+/g, ' ');
const found = (name: string, code: string): readonly string[] => {
  const { text } = corpusText(name);
  return check(text).filter((finding) => finding.code === code).map((finding) => shown(text, finding));
};

describe('mistakes known to stand in the seeds', () => {
  it.each([
    ['chaoyang-2024', 'text/unbalanced-pair', '依法决策制度。[“]提交市委常委'],
    ['chaoyang-2024', 'text/pair-comma', '处置综合演练”[、]“橙色闪电·'],
    ['huaihua-2023', 'text/pair-comma', '紧盯全国“两会”[、]“清明”等特'],
    ['hebi-2019', 'text/pair-comma', '大气污染防治条例》[、]《鹤壁市文明'],
    ['chaoyang-2024', 'text/range-dash', '工方案(2021[-]2025)》'],
    ['jinpu-2023', 'text/range-dash', '设实施纲要(2021[-]2025)》'],
    ['yanji-2020', 'text/punctuation-width', '出庭应诉率82%[.]行政机关败诉'],
    ['yanji-2020', 'text/repeated-phrase', '项,其中进厅[政务服务政务服务]事项1562'],
    ['yanji-2020', 'text/missing-terminal', '新时代大普法工作格[局] 八是全力做'],
    ['yanji-2020', 'text/stray-space', '正在积极推进[ ]。 二是全面'],
    ['yanji-2020', 'text/stray-space', '“两个规则”),[ ]正式启动府院'],
    ['yanji-2020', 'text/list-mark', '社会的引领作用[;]三是围绕法治'],
  ])('%s: %s %s', (name, code, place) => {
    expect(found(name, code).some((one) => one.includes(place) || place.endsWith(one) || place.includes(one))).toBe(true);
  });

  it('web residue and half width are one finding each', () => {
    for (const name of ['jinpu-2023', 'huaihua-2023']) expect(found(name, 'text/boilerplate')).toHaveLength(1);
    for (const { text, name } of seeds) expect(check(text).filter((finding) => finding.message.id === 'all'), name).toHaveLength(1);
  });
});

it('says what was read and judged, and nothing else', async () => {
  const lines = corpus.flatMap(({ name, text }) => [`== ${name}`, ...check(text).map((finding) => `${finding.code} ${shown(text, finding).slice(0, 60)}`)]);
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('reviewed.txt');
});

describe('safe fixes', () => {
  const clothes = [null, fullWidth, halfWidth, hardWrap(28), oneLine(' '), crlfEnds, kangxi];
  const rules = textRules.filter((rule) => rule.fix === 'safe');
  it.each(rules.map((rule) => [rule.code, rule] as const))('%s: mends all it finds, touches marks only, and is done after one run', (code, rule) => {
    let edits = 0;
    const broken = seeds.flatMap(({ name, text }) => textDefects.filter((defect) => defect.code === code).flatMap((defect) => injections(text, defect, 2, 3)).map((made) => ({ name: `${name}, broken`, text: made.text })));
    for (const { name, text: plain } of [...corpus, ...broken]) {
      for (const variant of clothes) {
        const text = variant ? variant.apply(plain) : plain;
        const mended = checkText(text, { rules: [rule] }).filter((finding) => finding.fix?.safety === 'safe').flatMap((finding) => [...finding.fix!.edits()]);
        if (mended.length === 0) continue;
        edits += mended.length;
        const after = applyEdits(text, mended);
        const where = `${name} ${variant?.name ?? 'as it is'}`;
        expect(checkText(after, { rules: [rule] }).filter((finding) => finding.fix?.safety === 'safe').map((finding) => shown(after, finding)), where).toEqual([]);
        if (code === 'text/boilerplate') expect(isSubsequence(after, text), where).toBe(true);
        else expect(words(after), where).toBe(words(text));
      }
    }
    expect(edits).toBeGreaterThan(0);
  });
});

/** Letters, digits and characters, marks and blanks left out. */
const words = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (let i = 0; i < whole.length && at < part.length; i++) if (whole[i] === part[at]) at++;
  return at === part.length;
}

it('says nothing loud of sound texts in other clothes', () => {
  const loud = (text: string): readonly string[] => check(text).filter((finding) => (finding.severity === 'error' || finding.severity === 'warning') && finding.code !== 'text/boilerplate').map((finding) => `${finding.code} ${words(text.slice(finding.span.start, finding.span.end))}`);
  for (const { name, text } of corpus) {
    const known = new Set(loud(text));
    for (const variant of [fullWidth, halfWidth, crlfEnds, indented, spaced, asMarkdown, oneLine(''), oneLine(' '), oneLine('　　'), hardWrap(28), hardWrap(35, false)]) {
      expect(loud(variant.apply(text)).filter((one) => !known.has(one)), `${name}, ${variant.name}`).toEqual([]);
    }
  }
});

describe('injected defects', () => {
  const clothes = [undefined, fullWidth, halfWidth, oneLine(''), hardWrap(28)];
  it.each(textDefects.map((defect) => [defect.kind, defect] as const))('%s', (_kind, defect) => {
    const missed: string[] = [];
    let made = 0;
    let extra = 0;
    for (const { name, text } of seeds) {
      for (const variant of clothes) {
        for (const injection of injections(text, defect, 2, 11, variant)) {
          made++;
          const findings = check(injection.text);
          if (!findings.some(({ code, span }) => code === defect.code && span.start <= injection.at.end && span.end >= injection.at.start)) missed.push(`${name} ${variant?.name ?? ''} ${injection.note}`);
          if (findings.length > check(injection.sound).length + 1) extra++;
        }
      }
    }
    expect(made).toBeGreaterThan(0);
    // A break that falls on the margin of a hard-wrapped line may hide in what cannot be joined.
    expect(missed.filter((one) => !one.includes('hard-wrapped'))).toEqual([]);
    expect(missed.length).toBeLessThanOrEqual(Math.ceil(made * 0.1));
    expect(extra).toBe(0);
  });
});

describe('hostile input', () => {
  const inputs = [
    ...hostile(random(1)),
    ...['、', '”、“', '》、《', '1-', ',,', '一是。；', '待', '1) ', 'a@', '&', '《(', '12-13件', '. ', '82%.', 'Ｘ', '政务', '， ', '年-', '〔去年', '【填写', 'http://', '。 ', '“A“'].map((unit) => ({ name: `1 MB of ${unit}`, text: () => `一、标题\n正文。${unit.repeat(1_000_000 / unit.length)}` })),
  ];
  it.each(inputs.map(({ name, text }) => [name, text] as const))('%s', TIMED, (_name, make) => {
    const text = make();
    const start = performance.now();
    const findings = check(text);
    // Reading is part of it; what matters is that nothing grows with the square of the length: what did took ten seconds a megabyte.
    expect(performance.now() - start).toBeLessThan(text.length > 2_000_000 ? 15_000 : 6_000);
    expect(findings.every((finding) => finding.code !== 'lint/rule-failed' && finding.span.start <= finding.span.end && finding.span.end <= text.length)).toBe(true);
    for (const finding of findings.slice(0, 50)) finding.fix?.edits();
  });
});
