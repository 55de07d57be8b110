import type { Change, Criterion, CriterionAnswer, Practice, PracticeVerdict } from './practice.ts';
import { CRITERIA } from './terms.ts';

/** What a verdict counts; those that are not here do not count at all. */
const POINTS: Partial<Record<PracticeVerdict, number>> = { yes: 1, partly: 0.5, no: 0 };
/** From this share of its questions on a criterion is a strength; under the second one it is weak. */
const STRONG = 0.8;
const WEAK = 0.6;
/** Questions of a criterion. */
export const QUESTIONS = 3;

export interface CriterionScore {
  criterion: Criterion;
  /** Of `counted`, halves included. */
  points: number;
  /** Answers that count: neither pending nor not applicable. */
  counted: number;
  /** Answers asked for: three, or one on the quick route. */
  asked: number;
  /** `points` of `counted`, from 0 to 1; none without an answer that counts. */
  share?: number;
  level?: 'strong' | 'middle' | 'weak';
}

export interface PracticeScore {
  /** All sixteen, in the order of the guide. */
  criteria: CriterionScore[];
  /** Mean of the criteria that have a score, from 0 to 100, whole; none without any. */
  overall?: number;
  /** Criteria with a score. */
  scored: number;
  /** Answers that count, of those asked for, over all criteria; and how many are still to come. */
  counted: number;
  asked: number;
  pending: number;
}

/** The score of a practice: from what was answered only, every criterion with the same weight. */
export function scorePractice({ criteria: answers, route }: Practice): PracticeScore {
  const criteria = CRITERIA.map((criterion) => scoreCriterion(criterion, answers[criterion], route));
  const shares = criteria.flatMap(({ share }) => share ?? []);
  const sum = (list: readonly number[]) => list.reduce((total, n) => total + n, 0);
  const none = CRITERIA.flatMap((criterion) => verdictsOf(answers[criterion], route));
  return {
    criteria,
    ...(shares.length > 0 && { overall: Math.round((100 * sum(shares)) / shares.length) }),
    scored: shares.length,
    counted: sum(criteria.map(({ counted }) => counted)),
    asked: sum(criteria.map(({ asked }) => asked)),
    pending: none.filter((verdict) => verdict === 'pending').length,
  };
}

function scoreCriterion(
  criterion: Criterion,
  answer: CriterionAnswer | undefined,
  route: Practice['route'],
): CriterionScore {
  const verdicts = verdictsOf(answer, route);
  const points = verdicts.flatMap((verdict) => POINTS[verdict] ?? []);
  const total = points.reduce((sum, n) => sum + n, 0);
  const score = { criterion, points: total, counted: points.length, asked: verdicts.length };
  if (points.length === 0) return score;
  const share = total / points.length;
  return { ...score, share, level: share >= STRONG ? 'strong' : share < WEAK ? 'weak' : 'middle' };
}

/** The verdicts on a criterion; all pending where nothing was answered. */
export function verdictsOf(
  answer: CriterionAnswer | undefined,
  route: Practice['route'],
): readonly PracticeVerdict[] {
  return answer?.verdicts ?? Array.from({ length: route === 'quick' ? 1 : QUESTIONS }, () => 'pending');
}

/** Something to do about a criterion: on one of its questions, 1 first. */
export interface Task {
  question: number;
  verdict: PracticeVerdict;
}

export interface Recommendation extends CriterionScore {
  tasks: Task[];
}

/**
 * What to do, the weakest criterion first: a task for each question answered «no» or «en parte», those with «no»
 * before. One answer for a whole criterion stands for its three questions. What is not known is no task: `unknown`
 * tells it.
 */
export function recommend(practice: Practice, { criteria }: PracticeScore): Recommendation[] {
  return criteria
    .map((score) => ({ ...score, tasks: tasksOf(practice.criteria[score.criterion]) }))
    .filter(({ tasks }) => tasks.length > 0)
    .toSorted((a, b) => (a.share ?? 0) - (b.share ?? 0));
}

function tasksOf(answer: CriterionAnswer | undefined): Task[] {
  const verdicts = answer?.verdicts ?? [];
  const [only] = verdicts;
  const each =
    verdicts.length === 1 && only ? Array.from({ length: QUESTIONS }, (): PracticeVerdict => only) : verdicts;
  const tasks = each.map((verdict, i): Task => ({ question: i + 1, verdict }));
  return ['no', 'partly'].flatMap((verdict) => tasks.filter((task) => task.verdict === verdict));
}

/** Criteria with something still to be found out, with the questions that are pending, 1 first. */
export function unknown({ criteria, route }: Practice): { criterion: Criterion; questions: number[] }[] {
  return CRITERIA.flatMap((criterion) => {
    const pending = verdictsOf(criteria[criterion], route).flatMap((v, i) =>
      v === 'pending' ? [i + 1] : [],
    );
    return pending.length > 0 ? [{ criterion, questions: pending }] : [];
  });
}

/** How much a quantity changed. */
export interface Difference {
  absolute: number;
  /** Of the value before, with its sign; none from zero, and none for what is a percentage itself. */
  percent?: number;
}

/** The change between two values, to six decimals so that no binary remainder shows; none where one is pending. */
export function differenceOf({ before, after, unit }: Change): Difference | undefined {
  if (before === undefined || after === undefined) return undefined;
  const absolute = Number((after - before).toFixed(6));
  if (before === 0 || unit === '%') return { absolute };
  return { absolute, percent: Number(((100 * absolute) / Math.abs(before)).toFixed(6)) };
}
