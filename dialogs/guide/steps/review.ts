import { choiceField } from '../../../src/guide/choices.ts';
import type { Field, Step } from '../../../src/guide/definition.ts';
import { set } from '../../../src/guide/describe.ts';
import { guideList } from '../../../src/guide/lists.ts';
import { valueAt } from '../../../src/plan/patch.ts';
import { APPROACHES, VERDICTS } from '../../../src/plan/terms.ts';

/** A judgement of the plan: met, missing or not applicable yet; a note beside it stays. */
function judgementField(id: string): Field {
  return {
    ...choiceField(id, 'verdict', VERDICTS),
    current: ({ plan }) => valueAt(plan, `${id}.verdict`),
    write: (verdict) => [set(`${id}.verdict`, verdict)],
  };
}

export const review: Step = {
  id: 'review',
  number: 14,
  opensWithChecks: true,
  topic: 'enfoques clave para la planificación criterios cualitativos para evaluar la acción internacional',
  entries: [
    ...APPROACHES.map((id) => judgementField(`review.approaches.${id}`)),
    ...guideList('criteria').flatMap(({ questions }) =>
      questions.map(({ id }) => judgementField(`review.criteria.${id}`)),
    ),
  ],
};
