/**
 * The benchmark: throughput of a full check beside other checkers, all in one process and on the same texts; `typing`, keystroke to
 * findings; `learn`, learning from a thousand reports. The last two are processes of their own, so that memory and garbage are their own.
 */
import { corpus, seeds, type CorpusText } from '../kit/corpus';
import { grow, random, recombine } from '../kit/random';
import { ontoOneLine } from '../kit/variants';
import { check, checkWithoutFigures, keystrokes, learn } from './ours';
import { milliseconds, table } from './table';
import { load, otherTools, type Tool } from './tools';

const bytes = (text: string): number => new TextEncoder().encode(text).length;
const WARM_UP_MS = 4_000;

const ours: readonly Tool[] = [
  { name: 'reportwright', version: 'all rules', check },
  { name: 'reportwright', version: 'without figures', check: checkWithoutFigures },
];

/** The part of tinybench used here; it is installed in test/bench only, as the other tools are. */
interface Tinybench {
  readonly Bench: new (options: { readonly time: number; readonly warmupTime: number; readonly retainSamples: boolean }) => {
    add(name: string, run: () => void | Promise<void>): unknown;
    run(): Promise<unknown>;
    readonly tasks: readonly { readonly result: { readonly state: string; readonly latency?: { readonly p50: number; readonly samples?: readonly number[] } } }[];
  };
}

interface Measured {
  readonly tool: Tool;
  /** Milliseconds for all texts, median and 95th percentile over the runs; null where the tool failed. */
  readonly median: number | null;
  readonly p95: number | null;
  readonly findings: number | null;
  readonly failure: string;
}

async function throughput(tool: Tool, texts: readonly string[]): Promise<Measured> {
  const none = { tool, median: null, p95: null, findings: null };
  try {
    let findings = 0;
    for (const text of texts) findings += await tool.check(text);
    const { Bench } = await load<Tinybench>('tinybench');
    const bench = new Bench({ time: 1_500, warmupTime: 700, retainSamples: true });
    // A synchronous tool is timed without the cost of awaiting.
    const waits = tool.check(texts[0]!) instanceof Promise;
    bench.add(tool.name, waits
      ? async () => { for (const text of texts) await tool.check(text); }
      : () => { for (const text of texts) void tool.check(text); });
    await bench.run();
    const result = bench.tasks[0]!.result;
    if (!result.latency) throw new Error(`${tool.name}: ${result.state}`);
    const samples = [...(result.latency.samples ?? [])].sort((a, b) => a - b);
    return { tool, median: result.latency.p50, p95: samples[Math.floor((samples.length - 1) * 0.95)] ?? null, findings, failure: '' };
  } catch (error) {
    return { ...none, failure: String(error).split('\n')[0]! };
  }
}

const shown = (value: number | null): string => (value === null ? '–' : milliseconds(value));

async function compare(title: string, texts: readonly CorpusText[], tools: readonly Tool[]): Promise<void> {
  const size = texts.reduce((sum, entry) => sum + bytes(entry.text), 0);
  const measured: Measured[] = [];
  for (const tool of tools) measured.push(await throughput(tool, texts.map((entry) => entry.text)));
  const reference = measured.find((entry) => entry.tool.name === 'autocorrect-node')?.median ?? null;
  const rows = measured.map(({ tool, median, p95, findings, failure }) => [
    `${tool.name} ${tool.version}`, shown(median), shown(p95),
    median === null ? '–' : (size / 1e6 / (median / 1e3)).toFixed(2),
    median === null || reference === null ? '–' : (reference / median).toFixed(2),
    findings === null ? '–' : String(findings), failure,
  ]);
  console.log(`\n${title}: ${texts.length} texts, ${(size / 1000).toFixed(1)} kB UTF-8`);
  console.log(table(['tool', 'ms', 'p95', 'MB/s', '× autocorrect', 'findings', ''], rows));
}

const ROUNDS = 80;
const RUNS = 5;

/**
 * What the rules that read figures add to a full check. Nothing but those rules reads figures, so a check without them does no work on figures and all other work. The
 * two are taken in turn, in short rounds, so that a busy machine slows both alike; the least shows what the work costs when nothing disturbs it.
 */
function addedByFigures(texts: readonly CorpusText[]): void {
  const round = (run: (text: string) => number): number => {
    const start = performance.now();
    for (let i = 0; i < RUNS; i++) for (const { text } of texts) run(text);
    return (performance.now() - start) / RUNS;
  };
  const times = Array.from({ length: ROUNDS }, () => ({ all: round(check), without: round(checkWithoutFigures) }));
  const sorted = (of: 'all' | 'without'): readonly number[] => times.map((time) => time[of]).sort((a, b) => a - b);
  const row = (name: string, at: number): readonly string[] => {
    const [all, without] = [sorted('all')[at]!, sorted('without')[at]!];
    return [name, milliseconds(all), milliseconds(without), `${((all / without - 1) * 100).toFixed(0)} %`];
  };
  console.log('\nWhat figures add to a full check of the seeds');
  console.log(table(['', 'all rules', 'without figures', 'added'], [row('median', ROUNDS >> 1), row('quartile', ROUNDS >> 2), row('least', 0)]));
}

function typing(): void {
  const source = seeds.find((entry) => entry.name.startsWith('huaihua')) ?? seeds[0]!;
  const drafts: readonly (readonly [string, string])[] = [
    ...([['5 kB', 5_000], ['60 kB', 60_000], ['1 MB', 1_000_000]] as const).map(([name, size]) => [name, grow(source.text, size)] as const),
    ['60 kB on one line', ontoOneLine(grow(source.text, 60_000), '')],
    ['1 MB on one line', ontoOneLine(grow(source.text, 1_000_000), '')],
  ];
  const rows = drafts.map(([name, draft]) => {
    const { median, p95 } = keystrokes(draft);
    return [name, milliseconds(median), milliseconds(p95)];
  });
  console.log('\nKeystroke to findings, ms');
  console.log(table(['draft', 'median', 'p95'], rows));
}

function learning(count: number): void {
  const reports = recombine(seeds.map((entry) => entry.text), count, random(1));
  const size = reports.reduce((sum, report) => sum + bytes(report), 0);
  const before = process.resourceUsage().maxRSS / 1024;
  const row = (seconds: string, peak: string): readonly string[] => [String(count), (size / 1e6).toFixed(1), seconds, peak, before.toFixed(0)];
  const measured = (): readonly string[] => {
    const start = performance.now();
    learn(reports);
    return row(((performance.now() - start) / 1000).toFixed(2), (process.resourceUsage().maxRSS / 1024).toFixed(0));
  };
  console.log('\nLearning from recombined reports');
  console.log(table(['reports', 'MB', 'seconds', 'peak RSS MB', 'RSS before MB'], [measured()]));
}

async function main(part: string | undefined, folder: string): Promise<void> {
  if (part === 'learn') return learning(1_000);
  if (part === 'typing') return typing();
  const tools = [...ours, ...(await otherTools(folder))];
  console.log(`node ${process.version}, one process; each tool warmed up, median of the runs over all texts`);
  for (const tool of tools) await warmUp(tool);
  await compare('Seeds', seeds, tools);
  addedByFigures(seeds);
  await compare('Whole corpus', corpus, tools);
  for (const seed of seeds) await compare(seed.name, [seed], tools.slice(0, 3));
}

/** Runs a tool over everything until its code is compiled: what is measured is a server that has been open for a while, not its first seconds. */
async function warmUp(tool: Tool): Promise<void> {
  const until = performance.now() + WARM_UP_MS;
  while (performance.now() < until) {
    try {
      for (const { text } of corpus) await tool.check(text);
    } catch {
      // The comparison says what failed.
      return;
    }
  }
}

main(process.argv[2], process.argv[3] ?? 'test/bench').catch((error: unknown) => {
  console.error(error);
  process.exitCode = 2;
});
