import type { Step } from '../../../src/guide/definition.ts';
import { namesField } from '../../../src/guide/elements.ts';
import { textField } from '../../../src/guide/fields.ts';
import { agendasField } from '../parts/agendas.ts';
import { dividedMoneyField } from '../parts/budgets.ts';
import { challengeField, challengeQuestionField } from '../parts/challenge.ts';
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
        challengeQuestionField(`${AXES}.*.challengeQuestion`),
        challengeField(`${AXES}.*.challenge`, `${AXES}.*.challengeQuestion`),
        textField(`${AXES}.*.change.from`),
        textField(`${AXES}.*.change.to`),
        agendasField(`${AXES}.*.agendas`, `${AXES}.*.sdgs`),
        objectivesField(`${AXES}.*.objectives`),
        dividedMoneyField(`${AXES}.*.budget`, ({ plan, item }) => {
          const axes = plan.strategy.axes ?? [];
          const axis = axes.find(({ id }) => id === item);
          const specific = axis?.objectives?.filter(({ level }) => level === 'specific') ?? [];
          return [
            { name: 'axes', total: plan.resources.budget, parts: axes.map(({ budget }) => budget) },
            { name: 'objectives', total: axis?.budget, parts: specific.map(({ budget }) => budget) },
          ];
        }),
      ],
    },
  ],
};
