import type { Answer } from '../answer/index.ts';
import type { Lexicon } from '../retrieval/search/lexicon.ts';
import { type AnswerScore, scoreAnswer } from './eval-answer.ts';
import type { ScoredSystem } from './eval-baselines.ts';
import { type CitationCheck, checkCitations, type OpenCitation } from './eval-citations.ts';
import { isHit, type RankingScore, scoreRanking } from './eval-metrics.ts';
import type { EvalQuestion } from './eval-questions.ts';

/** What the assistant does beyond ranking, handed in so that the run stays apart from the rooms that do it. */
export interface AssistantUnderTest {
  answer(question: EvalQuestion): Promise<Answer>;
  /** Norms that a legal look-up shows, best first, in canonical form. */
  norms(question: EvalQuestion): Promise<string[]>;
  open: OpenCitation;
  lexicon: Lexicon;
}

/** What one question came to: what a stored run keeps and a comparison compares. */
export interface EvalRow {
  id: string;
  /** File of questions it is of. */
  file: string;
  kind: string;
  question: string;
  answerable: boolean;
  /** Null for a question without a quote to find. */
  ranking: RankingScore | null;
  /** The same of each baseline, by name. */
  baselines: Record<string, RankingScore>;
  abstained: boolean;
  /** Null for a question without expected norms. */
  lookup: { shown: string[]; first: boolean; all: boolean } | null;
  /** Null for an unanswerable question or one without a reference. An abstention holds nothing of it. */
  answer: AnswerScore | null;
  citations: CitationCheck;
}

/** Puts every question to a system, the assistant around it and the baselines. */
export async function runEvaluation(
  questions: readonly (EvalQuestion & { file: string })[],
  system: ScoredSystem,
  baselines: readonly ScoredSystem[],
  assistant: AssistantUnderTest,
): Promise<EvalRow[]> {
  const rows: EvalRow[] = [];
  for (const question of questions) {
    const ranked = question.answerable && question.gold.length > 0;
    const answer = await assistant.answer(question);
    const compared: EvalRow['baselines'] = {};
    for (const baseline of ranked ? baselines : []) compared[baseline.name] = await rank(question, baseline);
    rows.push({
      id: question.id,
      file: question.file,
      kind: question.kind,
      question: question.question,
      answerable: question.answerable,
      ranking: ranked ? await rank(question, system) : null,
      baselines: compared,
      abstained: answer.kind === 'not-found',
      lookup: question.norms.length > 0 ? lookUp(question.norms, await assistant.norms(question)) : null,
      answer: compareAnswer(question, answer, assistant.lexicon),
      citations: checkCitations(answer, question.question, assistant.open),
    });
  }
  return rows;
}

/** Ranks the passages of a system for one question. */
export async function rank({ question, gold }: EvalQuestion, system: ScoredSystem): Promise<RankingScore> {
  const available = system.passages.filter((passage) => isHit(passage, gold)).length;
  return scoreRanking(await system.search(question), gold, available);
}

function lookUp(expected: readonly string[], shown: string[]): EvalRow['lookup'] {
  const [best] = shown;
  return {
    shown,
    first: best !== undefined && expected.includes(best),
    all: expected.every((norm) => shown.includes(norm)),
  };
}

function compareAnswer(question: EvalQuestion, answer: Answer, lexicon: Lexicon): AnswerScore | null {
  if (!question.answerable || question.reference === undefined) return null;
  return scoreAnswer(question.reference, answer.kind === 'answer' ? answer.text : '', lexicon);
}
