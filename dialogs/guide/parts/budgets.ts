import type { Field, FieldContext } from '../../../src/guide/definition.ts';
import type { Options } from '../../../src/guide/describe.ts';
import { moneyField } from '../../../src/guide/fields.ts';
import type { Money } from '../../../src/plan/values.ts';
import { formatMoney } from '../../../src/text/format.ts';

/** What was set apart, and the parts it is divided into. */
export interface Division {
  /** Ends the key of what is said: `guide.remark.budget.<name>`, with `.over` where the parts are more. */
  name: string;
  total: Money | undefined;
  parts: readonly (Money | undefined)[];
}

/** An amount; after it, what its parts and its neighbours add up to against what was set apart for them. */
export function dividedMoneyField(
  id: string,
  divisions: (ctx: FieldContext) => Division[],
  options: Options<Money> = {},
): Field {
  return moneyField(id, { ...options, remark: (_, ctx) => remarkOn(divisions(ctx), ctx) });
}

/** The first division that goes over its total, else the first that has more than one part to add up. */
export function remarkOn(divisions: readonly Division[], { texts }: FieldContext) {
  const told = divisions.flatMap(({ name, total, parts }) => {
    const own = parts.filter(
      (part): part is Money => part !== undefined && part.currency === total?.currency,
    );
    const sum = own.reduce((all, { amount }) => all + amount, 0);
    if (!total || own.length === 0) return [];
    const params = {
      sum: formatMoney({ ...total, amount: sum }, texts.language),
      total: formatMoney(total, texts.language),
    };
    if (sum > total.amount) return [{ rank: 0, key: `guide.remark.budget.${name}.over`, params }];
    return own.length > 1 ? [{ rank: 1, key: `guide.remark.budget.${name}`, params }] : [];
  });
  const [first] = told.toSorted((a, b) => a.rank - b.rank);
  return first && { key: first.key, params: first.params };
}
