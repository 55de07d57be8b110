import { choicesField } from '../../../src/guide/choices.ts';
import type { Step } from '../../../src/guide/definition.ts';
import { statementsField, textField } from '../../../src/guide/fields.ts';
import { NATIONAL_INSTRUMENTS } from '../../../src/plan/terms.ts';
import { agendasField, sdgsField } from '../parts/agendas.ts';

export const alignment: Step = {
  id: 'alignment',
  number: 4,
  topic: 'alineación con las agendas globales, la agenda nacional y la agenda local',
  entries: [
    agendasField('alignment.globalAgendas', 'alignment.sdgs'),
    sdgsField('alignment.sdgs', {
      when: ({ plan }) => plan.alignment.globalAgendas?.includes('agenda-2030') ?? false,
    }),
    choicesField('alignment.nationalInstruments', 'instrument', NATIONAL_INSTRUMENTS),
    statementsField('alignment.localPlan', { split: 'lines' }),
    textField('alignment.lifePlans'),
  ],
};
