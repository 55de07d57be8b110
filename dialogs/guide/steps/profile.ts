import type { Step } from '../../../src/guide/definition.ts';
import { statementsField, textField } from '../../../src/guide/fields.ts';
import { guideList } from '../../../src/guide/lists.ts';

export const profile: Step = {
  id: 'profile',
  number: 7,
  topic:
    'diagnóstico y perfil de internacionalización antecedentes capacidades oportunidades necesidades FODA',
  entries: [
    statementsField('profile.antecedents', { split: 'lines' }),
    statementsField('profile.capacities', { split: 'lines' }),
    statementsField('profile.opportunities', { split: 'phrases' }, { essential: true }),
    statementsField('profile.needs', { split: 'phrases' }, { essential: true }),
    ...['strengths', 'weaknesses', 'opportunities', 'threats'].map((part) =>
      statementsField(`profile.swot.${part}`, { split: 'phrases' }),
    ),
    ...guideList('positioning-questions').map(({ id }) => textField(`profile.positioning.${id}`)),
    textField('profile.narrative'),
  ],
};
