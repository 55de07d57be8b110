import type { Store } from '../storage/store.ts';

/** Messages that could not be attended however often it was tried, by `<channel>/<conversation>/<id>`. */
export const SET_ASIDE = 'set-aside';

/** A message that was set aside, whole: the operator may have it tried again. */
export interface SetAside {
  /** What its person was told, and the log. */
  reference: string;
  /** The collection in which it waited. */
  queue: string;
  /** How often it was begun. */
  tries: number;
  message: object;
}

/** Those of a conversation, `<channel>/<id>`, as their person may see them. */
export async function setAsideOf(
  store: Store,
  conversation: string,
): Promise<Pick<SetAside, 'reference' | 'message'>[]> {
  const kept = await store.list<SetAside>(SET_ASIDE, `${conversation}/`);
  return kept.map(({ value: { reference, message } }) => ({ reference, message }));
}
