import type { Field } from '../../../src/guide/definition.ts';
import { field, reading } from '../../../src/guide/describe.ts';
import type { Money } from '../../../src/plan/values.ts';
import { formatMoney } from '../../../src/text/format.ts';
import { deniesAll, readMoney } from '../../../src/understanding/index.ts';

/**
 * An amount that there may be none of: «ninguno» is an answer then, kept as `none`.
 * @param none key of the words for it: «no cobra»
 */
export function moneyOrNoneField(id: string, none: string): Field {
  return field<Money | 'none'>({
    id,
    own: true,
    read: (text, ctx) => (deniesAll(text) ? { ok: true, value: 'none' } : readMoney(text, reading(ctx))),
    show: (value, { texts }) => (value === 'none' ? texts.t(none) : formatMoney(value, texts.language)),
  });
}
