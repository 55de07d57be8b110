/** What the cards of this channel send back, beside what was filled in on them. */
export type Submitted =
  /** One of many choices, chosen in a list under a question. */
  | { teams: 'choose'; ask?: string }
  /** A form: the key of each input by its name on the card, and the values of those whose answers are chosen. */
  | { teams: 'form'; ask?: string; keys: Record<string, string>; options: Record<string, string[]> }
  /** The rest of something long. */
  | { teams: 'more'; page: string };

/** The name of the input that a list of choices fills in. */
export const CHOICE = 'choice';

/** What a submitted card of this channel says; undefined for anything else. */
export function readSubmitted(
  value: unknown,
): { data: Submitted; inputs: Record<string, unknown> } | undefined {
  if (typeof value !== 'object' || value === null || !('teams' in value)) return undefined;
  const inputs = value as Record<string, unknown>;
  const ask = typeof inputs.ask === 'string' ? { ask: inputs.ask } : {};
  switch (inputs.teams) {
    case 'choose':
      return { data: { teams: 'choose', ...ask }, inputs };
    case 'more':
      return typeof inputs.page === 'string'
        ? { data: { teams: 'more', page: inputs.page }, inputs }
        : undefined;
    case 'form': {
      const { keys, options } = inputs;
      if (!isRecord(keys)) return undefined;
      return {
        data: {
          teams: 'form',
          ...ask,
          keys: textsOf(keys),
          options: isRecord(options) ? listsOf(options) : {},
        },
        inputs,
      };
    }
    default:
      return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textsOf(record: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function listsOf(record: Record<string, unknown>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(record).map(([key, list]) => [
      key,
      Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string') : [],
    ]),
  );
}
