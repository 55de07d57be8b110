import type { Conversation } from '../bot/conversation.ts';

/** A conversation with its key. */
interface Keyed {
  key: string;
  value: Conversation;
}

/**
 * Conversations by person, as far as they say it: those that are linked, what they share, and what was set aside for it.
 * @returns groups, of one where a conversation is linked with no other
 */
export function together<T extends Keyed>(all: readonly T[]): T[][] {
  const known = new Map(all.map(({ key }) => [key, key]));
  const first = (key: string): string => {
    let at = key;
    for (let up = known.get(at); up !== undefined && up !== at; up = known.get(at)) at = up;
    return at;
  };
  for (const { key, value } of all)
    for (const other of named(value)) if (known.has(other)) known.set(first(other), first(key));
  return [...Map.groupBy(all, ({ key }) => first(key)).values()];
}

/** Keys of the other conversations that one names. */
function named({ movedTo, earlier = [], members = [] }: Conversation): string[] {
  return [...(movedTo === undefined ? [] : [movedTo]), ...earlier, ...members.map(({ key }) => key)];
}
