import { fromGuide } from '../../../src/guide/basis.ts';
import { buttons, choicesField, termName, termOptions } from '../../../src/guide/choices.ts';
import type { FieldContext, Step } from '../../../src/guide/definition.ts';
import { field, reading, set } from '../../../src/guide/describe.ts';
import { mergeStatements, showStatements } from '../../../src/guide/fields.ts';
import { guideList } from '../../../src/guide/lists.ts';
import { REASONS } from '../../../src/plan/terms.ts';
import { readChoices } from '../../../src/understanding/index.ts';

type ReasonId = (typeof REASONS)[number];

/** The reasons chosen; one that stays keeps its objectives. */
const reasonsField = choicesField<ReasonId>('reasons', 'reasons', REASONS, { essential: true });
const chosen = field<ReasonId[]>({
  ...reasonsField,
  read: (text, ctx) => readChoices(text, reading(ctx), termOptions('reasons', REASONS, ctx.texts)),
  show: (value, ctx) => reasonsField.show(value, ctx),
  merge: (current, addition) => REASONS.filter((r) => current.includes(r) || addition.includes(r)),
  current: ({ plan }) => plan.reasons?.map(({ id }) => id),
  rests: (ids, { texts }) => fromGuide('reasons', ids, texts),
  write: (ids, { plan }) => [
    set(
      'reasons',
      ids.map((id) => plan.reasons?.find((reason) => reason.id === id) ?? { id, objectives: [] }),
    ),
  ],
});

const objectiveOptions = ({ item, texts }: FieldContext) => {
  const reason = guideList('reasons').find(({ id }) => id === item);
  const ids = reason?.objectives.map(({ id }) => id) ?? [];
  return termOptions('objective', ids, texts);
};

/** The guide's objectives under one reason. */
const objectives = field<string[]>({
  id: 'reasons.*.objectives',
  read: (text, ctx) => readChoices(text, reading(ctx), objectiveOptions(ctx)),
  show: (ids, ctx) =>
    showStatements(
      ids.map((id) => termName('objective', id, ctx.texts)),
      ctx,
    ),
  choices: (ctx) => buttons(objectiveOptions(ctx)),
  rests: (ids, { texts }) => fromGuide('reasons', ids, texts),
  merge: mergeStatements,
});

export const reasons: Step = {
  id: 'reasons',
  number: 1,
  topic: 'razones y objetivos de internacionalización comunes a las ciudades y gobiernos locales',
  entries: [chosen, { each: 'reasons', fields: [objectives] }],
};
