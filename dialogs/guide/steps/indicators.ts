import { choiceField } from '../../../src/guide/choices.ts';
import type { Step } from '../../../src/guide/definition.ts';
import { nameField, numberField, textField } from '../../../src/guide/fields.ts';
import { INDICATOR_NATURES } from '../../../src/plan/terms.ts';
import { frequencyField } from '../parts/frequency.ts';
import { baseline, projectIndicators } from '../parts/measures.ts';

export const indicators: Step = {
  id: 'indicators',
  number: 11,
  topic: 'criterios cuantitativos indicadores de gestión y de resultado línea de base',
  entries: [
    { each: 'projects', fields: [projectIndicators] },
    {
      each: 'indicators',
      fields: [
        textField('indicators.*.name'),
        baseline,
        numberField('indicators.*.target'),
        nameField('indicators.*.unit'),
        textField('indicators.*.source'),
        frequencyField('indicators.*.frequency'),
        choiceField('indicators.*.nature', 'nature', INDICATOR_NATURES),
      ],
    },
  ],
};
