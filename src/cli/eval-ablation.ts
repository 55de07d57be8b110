import type { SignalWeights } from '../retrieval/retriever.ts';
import type { ScoredSystem } from './eval-baselines.ts';
import { type RankingScore, type RankingSummary, summarise } from './eval-metrics.ts';
import type { EvalQuestion } from './eval-questions.ts';
import { rank } from './eval-run.ts';
import { shown } from './eval-table.ts';

/** What each signal is called in the table. */
const NAMES: Record<keyof SignalWeights, string> = {
  bm25: 'BM25',
  coverage: 'coverage',
  cosine: 'passage vectors',
  questions: 'BM25 over written questions',
  nearest: 'nearest written question, words',
  meaning: 'nearest written question, vectors',
};
const SIGNALS = Object.keys(NAMES) as (keyof SignalWeights)[];
/** Signals that come and go together. */
const GROUPS: Readonly<Record<string, (keyof SignalWeights)[]>> = {
  'all vectors': ['cosine', 'meaning'],
  'all written questions': ['questions', 'nearest', 'meaning'],
};
/** Kinds that have a column of their own, for Recall@5. */
const HARD = ['paraphrase', 'typo', 'crosslingual'];

/** Weights to search with, and what the row is called. */
export interface Variant {
  name: string;
  weights: Partial<SignalWeights>;
}

/** All signals, all but each and all but each group, each alone. */
export function variants(): Variant[] {
  return [
    { name: '**all of it**', weights: {} },
    ...SIGNALS.map((signal) => ({ name: `without ${NAMES[signal]}`, weights: { [signal]: 0 } })),
    ...Object.entries(GROUPS).map(([name, signals]) => ({ name: `without ${name}`, weights: zero(signals) })),
    ...SIGNALS.map((signal) => ({
      name: `${NAMES[signal]} alone`,
      weights: { ...zero(SIGNALS), [signal]: 1 },
    })),
  ];
}

function zero(signals: readonly (keyof SignalWeights)[]): Partial<SignalWeights> {
  return Object.fromEntries(signals.map((signal) => [signal, 0]));
}

/**
 * A Markdown table of what each signal of the search adds, over the answerable questions.
 * @param open the system that searches with some weights
 */
export async function ablationTable(
  questions: readonly EvalQuestion[],
  open: (weights: Partial<SignalWeights>) => Promise<ScoredSystem>,
): Promise<string> {
  const asked = questions.filter(({ answerable, gold }) => answerable && gold.length > 0);
  const kinds = HARD.filter((kind) => asked.some((question) => question.kind === kind));
  const lines: string[] = [];
  for (const { name, weights } of variants()) {
    const system = await open(weights);
    const scores: { kind: string; score: RankingScore }[] = [];
    for (const question of asked) scores.push({ kind: question.kind, score: await rank(question, system) });
    const of = (kind?: string): RankingSummary =>
      summarise(scores.filter((one) => kind === undefined || one.kind === kind).map(({ score }) => score));
    const { recallAt1, recallAt5, recallAt10, mrrAt10 } = of();
    const cells = [recallAt1, recallAt5, recallAt10, mrrAt10, ...kinds.map((kind) => of(kind).recallAt5)];
    lines.push(row([name, ...cells.map((score) => shown(score))]));
  }
  const heads = ['', 'R@1', 'R@5', 'R@10', 'MRR@10', ...kinds.map((kind) => `${kind} R@5`)];
  return [row(heads), row(heads.map(() => '---')), ...lines, ''].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
