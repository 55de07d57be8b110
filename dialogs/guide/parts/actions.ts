import { fromGuide } from '../../../src/guide/basis.ts';
import { buttons, type Option, termOptions } from '../../../src/guide/choices.ts';
import type { Field, FieldContext } from '../../../src/guide/definition.ts';
import { field, mapReading, reading, sameName } from '../../../src/guide/describe.ts';
import { mergeStatements, showStatements } from '../../../src/guide/fields.ts';
import { guideList } from '../../../src/guide/lists.ts';
import { readChoices, readStatements } from '../../../src/understanding/index.ts';

/** How many actions stand on buttons; the others are in the list, and understood when they are written. */
const OFFERED = 7;

/**
 * Actions of the guide's list, by name or number, or the official's own in their words.
 * @param list the guide's list to offer, the last chapter's actions first, which are the shortest
 */
export function actionsField(id: string, list: 'cooperation-actions' | 'positioning-actions'): Field {
  const options = ({ texts }: FieldContext) => {
    const entries = [...guideList(list)].sort((a, b) => b.chapter - a.chapter);
    return termOptions(
      'action',
      entries.map((entry) => entry.id),
      texts,
    );
  };
  return field<string[]>({
    id,
    read: (text, ctx) =>
      /\p{L}{2}/u.test(text)
        ? mapReading(readStatements(text, reading(ctx), { split: 'phrases' }), (statements) =>
            statements.map((statement) => nameOf(statement, options(ctx))),
          )
        : mapReading(readChoices(text, reading(ctx), options(ctx)), (chosen) =>
            options(ctx)
              .filter(({ value }) => chosen.includes(value))
              .map(({ label }) => label),
          ),
    show: showStatements,
    choices: (ctx) => buttons(options(ctx).slice(0, OFFERED)),
    rests: (actions, ctx) =>
      fromGuide(
        list,
        options(ctx).flatMap(({ label, value }) => (actions.includes(label) ? [value] : [])),
        ctx.texts,
      ),
    merge: mergeStatements,
    catalogue: {
      groups: (ctx) => [
        {
          name: ctx.texts.t(`guide.term.actions.${list}`),
          entries: options(ctx).map(({ value, label }) => ({ id: value, label })),
        },
      ],
      take: (ids, ctx) =>
        options(ctx)
          .filter(({ value }) => ids.includes(value))
          .map(({ label }) => label),
    },
    skipsOnNone: true,
  });
}

/** The list's own name for an action told by one of its names, or the action as told. */
function nameOf(told: string, options: readonly Option[]): string {
  const known = options.find(({ label, also }) =>
    [label, ...also].some((name) => sameName(name) === sameName(told)),
  );
  return known?.label ?? told;
}
