import type { Step } from '../../../src/guide/definition.ts';
import { namesField } from '../../../src/guide/elements.ts';
import { textField } from '../../../src/guide/fields.ts';
import { divideArea } from '../parts/areas.ts';

export const transversality: Step = {
  id: 'transversality',
  number: 5,
  topic: 'transversalidad áreas de gobierno enlaces comité interinstitucional de internacionalización',
  entries: [
    namesField('transversality.areas', {
      prefix: 'area',
      split: 'phrases',
      dropArticles: true,
      divide: divideArea,
    }),
    { each: 'transversality.areas', fields: [textField('transversality.areas.*.liaison')] },
    textField('transversality.coordinatingBody'),
  ],
};
