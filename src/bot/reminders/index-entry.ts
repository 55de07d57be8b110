import type { Write } from '../../storage/store.ts';
import type { Conversation } from '../conversation.ts';

/** The index of what is due: keys begin with the time, so that they stand in its order. */
export const REMINDERS = 'reminders';

/** What the index keeps: where the conversation is that wants to be reminded. */
export interface DueEntry {
  conversation: string;
}

/** The key of a conversation's entry: `<ISO 8601> <key of the conversation>`. */
export function entryKey(due: string, conversation: string): string {
  return `${due} ${conversation}`;
}

/** The key of the entry that a conversation has; undefined where it has none. */
export function entryOf(key: string, { reminders }: Conversation): string | undefined {
  return reminders?.due === undefined ? undefined : entryKey(reminders.due, key);
}

/** What brings the index up to date: the entry that stood there, and the one that is to. */
export function entryWrites(before: string | undefined, key: string, conversation: Conversation): Write[] {
  const after = entryOf(key, conversation);
  if (before === after) return [];
  const value: DueEntry = { conversation: key };
  return [
    ...(before === undefined ? [] : [{ collection: REMINDERS, key: before, value: null }]),
    ...(after === undefined ? [] : [{ collection: REMINDERS, key: after, value }]),
  ];
}
