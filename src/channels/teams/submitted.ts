/** What the cards that only this channel has send back, beside what was chosen on them. */
export type Submitted =
  /** One of many choices, chosen in a list under a question. */
  | { teams: 'choose'; ask?: string }
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
    default:
      return undefined;
  }
}
