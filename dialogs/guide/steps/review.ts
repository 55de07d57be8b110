import type { Step } from '../../../src/guide/definition.ts';
import { CRITERIA } from '../../../src/plan/terms.ts';
import { judgementsField } from '../parts/judgements.ts';

export const review: Step = {
  id: 'review',
  number: 14,
  opensWithReview: true,
  topic: 'enfoques clave para la planificación criterios cualitativos para evaluar la acción internacional',
  entries: [
    judgementsField('review.approaches'),
    ...CRITERIA.map((criterion) => judgementsField(`review.criteria.${criterion}`)),
  ],
};
