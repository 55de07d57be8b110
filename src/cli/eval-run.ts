import type { ScoredSystem } from './eval-baselines.ts';
import {
  isHit,
  mean,
  percentile,
  type RankingScore,
  type RankingSummary,
  scoreRanking,
  share,
  summarise,
} from './eval-metrics.ts';
import type { EvalQuestion } from './eval-questions.ts';

/** What the assistant does beyond ranking, handed in so that the run stays apart from the rooms that do it. */
export interface AssistantUnderTest {
  /** Whether the assistant says it did not find the answer in its sources. */
  abstains(question: EvalQuestion): Promise<boolean>;
  /** Norms that a legal look-up shows, best first, in canonical form. */
  norms(question: EvalQuestion): Promise<string[]>;
}

export interface EvalReport extends RankingSummary {
  correctAbstention: number | null;
  wrongAbstention: number | null;
  /** Share of the look-ups whose first norm is one of the expected; null in a file without norms. */
  normFirst: number | null;
  passageLengthMean: number | null;
  passageLengthP95: number | null;
  byKind: Record<string, RankingSummary>;
  baselines: Record<string, RankingSummary & { passageLengthMean: number | null }>;
}

/** Scores a system, the assistant around it and the baselines on a list of questions. */
export async function runEvaluation(
  questions: readonly EvalQuestion[],
  system: ScoredSystem,
  baselines: readonly ScoredSystem[],
  assistant: AssistantUnderTest,
): Promise<EvalReport> {
  const answerable = questions.filter((question) => question.answerable && question.gold.length > 0);
  const scores = await rank(answerable, system);
  const lengths = system.passages.map(({ text }) => text.length);
  const compared: EvalReport['baselines'] = {};
  for (const baseline of baselines) {
    compared[baseline.name] = {
      ...summarise([...(await rank(answerable, baseline)).values()]),
      passageLengthMean: mean(baseline.passages.map(({ text }) => text.length)),
    };
  }
  const abstained = new Map<EvalQuestion, boolean>();
  for (const question of questions) abstained.set(question, await assistant.abstains(question));
  const abstention = (among: boolean) =>
    share(
      questions.filter((question) => question.answerable === among),
      (question) => abstained.get(question) ?? false,
    );
  return {
    ...summarise([...scores.values()]),
    correctAbstention: abstention(false),
    wrongAbstention: abstention(true),
    normFirst: await scoreNorms(questions, assistant),
    passageLengthMean: mean(lengths),
    passageLengthP95: percentile(lengths, 95),
    byKind: byKind(answerable, scores),
    baselines: compared,
  };
}

async function rank(
  questions: readonly EvalQuestion[],
  system: ScoredSystem,
): Promise<Map<EvalQuestion, RankingScore>> {
  const scores = new Map<EvalQuestion, RankingScore>();
  for (const question of questions) {
    const available = system.passages.filter((passage) => isHit(passage, question.gold)).length;
    scores.set(question, scoreRanking(await system.search(question.question), question.gold, available));
  }
  return scores;
}

function byKind(
  questions: readonly EvalQuestion[],
  scores: ReadonlyMap<EvalQuestion, RankingScore>,
): Record<string, RankingSummary> {
  const kinds = Object.groupBy(questions, ({ kind }) => kind);
  return Object.fromEntries(
    Object.entries(kinds)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([kind, members]) => [
        kind,
        summarise((members ?? []).flatMap((question) => scores.get(question) ?? [])),
      ]),
  );
}

async function scoreNorms(
  questions: readonly EvalQuestion[],
  assistant: AssistantUnderTest,
): Promise<number | null> {
  const first: boolean[] = [];
  for (const question of questions) {
    if (!question.norms || question.norms.length === 0) continue;
    const [best] = await assistant.norms(question);
    first.push(best !== undefined && question.norms.includes(best));
  }
  return share(first, (hit) => hit);
}
