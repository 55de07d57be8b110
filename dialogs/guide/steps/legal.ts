import { choiceField } from '../../../src/guide/choices.ts';
import type { Step } from '../../../src/guide/definition.ts';
import { namesField } from '../../../src/guide/elements.ts';
import { textField } from '../../../src/guide/fields.ts';
import { CONTRACTING_PARTIES } from '../../../src/plan/terms.ts';

export const legal: Step = {
  id: 'legal',
  number: 8,
  topic: 'marco normativo normas para actuar en el plano internacional como gobierno local en Colombia',
  entries: [
    namesField('legal.actions', { prefix: 'action', split: 'phrases', name: 'action' }, { advice: 'norms' }),
    {
      each: 'legal.actions',
      fields: [
        textField('legal.actions.*.authorisations', { advice: 'norms' }),
        choiceField('legal.actions.*.contracting', 'contracting', CONTRACTING_PARTIES, { advice: 'norms' }),
      ],
    },
  ],
};
