import { choiceField } from '../../../src/guide/choices.ts';
import type { Field, Step } from '../../../src/guide/definition.ts';
import { namesField } from '../../../src/guide/elements.ts';
import { textField } from '../../../src/guide/fields.ts';
import { CONTRACTING_PARTIES } from '../../../src/plan/terms.ts';
import { read } from '../../../src/understanding/reading.ts';
import { divideAction } from '../parts/legal-actions.ts';

const PERCENTAGE = /(\d+)(?:[.,]\d+)?\s*(?:%|por ciento|percent)/i;
const choice = choiceField('legal.actions.*.contracting', 'contracting', CONTRACTING_PARTIES, {
  advice: 'norms',
});

/** Who pays or signs; a share alone («ponen el 60 %») tells the two cases of a cooperation body apart. */
const contracting: Field = {
  ...choice,
  read: (text, ctx) => {
    const named = choice.read(text, ctx);
    const share = PERCENTAGE.exec(text)?.[1];
    if (named.ok || share === undefined) return named;
    return read(Number(share) >= 50 ? 'cooperation-body-half-or-more' : 'cooperation-body-under-half');
  },
};

export const legal: Step = {
  id: 'legal',
  number: 8,
  topic: 'marco normativo normas para actuar en el plano internacional como gobierno local en Colombia',
  entries: [
    namesField(
      'legal.actions',
      { prefix: 'action', split: 'phrases', name: 'action', divide: divideAction },
      { advice: 'norms' },
    ),
    {
      each: 'legal.actions',
      fields: [textField('legal.actions.*.authorisations', { advice: 'norms' }), contracting],
    },
  ],
};
