import type { Field, FieldContext } from '../../../src/guide/definition.ts';
import { field, reading } from '../../../src/guide/describe.ts';
import type { Criterion, CriterionAnswer, PracticeRoute } from '../../../src/plan/practice.ts';
import { QUESTIONS } from '../../../src/plan/practice-score.ts';
import { answerText } from '../../../src/plan/practice-words.ts';
import { CRITERIA } from '../../../src/plan/terms.ts';
import { readVerdicts, tellsVerdicts } from '../../../src/understanding/index.ts';

/** Field of the route: one answer for each criterion, or one for each of its three questions. */
export const ROUTE = 'practice.route';

const BUTTONS: Record<PracticeRoute, readonly string[]> = {
  quick: ['yes', 'no', 'partly', 'na'],
  full: ['all-yes', 'all-no', 'all-partly', 'all-na'],
};

/** The sixteen criteria by either route; those of the other route are not asked. */
export const criteriaFields: Field[] = CRITERIA.flatMap((criterion) =>
  (['quick', 'full'] as const).map((route) => criterionField(criterion, route)),
);

function criterionField(criterion: Criterion, route: PracticeRoute): Field {
  const count = route === 'quick' ? 1 : QUESTIONS;
  return field<CriterionAnswer>({
    id: `practice.${route}.${criterion}`,
    own: true,
    when: ({ answers }) => (answers?.[ROUTE] ?? 'full') === route,
    details: (ctx) => questions(criterion, route, ctx),
    read: (text, ctx) => readVerdicts(text, reading(ctx), count),
    claims: (text, ctx) => tellsVerdicts(text, reading(ctx), count),
    show: (value, { texts }) => answerText(value, texts),
    choices: ({ texts }) =>
      BUTTONS[route].map((answer) => {
        const label = texts.t(`practice.answer.${answer}`);
        return { label, value: label };
      }),
  });
}

/** The three questions are those of the plan's review, numbered; the quick route asks one for all. */
function questions(criterion: Criterion, route: PracticeRoute, { texts }: FieldContext): string {
  if (route === 'quick') return texts.t(`practice.question.${criterion}`);
  return [1, 2, 3]
    .map((n) => `${n}. ${texts.t(`guide.field.review.criteria.${criterion}-${n}.ask`)}`)
    .join('\n');
}
