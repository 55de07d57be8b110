import type { Step } from '../../../src/guide/definition.ts';
import { personField, textField } from '../../../src/guide/fields.ts';
import { EVALUATION_CHALLENGES, MEASUREMENT_OBSTACLES } from '../../../src/plan/terms.ts';
import { frequencyField } from '../parts/frequency.ts';

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
    ...MEASUREMENT_OBSTACLES.map((id) => textField(`followUp.obstacles.${id}`)),
    ...EVALUATION_CHALLENGES.map((id) => textField(`followUp.challenges.${id}`)),
  ],
};
