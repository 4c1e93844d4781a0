/**
 * Defects of figures: a total that its parts do not make, a rate that its part and whole contradict, a rate of a whole over 100 %, a number that lost its unit. Some break what stands in the
 * text, where its own arithmetic shows what belongs together; others put a sentence with one false number before a sentence of the body.
 */
import { bodyLines, defect, inProse, isFullWidth, replaced, type Break, type Defect } from './defect';
import type { Rng } from '../random';

/** A sentence of the writer's trade in which the numbers agree, and the number that is broken. */
export interface Stated {
  readonly text: string;
  /** The numeral that is to be false, in `text`. */
  readonly numeral: { readonly start: number; readonly end: number };
}

const between = (rng: Rng, low: number, high: number): number => low + rng.int(high - low + 1);

/** `{` and `}` around the numeral that is broken. */
function stated(marked: string): Stated {
  const start = marked.indexOf('{');
  const end = marked.indexOf('}') - 1;
  return { text: marked.replace(/[{}]/g, ''), numeral: { start, end } };
}

type Form = (rng: Rng) => string;

const two = (make: (a: number, b: number, sum: number) => string): Form => (rng) => {
  const [a, b] = [between(rng, 11, 380), between(rng, 11, 380)];
  return make(a, b, a + b);
};
const three = (make: (a: number, b: number, c: number, sum: number) => string): Form => (rng) => {
  const [a, b, c] = [between(rng, 31, 380), between(rng, 2, 90), between(rng, 2, 90)];
  return make(a, b, c, a + b + c);
};

/** Wholes whose parts the sentence gives as all of them; the break is in the whole. */
const SUMS: readonly Form[] = [
  two((a, b, sum) => `收到行政复议申请{${sum}}件，立案受理${a}件，不予受理${b}件。`),
  two((a, b, sum) => `新建便民停车场{${sum}}个（公建${a}个、产业${b}个）。`),
  two((a, b, sum) => `办理人大代表建议${a}件、政协委员提案${b}件，共计{${sum}}件。`),
  two((a, b, sum) => `办结行政诉讼案件{${sum}}件，其中一审${a}件、二审${b}件。`),
  two((a, b, sum) => `实施行政处罚{${sum}}件，其中简易程序${a}件，普通程序${b}件。`),
  two((a, b, sum) => `办理建议提案{${sum}}件，其中人大代表建议${a}件，政协委员提案${b}件。`),
  two((a, b, sum) => `投入专项资金{${(sum / 100).toFixed(2)}}亿元（市级${(a / 100).toFixed(2)}亿元、县级${(b / 100).toFixed(2)}亿元）。`),
  three((a, b, c, sum) => `清理行政规范性文件{${sum}}件，其中继续有效${a}件、修改${b}件、废止${c}件。`),
  three((a, b, c, sum) => `共清理规范性文件{${sum}}件，其中继续执行的${a}件、修改的${b}件、废止的${c}件。`),
  three((a, b, c, sum) => `受理法律援助案件{${sum}}件，分别为民事${a}件、刑事${b}件、行政${c}件。`),
  three((a, b, c, sum) => `审结行政复议案件{${sum}}件（维持${a}件，驳回${b}件，撤销${c}件）。`),
  three((a, b, c, sum) => `受理群众来信来访{${sum}}件次，包括来信${a}件次、来访${b}件次、网络${c}件次。`),
  three((a, b, c, sum) => `接待咨询{${sum}}人次（来电${a}人次，来访${b}人次，网络${c}人次）。`),
  three((a, b, c, sum) => `全年对{${sum}}件规范性文件进行清理，继续有效${a}件、修改${b}件、废止${c}件。`),
  three((a, b, c, sum) => `来信、来访、来电分别为${a}件、${b}件、${c}件，共计{${sum}}件。`),
];

const rated = (make: (whole: number, part: number, rate: string) => string): Form => (rng) => {
  const whole = between(rng, 220, 9800);
  const part = between(rng, Math.ceil(whole / 12), whole - 7);
  return make(whole, part, ((100 * part) / whole).toFixed(1 + rng.int(2)));
};

/** Rates whose part and whole the sentence gives. */
const RATES: readonly Form[] = [
  rated((n, k, r) => `排查矛盾纠纷${n}起，成功化解${k}起，化解成功率{${r}}%。`),
  rated((n, k, r) => `办结行政处罚案件${n}件，其中轻微免罚${k}件，占比{${r}}%。`),
  rated((n, k, r) => `一审审结行政诉讼案件${n}件，败诉${k}件，败诉率{${r}}%。`),
  rated((n, k, r) => `行政机关负责人应出庭${n}件，实际出庭${k}件，出庭应诉率{${r}}%。`),
  rated((n, k, r) => `受理投诉举报${n}件，办结${k}件，办结率{${r}}%。`),
  rated((n, k, r) => `抽检食品${n}批次，合格${k}批次，合格率为{${r}}%。`),
  rated((n, k, r) => `审结行政复议案件${n}件，直接纠错${k}件，纠错率{${r}}%。`),
  rated((n, k, r) => `评查执法案卷${n}卷，其中优秀案卷${k}卷，优秀率{${r}}%。`),
  rated((n, k, r) => `梳理政务服务事项${n}项，其中可网上办理${k}项，网上可办率{${r}}%。`),
  rated((n, k, r) => `检查发现问题${n}个，已整改${k}个，整改率达到{${r}}%。`),
  rated((n, k, r) => `办理行政应诉案件${k}件，占案件总数${n}件的{${r}}%。`),
  rated((n, k, r) => `行政诉讼案件败诉率{${r}}%（审结${n}件，败诉${k}件）。`),
  rated((n, k, r) => `全市${n}个村（社区）中${k}个建成公共法律服务站，覆盖率{${r}}%。`),
  rated((n, k, r) => `受理劳动仲裁案件${n}件，其中调解成功${k}件，占受理案件总数的{${r}}%。`),
];

const forms = (list: readonly Form[], rng: Rng, full: boolean): readonly Stated[] =>
  list.map((form) => stated(full ? form(rng) : form(rng).replaceAll('，', ',').replaceAll('（', '(').replaceAll('）', ')')));

/** Sentences in which every number agrees, in the forms that the defects break. */
export const soundSentences = (rng: Rng, full = true): readonly Stated[] => [...forms(SUMS, rng, full), ...forms(RATES, rng, full)];

/** Ends of sentences in the body where another sentence may follow, items and quotations left alone. */
const sentenceStarts = (text: string): readonly number[] =>
  inProse(text, /(?<=。)(?=\p{Script=Han}{4})(?![一二三四五六七八九十]+是)(?![^。]{0,60}率)/gu, bodyLines(text)).map((match) => match.index);

/** The sentence with `numeral` in place of the right one, put before a sentence of the body. */
function put(start: number, { text, numeral: { start: from, end } }: Stated, numeral: string, what: string): Break {
  const broken = text.slice(0, from) + numeral + text.slice(end);
  return { edits: [{ start, end: start, text: broken }], around: { start, end: start }, at: { start, end: start + broken.length }, note: `${what}: ${broken}`, right: text };
}

/** Off by one to nine in the last place. */
function missed(numeral: string, rng: Rng): string {
  const decimals = numeral.split('.')[1]?.length ?? 0;
  const by = (1 + rng.int(9)) * (rng.int(2) ? 1 : -1) * (decimals ? 4 : 1);
  return ((Number(numeral.replace('.', '')) + by) / 10 ** decimals).toFixed(decimals);
}

/** Two digits side by side changed places; null where all are alike. */
function swappedDigits(numeral: string, rng: Rng): string | null {
  const places = [...numeral].flatMap((digit, i) => (i + 1 < numeral.length && digit !== numeral[i + 1] && digit !== '.' && numeral[i + 1] !== '.' && !(i === 0 && numeral[1] === '0') ? [i] : []));
  if (places.length === 0) return null;
  const i = rng.pick(places);
  return numeral.slice(0, i) + numeral[i + 1]! + numeral[i]! + numeral.slice(i + 2);
}

const addedSum = defect('added sentence with a wrong sum', 'metric/sum-mismatch', (text, rng) => {
  const starts = sentenceStarts(text);
  return starts.length === 0 ? [] : forms(SUMS, rng, isFullWidth(text)).map((sentence) => {
    const right = sentence.text.slice(sentence.numeral.start, sentence.numeral.end);
    return put(rng.pick(starts), sentence, missed(right, rng), `${right} made false`);
  });
});

const addedRate = defect('added sentence with a wrong rate', 'metric/ratio-mismatch', (text, rng) => {
  const starts = sentenceStarts(text);
  return starts.length === 0 ? [] : forms(RATES, rng, isFullWidth(text)).flatMap((sentence) => {
    const right = sentence.text.slice(sentence.numeral.start, sentence.numeral.end);
    const wrong = swappedDigits(right, rng);
    return wrong === null || Math.abs(Number(wrong) - Number(right)) < 0.1 ? [] : [put(rng.pick(starts), sentence, wrong, `${right} made false`)];
  });
});

interface Number_ {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly written: string;
  readonly unit: string;
}

/** Numbers of one sentence. */
const numbersIn = (sentence: string, offset: number): readonly Number_[] =>
  [...sentence.matchAll(/(?<![\d.])(\d+(?:\.\d+)?)([%％]|[件起项个人卷])/g)].map((match) => ({
    start: offset + match.index, end: offset + match.index + match[1]!.length, value: Number(match[1]), written: match[1]!, unit: match[2]!.replace('％', '%'),
  }));

/** Rates in the text that are the quotient of two numbers of their sentence: their digits swapped. */
const swappedRate = defect('rate with digits swapped', 'metric/ratio-mismatch', (text, rng) =>
  inProse(text, /[^。]+/g, bodyLines(text)).flatMap((match) => {
    const numbers = numbersIn(match[0], match.index);
    return numbers.flatMap((rate, i) => {
      const [whole, part] = [numbers[i - 2], numbers[i - 1]];
      if (rate.unit !== '%' || !whole || !part || whole.unit === '%' || whole.unit !== part.unit || whole.value < 50 || part.value >= whole.value) return [];
      if (((100 * part.value) / whole.value).toFixed(rate.written.split('.')[1]?.length ?? 0) !== rate.written) return [];
      const wrong = swappedDigits(rate.written, rng);
      return wrong === null || Math.abs(Number(wrong) - rate.value) < 0.1 || Number(wrong) > 100 ? [] : [replaced({ start: rate.start, end: rate.end }, wrong, `rate ${rate.written} → ${wrong}`)];
    });
  }));

const SHARES = '(?:出庭应诉|出庭|败诉|纠错|成功|办结|办复|答复|满意|合格|覆盖|整改|报备|审核|通过)率';

/** A rate of a whole in the text made greater than 100 %. */
const over = defect('rate over 100 %', 'metric/percent-range', (text, rng) =>
  inProse(text, new RegExp(`(?<=${SHARES}(?:为|达到|达|仅|均为|均达到|均达|均|在)?)(\\d+(?:\\.\\d+)?)(?=[%％](?!以上|以下|的))`, 'g')).flatMap((match) => {
    const value = Number(match[1]);
    const wrong = value === 100 ? `1${1 + rng.int(9)}0` : `1${match[1]}`;
    return Number(wrong) <= 100 ? [] : [replaced({ start: match.index, end: match.index + match[0].length }, wrong, `${match[0]}% → ${wrong}%`)];
  }));

const MEASURES = '件次|人次|场次|批次|[件起宗项个人名家户条次场份卷部篇套辆所处座支]|[%％]';

/** A number directly before a mark whose measure word, or percent sign, is gone. A row of numbers behind one another is left alone: its last may speak for all. */
const lost = defect('lost unit', 'metric/missing-unit', (text) =>
  inProse(text, new RegExp(`(?<=[\\p{Script=Han}”》])\\d[\\d,.]*[万亿]?余?(${MEASURES})(?=[，,。；;]|、(?!\\d))`, 'gu'), bodyLines(text)).map((match) => {
    const end = match.index + match[0].length;
    return { edits: [{ start: end - match[1]!.length, end, text: '' }], around: { start: match.index, end }, note: `lost ${match[1]} of ${match[0]}: ${text.slice(Math.max(0, match.index - 16), end + 4)}` };
  }));

export const metricDefects: readonly Defect[] = [addedSum, addedRate, swappedRate, over, lost];
