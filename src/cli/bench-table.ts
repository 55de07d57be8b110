import { RIVALS, type ScaleResult, STAGES } from './bench-result.ts';
import { percentile } from './eval-metrics.ts';

const ANSWER = 'question → cited answer';
const BM25 = 'BM25 alone (MiniSearch)';

/** What was measured as Markdown: latency by stage, beside the rivals, and what building takes. */
export function benchTables(results: readonly ScaleResult[]): string {
  const heads = results.map(({ scale }) => `${scale}×`);
  const growth = results.length > 1 ? [`growth of p95, ${heads[0]} to ${heads.at(-1)}`] : [];
  const latency = (name: string, times: (result: ScaleResult) => number[]) => [
    name,
    ...results.map((result) => `${ms(at(times(result), 50))} / ${ms(at(times(result), 95))}`),
    ...(growth.length > 0 ? [grown(results, (result) => at(times(result), 95))] : []),
  ];
  const size = (name: string, of: (result: ScaleResult) => number, told = decimals(1)) => [
    name,
    ...results.map((result) => told(of(result))),
    ...(growth.length > 0 ? [grown(results, of)] : []),
  ];
  const ratio = (name: string, times: (result: ScaleResult) => number[]) => [
    name,
    ...results.map((result) => `${decimals(2)(at(times(result), 95) / at(result.rivals[BM25], 95))}`),
  ];
  return [
    `Milliseconds, median / 95th percentile; ${results[0]?.asked ?? 0} questions, all systems in turns.`,
    table([
      ['', ...heads, ...growth],
      ...STAGES.map((stage) => latency(stage, ({ stages }) => stages[stage])),
      ...RIVALS.map((rival) => latency(rival, ({ rivals }) => rivals[rival])),
    ]),
    'Ratio of the 95th percentiles to that of BM25 alone.',
    table([
      ['', ...heads],
      ratio('whole search', ({ stages }) => stages['whole search']),
      ratio(ANSWER, ({ stages }) => stages[ANSWER]),
      ...RIVALS.slice(1).map((rival) => ratio(rival, ({ rivals }) => rivals[rival])),
    ]),
    'Building and holding.',
    table([
      ['', ...heads, ...(growth.length > 0 ? ['growth'] : [])],
      size('passages', ({ passages }) => passages, decimals(0)),
      size('documents', ({ documents }) => documents, decimals(0)),
      size('written questions', ({ written }) => written, decimals(0)),
      size('index, s', ({ index }) => index.seconds),
      size('of it, fitting the space, s', ({ fitting }) => fitting),
      size('of it, embedding, s', ({ embedding }) => embedding),
      size('reading for answers, s', ({ reading }) => reading.seconds),
      ...RIVALS.map((rival) => size(`${rival}, s`, ({ rivalBuilds }) => rivalBuilds[rival].seconds)),
      size('index on disk, MB', ({ disk }) => disk / 1e6),
      size('index, heap MB', ({ index }) => index.heap / 1e6),
      size('index, resident MB', ({ index }) => index.resident / 1e6),
      size('reading for answers, heap MB', ({ reading }) => reading.heap / 1e6),
      ...RIVALS.map((rival) => size(`${rival}, heap MB`, ({ rivalBuilds }) => rivalBuilds[rival].heap / 1e6)),
    ]),
  ].join('\n\n');
}

/** Generous limits, in times: to catch what makes everything slow, on whatever machine. */
const LIMITS = { toBm25: 10, growth: 6, seconds: 60 };

/** What is beyond the limits of a check, told for a person; nothing when all is well. */
export function beyondLimits(results: readonly ScaleResult[]): string[] {
  const [first] = results;
  const last = results.at(-1);
  if (!first || !last) return ['nothing was measured'];
  const answer = (result: ScaleResult) => at(result.stages[ANSWER], 95);
  const faults: string[] = [];
  const check = (what: string, value: number, limit: number) => {
    if (!(value <= limit)) faults.push(`${what}: ${value.toFixed(1)}, more than ${limit}`);
  };
  check('answer to BM25 alone', answer(first) / at(first.rivals[BM25], 95), LIMITS.toBm25);
  check('seconds to build the first index', first.index.seconds, LIMITS.seconds);
  if (last !== first) check('growth of the answer', answer(last) / answer(first), LIMITS.growth);
  return faults;
}

function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const lines = [head, head.map((_, column) => (column === 0 ? '---' : '--:')), ...body];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function grown(results: readonly ScaleResult[], of: (result: ScaleResult) => number): string {
  const [first] = results;
  const last = results.at(-1);
  if (!first || !last || of(first) <= 0) return '–';
  return `${(of(last) / of(first)).toFixed(1)}×`;
}

function at(times: readonly number[], rank: number): number {
  return percentile(times, rank) ?? Number.NaN;
}

function ms(value: number): string {
  return value.toFixed(value < 10 ? 2 : 1);
}

function decimals(digits: number): (value: number) => string {
  return (value) => value.toFixed(digits);
}
