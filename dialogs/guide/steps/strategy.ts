import type { Step } from '../../../src/guide/definition.ts';
import { namesField } from '../../../src/guide/elements.ts';
import { moneyField, textField } from '../../../src/guide/fields.ts';
import { agendasField } from '../parts/agendas.ts';
import { objectivesField } from '../parts/objectives.ts';

const AXES = 'strategy.axes';
/** The guide's usual number of axes (chapter 4). */
const USUAL = { min: 3, max: 6 };

export const strategy: Step = {
  id: 'strategy',
  number: 9,
  topic: 'ejes de la planificación estratégica visión de cambio retos y desafíos objetivos',
  entries: [
    textField('strategy.vision'),
    namesField(
      AXES,
      { prefix: 'axis', split: 'phrases' },
      {
        essential: true,
        confirm: true,
        caution: (names) =>
          names.length > USUAL.max
            ? { key: 'guide.caution.axes', params: { count: names.length } }
            : undefined,
        remark: (names) => (names.length < USUAL.min ? { key: 'guide.remark.axes' } : undefined),
      },
    ),
    {
      each: AXES,
      fields: [
        textField(`${AXES}.*.challengeQuestion`, { expectsQuestion: true }),
        textField(`${AXES}.*.challenge`),
        textField(`${AXES}.*.change.from`),
        textField(`${AXES}.*.change.to`),
        agendasField(`${AXES}.*.agendas`, `${AXES}.*.sdgs`),
        objectivesField(`${AXES}.*.objectives`),
        moneyField(`${AXES}.*.budget`),
      ],
    },
  ],
};
