/** How an answer on a city network stands for joining it. */
export const DEGREES = ['yes', 'partly', 'no', 'unknown'] as const;
export type Degree = (typeof DEGREES)[number];
/** How a network takes members, as the guide tells it: a letter of the mayor, a fee, or both. */
export const JOINING = ['letter', 'fee', 'both', 'unknown'] as const;
export type Joining = (typeof JOINING)[number];

/** The answers that weigh, by the last part of their field id; for `other`, a yes speaks against. */
export const WEIGHED = ['objectives', 'actions', 'other', 'peers', 'money', 'political', 'people'] as const;
/** What must be known of it, and neither speaks for joining nor against. */
const TOLD = ['purpose', 'members', 'duties', 'joining'] as const;
export type Weighed = (typeof WEIGHED)[number] | (typeof TOLD)[number];

export type Verdict = 'join' | 'conditions' | 'find-out' | 'not-now';

/** The balance of a city network by the guide's six questions (chapter 2, steps to join one). */
export interface Balance {
  for: Weighed[];
  partly: Weighed[];
  against: Weighed[];
  /** Not known, or not answered. */
  unknown: Weighed[];
  verdict: Verdict;
}

/** Without a fit there is no reason to join; without capacity, no way to stay. */
const DECIDES: readonly Weighed[] = ['objectives', 'money', 'political', 'people'];
/** Open answers with which nothing can be recommended yet. */
const TOO_MANY_OPEN = 3;

/**
 * Weighs the answers. A plain rule that says no more than they do: a no to the fit, to the duties or to a capacity
 * speaks against joining now; what decides and is not known must be found out first; a doubt is a condition.
 * @param answers by field id: `network.objectives`
 */
export function weighNetwork(answers: Readonly<Record<string, unknown>>): Balance {
  const degree = (id: Weighed): Degree => {
    const answer = DEGREES.find((one) => one === answers[`network.${id}`]) ?? 'unknown';
    if (id !== 'other') return answer;
    return answer === 'yes' ? 'no' : answer === 'no' ? 'yes' : answer;
  };
  const having = (wanted: Degree): Weighed[] => WEIGHED.filter((id) => degree(id) === wanted);
  const untold = TOLD.filter((id) => [undefined, 'unknown'].includes(answers[`network.${id}`] as never));
  const [pros, partly, against] = [having('yes'), having('partly'), having('no')];
  const unknown = [...having('unknown'), ...untold];
  const decides = (id: Weighed) => DECIDES.includes(id);
  const verdict: Verdict =
    against.some(decides) || against.length > 2
      ? 'not-now'
      : unknown.some(decides) || having('unknown').length >= TOO_MANY_OPEN
        ? 'find-out'
        : against.length > 0 || partly.length > 0
          ? 'conditions'
          : 'join';
  return { for: pros, partly, against, unknown, verdict };
}
