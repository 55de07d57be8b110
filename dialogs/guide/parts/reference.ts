import type { Field, FieldContext } from '../../../src/guide/definition.ts';
import { field, type Options, reading } from '../../../src/guide/describe.ts';
import { read, readChoice } from '../../../src/guide/readers.ts';

/** An element of the plan that another one may point to. */
export interface Target {
  id: string;
  name: string;
}

/** «el 1», «eje 2», «número 3»: a place in a list and nothing else. */
const NUMBER = /^\W*(?:(?:el|la|del|the|eje|objetivo|n[uú]mero|no|opci[oó]n|axis|objective|number|option)\W+)*(\d{1,2})\W*$/i;

/** A reference to one of the elements of a list, told by its number or its name. */
export function referenceField(
  id: string,
  targets: (ctx: FieldContext) => Target[],
  options: Options<string> = {},
): Field {
  return field<string>({
    id,
    when: (ctx) => targets(ctx).length > 0,
    read: (text, ctx) => {
      const list = targets(ctx);
      const numbered = list[Number(NUMBER.exec(text)?.[1] ?? 0) - 1];
      if (numbered) return read(numbered.id);
      return readChoice(
        text,
        reading(ctx),
        list.map(({ id: value, name }) => ({ value, label: name })),
      );
    },
    show: (value, ctx) => targets(ctx).find((target) => target.id === value)?.name ?? value,
    choices: (ctx) => targets(ctx).map(({ name }) => ({ label: name, value: name })),
    ...options,
  });
}
