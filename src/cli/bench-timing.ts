import type { Answerer } from '../answer/index.ts';
import type { Index, Lexicon, Retriever } from '../retrieval/index.ts';
import { parseQuery } from '../retrieval/search/query.ts';
import type { Stopwatch } from './bench-cost.ts';
import { RIVALS, type Rival, type ScaleResult, STAGES } from './bench-result.ts';
import type { ScaleJob } from './bench-scale.ts';
import type { Finder } from './bench-systems.ts';

/** What is timed, all over the same passages. */
export interface TimedSystems {
  questions: ScaleJob['questions'];
  rounds: number;
  watch: Stopwatch;
  index: Index;
  lexicon: Lexicon;
  retriever: Retriever;
  answerer: Answerer;
  rivals: Record<Rival, Finder>;
}

/**
 * Puts every question to every system, in turns, so that whatever else the machine does slows them all alike. A first
 * round warms up and is not counted; which system comes first changes from question to question. Short-lived garbage is
 * collected before each, which needs a process started with `--expose-gc`, so that none pays for that of another.
 */
export async function timeSystems(systems: TimedSystems): Promise<Pick<ScaleResult, 'stages' | 'rivals'>> {
  const { index, watch, questions, rounds } = systems;
  watch.instrument(index.lexical, 'search', 'words');
  watch.instrument(index.fitted.embeddings, 'embedQuery', 'embedding of the query');
  watch.instrument(index.vectors, 'search', 'nearest vectors');
  watch.instrument(index.questions, 'search', 'nearest vectors');
  const stages = emptied(STAGES);
  const rivals = emptied(RIVALS);
  const turns: ((question: ScaleJob['questions'][number]) => Promise<void>)[] = [
    ({ question }) => timeSearch(question, systems, stages),
    async (question) => {
      const asked = { text: question.question, language: question.language };
      stages['question → cited answer'].push(await elapsed(() => systems.answerer.answer(asked)));
    },
    ...RIVALS.map((name) => async ({ question }: ScaleJob['questions'][number]) => {
      rivals[name].push(await elapsed(() => systems.rivals[name](question)));
    }),
  ];
  for (let round = 0; round <= rounds; round++) {
    for (const [at, question] of questions.entries()) {
      for (let turn = 0; turn < turns.length; turn++) {
        globalThis.gc?.({ type: 'minor' });
        await turns[(turn + at) % turns.length]?.(question);
      }
    }
    if (round === 0)
      for (const times of [...Object.values(stages), ...Object.values(rivals)]) times.length = 0;
  }
  return { stages, rivals };
}

/** A whole search, the parts that it calls, and what is left of it. */
async function timeSearch(
  question: string,
  { watch, index, lexicon, retriever }: TimedSystems,
  stages: ScaleResult['stages'],
): Promise<void> {
  const parsing = await elapsed(async () => parseQuery(question, lexicon, index.lexical.spelling));
  watch.take();
  const whole = await elapsed(() => retriever.search(question));
  const parts = watch.take();
  stages['query parsing'].push(parsing);
  stages['whole search'].push(whole);
  let rest = whole - parsing;
  for (const part of ['words', 'embedding of the query', 'nearest vectors'] as const) {
    stages[part].push(parts.get(part) ?? 0);
    rest -= parts.get(part) ?? 0;
  }
  stages['fusion and order'].push(Math.max(0, rest));
}

async function elapsed(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}

function emptied<K extends string>(names: readonly K[]): Record<K, number[]> {
  return Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<K, number[]>;
}
