import { rememberedWith } from '../../text/remembered.ts';
import type { PlanPath } from '../patch.ts';
import type { Plan } from '../schema.ts';
import { APPROACHES, CRITERIA, type VERDICTS } from '../terms.ts';
import type { Evidence } from './evidence.ts';
import { hasProgress } from './parts.ts';
import { APPROACH_WAYS, CRITERION_WAYS, type CriterionQuestion, type Way } from './table.ts';

export type Verdict = (typeof VERDICTS)[number];

/** What the review says of one approach or of one question of a criterion. */
export interface Assessed extends Evidence {
  list: 'approaches' | 'criteria';
  /** `transversality`, `planning-2`. */
  id: string;
  /** The criterion of a question; an approach stands for itself. */
  group: string;
  /** Where the official's own judgement stands. */
  path: PlanPath;
  by: Way['by'];
  /** What the plan's data tell; undefined where they do not decide and the official is asked. */
  data?: Verdict;
  /** What the official says, which goes before what the data tell. */
  own?: Verdict;
  note?: string;
  /** The one that holds; undefined while nobody has said. */
  verdict?: Verdict;
}

/** How many there are of each verdict; `open` is what only the official can still say. */
export interface Tally {
  met: number;
  missing: number;
  notYet: number;
  open: number;
}

/** Number of questions that a criterion has. */
export const QUESTIONS = [1, 2, 3] as const;

/**
 * The six approaches of planning and the forty-eight questions of the sixteen criteria against a plan, in the
 * guide's order. What looks back is not applicable until there is progress, and never missing by the data.
 * @returns all fifty-four, for any valid plan; never throws
 */
export const assess: (plan: Plan) => readonly Assessed[] = rememberedWith((plan) => {
  const progressed = hasProgress(plan);
  return POINTS.map((point) => assessOne(plan, point, progressed));
});

/** What is reviewed, whatever the plan. */
type Point = Pick<Assessed, 'list' | 'id' | 'group' | 'path'> & { way: Way };

const POINTS: readonly Point[] = [
  ...APPROACHES.map((id) => pointOf('approaches', id, id, APPROACH_WAYS[id])),
  ...CRITERIA.flatMap((criterion) =>
    QUESTIONS.map((n) => {
      const id: CriterionQuestion = `${criterion}-${n}`;
      return pointOf('criteria', id, criterion, CRITERION_WAYS[id]);
    }),
  ),
];

function pointOf(list: Assessed['list'], id: string, group: string, way: Way): Point {
  return { list, id, group, path: `review.${list}.${id}`, way };
}

/** Counts the verdicts that hold. */
export function tally(assessed: readonly Pick<Assessed, 'verdict'>[]): Tally {
  const count = (verdict: Verdict | undefined) => assessed.filter((one) => one.verdict === verdict).length;
  return {
    met: count('met'),
    missing: count('missing'),
    notYet: count('not-yet'),
    open: count(undefined),
  };
}

function assessOne(plan: Plan, { list, id, group, path, way }: Point, progressed: boolean): Assessed {
  const judgement = (plan.review[list] as Record<string, { verdict: Verdict; note?: string }> | undefined)?.[
    id
  ];
  const evidence = way.by === 'official' ? { counts: [], toFill: [] } : way.needs(plan);
  const data = byData(way, evidence, progressed);
  const verdict = judgement?.verdict ?? data;
  return {
    list,
    id,
    group,
    path,
    by: way.by,
    ...evidence,
    ...(data && { data }),
    ...(judgement && { own: judgement.verdict }),
    ...(judgement?.note !== undefined && { note: judgement.note }),
    ...(verdict && { verdict }),
  };
}

function byData(way: Way, { toFill }: Evidence, progressed: boolean): Verdict | undefined {
  if (way.by === 'official') return way.looksBack && !progressed ? 'not-yet' : undefined;
  if (toFill.length > 0) return 'missing';
  return way.by === 'plan' ? 'met' : undefined;
}
