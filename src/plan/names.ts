import type { Texts } from '../text/locales.ts';

/** Longest name of an element of a list that is shown, in characters. */
const LONGEST = 80;

/**
 * What a place in a plan is called in front of people: the label of the question that fills it or holds it, or the name
 * of what no question asks for.
 * @param keys from the plan down, with `*` for the elements of lists
 */
export function labelOfPlace(keys: readonly string[], texts: Texts): string | undefined {
  for (let length = keys.length; length > 0; length -= 1) {
    const place = keys.slice(0, length).join('.');
    const key = [`guide.field.${place}.label`, `history.datum.${place}`].find((one) => texts.has(one));
    if (key !== undefined) return texts.t(key);
  }
  return undefined;
}

/** What an element of a list goes by; undefined where it has no words of its own. */
export function elementName(element: unknown): string | undefined {
  const { name, action, statement, risk, subject, note } = element as Record<string, unknown>;
  const own = name ?? action ?? statement ?? risk ?? subject ?? note;
  if (typeof own !== 'string' || own === '') return undefined;
  return own.length > LONGEST ? `${own.slice(0, LONGEST - 1)}…` : own;
}
