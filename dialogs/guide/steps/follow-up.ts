import type { Step } from '../../../src/guide/definition.ts';
import { personField, textField } from '../../../src/guide/fields.ts';
import { guideList } from '../../../src/guide/lists.ts';
import { EVALUATION_CHALLENGES, MEASUREMENT_OBSTACLES } from '../../../src/plan/terms.ts';
import { frequencyField } from '../parts/frequency.ts';

/** What the guide says of an obstacle or a challenge, word for word. */
function explained(list: 'measurement-obstacles' | 'evaluation-challenges', id: string) {
  const entry = guideList(list).find((one) => one.id === id);
  return entry && { quote: entry.explanation.text };
}

export const followUp: Step = {
  id: 'follow-up',
  number: 13,
  topic: 'seguimiento monitoreo medición de impacto y evaluación de procesos rendición de cuentas',
  entries: [
    frequencyField('followUp.frequency', { essential: true }),
    personField('followUp.responsible'),
    textField('followUp.process'),
    textField('followUp.impact'),
    ...['define', 'collect', 'knowledge', 'practice'].map((stage) => textField(`followUp.cycle.${stage}`)),
    textField('followUp.accountability.council'),
    textField('followUp.accountability.citizens'),
    ...MEASUREMENT_OBSTACLES.map((id) =>
      textField(`followUp.obstacles.${id}`, { recalls: () => explained('measurement-obstacles', id) }),
    ),
    ...EVALUATION_CHALLENGES.map((id) =>
      textField(`followUp.challenges.${id}`, { recalls: () => explained('evaluation-challenges', id) }),
    ),
  ],
};
