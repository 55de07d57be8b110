import type { Field, FieldContext } from '../../../src/guide/definition.ts';
import { field, type Options, reading } from '../../../src/guide/describe.ts';
import { readChoice } from '../../../src/understanding/index.ts';

/** An element of the plan that another one may point to. */
export interface Target {
  id: string;
  name: string;
}

/** A reference to one of the elements of a list, told by its number or its name. */
export function referenceField(
  id: string,
  targets: (ctx: FieldContext) => Target[],
  options: Options<string> = {},
): Field {
  return field<string>({
    id,
    when: (ctx) => targets(ctx).length > 0,
    read: (text, ctx) =>
      readChoice(
        text,
        reading(ctx),
        targets(ctx).map(({ id: value, name }) => ({ value, label: name })),
      ),
    show: (value, ctx) => targets(ctx).find((target) => target.id === value)?.name ?? value,
    choices: (ctx) => targets(ctx).map(({ name }) => ({ label: name, value: name })),
    ...options,
  });
}
