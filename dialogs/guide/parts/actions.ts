import { buttons, termOptions } from '../../../src/guide/choices.ts';
import type { Field, FieldContext } from '../../../src/guide/definition.ts';
import { field, mapReading, reading } from '../../../src/guide/describe.ts';
import { mergeStatements, showStatements } from '../../../src/guide/fields.ts';
import { guideList } from '../../../src/guide/lists.ts';
import { readChoice, readStatements } from '../../../src/guide/readers.ts';

/** How many actions stand on buttons; the others are understood when they are written. */
const OFFERED = 8;

/**
 * Actions of the guide's list, or the official's own: those that name one of the guide's are kept by its name.
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
      mapReading(readStatements(text, reading(ctx), { split: 'phrases' }), (statements) =>
        statements.map((statement) => {
          const known = readChoice(statement, reading(ctx), options(ctx));
          return (known.ok && options(ctx).find(({ value }) => value === known.value)?.label) || statement;
        }),
      ),
    show: showStatements,
    choices: (ctx) => buttons(options(ctx).slice(0, OFFERED)),
    merge: mergeStatements,
  });
}
